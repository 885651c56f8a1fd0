// What a run of a story is held to: the world before and after it when nothing goes wrong, and how far a trial went beyond.

import type { JobEnd } from '../../src/entry/run-job.ts'
import type { World } from '../../src/sandbox/world.ts'
import { once, type Played } from '../support/scenario/run.ts'
import type { Stage } from '../support/scenario/stage.ts'
import { canonical, difference, told } from './canonical.ts'
import { type CallOf, callsIn } from './hardships.ts'
import { type Moment, momentOf } from './moment.ts'
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
  readonly after: After
  readonly calls: readonly CallOf[]
  /** What recovering from a state came to, by that state: from the same state the same comes, so it is tried once. */
  readonly recovered: Map<string, readonly string[]>
}

/** A run as it is, and kept among those of the story. */
export async function run(stage: Stage, job: Job): Promise<Played> {
  const played = await once(stage, job)
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
  const since = stage.company.sandbox.journal.entries().at(-1)?.n ?? 0
  const played = await run(stage, job)
  const calls = callsIn(stage.company.sandbox.journal.since(since))
  return { stage, job, step, before, after: afterOf(stage, played), calls, recovered: new Map() }
}

export interface Watching {
  look(): void
  /** What was allowed beyond the bounds, by the end too. */
  end(): readonly string[]
}

/** Looks at the world between any two calls, and in the end. */
export function watch({ stage: { company } }: Pick<Ground, 'stage'>, bounds: readonly World[]): Watching {
  const { sandbox } = company
  const now = sandbox.clock.now()
  const found = new Set<string>()
  let seen: World | null = null
  const look = (): void => {
    const world = sandbox.world()
    if (world === seen) return
    seen = world
    for (const said of beyond(world, bounds, now)) found.add(`allowed beyond what was approved: ${said}`)
  }
  sandbox.between(look)
  return {
    look,
    end: () => {
      look()
      sandbox.between(null)
      return [...found]
    },
  }
}

/** Whether a state equals the one without a mishap; else the same job runs again, and it must then. */
export async function recover({ stage, job, after, recovered }: Ground): Promise<readonly string[]> {
  const [text, record] = [canonical(stage), told(stage)]
  if (text === after.text && record === after.record) return []
  const state = `${text}\n${record}`
  const known = recovered.get(state)
  if (known !== undefined) return known
  stage.company.sandbox.faults.clear()
  const again = await run(stage, job)
  const wrong = [
    ...difference(after.text, canonical(stage)),
    ...(again.end.exit === after.exit ? [] : [`the run after it ended with ${again.end.exit}, not ${after.exit}`]),
  ]
  recovered.set(state, wrong)
  return wrong
}
