// Live grants, placed in the app of one account, for the tests of that.

import type { Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { Content } from '../../../src/modes/okta-saml/content.ts'
import { type Placing, place } from '../../../src/modes/okta-saml/place.ts'
import { NOON } from '../../support/builders.ts'
import { federation } from './pool.ts'

export const placing = (more: Partial<Placing> = {}): Placing => ({
  host: 'acme.okta.com',
  federation: () => federation,
  ours: (account) => ({
    partition: 'aws',
    account,
    paths: ['/daypass/'],
    roleArns: [`arn:aws:iam::${account}:role/audit/daypass`],
  }),
  ...more,
})

export const putting = (live: readonly Resolved[], ...observed: readonly Observed<Content>[]) =>
  place(placing(), live, { asOf: NOON, scopes: new Map(), observed, facts: new Map() })
