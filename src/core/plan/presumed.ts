// What is presumed to be ours when the record, and with it every claim, is lost (design §5).

import type { Grant } from '../model/grant.ts'
import type { HoldingKey, VersionId } from '../model/id.ts'
import { carriedBy } from '../model/permissions.ts'
import { HOUR, type Instant, later } from '../model/time.ts'
import type { Ledger } from '../report/record.ts'
import type { Drift } from './by-hand.ts'
import type { Desire } from './desire.ts'
import type { Mark, Observation, Provisioner, Resolved } from './provisioner.ts'

/**
 * A run comes with every landing, and one by the clock: whatever landed longer than this (seconds) before the record's first
 * line was told by another record, which is lost.
 */
const UNTOLD = HOUR

type Lost = Pick<Ledger, 'state' | 'since' | 'granted' | 'claims'>

/** Whether it landed under a record before this one. */
export const predates = (grant: Grant, { since }: Pick<Ledger, 'since'>, now: Instant): boolean =>
  later(grant.landedAt, UNTOLD) <= (since ?? now)

/** Versions of which this record tells that they were given, or were to be. */
const toldOf = ({ granted, claims }: Lost): ReadonlySet<VersionId> =>
  new Set([
    ...[...granted.values()].map(({ version }) => version),
    ...[...claims.values()].flatMap(({ versions }) => versions),
  ])

/**
 * Grants of requests that are over and could still be held, since their way of giving does not end by itself: asked about
 * only where there is no record at all, or where they were given under one that is lost.
 */
export function presumable(
  desired: Desire,
  carries: ReadonlyMap<string, Provisioner<unknown>['carries']>,
  ledger: Lost | null,
  now: Instant,
): readonly Grant[] {
  if (ledger === null) return []
  const told = toldOf(ledger)
  return desired.wishes.flatMap(({ grant, fate }) => {
    const lapse = carries.get(grant.mode)?.[carriedBy(grant.item.entitlement.permissions)]
    if (fate.is !== 'over' || fate.because === 'refused' || lapse !== 'never' || told.has(grant.version)) return []
    const ended = ledger.state !== 'whole' && fate.because === 'expired'
    return ended || predates(grant, ledger, now) ? [grant] : []
  })
}

export interface Presumed {
  readonly claims: ReadonlyMap<HoldingKey, Mark>
  readonly drift: readonly Drift[]
}

/**
 * An unmarked thing that a request that is over names exactly, of the kind that only a claim would have marked. `told`:
 * things of which the record has something to say itself.
 */
export function presume<T>(
  provisioner: Pick<Provisioner<T>, 'place'>,
  ended: readonly Resolved[],
  seen: Observation<T>,
  told: ReadonlySet<HoldingKey> = new Set(),
): Presumed {
  if (ended.length === 0) return { claims: new Map(), drift: [] }
  const there = new Map(seen.observed.map((one) => [one.key, one]))
  const found = provisioner.place(ended, seen).holdings.flatMap((want) => {
    const have = there.get(want.key)
    const last = want.holders.find(({ grant }) => grant.until === want.until)
    return want.markedBy === 'claim' && have?.mark === null && last !== undefined && !told.has(want.key)
      ? [{ want, have, last }]
      : []
  })
  return {
    claims: new Map(
      found.map(({ want, last }): [HoldingKey, Mark] => [
        want.key,
        { version: last.grant.version, expires: want.until },
      ]),
    ),
    drift: found.map(({ want, have }) => ({
      holding: want.key,
      grants: want.holders.map(({ grant }) => grant.key),
      is: 'presumed-ours',
      says: `${have.says}: the record is lost, and a request that ended names exactly this, so it is taken away`,
      found: { mode: have.mode, target: have.target },
    })),
  }
}
