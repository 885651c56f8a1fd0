// What is in a table of operations can be done with the role that is made from it, and what is in none cannot.

import { describe, expect, it } from 'vitest'
import type { Job } from '../../src/core/model/settings.ts'
import { operationsFor } from '../../src/install/blueprint/operations.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { mayDo, type Probe } from '../../src/sandbox/access.ts'
import { anyFilter, aRule } from '../support/builders.ts'
import { CENTER, deployed, HUB, installable, LEGACY, NOW, printed, TARGET, thief } from './ground.ts'

const settings = installable()
const world = deployed(settings)
const knowledge = await loadKnowledge()

const KEY = 'arn:aws:secretsmanager:eu-west-1:999900001111:secret:daypass/okta-a1b2c3'

const SERVICES = [
  'secretsmanager',
  'iam',
  'sts',
  'sso',
  'identitystore',
  'organizations',
  'account',
  'sso-directory',
  'resource-explorer-2',
  'tag',
]

const iam = (account: string, rest: string): string => `arn:aws:iam::${account}:${rest}`

/** One thing of each sort that the roles may touch, as favourable as could be. */
const resourcesIn = (account: string): readonly string[] => [
  '*',
  iam(account, 'policy/daypass/harbor/orders-marta'),
  iam(account, 'user/marta'),
  iam(account, 'group/readers'),
  iam(account, 'role/orders'),
  iam(account, 'role/daypass/harbor/pool/daypass-pool-abcd-01'),
  iam(account, 'role/daypass/inventory'),
  iam(account, 'oidc-provider/token.actions.githubusercontent.com'),
  iam(account, 'saml-provider/Okta'),
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
  `arn:aws:resource-explorer-2:eu-west-1:${account}:view/daypass/1`,
  'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef',
  'arn:aws:sso:::account/222233334444',
  iam('222233334444', 'role/daypass/apply'),
]

const favourable = (account: string, tag: string): NonNullable<Probe['context']> => ({
  'iam:PolicyARN': iam(account, 'policy/daypass/harbor/orders-marta'),
  'aws:TagKeys': [tag],
  'aws:RequestTag/daypass:installation': 'harbor',
  'aws:ResourceTag/daypass:installation': 'harbor',
})

const everyAction = SERVICES.flatMap((service) => knowledge.actions(service).map(({ name }) => `${service}:${name}`))

function canDo(account: string, role: string): readonly string[] {
  const contexts = ['daypass:harbor:x', 'daypass:state'].map((tag) => favourable(account, tag))
  return everyAction
    .filter((action) => !action.startsWith('sts:'))
    .filter((action) =>
      resourcesIn(account).some((resource) =>
        contexts.some(
          (context) => mayDo(world, { as: thief(account, role), action, resource, at: NOW, context }).allowed,
        ),
      ),
    )
}

const rolesOf = printed(settings).shapes.flatMap(({ parts, places, roles }) =>
  places.flatMap(({ id }) =>
    roles.filter(({ title }) => !title.startsWith('hub-')).map((role) => ({ parts, account: id, ...role })),
  ),
)

const named = (parts: readonly string[], job: Job): readonly string[] =>
  [...new Set(operationsFor(parts, job, settings).flatMap(({ action, also = [] }) => [action, ...also]))].sort()

describe('the roles in the accounts', () => {
  it.each(rolesOf)('$name in $account can do what the tables name for it, and nothing else', (role) => {
    expect([...canDo(role.account, role.name)].sort()).toEqual(named(role.parts, role.job))
  })

  it('expire can do nothing that gives', () => {
    for (const { parts, job } of rolesOf.filter((role) => role.job === 'expire'))
      expect(operationsFor(parts, job, settings).filter(({ effect }) => effect === 'gives')).toEqual([])
  })

  it('inventory only reads', () => {
    for (const { parts, job } of rolesOf.filter((role) => role.job === 'inventory'))
      expect(operationsFor(parts, job, settings).every(({ effect }) => effect === 'reads')).toBe(true)
  })

  it.each(['apply', 'expire', 'inventory'])(
    'hub-%s can do nothing at all but enter accounts and read the key to Okta',
    (job) => {
      expect(canDo(HUB, `hub-${job}`)).toEqual([])
      const reading = { as: thief(HUB, `hub-${job}`), action: 'secretsmanager:GetSecretValue', at: NOW }
      expect(mayDo(world, { ...reading, resource: KEY }).allowed).toBe(true)
      expect(mayDo(world, { ...reading, resource: KEY.replace('okta-a1b2c3', 'other-a1b2c3') }).allowed).toBe(false)
    },
  )

  it('is not permitted to hand out groups and policies that nobody listed', () => {
    const nothing = deployed(installable({ handsOut: { groups: [], policies: [] } }))
    const as = thief('111122223333', 'apply')
    const adding = { as, action: 'iam:AddUserToGroup', resource: iam('111122223333', 'group/readers'), at: NOW }
    expect(mayDo(nothing, adding).allowed).toBe(false)
    expect(mayDo(world, adding).allowed).toBe(true)
  })
})

describe('where a rule looks at the tags of resources', () => {
  const people = { ...anyFilter, resourceTags: { data: [{ is: 'glob' as const, text: 'people' }] } }
  const looking = deployed({ ...settings, rules: [aRule('people', [], { what: people, deny: 'no' })] })
  const may = (there: typeof world, account: string, role: string, action: string): boolean =>
    mayDo(there, { as: thief(account, role), action, resource: '*', at: NOW }).allowed

  it.each(['apply', 'expire'])(
    '%s may read them in every account it gives access in, and only there and then',
    (role) => {
      for (const account of [TARGET, CENTER, LEGACY]) {
        expect(may(looking, account, role, 'tag:GetResources')).toBe(true)
        expect(may(looking, account, role, 'account:ListRegions')).toBe(true)
        expect(may(looking, account, role, 'tag:TagResources')).toBe(false)
        expect(may(world, account, role, 'tag:GetResources')).toBe(false)
      }
      expect(may(looking, TARGET, 'inventory', 'tag:GetResources')).toBe(false)
    },
  )
})
