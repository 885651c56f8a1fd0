// Why something that is asked for is not given, as a run writes it down: once, and again when it is another reason.

import type { Grant } from '../model/grant.ts'
import type { VersionId } from '../model/id.ts'
import type { Entry } from '../report/record.ts'
import type { Reason } from './liftable.ts'
import { type Remembering, undoneBy } from './remembering.ts'
import { settlementOf } from './settlement.ts'

/** Which grants stand, and still will when the plan is done. */
export function goingOn({
  plan,
  ledger,
}: Pick<Remembering, 'plan' | 'ledger'>): (grant: Pick<Grant, 'key' | 'version'>) => boolean {
  const settlement = settlementOf(ledger)
  const over = new Set([
    ...plan.vanished.map(({ granted }) => granted.holding),
    ...plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.holding] : [])),
  ])
  return (grant) => {
    const settled = settlement(grant)
    return settled.is === 'standing' && !over.has(settled.granted.holding)
  }
}

/** Of which the record knows no reason any more once it is written down. */
export const versionsIn = (entry: Entry): readonly VersionId[] =>
  entry.is === 'granted'
    ? entry.grants.map(({ version }) => version)
    : entry.is === 'ended'
      ? entry.versions.map((version) => version as VersionId)
      : []

/**
 * Reasons that the record does not know yet, by version: what is refused is told as that, and what could not be taken away
 * matters more. `made`: what the run wrote down so far; of what it gave or took the record knows no reason any more. `kept`:
 * what can be lifted.
 */
export function blockedEntries(
  asked: Remembering,
  made: readonly Entry[],
  kept: ReadonlyMap<VersionId, Reason>,
): readonly Entry[] {
  const { plan, ledger, versions, verdicts } = asked
  const goesOn = goingOn(asked)
  const moved = new Set(made.flatMap(versionsIn))
  const taken = new Set(made.flatMap((entry) => (entry.is === 'ended' ? [entry.holding] : [])))
  const stuck = new Set(
    made.flatMap((entry) =>
      entry.is === 'failed' && entry.does === 'takes' && !taken.has(entry.holding) ? entry.versions : [],
    ),
  )
  const reasons = new Map(kept)
  const wishes = Map.groupBy(plan.wishes, ({ grant }) => grant.key)
  const undone = undoneBy(asked)
  // What stands is given, and what was undone is not: that their place could not be read is no reason that anybody takes back.
  for (const blocked of plan.blocked)
    for (const { grant, fate } of blocked.grants.flatMap((key) => wishes.get(key) ?? []))
      if (fate.is !== 'over' && !goesOn(grant) && !undone(grant) && !reasons.has(grant.version))
        reasons.set(grant.version, blocked)
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { because, cure }]): Entry[] => {
      const version = versions.get(id)
      const before = ledger.trouble.get(id)
      if (version === undefined || verdicts.get(id)?.is === 'refused' || stuck.has(id)) return []
      const same =
        before?.does === 'takes' || (before?.is === 'blocked' && before.says === because && before.cure === cure)
      if (same && !moved.has(id)) return []
      return [{ is: 'blocked', version: id, request: version.request, because, cure }]
    })
}
