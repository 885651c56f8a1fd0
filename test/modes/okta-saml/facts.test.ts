// What an account and its app answer to the needs of grants, and what an owner must set first.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import type { Fact, Need } from '../../../src/core/plan/provisioner.ts'
import type { RoleDetail } from '../../../src/modes/aws/account.ts'
import { accountFact, asSession, roleFact, type Seen } from '../../../src/modes/okta-saml/facts.ts'
import { NOON } from '../../support/builders.ts'
import { ACCOUNT, app, federation, ground, poolName, poolRole } from './pool.ts'

const need = (what: Need['what'], name: string): Need => ({ target: id('prod'), what, name })
const shown = ({ need: _, ...fact }: Fact): object => fact

describe('a person', () => {
  const named = (name: string): Fact => ({ need: need('identity', name), is: 'found', id: '00u1', name })

  it.each(['marta@example.com', 'ab', 'a_b+=,.@-9', 'x'.repeat(64)])('called %s can have a session', (name) => {
    expect(asSession(named(name))).toEqual(named(name))
  })

  it.each(['a', 'a b', 'ü@example.com', 'a/b', 'x'.repeat(65), ''])(
    'called %j cannot, since AWS takes no such name',
    (name) => {
      expect(asSession(named(name))).toEqual({
        need: need('identity', name),
        is: 'unfit',
        because: `${name} cannot be the name of a session in AWS`,
        cure: 'it takes 2 to 64 letters, digits and +=,.@_-',
      })
    },
  )

  it('whom nobody found is told as such', () => {
    const absent: Fact = { need: need('identity', 'a'), is: 'absent' }
    expect(asSession(absent)).toBe(absent)
  })
})

describe('an account', () => {
  const names = (...numbers: readonly number[]) => numbers.map(poolName)
  const fact = (more: Partial<Seen>, roles = 3) => {
    const { details, pool } = ground([], [])
    const wanted = need('account', ACCOUNT)
    const answer = accountFact(wanted, { details, pool, app: app(names(1, 2, 3)), ...more }, 'acme', {
      ...federation,
      roles,
    })
    expect(answer.need).toBe(wanted)
    return shown(answer)
  }

  it('tells which roles of the pool are free, and from when', () => {
    const pool = [
      poolRole(poolName(1)),
      poolRole(poolName(2), { state: { is: 'resting', until: instantOf(NOON) } }),
      poolRole(poolName(3), { state: { is: 'bound', userId: '00u1' } }),
      poolRole(poolName(4)),
    ]
    expect(fact({ pool, app: app(names(1, 2, 3, 4)) })).toStrictEqual({
      is: 'found',
      id: ACCOUNT,
      name: 'AWS prod',
      used: { [poolName(1)]: 0, [poolName(2)]: NOON },
    })
  })

  it.each([
    ['bears a policy', { written: true }],
    ['is held', { state: { is: 'bound', userId: '00u1' } }],
    ['says something that nobody understands', { state: { is: 'unreadable' } }],
  ] as const)('has no free role in one that %s', (_what, more) => {
    expect(fact({ pool: [poolRole(poolName(1), more)] })).toStrictEqual({
      is: 'found',
      id: ACCOUNT,
      name: 'AWS prod',
      used: {},
    })
  })

  it('has no role that Okta does not know, nor one that is none of the pool', () => {
    const pool = [poolRole(poolName(1)), poolRole(poolName(2)), poolRole('other')]
    expect(fact({ pool, app: app([poolName(2), 'other']) })).toMatchObject({ used: { [poolName(2)]: 0 } })
    expect(fact({ pool, app: app([poolName(2), 'other']) })).not.toHaveProperty(['used', poolName(1)])
  })

  it.each<[string, Partial<Seen>, string, string]>([
    [
      'Okta has no such app',
      { app: null },
      'Okta has no app 0oa1',
      'correct `app` under federation in integrations/okta.yaml',
    ],
    [
      'the app is not as it must be',
      { app: app([], { status: 'INACTIVE' }) },
      'the app AWS prod is not active',
      'activate it in Okta',
    ],
    [
      'it has no roles for people',
      { pool: [poolRole('other')] },
      'the account has no roles for people from Okta',
      'deploy what `daypass setup` prints',
    ],
    [
      'Okta knows none of its roles',
      { pool: [poolRole(poolName(2)), poolRole(poolName(1))], app: app(['other']) },
      `Okta does not know the roles ${poolName(2)} … of the account`,
      'in Okta: More > Refresh Application Data; it learns of new roles in no other way',
    ],
    [
      'Okta offers no roles at all',
      {
        pool: [poolRole(poolName(1))],
        app: {
          ...app([]),
          schema: { base: { samlRoles: { type: 'array' } }, custom: { managed: { type: 'boolean' } } },
        },
      },
      `Okta does not know the roles ${poolName(1)} … of the account`,
      'in Okta: More > Refresh Application Data; it learns of new roles in no other way',
    ],
  ])('gives nothing where %s', (_why, more, because, cure) => {
    expect(fact({ pool: [poolRole(poolName(1))], ...more })).toEqual({ is: 'unfit', because, cure })
  })
})

describe('a role that is there anyway', () => {
  const trusting = (provider: string): string =>
    encodeURIComponent(
      JSON.stringify({
        Statement: [{ Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/${provider}` } }],
      }),
    )
  const role = (name: string, text: string | undefined = trusting('Okta')): RoleDetail => ({
    RoleName: name,
    Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    ...(text === undefined ? {} : { AssumeRolePolicyDocument: text }),
  })
  const fact = (roles: readonly RoleDetail[], name: string, more: Partial<Seen> = {}) => {
    const { details, pool } = ground([], [])
    const seen = { details: { ...details, roles }, pool, app: app(['Auditor', 'a.b']), ...more }
    return shown(roleFact(need('role', name), seen, federation))
  }
  const unfit = (because: string, cure: string): object => ({ is: 'unfit', because, cure })
  const closed = unfit('Auditor does not let saml-provider/Okta in', 'add it to the role’s trust policy')
  const untold = unfit('Okta does not know the role Auditor', 'in Okta: More > Refresh Application Data')

  it('is found where the provider may enter it and Okta offers it', () => {
    expect(fact([role('Other', trusting('X')), role('Auditor')], 'auditor')).toEqual({
      is: 'found',
      id: `arn:aws:iam::${ACCOUNT}:role/Auditor`,
      name: 'Auditor',
    })
    const beside = { pool: [poolRole('x')] }
    expect(fact([role('Auditor')], 'Auditor', beside)).toMatchObject({ is: 'found', name: 'Auditor' })
    expect(fact([], 'Auditor')).toEqual({ is: 'absent' })
    expect(fact([role('Auditor'), role('auditor')], 'AUDITOR')).toEqual({
      is: 'several',
      names: ['Auditor', 'auditor'],
    })
  })

  it.each([
    ['lets another provider in', trusting('Okta2')],
    ['lets one in whose name ends alike', trusting('My/Okta')],
    ['has a trust nobody can read', '%E0%A4%A'],
  ])('that %s is not handed out', (_what, text) => {
    expect(fact([role('Auditor', text)], 'Auditor')).toEqual(closed)
  })

  it('of which AWS tells no trust is not handed out', () => {
    const { AssumeRolePolicyDocument: _, ...bare } = role('Auditor')
    expect(fact([bare], 'Auditor')).toEqual(closed)
  })

  it('that Okta does not offer is not handed out', () => {
    expect(fact([role('Auditor')], 'Auditor', { app: null })).toEqual(untold)
    expect(fact([role('Auditor')], 'Auditor', { app: app(['Other']) })).toEqual(untold)
    const none = { ...app([]), schema: { base: {}, custom: {} } }
    expect(fact([role('Auditor')], 'Auditor', { app: none })).toEqual(untold)
  })

  it('is none of the pool, and has no period in its name', () => {
    expect(fact([role('Auditor')], 'Auditor', { pool: [poolRole('x'), poolRole('Auditor')] })).toEqual(
      unfit("Auditor is a role of the pool, and Daypass's own", 'ask for a role, a policy or actions'),
    )
    expect(fact([role('a.b')], 'a.b')).toEqual(
      unfit("a.b has a period in its name, which breaks Okta's answer to AWS", 'give the role another name'),
    )
  })
})
