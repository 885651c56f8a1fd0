// Grants, facts and observations to place, for the tests of the mode of IAM users.

import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { type Instant, later } from '../../../src/core/model/time.ts'
import type { Fact, Observation, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { Knowledge } from '../../../src/core/policy/knowledge.ts'
import type { Content } from '../../../src/modes/iam-user/content.ts'
import { needsOf } from '../../../src/modes/iam-user/needs.ts'
import type { Placing } from '../../../src/modes/iam-user/place.ts'
import { QUOTAS } from '../../../src/modes/iam-user/quotas.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'

export const ACCOUNT = '111122223333'
export const TARGET = id<'target'>('orders-prod')

export const version = (letter: string) => id<'version'>(letter.repeat(64))

const LEVELS = {
  iam: { GetUser: 'Read', CreateUser: 'Write', AttachUserPolicy: 'Permissions management' },
  sts: { AssumeRole: 'Write' },
} as const

/** Enough of AWS to judge what could write to IAM. */
export const knowledge: Knowledge = {
  asOf: '2026-09-26',
  services: () => ['dynamodb', 'iam', 's3', 'sts'],
  resources: null,
  actions: (service) =>
    Object.entries(service === 'iam' || service === 'sts' ? LEVELS[service] : {}).map(([name, level]) => ({
      name,
      level,
    })),
}

export const placing: Placing = {
  installation: 'acme',
  quotas: QUOTAS,
  knowledge,
  mayHandOut: () => true,
  ours: (account) => ({
    partition: 'aws',
    account,
    paths: ['/daypass/'],
    roleArns: [`arn:aws:iam::${account}:role/daypass/apply`],
  }),
}

export const allow = (
  actions: readonly string[],
  resources: readonly string[],
  more: Partial<Statement> = {},
): Statement => ({
  effect: 'Allow',
  actions: { only: actions },
  resources: { only: resources },
  conditions: {},
  ...more,
})

export const document = (...statements: readonly Statement[]): PolicyDocument => ({ version: '2012-10-17', statements })

export const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`

const entitlement = (kind: string, what: string, permissions: Permissions): Entitlement => ({
  kind: id(kind),
  what,
  says: what,
  permissions,
  facets: {},
  at: HERE,
})

export const someActions = (...actions: readonly string[]): Entitlement =>
  entitlement('actions', `actions:${actions.join('+')}`, {
    form: 'statements',
    document: document(allow(actions, [TABLE])),
  })

export const aPolicy = (name: string): Entitlement =>
  entitlement('policy', `policy:${name}`, {
    form: 'policy',
    policy: { what: 'policy', by: 'name', value: name, at: HERE },
  })

export const existing = (what: 'role' | 'group' | 'permissionSet', name: string): Entitlement =>
  entitlement(what, `${what}:${name}`, { form: 'existing', thing: { what, by: 'name', value: name, at: HERE } })

export interface GrantParts {
  readonly person?: string
  readonly version?: string
  readonly from?: Instant
  readonly until?: Instant
  readonly directAttachment?: boolean
  readonly used?: Readonly<Record<string, number>>
  /** Text of the policy that is asked for. */
  readonly text?: PolicyDocument
}

export const aGrant = (what: Entitlement, parts: GrantParts = {}): Grant => {
  const person = id<'person'>(parts.person ?? 'marta')
  const letter = parts.version ?? 'a'
  const from = parts.from ?? NOON
  return {
    key: id(`request-${letter}/${person}/${TARGET}/${what.what}`),
    version: version(letter),
    item: {
      key: id(`request-${letter}/${person}/${TARGET}/${what.what}`),
      request: id(`request-${letter}`),
      person,
      target: TARGET,
      entitlement: what,
      bundle: null,
      at: HERE,
    },
    email: `${person}@example.com`,
    account: ACCOUNT,
    mode: id('iam-user'),
    from,
    until: parts.until ?? later(from, hours(2)),
    landedAt: from,
    claimUntil: later(from, hours(24)),
    directAttachment: parts.directAttachment ?? false,
  }
}

export const resolved = (what: Entitlement, parts: GrantParts = {}): Resolved => {
  const grant = aGrant(what, parts)
  const facts = needsOf(grant).map((need): Fact => {
    if (need.what === 'identity')
      return {
        need,
        is: 'found',
        id: `AIDA${grant.item.person.toUpperCase()}`,
        name: grant.email,
        ...(parts.used === undefined ? {} : { used: parts.used }),
      }
    const name = need.name.slice(need.name.lastIndexOf('/') + 1)
    const arn = need.name.startsWith('arn:') ? need.name : `arn:aws:iam::${ACCOUNT}:${need.what}/${name}`
    return { need, is: 'found', id: arn, name, ...(parts.text === undefined ? {} : { document: parts.text }) }
  })
  return { grant, identity: `AIDA${grant.item.person.toUpperCase()}`, facts }
}

export const seeing = (...observed: readonly Observed<Content>[]): Observation<Content> => ({
  asOf: NOON,
  scopes: new Map([[id<'scope'>(`iam:${ACCOUNT}`), { is: 'known', value: 'whole' }]]),
  observed,
  facts: new Map(),
})
