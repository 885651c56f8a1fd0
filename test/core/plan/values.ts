// Grants, records, steps and plans written down by hand, for tests of one decision each.

import { digest } from '../../../src/core/model/canonical.ts'
import type { Grant, Version } from '../../../src/core/model/grant.ts'
import { type HoldingKey, id, type VersionId } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { makePlan, type Plan } from '../../../src/core/plan/plan.ts'
import type { Step } from '../../../src/core/plan/provisioner.ts'
import type { Remembering } from '../../../src/core/plan/remembering.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import { type Claim, type Granted, grantedKey, type Ledger } from '../../../src/core/report/record.ts'
import { aBadge, HERE, hours, NOON } from '../../support/builders.ts'

export const versionOf = (request: string): VersionId => id<'version'>(digest(request))

/** `marta`'s blue badge in `prod` from noon for two hours, claimed within a day, unless told otherwise. */
export function aGrant(request: string, more: Partial<Grant> & { readonly badge?: string } = {}): Grant {
  const { badge = 'blue', ...rest } = more
  const entitlement = aBadge(badge)
  const item = {
    key: id<'grant'>(`${request}/marta/prod/${entitlement.what}`),
    request: id<'request'>(request),
    person: id<'person'>('marta'),
    target: id<'target'>('prod'),
    entitlement,
    bundle: null,
    at: HERE,
    ...rest.item,
  }
  return {
    key: item.key,
    version: versionOf(request),
    email: 'marta@example.com',
    account: '111122223333',
    mode: id('toy'),
    from: NOON,
    until: later(NOON, hours(2)),
    landedAt: NOON,
    claimUntil: later(NOON, hours(24)),
    directAttachment: false,
    ...rest,
    item,
  }
}

export const holdingOf = ({ item }: Grant): HoldingKey =>
  id(`${item.target}/${item.person}/${item.entitlement.facets['badge']?.[0]}`)

/** The grant as the record has it: given at noon, and standing. */
export const aGranted = (grant: Grant, more: Partial<Granted> = {}): Granted => ({
  grant: grant.key,
  version: grant.version,
  holding: holdingOf(grant),
  mode: grant.mode,
  target: grant.item.target,
  account: grant.account,
  identity: `id-of-${grant.email}`,
  content: digest(`content of ${holdingOf(grant)}`),
  until: grant.until,
  reach: [],
  at: NOON,
  confirmed: NOON,
  ended: null,
  ...more,
})

export const aLedger = (granted: readonly Granted[] = [], more: Partial<Ledger> = {}): Ledger => ({
  ...foldLines([]),
  state: 'whole',
  since: NOON,
  granted: new Map(granted.map((one) => [grantedKey(one.grant, one.version), one])),
  ...more,
})

export const aClaim = (more: Partial<Claim> = {}): Claim => ({
  versions: [],
  existedBefore: false,
  at: NOON,
  mode: id('toy'),
  target: id('prod'),
  account: '111122223333',
  ...more,
})

/** Gives the grant, by one call. */
export const aStep = (grant: Grant, more: Partial<Step> = {}): Step => ({
  id: id(`step ${grant.key}`),
  mode: grant.mode,
  holding: holdingOf(grant),
  target: grant.item.target,
  scope: id(grant.item.target),
  lane: id(`toy:${grant.item.target}`),
  do: 'grant',
  effect: 'gives',
  because: 'asked',
  says: `${grant.item.entitlement.says} for ${grant.item.person} in ${grant.item.target}`,
  holders: [{ grant: grant.key, version: grant.version }],
  identity: `id-of-${grant.email}`,
  content: digest(`content of ${holdingOf(grant)}`),
  until: grant.until,
  lapse: 'never',
  calls: [{ op: 'pin', lane: id(`toy:${grant.item.target}`), effect: 'gives', with: { key: holdingOf(grant) } }],
  notAfter: grant.until,
  reach: [],
  ...more,
})

/** Takes what the grant gave. */
export const aRevocation = (grant: Grant, more: Partial<Step> = {}): Step =>
  aStep(grant, {
    id: id(`end ${grant.key}`),
    do: 'revoke',
    effect: 'takes',
    because: 'expired',
    holders: [],
    lapse: null,
    calls: [{ op: 'unpin', lane: id(`toy:${grant.item.target}`), effect: 'takes', with: { key: holdingOf(grant) } }],
    notAfter: null,
    ...more,
  })

export const aPlan = (more: Partial<Omit<Plan<'live'>, 'digest'>> = {}): Plan<'live'> =>
  makePlan<'live'>({
    basis: 'live',
    head: id('0'.repeat(40)),
    now: NOON,
    wishes: [],
    steps: [],
    unrecorded: [],
    vanished: [],
    spent: [],
    blocked: [],
    drift: [],
    unread: [],
    ...more,
  })

const editionOf = (request: string): Version => ({
  id: versionOf(request),
  request: id(request),
  path: `config/requests/${request}.yaml`,
  blob: id(`blob of ${request}`),
  landing: id(`landing of ${request}`),
  landedAt: NOON,
})

/** A run that has nothing to write, over the requests `a`, `b` and `c`. */
export const aRemembering = (more: Partial<Remembering> = {}): Remembering => ({
  plan: aPlan(),
  verdicts: new Map(),
  versions: new Map(['a', 'b', 'c'].map((request) => [versionOf(request), editionOf(request)])),
  ledger: aLedger(),
  job: 'apply',
  everyVersion: new Set(['a', 'b', 'c'].map(versionOf)),
  accounts: new Map([['prod', '111122223333']]),
  ...more,
})
