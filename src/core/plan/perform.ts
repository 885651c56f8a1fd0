// How a live plan is performed: lanes side by side, within a lane one call after the other, taking first.

import type { LaneId, ModeId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Mode } from './mode.ts'
import type { Plan } from './plan.ts'
import type { Call, CallOutcome, Step, StepOutcome } from './provisioner.ts'

export interface Performing {
  readonly modes: readonly Mode[]
  /** The world's clock, read before every giving step. */
  readonly clock: () => Instant
  /** After this instant no further step is begun; the rest is the next run's. */
  readonly stopAt: Instant
  /** Whether the record was opened: without it nothing is given. */
  readonly opened: boolean
  readonly told: (outcome: StepOutcome, step: Step) => void
}

/**
 * A lane is an account that takes five writes a second, so that most lanes wait most of the time (measured by `npm run scale`);
 * what a whole organisation takes is limited by the edges.
 */
const LANES_AT_ONCE = 100

const byLane = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const lanes = new Map<LaneId, Step[]>()
  for (const step of steps) lanes.set(step.lane, [...(lanes.get(step.lane) ?? []), step])
  return [...lanes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lane]) => lane)
}

async function makeCalls(
  perform: (call: Call) => Promise<CallOutcome>,
  step: Step,
  clock: () => Instant,
): Promise<StepOutcome> {
  let already = true
  for (const [index, call] of step.calls.entries()) {
    if (call.effect === 'gives' && step.notAfter !== null && clock() >= step.notAfter)
      return { step: step.id, is: 'skipped', because: 'too-late' }
    const outcome = await perform(call)
    if (outcome.is === 'failed') return { step: step.id, is: 'failed', call: index, error: outcome.error }
    if (outcome.is === 'done') already = false
  }
  return { step: step.id, is: 'done', already, confirmed: clock() }
}

function notBegun(asked: Performing, step: Step): StepOutcome | null {
  const now = asked.clock()
  if (now >= asked.stopAt) return { step: step.id, is: 'skipped', because: 'out-of-time' }
  if (step.effect === 'takes') return null
  if (!asked.opened) return { step: step.id, is: 'skipped', because: 'not-opened' }
  if (step.notAfter !== null && now >= step.notAfter) return { step: step.id, is: 'skipped', because: 'too-late' }
  return null
}

async function performLane(
  asked: Performing,
  modes: ReadonlyMap<ModeId, Mode>,
  lane: readonly Step[],
): Promise<readonly StepOutcome[]> {
  const outcomes: StepOutcome[] = []
  for (const step of lane) {
    const mode = modes.get(step.mode)
    if (mode === undefined) throw new Error(`no mode ${step.mode} to perform ${step.id}`)
    const outcome = notBegun(asked, step) ?? (await makeCalls((call) => mode.perform(call), step, asked.clock))
    asked.told(outcome, step)
    outcomes.push(outcome)
  }
  return outcomes
}

/** One outcome a step, in the plan's order. A failed step never stops another (law 9). */
export async function performPlan(plan: Plan<'live'>, asked: Performing): Promise<readonly StepOutcome[]> {
  const modes = new Map(asked.modes.map((mode) => [mode.mode, mode]))
  const waiting = [...byLane(plan.steps)]
  const outcomes = new Map<string, StepOutcome>()
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift())
      for (const outcome of await performLane(asked, modes, lane)) outcomes.set(outcome.step, outcome)
  }
  // A bug of ours in one lane is thrown only when the others have taken what they have to take.
  const workers = await Promise.allSettled(Array.from({ length: Math.min(LANES_AT_ONCE, waiting.length) }, worker))
  for (const one of workers) if (one.status === 'rejected') throw one.reason
  /* v8 ignore next -- @preserve: each lane tells an outcome of each of its steps */
  return plan.steps.flatMap((step) => outcomes.get(step.id) ?? [])
}
