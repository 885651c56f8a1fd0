// Names and keys, what is needed and presumed, and how people come to use what they hold through Identity Center.

import { describe, expect, it } from 'vitest'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { Fact, Need, Resolved } from '../../../src/core/plan/provisioner.ts'
import {
  assignmentKey,
  isNamedAsOurs,
  isOfInstallation,
  readKey,
  setKey,
  setName,
} from '../../../src/modes/identity-center/naming.ts'
import { CARRIES, needsOf } from '../../../src/modes/identity-center/needs.ts'
import { presume } from '../../../src/modes/identity-center/presume.ts'
import { reach } from '../../../src/modes/identity-center/reach.ts'
import { anAccount, HERE, someSettings } from '../../support/builders.ts'
import { ACCOUNT, anAssignment, aSet, wanting } from './sets.ts'
import { actions, aGrant, managed, named } from './support.ts'

describe('the name of a set of ours', () => {
  const nameOf = (permissions: Permissions | null, installation = 'acme'): string =>
    setName({
      installation,
      account: ACCOUNT,
      person: id('marta'),
      entitlement: permissions === null ? null : { what: JSON.stringify(permissions), permissions },
    })

  it.each<[string, Permissions | null, RegExp]>([
    ['actions', actions('s3:GetObject', 'sqs:SendMessage'), /^s3-sqs-dp[a-z2-7]{13}$/],
    ['all actions', actions('*'), /^dp[a-z2-7]{13}$/],
    ['a policy', managed('orders/requeue'), /^requeue-dp[a-z2-7]{13}$/],
    ['everything that a person holds', null, /^access-dp[a-z2-7]{13}$/],
    ['a long name', managed('AmazonElasticFileSystemReadOnly'), /^AmazonElasticFil-dp[a-z2-7]{13}$/],
    ['a name that is cut after a dash', managed('abcdefghijklmn--opq'), /^abcdefghijklmn-dp[a-z2-7]{13}$/],
  ])('says what it is of %s, in 32 letters', (_what, permissions, shape) => {
    const name = nameOf(permissions)
    expect(name).toMatch(shape)
    expect(name.length).toBeLessThanOrEqual(32)
    expect([isNamedAsOurs(name), isOfInstallation(name, 'acme'), isOfInstallation(name, 'other')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is the same in every release: sets that are there already are known by it', () => {
    const permissions = managed('requeue')
    const one = { installation: 'acme', account: ACCOUNT, person: id<'person'>('marta') }
    expect(nameOf(null)).toBe('access-dpqivgxljvbtvjd')
    expect(setName({ ...one, entitlement: { what: 'policy:requeue', permissions } })).toBe('requeue-dpqivjqx6rdywjj')
  })

  it.each([
    ['dpabcdefghij234', true],
    ['x-dpabcdefghij234', true],
    ['xdpabcdefghij234', false],
    ['dpabcdefghij2345', false],
    ['dpabcdefghij23', false],
    ['dpabcdefghij231', false],
    ['dpabcdefghij234-x', false],
  ])('is told from that of others: %s %s', (name, is) => {
    expect(isNamedAsOurs(name)).toBe(is)
    if (!is) expect(isOfInstallation(name, 'acme')).toBe(false)
  })
})

describe('a key', () => {
  it.each<[HoldingKey, object | null]>([
    [id(`${ACCOUNT}/set/a`), { is: 'set', account: ACCOUNT, name: 'a' }],
    [id(`${ACCOUNT}/assignment/u-1/a`), { is: 'assignment', account: ACCOUNT, userId: 'u-1', set: 'a' }],
    [id(`${ACCOUNT}/set/a/b`), { is: 'set', account: ACCOUNT, name: 'a/b' }],
    [id(`${ACCOUNT}/assignment/u/a/b`), { is: 'assignment', account: ACCOUNT, userId: 'u', set: 'a/b' }],
    [id(`${ACCOUNT}/assignment`), { is: 'assignment', account: ACCOUNT, userId: '', set: '' }],
    [id(`${ACCOUNT}/pool/u`), null],
    [id(`${ACCOUNT}0/set/a`), null],
    [id('x/set/a'), null],
    [id(`1${ACCOUNT}/set/a`), null],
    [id(''), null],
  ])('%s is read as %j', (key, read) => {
    expect(readKey(key)).toEqual(read)
  })

  it('is made of what it names', () => {
    expect(setKey(ACCOUNT, 'a')).toBe(`${ACCOUNT}/set/a`)
    expect(assignmentKey(ACCOUNT, 'u-1', 'a')).toBe(`${ACCOUNT}/assignment/u-1/a`)
  })
})

describe('what a grant needs', () => {
  it.each<[string, Permissions, readonly (readonly [string, string])[]]>([
    ['actions', actions('s3:*'), []],
    ['a policy', managed('Readers'), [['policy', 'Readers']]],
    [
      'a limited policy',
      { form: 'narrowed', policy: { what: 'policy', by: 'name', value: 'Power', at: HERE }, to: [] },
      [['policy', 'Power']],
    ],
    ['a set', named('permissionSet', 'ReadOnly'), [['permissionSet', 'ReadOnly']]],
    ['a role', named('role', 'orders'), [['role', 'orders']]],
  ])('for %s is the person, the account, and what is named', (_what, permissions, things) => {
    const always = [
      ['identity', 'marta@example.com'],
      ['account', ACCOUNT],
    ]
    expect(needsOf(aGrant(permissions)).map(({ target, what, name }) => [target, what, name])).toEqual(
      [...always, ...things].map((rest) => ['prod', ...rest]),
    )
  })

  it('is carried, but for groups', () => {
    expect(CARRIES).toEqual({
      statements: 'always',
      policy: 'always',
      narrowed: 'always',
      role: 'depends',
      permissionSet: 'never',
      group: null,
    })
  })
})

describe('what is presumed before the merge', () => {
  const settings = (): Settings =>
    someSettings({ accounts: [anAccount('stage', { id: '1' }), anAccount('prod', { id: ACCOUNT })] })
  const need = (what: Need['what'], name: string, target = 'prod'): Need => ({ target: id(target), what, name })
  const shown = ({ need: _, ...fact }: Fact): object => fact
  const later = (target: string) => ({
    is: 'unknown',
    because: {
      kind: 'not-found',
      call: `looking at ${target}`,
      said: 'that is only looked at after the merge',
    },
  })

  it.each<[Need['what'], string, string, string]>([
    ['identity', 'marta@x.org', 'marta@x.org', 'marta@x.org'],
    ['account', ACCOUNT, ACCOUNT, ACCOUNT],
    ['permissionSet', 'ReadOnly', 'ReadOnly', 'ReadOnly'],
    ['permissionSet', 'arn:aws:sso:::permissionSet/a/ps-1', 'arn:aws:sso:::permissionSet/a/ps-1', 'ps-1'],
    ['role', 'teams/orders', `arn:aws:iam::${ACCOUNT}:role/teams/orders`, 'orders'],
    ['role', 'arn:aws:iam::1:role/orders', 'arn:aws:iam::1:role/orders', 'orders'],
  ])('is the %s %s', (what, text, of, name) => {
    const wanted = need(what, text)
    expect(presume(settings(), wanted)).toEqual({ need: wanted, is: 'found', id: of, name })
  })

  it('is no policy, no group, and nothing of an account that settings do not know', () => {
    for (const what of ['policy', 'group'] as const)
      expect(shown(presume(settings(), need(what, 'x')))).toEqual(later('prod'))
    expect(shown(presume(settings(), need('identity', 'x', 'nowhere')))).toEqual(later('nowhere'))
    expect(shown(presume({ ...settings(), aws: null }, need('identity', 'x')))).toEqual(later('prod'))
  })
})

describe('the way to it', () => {
  const portal = (set: string): string =>
    `Portal: https://d-1.awsapps.com/start/#/console?account_id=${ACCOUNT}&role_name=${set}`
  const profile = (set: string): readonly string[] => [
    'CLI, in ~/.aws/config:',
    `[profile prod-${set}]`,
    'sso_start_url = https://d-1.awsapps.com/start',
    'sso_region = eu-west-1',
    `sso_account_id = ${ACCOUNT}`,
    `sso_role_name = ${set}`,
  ]

  it('is a link into the console, and lines for the command line', () => {
    for (const [content, set] of [
      [aSet(), 's3-dpabcdefghij234'],
      [anAssignment(), 'ReadOnly'],
    ] as const)
      expect(reach(wanting(content))).toEqual([
        portal(set),
        ...profile(set),
        `Then: aws sso login --profile prod-${set}`,
      ])
  })

  it('to a role goes on from the session of the set', () => {
    const grant = aGrant(named('role', 'orders'))
    const arn = `arn:aws:iam::${ACCOUNT}:role/teams/orders`
    const facts = needsOf(grant).map((need): Fact => ({ need, is: 'found', id: arn, name: 'orders' }))
    const lost: Resolved = { grant, identity: 'user-1', facts: facts.map(({ need }) => ({ need, is: 'absent' })) }
    const holders: readonly Resolved[] = [{ grant, identity: 'user-1', facts }, lost]
    const set = 's3-dpabcdefghij234'
    expect(reach(wanting(aSet(), { holders }))).toEqual([
      portal(set),
      ...profile(set),
      '[profile prod-orders]',
      `role_arn = ${arn}`,
      `source_profile = prod-${set}`,
      `Then: aws sso login --profile prod-${set}`,
    ])
  })
})
