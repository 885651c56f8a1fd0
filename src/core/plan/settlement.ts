// What the ledger says of a grant: never given, standing as given, ended by us, or undone by somebody else.

import type { Grant } from '../model/grant.ts'
import type { HoldingKey } from '../model/id.ts'
import type { Granted, Ledger } from '../report/record.ts'

export type Settled =
  | { readonly is: 'new' }
  /** Recorded as granted and not ended since: what the cloud lacks of it was taken by somebody else. */
  | { readonly is: 'standing'; readonly granted: Granted }
  /** Daypass took it away; wanted again it must be proved again, however old. */
  | { readonly is: 'ended'; readonly granted: Granted }
  | { readonly is: 'undone'; readonly granted: Granted }

export type Settlement = (grant: Pick<Grant, 'key' | 'version'>) => Settled

export const ledgerKey = (grant: Pick<Grant, 'key' | 'version'>): string => `${grant.key} ${grant.version}`

const endOf = (ledger: Ledger, granted: Granted): Settled['is'] => {
  const ended = ledger.ended.get(granted.holding)
  if (ended === undefined || ended.at < granted.at) return 'standing'
  return ended.because === 'undone' ? 'undone' : 'ended'
}

/** A null ledger (unreadable) settles nothing; the plan then gives nothing at all. */
export const settlementOf =
  (ledger: Ledger | null): Settlement =>
  (grant) => {
    const granted = ledger?.granted.get(ledgerKey(grant))
    if (ledger === null || granted === undefined) return { is: 'new' }
    const is = endOf(ledger, granted)
    return is === 'new' ? { is } : { is, granted }
  }

/** Holdings that the ledger shows as given and not ended. */
export function standingHoldings(ledger: Ledger): ReadonlyMap<HoldingKey, readonly Granted[]> {
  const standing = new Map<HoldingKey, Granted[]>()
  for (const granted of ledger.granted.values()) {
    if (endOf(ledger, granted) !== 'standing') continue
    standing.set(granted.holding, [...(standing.get(granted.holding) ?? []), granted])
  }
  return standing
}
