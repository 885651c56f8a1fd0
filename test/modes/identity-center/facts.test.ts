// What Identity Center and its organisation answer to the needs of grants, and what is told with a refusal.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { IdentityCenterHome } from '../../../src/core/model/settings.ts'
import type { Need } from '../../../src/core/plan/provisioner.ts'
import type { Center } from '../../../src/modes/identity-center/center.ts'
import { type Answering, accountFact, answer, setsNamed } from '../../../src/modes/identity-center/facts.ts'
import { setName } from '../../../src/modes/identity-center/naming.ts'
import { personFact, type StoreUser } from '../../../src/modes/identity-center/people.ts'
import { ACCOUNT, PORTAL } from './sets.ts'

const HOME = '999988887777'
const MANAGEMENT = '000011112222'

const home = (more: Partial<IdentityCenterHome> = {}): IdentityCenterHome => ({
  home: HOME,
  region: 'eu-west-1',
  match: 'userName',
  managementAccount: 'refused',
  sets: 'separate',
  ...more,
})

const center = (more: Partial<Center> = {}): Center => ({
  instance: 'arn:aws:sso:::instance/ssoins-1',
  store: 'd-1',
  portal: PORTAL,
  management: MANAGEMENT,
  askedFrom: 'management',
  accounts: new Map([
    [ACCOUNT, 'ACTIVE'],
    [MANAGEMENT, 'ACTIVE'],
    ['444455556666', 'SUSPENDED'],
  ]),
  ...more,
})

const answering = (more: Partial<Answering> = {}): Answering => ({
  installation: 'acme',
  home: home(),
  center: center(),
  people: { byId: new Map(), byName: new Map() },
  names: new Map(),
  sessions: new Map(),
  assignable: new Set(),
  ...more,
})

const need = (what: Need['what'], name: string): Need => ({ target: id('prod'), what, name })

const told = (from: Answering, what: Need['what'], name: string) => {
  const wanted = need(what, name)
  const fact = answer(from, wanted)
  if (fact === null) return null
  const { need: of, ...rest } = fact
  expect(of).toBe(wanted)
  return rest
}

describe('an account', () => {
  const ours = (installation: string): string =>
    setName({ installation, account: ACCOUNT, person: id('marta'), entitlement: null })

  it('of the organisation is found, with where people enter and how many sets are not ours', () => {
    const names = new Map([
      ['arn:1', ours('acme')],
      ['arn:2', ours('other')],
      ['arn:3', 'ReadOnly'],
    ])
    expect(told(answering({ names }), 'account', ACCOUNT)).toEqual({
      is: 'found',
      id: 'arn:aws:sso:::instance/ssoins-1',
      name: 'https://d-1.awsapps.com/start',
      used: { sets: 2 },
    })
  })

  it.each<[string, string, Partial<Answering>, string, string]>([
    [
      'of no organisation, or another',
      '555566667777',
      {},
      'prod (555566667777) is not in the organisation of 000011112222',
      'correct its id, or invite it',
    ],
    [
      'that is shut',
      '444455556666',
      {},
      'prod (444455556666) is suspended in its organisation',
      'reopen it, or set `closing: true`',
    ],
    [
      'that manages the organisation, unless owners allow it',
      MANAGEMENT,
      {},
      'prod (000011112222) is the management account of its organisation',
      'choose another account; owners can write `managementAccount: allowed` in integrations/aws.yaml',
    ],
    [
      'that manages the organisation, where Daypass works from another',
      MANAGEMENT,
      { home: home({ managementAccount: 'allowed' }), center: center({ askedFrom: 'delegated' }) },
      'prod (000011112222) is the management account, which a delegated administrator cannot give access to',
      'set identityCenter.home to the management account, or choose another account',
    ],
  ])('%s is given nothing', (_which, account, more, because, cure) => {
    expect(told(answering(more), 'account', account)).toEqual({ is: 'unfit', because, cure })
  })

  it('that manages the organisation is found where owners allow it and Daypass works from it', () => {
    expect(told(answering({ home: home({ managementAccount: 'allowed' }) }), 'account', MANAGEMENT)).toMatchObject({
      is: 'found',
    })
  })

  it('beside it is found, from wherever Daypass works', () => {
    const from = answering({ center: center({ askedFrom: 'delegated' }) })
    expect(accountFact(from, need('account', ACCOUNT)).is).toBe('found')
    const allowed = answering({ home: home({ managementAccount: 'allowed' }), center: from.center })
    expect(accountFact(allowed, need('account', ACCOUNT)).is).toBe('found')
  })
})

describe('a permission set', () => {
  const names = () =>
    new Map([
      ['arn:1', 'ReadOnly'],
      ['arn:2', 'readonly'],
      ['arn:3', 'Billing'],
    ])

  it.each([
    ['ReadOnly', ['arn:1']],
    ['readonly', ['arn:2']],
    ['READONLY', ['arn:1', 'arn:2']],
    [' billing ', ['arn:3']],
    ['arn:2', ['arn:2']],
    ['ARN:2', []],
    ['Admin', []],
  ])('called %j is %j', (text, arns) => {
    expect(setsNamed(names(), text).map(([arn]) => arn)).toEqual(arns)
  })

  it('that owners marked is found, with how long its sessions last if that is known', () => {
    const sessions = new Map<string, number | null>([
      ['arn:3', 3600],
      ['arn:1', null],
    ])
    const from = answering({ names: names(), sessions, assignable: new Set(['arn:1', 'arn:2', 'arn:3']) })
    expect(told(from, 'permissionSet', 'Billing')).toStrictEqual({
      is: 'found',
      id: 'arn:3',
      name: 'Billing',
      used: { session: 3600 },
    })
    for (const name of ['ReadOnly', 'readonly']) expect(told(from, 'permissionSet', name)).not.toHaveProperty('used')
    expect(told(from, 'permissionSet', 'READONLY')).toEqual({ is: 'several', names: ['ReadOnly', 'readonly'] })
    expect(told(from, 'permissionSet', 'Admin')).toEqual({ is: 'absent' })
  })

  it('without their mark is refused before AWS does it, with what to write', () => {
    expect(told(answering({ names: names(), assignable: new Set(['arn:1']) }), 'permissionSet', 'Billing')).toEqual({
      is: 'unfit',
      because: 'the permission set Billing is not marked as one that Daypass may assign',
      cure: 'owners tag it in AWS: daypass:assignable = acme',
    })
    expect(told(answering({ names: names() }), 'permissionSet', 'READONLY')).toMatchObject({ is: 'several' })
  })

  it('of ours is found without it: the plan says better why it is not handed out', () => {
    const name = 'orders-dpabcdefghij234'
    expect(told(answering({ names: new Map([['arn:9', name]]) }), 'permissionSet', name)).toEqual({
      is: 'found',
      id: 'arn:9',
      name,
    })
  })
})

describe('a person', () => {
  const user = (UserId: string, more: Partial<StoreUser> = {}): StoreUser => ({
    UserId,
    UserName: `Marta-${UserId}`,
    IdentityStoreId: 'd-1',
    ...more,
  })
  const find = (...users: readonly StoreUser[]) =>
    told(
      answering({ people: { byId: new Map(), byName: new Map([['marta@x.org', users]]) } }),
      'identity',
      ' Marta@x.org',
    )

  it('is found by their id in the store', () => {
    expect(find(user('1'))).toEqual({ is: 'found', id: '1', name: 'Marta-1' })
    expect(find(user('1', { UserStatus: 'ENABLED' }))).toMatchObject({ is: 'found' })
  })

  it('is nobody, or several, where the store says so', () => {
    expect(find()).toEqual({ is: 'absent' })
    expect(told(answering(), 'identity', 'marta@x.org')).toEqual({ is: 'absent' })
    expect(find(user('2'), user('1'))).toEqual({ is: 'several', names: ['Marta-1', 'Marta-2'] })
  })

  it('who is disabled is given nothing', () => {
    expect(find(user('1', { UserStatus: 'DISABLED' }))).toEqual({
      is: 'unfit',
      because: 'Marta-1 is disabled in Identity Center',
      cure: 'enable the user there, or delete the request',
    })
    const nobody = { byId: new Map(), byName: new Map() }
    expect(personFact(need('identity', 'x'), nobody).is).toBe('absent')
  })
})

it('policies, roles and groups are asked of the account itself', () => {
  for (const what of ['policy', 'role', 'group'] as const) expect(answer(answering(), need(what, 'x'))).toBeNull()
})
