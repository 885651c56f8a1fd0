// Why something of ours that is there is not wanted.

import type { VersionId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Granted } from '../report/record.ts'
import type { Desire } from './desire.ts'
import type { Because, Observed } from './provisioner.ts'
import type { HoldingKey } from '../model/id.ts'

/** As much of a version as every mark has room for. */
export const MARKED = 40

export interface WhyNot {
  readonly desired: Desire
  /** Every version that ever landed on the first-parent chain. */
  readonly everyVersion: ReadonlySet<VersionId>
  readonly recorded: ReadonlyMap<HoldingKey, readonly Granted[]>
  readonly closing: ReadonlySet<string>
  /** Grants that could not be looked at in this run: what holds them is left alone. */
  readonly unsure: ReadonlySet<string>
  readonly now: Instant
}

/** Returns a function of a holding; null = leave it alone in this run. */
export function whyNot(asked: WhyNot): (have: Observed<unknown>) => Because | null {
  const fates = new Map<string, { because: Because; unsure: boolean }>()
  for (const { grant, fate } of asked.desired.wishes) {
    const because = fate.is === 'over' ? fate.because : fate.is === 'dead' ? 'expired' : 'changed'
    const before = fates.get(grant.version.slice(0, MARKED))
    const unsure = asked.unsure.has(grant.key) || before?.unsure === true
    if (before === undefined || because !== 'changed') fates.set(grant.version.slice(0, MARKED), { because, unsure })
    else if (unsure) fates.set(grant.version.slice(0, MARKED), { ...before, unsure })
  }
  const ever = new Set([...asked.everyVersion].map((version) => version.slice(0, MARKED)))
  return (have) => {
    const named = [
      ...(have.mark === null ? [] : [have.mark.version.slice(0, MARKED)]),
      ...(asked.recorded.get(have.key) ?? []).map((granted) => granted.version.slice(0, MARKED)),
    ]
    const known = named.flatMap((version) => fates.get(version) ?? [])
    if (known.some((one) => one.unsure)) return null
    if (have.mark?.expires != null && have.mark.expires <= asked.now) return 'expired'
    if (asked.closing.has(have.target)) return 'closing'
    const first = known[0]
    if (first !== undefined) return first.because
    return named.some((version) => ever.has(version)) ? 'withdrawn' : 'stray'
  }
}
