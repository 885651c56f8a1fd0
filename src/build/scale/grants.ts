// What ten thousand grants cost: landed and given, looked at with nothing to do, cut by a time budget and gone on with, taken away.

import { MOST_TOLD } from '../../core/conversation/news.ts'
import { instantOf } from '../../core/model/time.ts'
import { gitLedger } from '../../edges/git/ledger.ts'
import { REPOSITORY, TOKEN } from '../../entry/commands/demo/company.ts'
import { type Wanted, wantedOf } from './asking.ts'
import { CALM, type Measured, openScale, type ScaleGround } from './ground.ts'
import { landAtOnce } from './landing.ts'
import { outcomesOf } from './outcomes.ts'
import { type Case, mustHold, type ScaleTools } from './stage.ts'
import { type Truth, truthOf } from './truth.ts'

export type Asked = 'giving' | 'idle' | 'budget' | 'ending'

const HOUR = 3600
const WRITES = /^(iam:(Create|Attach|Detach|Delete|Add|Remove|Tag|Untag|Put)|github:DaypassGestures|git:receive-pack)/

interface Scene {
  readonly tools: ScaleTools
  readonly scale: ScaleGround
  readonly wanted: readonly Wanted[]
  readonly all: number
}

const truth = ({ scale, wanted }: Scene): Truth => {
  const { sandbox } = scale.ground.company
  return truthOf(sandbox.world(), wanted, sandbox.clock.now())
}

function mustBe(scene: Scene, allowed: number, run: Measured, what: string): void {
  const is = truth(scene)
  mustHold(
    is.allowed === allowed && is.halfMade === 0,
    `${what}: the evaluator allows ${is.allowed} of ${scene.all} grants and ${is.halfMade} things are half made; ${allowed} and none were due`,
    run,
  )
}

/** The same once more in a calm world, from the moment before; ends in the state after. */
async function twice(
  scene: Scene,
  command: string,
  allowed: number,
  what: string,
): Promise<{ readonly run: Measured; readonly floor: readonly Measured[] }> {
  const { scale, tools } = scene
  const before = scale.keep()
  tools.tell(what)
  const run = await scale.run(tools.chosen.weather, command)
  mustHold(run.code === 0, what, run)
  mustBe(scene, allowed, run, what)
  if (!tools.chosen.floor) return { run, floor: [] }
  scale.putBack(before)
  tools.tell(`${what}, in a world that answers at once`)
  const floor = await scale.run(CALM, command)
  mustHold(floor.code === 0, `${what}, calm`, floor)
  mustBe(scene, allowed, floor, `${what}, calm`)
  return { run, floor: [floor] }
}

async function giving(scene: Scene): Promise<Case> {
  const { run, floor } = await twice(scene, 'apply', scene.all, `giving ${scene.all} grants`)
  return {
    name: 'giving',
    what: `${scene.wanted.length} requests proved, ${scene.all} grants given, ${Math.min(MOST_TOLD, scene.wanted.length)} requests told`,
    jobs: [run],
    floor,
    held: [`the evaluator allows all ${scene.all}, nothing is half made`],
  }
}

async function ending(scene: Scene): Promise<Case> {
  scene.scale.ground.company.sandbox.clock.advance(9 * HOUR)
  const { run, floor } = await twice(scene, 'expire', 0, `taking ${scene.all} grants`)
  return {
    name: 'ending',
    what: `${scene.all} grants taken away by expire`,
    jobs: [run],
    floor,
    held: ['nothing is allowed any more, nothing of ours is left half taken'],
  }
}

function recordOf({ scale }: Scene) {
  const remote = { url: `${scale.ground.company.sandbox.url}/git/${REPOSITORY}.git`, token: TOKEN }
  return gitLedger({ remote, branch: 'daypass-ledger', directory: null })
}

/** As if as many runs as it takes had told GitHub everything: one run tells so many requests and leaves the rest to the next. */
async function tellRest(scene: Scene): Promise<void> {
  const record = recordOf(scene)
  const read = await record.read()
  if (read.is === 'unknown') throw new Error(read.because.said)
  const now = instantOf(scene.scale.ground.company.sandbox.clock.now())
  const told = await record.append([{ is: 'told', through: read.value.ledger.lines, untold: [] }], now, 'scale')
  if (told.is === 'unknown') throw new Error(told.because.said)
}

async function idle(scene: Scene): Promise<Case> {
  await tellRest(scene)
  const { run, floor } = await twice(scene, 'apply', scene.all, 'a run with nothing to do')
  const writes = [run, ...floor].flatMap(({ calls }) => [...calls.keys()].filter((call) => WRITES.test(call)))
  mustHold(writes.length === 0, `there was something to do: ${writes.join(', ')}`, run)
  return {
    name: 'idle',
    what: `a settled run, ${scene.all} grants standing`,
    jobs: [run],
    floor,
    held: [
      'no write to AWS, GitHub or Git, and all is allowed as before',
      `taken for given: all ${scene.wanted.length} requests were told, which takes ${Math.ceil(scene.wanted.length / MOST_TOLD)} runs of ${MOST_TOLD}`,
    ],
  }
}

/** How many steps the newest run left, by its own record. */
async function skippedByRecord(scene: Scene): Promise<number> {
  const read = await recordOf(scene).read()
  if (read.is === 'unknown') throw new Error(read.because.said)
  const closed = read.value.lines.map(({ entry }) => entry).findLast((entry) => entry.is === 'closed')
  return closed?.is === 'closed' ? closed.skipped : -1
}

/** A run counts its time from when the repository is there. */
const BEFORE_COUNTING = /^(starting|fetching)/

/** Minutes that end a run while it gives: what it took until then, and half of the giving. */
function budgetFor({ phases }: Measured): number {
  const at = phases.findIndex(({ name }) => name === 'performing')
  const before = phases
    .slice(0, at)
    .filter(({ name }) => !BEFORE_COUNTING.test(name))
    .reduce((sum, { took }) => sum + took, 0)
  return (before + (phases[at]?.took ?? 0) / 2) / 60
}

const TRIES = 5

/** No two runs take equally long, so that a budget may end too early or too late: then another is tried from the same moment. */
async function cutMidway(scene: Scene, whole: Measured): Promise<{ readonly minutes: number; readonly cut: Measured }> {
  const { scale, tools } = scene
  const before = scale.keep()
  for (let [minutes, turn] = [budgetFor(whole), 1]; ; turn++) {
    tools.tell(`giving them with a time budget of ${minutes.toFixed(2)} minutes`)
    const cut = await scale.run(tools.chosen.weather, 'apply', { 'time-budget': String(minutes) })
    const { done, outOfTime } = outcomesOf(cut)
    if ((done > 0 && outOfTime > 0) || turn === TRIES) return { minutes, cut }
    minutes *= done === 0 ? 1.3 : 0.8
    scale.putBack(before)
  }
}

async function budget(scene: Scene, whole: Measured): Promise<Case> {
  const { scale, tools, all } = scene
  const { minutes, cut } = await cutMidway(scene, whole)
  const { done, failed, outOfTime } = outcomesOf(cut)
  const recorded = await skippedByRecord(scene)
  mustHold(outOfTime > 0 && done > 0, `the budget cut nothing: ${done} done, ${outOfTime} left`, cut)
  mustHold(failed === 0 && done + outOfTime === all, `${failed} failed, ${done} and ${outOfTime} are not ${all}`, cut)
  mustHold(recorded === outOfTime, `the record says that ${recorded} were left, the report ${outOfTime}`, cut)
  mustBe(scene, done, cut, 'cut by its time budget')
  tools.tell('the next run')
  const rest = await scale.run(tools.chosen.weather, 'apply')
  const next = outcomesOf(rest)
  mustHold(rest.code === 0 && next.done === outOfTime, `the next run did ${next.done} of ${outOfTime}`, rest)
  mustBe(scene, all, rest, 'the next run')
  return {
    name: 'budget',
    what: `the same with time-budget ${minutes.toFixed(2)}, and the run after it`,
    jobs: [cut, rest],
    floor: [],
    held: [
      `the first run ended ${cut.code} after ${cut.wall.toFixed(0)} s with ${done} given and ${outOfTime} left; its record says the same`,
      `the evaluator allows exactly those ${done}, nothing is half made`,
      `the next run gives exactly the ${outOfTime} left, then all ${all} are allowed`,
    ],
  }
}

/** Runs what is asked for in the only order in which it can happen; what is not asked for but needed is run and not told. */
export async function grants(tools: ScaleTools, asked: ReadonlySet<Asked>): Promise<readonly Case[]> {
  const { size, grants: wantedGrants } = tools.chosen
  tools.tell(`a company of ${size.accounts} accounts`)
  const scale = await openScale(size, tools)
  try {
    const wanted = wantedOf({ size, grants: wantedGrants })
    const scene: Scene = { tools, scale, wanted, all: wanted.flatMap(({ accounts }) => accounts).length }
    tools.tell(`${wanted.length} pull requests, each approved twice and merged`)
    landAtOnce(scale.ground, wanted)
    const before = scale.keep()
    const cases = [await giving(scene)]
    const after = scale.keep()
    const whole = cases[0]?.jobs[0]
    if (asked.has('budget') && whole !== undefined) {
      scale.putBack(before)
      cases.push(await budget(scene, whole))
      scale.putBack(after)
    }
    scale.ground.company.sandbox.clock.advance(HOUR / 6)
    if (asked.has('idle')) cases.push(await idle(scene))
    if (asked.has('ending')) cases.push(await ending(scene))
    return cases.filter(({ name }) => [...asked].some((one) => one === name))
  } finally {
    await scale.close()
  }
}
