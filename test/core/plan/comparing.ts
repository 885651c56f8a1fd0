// One look at a world of badges and what should be there, put together by hand: what diff and by-hand are asked.

import { known } from '../../../src/core/model/edge-error.ts'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Instant } from '../../../src/core/model/time.ts'
import type { Compared } from '../../../src/core/plan/diff.ts'
import type { Effect, Holding, Observation, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { hours, NOON } from '../../support/builders.ts'
import { badgeDigest, type Content, emptyToyWorld, toyMode } from '../../support/toy-mode.ts'
import { aGranted, aLedger, holdingOf } from './values.ts'

export const TOY = toyMode(emptyToyWorld(), ['prod'], NOON)
/** Long enough after noon for everything that was given then to be seen. */
export const LATER = (NOON + hours(1)) as Instant

export const resolved = (grant: Grant): Resolved => ({ grant, identity: `id-of-${grant.email}`, facts: [] })

export const contentOf = (grant: Grant, until: Instant = grant.until): Content => ({
  target: grant.item.target,
  person: grant.item.person,
  name: grant.item.entitlement.facets['badge']?.[0] ?? '',
  until,
})

export const wanted = (...grants: readonly Grant[]): Holding<Content> => {
  const [holding] = TOY.place(grants.map(resolved), seeing()).holdings
  if (holding === undefined) throw new Error('nothing is wanted')
  return holding
}

/** The badge of the grant, there and marked, until its end or another. */
export const there = (
  grant: Grant,
  { until, ...more }: Partial<Observed<Content>> & { readonly until?: Instant } = {},
): Observed<Content> => ({
  key: holdingOf(grant),
  mode: id('toy'),
  target: grant.item.target,
  scope: id(grant.item.target),
  state: 'there',
  mark: { version: grant.version, expires: until ?? grant.until },
  identity: `id-of-${grant.email}`,
  content: contentOf(grant, until),
  digest: badgeDigest(contentOf(grant, until)),
  says: `badge ${contentOf(grant).name} of marta in prod`,
  ...more,
})

export const seeing = (...observed: readonly Observed<Content>[]): Observation<Content> => ({
  asOf: LATER,
  scopes: new Map([[id<'scope'>('prod'), known('whole' as const)]]),
  observed,
  facts: new Map(),
})

/** The grant as given with exactly what it says now. */
export const pinned = (grant: Grant, more: Partial<Granted> = {}): Granted =>
  aGranted(grant, { content: badgeDigest(contentOf(grant)), ...more })

export interface Given {
  readonly live?: readonly Grant[]
  readonly observed?: readonly Observed<Content>[]
  readonly granted?: readonly Granted[]
  /** What any change of what is there is said to do; missing: as the badges' ends have it. */
  readonly effect?: Effect
}

export function compared(
  { live = [], observed = [], granted = [], effect }: Given,
  more: Partial<Compared<Content>> = {},
): Compared<Content> {
  const standing = granted.filter(({ ended }) => ended === null)
  return {
    provisioner: effect === undefined ? TOY : { ...TOY, effectOf: () => effect },
    live: live.map(resolved),
    seen: seeing(...observed),
    settlement: settlementOf(aLedger(granted)),
    recorded: Map.groupBy(standing, ({ holding }) => holding),
    whyNot: () => 'withdrawn',
    ...more,
  }
}
