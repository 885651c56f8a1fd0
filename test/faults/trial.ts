// One mishap at one call of a run: never more than approved, and once it runs again all is as if nothing had been.

import type { World } from '../../src/sandbox/world.ts'
import { onTheSameRoles } from './any-role.ts'
import { canonical, difference } from './canonical.ts'
import { afterOf, byUnknownHand, type Ground, type Job, recover, run, watch } from './ground.ts'
import { type CallOf, HARDSHIPS, type Hardship } from './hardships.ts'
import { givingUpWhen } from './haste.ts'
import { backTo } from './moment.ts'

export interface Trial {
  /** Whether the call came at all, so that something could befall it. */
  readonly hit: boolean
  readonly wrong: readonly string[]
}

/** A run that throws, or says that it is our bug, is one whatever the world did. */
export async function attempted(ground: Ground): Promise<readonly string[]> {
  try {
    const { end } = await run(ground.stage, ground.job)
    return end.exit === 70 ? [`the run says it is a bug of Daypass: ${end.says}`] : []
  } catch (error) {
    return [`the run threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
}

export async function tryMishap(ground: Ground, call: CallOf, hardship: Hardship): Promise<Trial> {
  const { stage, before, after } = ground
  backTo(stage, before)
  const struck = HARDSHIPS[hardship](stage.company.sandbox, call)
  const watching = watch(ground, [before.world, after.moment.world])
  const still = (): boolean => struck() && !watching.busy()
  const bugs = await (hardship === 'hang' ? givingUpWhen(still, () => attempted(ground)) : attempted(ground))
  const hit = struck()
  const wrong = [...bugs, ...watching.end()]
  return { hit, wrong: [...wrong, ...(await recover(ground))] }
}

/** What the two jobs come to when neither disturbs the other, in either order. */
export interface Orders {
  readonly texts: readonly string[]
  readonly worlds: readonly World[]
}

export const otherThan = (job: Job): Job => (job === 'apply' ? 'expire' : 'apply')

export async function ordersOf(ground: Ground): Promise<Orders> {
  const { stage, job, before, after } = ground
  const other = otherThan(job)
  backTo(stage, after.moment)
  const between = afterOf(stage, await run(stage, other))
  const last = afterOf(stage, await run(stage, job))
  backTo(stage, before)
  const first = afterOf(stage, await run(stage, other))
  const second = afterOf(stage, await run(stage, job))
  const worlds = [after, between, last, first, second].map(({ moment }) => moment.world)
  return { texts: [last.text, second.text], worlds: [before.world, ...worlds] }
}

/** The run stands still before one of its calls while the other job runs from its beginning to its end. */
export async function tryMeanwhile(ground: Ground, call: CallOf, orders: Orders): Promise<Trial> {
  const { stage, before, job } = ground
  backTo(stage, before)
  const { sandbox } = stage.company
  const watching = watch(ground, orders.worlds)
  let seen = 0
  let hit = false
  sandbox.between(async ({ part, op, where }) => {
    watching.look()
    if (hit || part !== call.part || op !== call.op || where !== call.where) return
    seen += 1
    if (seen !== call.nth) return
    hit = true
    const [played] = ground.after.moment.runs.slice(-1)
    // A run of its own: the record names it.
    await run({ ...stage, runs: played === undefined ? [] : [...stage.runs, played] }, otherThan(job))
  })
  const wrong = await attempted(ground)
  const beyond = watching.end()
  const again = await run(stage, job)
  const found = canonical(stage)
  const read = byUnknownHand(found)
  const texts = orders.texts.map((wanted) => [read(wanted), read(onTheSameRoles(wanted, found))] as const)
  const differs = texts.some(([wanted, text]) => wanted === text)
    ? []
    : texts.slice(0, 1).flatMap((pair) => difference(...pair))
  const bug = again.end.exit === 70 ? [again.end.says] : []
  return { hit, wrong: [...wrong, ...beyond, ...bug, ...differs] }
}
