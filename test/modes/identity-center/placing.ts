// Live grants with what the world answered to them, placed in Identity Center, for the tests of that.

import type { Grant } from '../../../src/core/model/grant.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Fact, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { Content } from '../../../src/modes/identity-center/content.ts'
import { needsOf } from '../../../src/modes/identity-center/needs.ts'
import { type Placing, place } from '../../../src/modes/identity-center/place.ts'
import { QUOTAS } from '../../../src/modes/identity-center/quotas.ts'
import { NOON } from '../../support/builders.ts'
import { PORTAL } from './sets.ts'
import { aGrant } from './support.ts'

const HUB = '999988887777'

export const placing = (sets: 'separate' | 'merged' = 'separate', more: Partial<Placing> = {}): Placing => ({
  installation: 'acme',
  identityCenter: { home: HUB, region: 'eu-west-1', match: 'userName', managementAccount: 'refused', sets },
  protected: { people: [], targets: [], things: [] },
  quotas: QUOTAS,
  ours: (account) => ({
    partition: 'aws',
    account,
    paths: ['/daypass/'],
    roleArns: [`arn:aws:iam::${account}:role/audit/daypass`],
  }),
  ...more,
})

/** What the world answers to a need; what it does not is found under its own name. */
export type Answers = Partial<Record<Fact['need']['what'], object>>

export const asking = (grant: Grant, answers: Answers = {}): Resolved => ({
  grant,
  identity: 'user-1',
  facts: needsOf(grant).map((need): Fact => {
    const usual = { is: 'found', id: `id of ${need.name}`, name: need.what === 'account' ? PORTAL.url : need.name }
    return { need, ...usual, ...answers[need.what] } as Fact
  }),
})

export const putting = (asked: Placing, live: readonly Resolved[], ...observed: readonly Observed<Content>[]) =>
  place(asked, live, { asOf: NOON, scopes: new Map(), observed, facts: new Map() })

export const AWS = 'arn:aws:iam::aws:policy/job-function/ReadOnly'
export const grantOf = (permissions: Permissions, letter = 'a'): Grant =>
  aGrant(permissions, { letter, what: `${permissions.form} ${letter}` })
