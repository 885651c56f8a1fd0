// What a run writes down of grants that a hold, a denying rule or a closing account keeps away: all of these can be lifted.

import type { VersionId } from '../model/id.ts'
import type { Entry } from '../report/record.ts'
import type { Because } from './provisioner.ts'
import { type Remembering, undoneBy } from './remembering.ts'
import { settlementOf } from './settlement.ts'

export interface Reason {
  readonly because: string
  readonly cure: string
}

/** Of what ends in another way, the line of its end says all there is. */
const CURES: Partial<Readonly<Record<Because, string>>> = {
  held: 'once the hold is lifted, what time is left is given',
  denied: 'once no rule denies it, what time is left is given; or ask for what a rule allows',
  closing: 'ask for it in an account that stays',
}

/**
 * By version, for what nothing stands of when the run is over; `made`: what the run wrote down so far. What somebody undid
 * by hand does not come back when anything is lifted.
 */
export function liftable(
  { plan, ledger }: Pick<Remembering, 'plan' | 'ledger'>,
  made: readonly Entry[],
): ReadonlyMap<VersionId, Reason> {
  const settlement = settlementOf(ledger)
  const taken = new Set(made.flatMap((entry) => (entry.is === 'ended' ? [entry.holding] : [])))
  const undone = undoneBy({ plan, ledger })
  const reasons = new Map<VersionId, Reason>()
  for (const { grant, fate } of plan.wishes) {
    const cure = fate.is === 'over' ? CURES[fate.because] : undefined
    if (fate.is !== 'over' || cure === undefined || undone(grant)) continue
    const settled = settlement(grant)
    if (settled.is === 'standing' && !taken.has(settled.granted.holding)) continue
    if (!reasons.has(grant.version)) reasons.set(grant.version, { because: fate.says, cure })
  }
  return reasons
}
