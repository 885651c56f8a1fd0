// What is presumed to be ours when the record, and with it every claim, is lost (design §5).

import type { Grant } from '../model/grant.ts'
import type { HoldingKey } from '../model/id.ts'
import { carriedBy } from '../model/permissions.ts'
import type { Ledger } from '../report/record.ts'
import type { Drift } from './by-hand.ts'
import type { Desire } from './desire.ts'
import type { Mark, Observation, Provisioner, Resolved } from './provisioner.ts'

/**
 * Grants of requests that ended and could still be held, since their way of giving does not end by itself: asked about only
 * where there is no record at all.
 */
export function presumable(
  desired: Desire,
  carries: ReadonlyMap<string, Provisioner<unknown>['carries']>,
  ledger: Pick<Ledger, 'state'> | null,
): readonly Grant[] {
  if (ledger === null || ledger.state === 'whole') return []
  return desired.wishes.flatMap(({ grant, fate }) => {
    const lapse = carries.get(grant.mode)?.[carriedBy(grant.item.entitlement.permissions)]
    return fate.is === 'over' && fate.because === 'expired' && lapse === 'never' ? [grant] : []
  })
}

export interface Presumed {
  readonly claims: ReadonlyMap<HoldingKey, Mark>
  readonly drift: readonly Drift[]
}

/** An unmarked thing that an ended request names exactly, of the kind that only a claim would have marked. */
export function presume<T>(
  provisioner: Pick<Provisioner<T>, 'place'>,
  ended: readonly Resolved[],
  seen: Observation<T>,
): Presumed {
  if (ended.length === 0) return { claims: new Map(), drift: [] }
  const there = new Map(seen.observed.map((one) => [one.key, one]))
  const found = provisioner.place(ended, seen).holdings.flatMap((want) => {
    const have = there.get(want.key)
    const last = want.holders.find(({ grant }) => grant.until === want.until)
    return want.markedBy === 'claim' && have?.mark === null && last !== undefined ? [{ want, have, last }] : []
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
