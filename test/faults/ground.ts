// What a run of a story is held to: the world before and after it when nothing goes wrong, and how far a trial went beyond.

import type { JobEnd } from '../../src/entry/run-job.ts'
import type { World } from '../../src/sandbox/world.ts'
import { once, type Played } from '../support/scenario/run.ts'
import type { Stage } from '../support/scenario/stage.ts'
import { onTheSameRoles } from './any-role.ts'
import { canonical, difference, recordLines, told } from './canonical.ts'
import { type CallOf, callsIn } from './hardships.ts'
import { backTo, type Moment, momentOf } from './moment.ts'
import { beyond } from './reach.ts'

export type Job = 'apply' | 'expire'

export interface After {
  readonly moment: Moment
  readonly text: string
  readonly record: string
  readonly exit: JobEnd['exit']
}

export interface Ground {
  readonly stage: Stage
  readonly job: Job
  /** Number of the step in the story, from 1. */
  readonly step: number
  readonly before: Moment
  /** Lines of the record before it. */
  readonly lines: number
  readonly after: After
  readonly calls: readonly CallOf[]
  /** What recovering from a state came to, by that state: from the same state the same comes, so it is tried once. */
  readonly recovered: Map<string, readonly string[]>
}

export const REAL = Date.now

/** The machine's clock stands so many seconds beside the sandbox's, and goes on from there. */
export function machineBeside({ company }: Stage, seconds: number): void {
  const [started, then] = [REAL(), company.sandbox.clock.now() * 1000]
  Date.now = () => then + seconds * 1000 + (REAL() - started)
}

/** A run as it is, and kept among those of the story. A run that no server tells the time goes by the machine's clock. */
export async function run(stage: Stage, job: Job): Promise<Played> {
  const given = Date.now
  if (given === REAL) machineBeside(stage, 0)
  const played = await once(stage, job).finally(() => {
    Date.now = given
  })
  stage.runs.push(played)
  return played
}

export const afterOf = (stage: Stage, { end }: Played): After => ({
  moment: momentOf(stage),
  text: canonical(stage),
  record: told(stage),
  exit: end.exit,
})

/** The run without a mishap; the stage is left after it. */
export async function groundOf(stage: Stage, job: Job, step: number): Promise<Ground> {
  const before = momentOf(stage)
  const lines = recordLines(stage).length
  const since = stage.company.sandbox.journal.entries().at(-1)?.n ?? 0
  const played = await run(stage, job)
  const calls = callsIn(stage.company.sandbox.journal.since(since))
  return { stage, job, step, before, lines, after: afterOf(stage, played), calls, recovered: new Map() }
}

export interface Watching {
  look(): void
  /** Whether a call that came is not answered yet, or another has come since this was asked last. */
  busy(): boolean
  /** What was allowed beyond the bounds, by the end too. */
  end(): readonly string[]
}

/** Looks at the world between any two calls, and in the end. */
export function watch({ stage: { company } }: Pick<Ground, 'stage'>, bounds: readonly World[]): Watching {
  const { sandbox } = company
  const now = sandbox.clock.now()
  const found = new Set<string>()
  let seen: World | null = null
  const since = sandbox.journal.entries().length
  let [came, lastCame] = [0, 0]
  const look = (): void => {
    const world = sandbox.world()
    if (world === seen) return
    seen = world
    for (const said of beyond(world, bounds, now)) found.add(`allowed beyond what was approved: ${said}`)
  }
  sandbox.between(() => {
    came += 1
    look()
  })
  return {
    look,
    busy: () => {
      const more = came !== lastCame
      lastCame = came
      return more || came > sandbox.journal.entries().length - since
    },
    end: () => {
      look()
      sandbox.between(null)
      return [...found]
    },
  }
}

const UNDONE = / undone$/

/** The version in a line of what was granted: the keys before it have no word of 64 digits. */
const versionIn = (line: string): string => line.split(' ').find((word) => /^[0-9a-f]{64}$/.test(word)) ?? ''

interface Told {
  readonly record: { readonly granted: readonly string[]; readonly trouble: readonly string[] }
}

const undoneIn = ({ record }: Told): ReadonlySet<string> =>
  new Set(record.granted.filter((line) => UNDONE.test(line)).map(versionIn))

/**
 * A run that died, or stands still, between taking and writing that down leaves the next one to guess whose hand it was. Of what ended or was
 * withdrawn it is known; of what is held, denied or changed it is not, and an incident responder is never undone (law 7):
 * so it is `undone`, and only a new request brings it back; nor is it told what would have to be lifted. Safe, and the
 * reasons alone differ: this much is let pass of what `found` calls undone, and only where the run left its record open, or
 * could not even open it.
 */
export function byUnknownHand(found: string): (text: string) => string {
  const undone = undoneIn(JSON.parse(found))
  return (text) => {
    if (undone.size === 0) return text
    const told: Told = JSON.parse(text)
    const { granted, trouble } = told.record
    const record = {
      ...told.record,
      granted: granted.map((line) =>
        undone.has(versionIn(line)) ? line.replace(/ (held|denied|changed|closing|undone)$/, ' taken') : line,
      ),
      trouble: trouble.filter((line) => !undone.has(versionIn(line)) || !line.includes(' blocked gives ')),
    }
    return JSON.stringify({ ...told, record }, null, 1)
  }
}

/** A refusal is red in the run that finds it; the next one knows it from the record. So either end will do. */
async function exitsOf({ stage, job, after }: Ground): Promise<readonly JobEnd['exit'][]> {
  backTo(stage, after.moment)
  return [after.exit, (await run(stage, job)).end.exit]
}

/** Whether a state equals the one without a mishap; else the same job runs again, and it must then. */
export async function recover(ground: Ground): Promise<readonly string[]> {
  const { stage, job, after, recovered } = ground
  const [text, record, lines] = [canonical(stage), told(stage), recordLines(stage)]
  if (text === after.text && record === after.record) return []
  const state = `${text}\n${record}`
  const known = recovered.get(state)
  if (known !== undefined) return known
  stage.company.sandbox.faults.clear()
  const { exit } = (await run(stage, job)).end
  const open = !lines.slice(ground.lines).some(({ entry }) => entry.is === 'closed')
  const found = canonical(stage)
  const read = open ? byUnknownHand(found) : (one: string): string => one
  const differs = difference(read(after.text), read(onTheSameRoles(after.text, found)))
  const exits = exit === after.exit ? [exit] : await exitsOf(ground)
  const wrong = [
    ...differs,
    ...(exits.includes(exit) ? [] : [`the run after it ended with ${exit}, not ${exits.join(' or ')}`]),
  ]
  recovered.set(state, wrong)
  return wrong
}
