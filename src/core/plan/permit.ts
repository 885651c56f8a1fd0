// Which giving steps of a plan may be made: those whose every holder is proved in this run, and in time.

import type { VersionId } from '../model/id.ts'
import { type Instant, writeInstant } from '../model/time.ts'
import { makePlan, type Plan } from './plan.ts'
import type { Blocked, Step } from './provisioner.ts'
import { isProved, type Verdicts } from './verdicts.ts'

/** Why nothing at all may be given in this run; null where each step is judged alone. */
export type Shut = string | null

export const NO_RECORD: Shut = 'the record could not be read, so nothing is given'
export const NO_SETTINGS: Shut = 'the settings at the head are broken, so nothing is given'

export const NO_DIRECTORY: Shut = 'the directory could not be read, so nothing is given'

/** What is known of versions when no proof may be asked for. */
export const shutOut = (versions: ReadonlySet<VersionId>, because: string): Verdicts =>
  new Map([...versions].map((version) => [version, { is: 'unknown', because }]))

type Why = Pick<Blocked, 'because' | 'cure'>

/** Why a step may not be made; null = it may. */
export function stopped(step: Pick<Step, 'holders' | 'notAfter'>, verdicts: Verdicts, now: Instant): Why | null {
  if (step.notAfter !== null && step.notAfter <= now)
    return { because: `it was not granted before ${writeInstant(step.notAfter)}`, cure: 'ask again with a new request' }
  for (const { version } of step.holders) {
    if (isProved(verdicts, version)) continue
    const verdict = verdicts.get(version)
    const because =
      verdict?.is === 'unknown'
        ? verdict.because
        : verdict?.is === 'refused'
          ? verdict.says
          : 'its proof was not asked for in this run'
    return { because: `not proved: ${because}`, cure: 'the next run tries again' }
  }
  return null
}

/**
 * Law 3 in one place: no giving step leaves this function unless each of its holders is proved in this run. A step that
 * only prepares is judged like one that gives, since it serves nothing else.
 */
export function permit(plan: Plan<'live'>, verdicts: Verdicts): Plan<'live'> {
  const blocked: Blocked[] = []
  const allowed = plan.steps.filter((step) => {
    if (step.effect === 'takes') return true
    const why = stopped(step, verdicts, plan.now)
    if (why !== null) blocked.push({ grants: step.holders.map((holder) => holder.grant), ...why })
    return why === null
  })
  // What stands needs no proof: only how it is told changes.
  const unrecorded = plan.unrecorded.filter(
    ({ is, holders }) => is === 'outdated' || stopped({ holders, notAfter: null }, verdicts, plan.now) === null,
  )
  return makePlan<'live'>({ ...plan, steps: allowed, unrecorded, blocked: [...plan.blocked, ...blocked] })
}
