// What the ledger says of a grant: never given, standing as given, ended by us, or undone by somebody else.

import type { Grant } from '../model/grant.ts'
import type { HoldingKey, VersionId } from '../model/id.ts'
import { type Instant, later, MINUTE } from '../model/time.ts'
import { type Granted, grantedKey, type Ledger } from '../report/record.ts'
import type { Mark, Recorded } from './provisioner.ts'

export type Settled =
  | { readonly is: 'new' }
  /** Recorded as granted and not ended since: what the cloud lacks of it was taken by somebody else. */
  | { readonly is: 'standing'; readonly granted: Granted }
  /** Daypass took it away; wanted again it must be proved again, however old. */
  | { readonly is: 'ended'; readonly granted: Granted }
  | { readonly is: 'undone'; readonly granted: Granted }
  /** The record could not be read: it may stand, so it is not taken for that, and nothing is given. */
  | { readonly is: 'untold' }

export type Settlement = (grant: Pick<Grant, 'key' | 'version'>) => Settled

const NEW: Settled = { is: 'new' }
const UNTOLD: Settled = { is: 'untold' }

const read = (ledger: Ledger, grant: Pick<Grant, 'key' | 'version'>): Settled => {
  const granted = ledger.granted.get(grantedKey(grant.key, grant.version))
  if (granted === undefined) return NEW
  if (granted.ended === null) return { is: 'standing', granted }
  return { is: granted.ended.because === 'undone' ? 'undone' : 'ended', granted }
}

/** A null ledger (unreadable) tells nothing; the plan then gives nothing at all. Each grant is looked up once. */
export function settlementOf(ledger: Ledger | null): Settlement {
  if (ledger === null) return () => UNTOLD
  const known = new WeakMap<object, Settled>()
  return (grant) => {
    const before = known.get(grant)
    if (before !== undefined) return before
    const settled = read(ledger, grant)
    known.set(grant, settled)
    return settled
  }
}

export const isStanding = (settlement: Settlement, grant: Pick<Grant, 'key' | 'version'>): boolean =>
  settlement(grant).is === 'standing'

/** As far as the record tells: where it could not be read, whatever is there may be what was given. */
export function mayStand(settlement: Settlement, grant: Pick<Grant, 'key' | 'version'>): boolean {
  const { is } = settlement(grant)
  return is === 'standing' || is === 'untold'
}

/** Holdings that the ledger shows as given and not ended, each with the grants that stand on it. */
export function standingHoldings(ledger: Ledger | null): ReadonlyMap<HoldingKey, readonly Granted[]> {
  const standing = new Map<HoldingKey, Granted[]>()
  for (const granted of ledger?.granted.values() ?? []) {
    if (granted.ended !== null) continue
    const there = standing.get(granted.holding)
    if (there === undefined) standing.set(granted.holding, [granted])
    else there.push(granted)
  }
  return standing
}

/** Whose access could not be taken when that was last tried, and on which thing. */
export const stuckOn = (ledger: Ledger | null): ReadonlyMap<VersionId, HoldingKey> =>
  new Map(
    [...(ledger?.trouble ?? [])].flatMap(([version, { does, holding }]): [VersionId, HoldingKey][] =>
      does === 'takes' && holding !== undefined ? [[version, holding]] : [],
    ),
  )

/** What is told of the world even where it bears no mark. */
export const recordedIn = (ledger: Ledger | null): Recorded =>
  new Map([
    ...[...(ledger?.claims.keys() ?? [])].map((holding): [HoldingKey, null] => [holding, null]),
    ...[...standingHoldings(ledger)].flatMap(([holding, given]) =>
      given.slice(0, 1).map(({ identity }): [HoldingKey, string] => [holding, identity]),
    ),
  ])

/** What the ledger claims, as marks: the newest version that claimed it, and the end it was last given until. */
export function claimMarks(ledger: Ledger | null): ReadonlyMap<HoldingKey, Mark> {
  const standing = ledger === null || ledger.claims.size === 0 ? new Map() : standingHoldings(ledger)
  return new Map(
    [...(ledger?.claims ?? [])].flatMap(([holding, { versions, existedBefore }]): [HoldingKey, Mark][] => {
      if (existedBefore) return []
      const ends = (standing.get(holding) ?? []).map(({ until }: Granted) => until)
      return [[holding, { version: versions.at(-1) ?? '', expires: ends.length === 0 ? null : latest(ends) }]]
    }),
  )
}

const latest = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (b > a ? b : a))

/** How long clouds may go on telling what was there before our last write (AWS IAM user guide, eventual consistency). */
const SETTLING = 5 * MINUTE

/** Whether something that seems taken away since it was given may only not be visible yet. */
export const isSettling = (granted: Pick<Granted, 'confirmed'>, now: Instant): boolean =>
  now < later(granted.confirmed, SETTLING)
