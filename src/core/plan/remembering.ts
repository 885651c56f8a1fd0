// What writing the record down works with, and how entries name what they are about.

import type { Grant, Version } from '../model/grant.ts'
import type { HoldingKey, TargetId, VersionId } from '../model/id.ts'
import { type Granted, grantedKey, type Ledger } from '../report/record.ts'
import type { Plan } from './plan.ts'
import type { Step } from './provisioner.ts'
import { settlementOf, standingHoldings } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'

export interface Remembering {
  readonly plan: Plan<'live'>
  readonly verdicts: Verdicts
  /** At the head. */
  readonly versions: ReadonlyMap<VersionId, Version>
  /** That ever landed, as far as the clone knows. */
  readonly everyVersion: ReadonlySet<VersionId>
  readonly ledger: Ledger
  readonly job: string
  /** Target → account id. */
  readonly accounts: ReadonlyMap<string, string>
}

/** Whether somebody took it away by hand, as far as this run knows: whatever is lifted or mended, it is not given again. */
export function undoneBy({
  plan,
  ledger,
}: Pick<Remembering, 'plan' | 'ledger'>): (grant: Pick<Grant, 'key' | 'version'>) => boolean {
  const settlement = settlementOf(ledger)
  const seen = new Set(
    plan.vanished.flatMap(({ granted: { grant, version }, because }) =>
      because === 'undone' ? [grantedKey(grant, version)] : [],
    ),
  )
  return (grant) => settlement(grant).is === 'undone' || seen.has(grantedKey(grant.key, grant.version))
}

const standing = new WeakMap<Ledger, ReturnType<typeof standingHoldings>>()

/** Asked for every step, and the same for all of them. */
function standingIn(ledger: Ledger): ReturnType<typeof standingHoldings> {
  const there = standing.get(ledger) ?? standingHoldings(ledger)
  standing.set(ledger, there)
  return there
}

/** As it was recorded, since a name may have been given to another account; then as settings have it. Never empty. */
export function accountOf({ ledger, accounts }: Remembering, holding: HoldingKey, target: TargetId): string {
  const recorded = standingIn(ledger).get(holding)?.[0]?.account
  const open = ledger.open.find((one) => one.target === target)?.account
  return recorded ?? accounts.get(target) ?? open ?? target
}

export const standingOn = ({ ledger }: Remembering, holding: HoldingKey): readonly Granted[] =>
  standingIn(ledger).get(holding) ?? []

export const heldBy = (asked: Remembering, holding: HoldingKey): readonly VersionId[] =>
  [...new Set(standingOn(asked, holding).map(({ version }) => version))].sort()

export const versionsOf = (step: Step): readonly VersionId[] =>
  [...new Set(step.holders.map(({ version }) => version))].sort()

export const aboutStep = (asked: Remembering, { holding, mode, target }: Step) => ({
  holding,
  mode,
  target,
  account: accountOf(asked, holding, target),
})
