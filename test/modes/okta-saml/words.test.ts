// Names, keys and states of roles, what is needed and presumed, and how people come in through Okta.

import { describe, expect, it } from 'vitest'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { Fact, Need } from '../../../src/core/plan/provisioner.ts'
import {
  poolKey,
  poolNames,
  poolPath,
  readKey,
  readState,
  roleKey,
  type State,
  writeBound,
  writeResting,
} from '../../../src/modes/okta-saml/naming.ts'
import { CARRIES, needsOf } from '../../../src/modes/okta-saml/needs.ts'
import { presume } from '../../../src/modes/okta-saml/presume.ts'
import { reach } from '../../../src/modes/okta-saml/reach.ts'
import { anAccount, HERE, NOON, someSettings } from '../../support/builders.ts'
import { actions, aGrant, managed, named } from '../identity-center/support.ts'
import { ACCOUNT, aPool, aRole, federation, wanting } from './pool.ts'

describe('roles of the pool', () => {
  it('are called alike in every release: owners deployed them under these names', () => {
    expect(poolNames('acme', 11).filter((_, at) => at % 5 === 0)).toEqual(
      ['01', '06', '11'].map((number) => `daypass-pool-qivt-${number}`),
    )
    expect([poolNames('acme', 0), poolPath('acme')]).toEqual([[], '/daypass/acme/pool/'])
    expect(poolNames('other', 1)[0]).not.toBe(poolNames('acme', 1)[0])
  })

  it.each<[string | undefined, State]>([
    [undefined, { is: 'clean' }],
    ['bound 00u1A', { is: 'bound', userId: '00u1A' }],
    ['rests 2026-12-01T12:00:00Z', { is: 'resting', until: NOON }],
    ['', { is: 'unreadable' }],
    ['bound', { is: 'unreadable' }],
    ['bound 00u1 00u2', { is: 'unreadable' }],
    ['bound 00u1/', { is: 'unreadable' }],
    ['bound -00u1', { is: 'unreadable' }],
    ['rests', { is: 'unreadable' }],
    ['rests tomorrow', { is: 'unreadable' }],
    ['rests 2026-12-01T12:00:00Z more', { is: 'unreadable' }],
    ['until 2026-12-01T12:00:00Z', { is: 'unreadable' }],
    ['held 00u1', { is: 'unreadable' }],
  ])('that say %j are read so', (value, state) => {
    expect(readState(value)).toEqual(state)
  })

  it('say what was written of them', () => {
    expect([writeBound('00u1'), writeResting(NOON)]).toEqual(['bound 00u1', 'rests 2026-12-01T12:00:00Z'])
  })
})

describe('a key', () => {
  it.each<[string, object | null]>([
    [`${ACCOUNT}/pool/00u1`, { account: ACCOUNT, userId: '00u1', role: null }],
    [`${ACCOUNT}/okta-role/00u1/Auditor`, { account: ACCOUNT, userId: '00u1', role: 'Auditor' }],
    [`${ACCOUNT}/pool/00u1/Auditor`, null],
    [`${ACCOUNT}/okta-role/00u1`, null],
    [`${ACCOUNT}/okta-role/00u1/a/b`, null],
    [`${ACCOUNT}/pool/00u-1`, null],
    [`${ACCOUNT}/pool/-u`, null],
    [`${ACCOUNT}/pool`, null],
    [`1${ACCOUNT}/pool/00u1`, null],
    [`${ACCOUNT}1/pool/00u1`, null],
    [`${ACCOUNT}/membership/00u1`, null],
    [`${ACCOUNT}/membership/00u1/ops`, null],
    ['', null],
  ])('%s is read as %j', (key, read) => {
    expect(readKey(id<'holding'>(key) as HoldingKey)).toEqual(read)
  })

  it('is made of what it names', () => {
    expect([poolKey(ACCOUNT, 'u'), roleKey(ACCOUNT, 'u', 'r')]).toEqual([
      `${ACCOUNT}/pool/u`,
      `${ACCOUNT}/okta-role/u/r`,
    ])
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

  it('is carried, but for groups and sets', () => {
    expect(CARRIES).toEqual({
      statements: 'always',
      policy: 'always',
      narrowed: 'always',
      role: 'never',
      group: null,
      permissionSet: null,
    })
  })
})

describe('what is presumed before the merge', () => {
  const settings = (): Settings => ({
    ...someSettings({ accounts: [anAccount('stage', { id: '1' }), anAccount('prod', { id: ACCOUNT })] }),
    installation: 'acme',
    okta: {
      host: 'acme.okta.com',
      credential: { in: 'environment' },
      match: 'login',
      directory: null,
      federation: [{ ...federation, account: id('other'), app: 'x' }, federation],
      closing: false,
      at: HERE,
    },
  })
  const need = (what: Need['what'], name: string, target = 'prod'): Need => ({ target: id(target), what, name })
  const shown = ({ need: _, ...fact }: Fact): object => fact
  const later = (target: string): object => ({
    is: 'unknown',
    because: { kind: 'not-found', call: `looking at ${target}`, said: 'that is only looked at after the merge' },
  })

  it.each<[Need['what'], string, object]>([
    ['identity', 'marta.m@x.org', { id: 'martamxorg', name: 'marta.m@x.org' }],
    ['role', 'teams/orders', { id: `arn:aws:iam::${ACCOUNT}:role/teams/orders`, name: 'orders' }],
    ['role', 'arn:aws:iam::1:role/orders', { id: 'arn:aws:iam::1:role/orders', name: 'orders' }],
    [
      'account',
      ACCOUNT,
      {
        id: ACCOUNT,
        name: '0oa1',
        used: { 'daypass-pool-qivt-01': 0, 'daypass-pool-qivt-02': 0, 'daypass-pool-qivt-03': 0 },
      },
    ],
  ])('is the %s %s', (what, text, fact) => {
    const wanted = need(what, text)
    expect(presume(settings(), wanted)).toEqual({ need: wanted, is: 'found', ...fact })
  })

  it('is no policy and nothing that Okta does not give', () => {
    for (const what of ['policy', 'group', 'permissionSet'] as const)
      expect(shown(presume(settings(), need(what, 'x')))).toEqual(later('prod'))
  })

  it('is nothing of an account without an app, or that settings do not know', () => {
    for (const target of ['stage', 'other', 'nowhere'])
      expect(shown(presume(settings(), need('identity', 'x', target)))).toEqual(later(target))
    expect(shown(presume({ ...settings(), aws: null }, need('identity', 'x')))).toEqual(later('prod'))
    expect(shown(presume({ ...settings(), okta: null }, need('identity', 'x')))).toEqual(later('prod'))
  })
})

it('the way to it is the app of Okta', () => {
  for (const [content, role] of [
    [aPool(), 'pool-01'],
    [aRole(), 'Auditor'],
  ] as const)
    expect(reach(wanting(content))).toEqual([
      `Open the AWS app on https://acme.okta.com/app/UserHome and choose the role ${role} of prod.`,
      'If it is not offered yet, sign out of AWS and open the app again in a few minutes.',
    ])
})
