// What it is to be in a group of Okta: who holds it, which calls it takes, what is compared, and how it is used.

import { describe, expect, it } from 'vitest'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Change, Fact, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import { OPERATIONS, scopesOf } from '../../../src/modes/okta-group/calls.ts'
import { compile } from '../../../src/modes/okta-group/compile.ts'
import { type Content, contentDigest } from '../../../src/modes/okta-group/content.ts'
import { laneOf, membershipKey, readKey, scopeOf } from '../../../src/modes/okta-group/naming.ts'
import { CARRIES, needsOf } from '../../../src/modes/okta-group/needs.ts'
import { place } from '../../../src/modes/okta-group/place.ts'
import { presume } from '../../../src/modes/okta-group/presume.ts'
import { reach } from '../../../src/modes/okta-group/reach.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { actions, aGrant, named } from '../identity-center/support.ts'

const HOST = 'acme.okta.com'
const END = later(NOON, hours(2))
const group = (value = 'Ops'): Permissions => ({
  form: 'existing',
  thing: { what: 'group', by: 'name', value, at: HERE },
})

interface Asked {
  readonly letter?: string
  readonly who?: string
  readonly until?: number
}

const asking = (permissions: Permissions, { letter = 'a', who = 'marta', until = 2 }: Asked = {}): Resolved => {
  const asked = { letter, email: `${who}@example.com`, what: `${permissions.form} ${letter}` }
  const grant = { ...aGrant(permissions, { ...asked, until: later(NOON, hours(until)) }), account: HOST }
  const facts = needsOf(grant).map(
    (need): Fact => ({
      need,
      is: 'found',
      id: need.what === 'group' ? `00g${need.name}` : `00u${who}`,
      name: need.name,
    }),
  )
  return { grant, identity: `00u${who}`, facts }
}

const content: Content = { host: HOST, userId: '00u1', groupId: '00g1', login: 'marta', group: 'Ops' }

describe('a membership', () => {
  it('is held by whom it was asked for, until a run takes it, and nothing but the record marks it', () => {
    const live = asking(group())
    const { holdings, blocked } = place([live])
    expect(blocked).toEqual([])
    expect(holdings).toStrictEqual([
      {
        key: `${HOST}/membership/00umarta/00gOps`,
        mode: 'okta-group',
        target: 'prod',
        scope: `okta:${HOST}`,
        holders: [live],
        until: END,
        lapse: 'never',
        identity: '00umarta',
        content: {
          host: HOST,
          userId: '00umarta',
          groupId: '00gOps',
          login: 'marta@example.com',
          group: 'Ops',
        },
        digest: expect.any(String),
        markedBy: 'claim',
      },
    ])
  })

  it('is one however many ask for it, and goes on to the latest end', () => {
    const live = [asking(group()), asking(group(), { letter: 'b', until: 5 }), asking(group(), { who: 'abe' })]
    expect(place(live).holdings.map(({ holders, until }) => [holders, until])).toEqual([
      [[live[2]], END],
      [[live[0], live[1]], later(NOON, hours(5))],
    ])
  })

  it('is told in the order of its key', () => {
    const live = ['b', 'c', 'a'].map((name) => asking(group(name)))
    expect(place(live).holdings.map(({ key }) => key.at(-1))).toEqual(['a', 'b', 'c'])
    expect(place([])).toEqual({ holdings: [], blocked: [] })
  })

  it('is nothing but a group of somebody who is there', () => {
    const without = (what: Fact['need']['what']): Resolved => {
      const one = asking(group())
      const facts = one.facts.map((fact): Fact => (fact.need.what === what ? { need: fact.need, is: 'absent' } : fact))
      return { ...one, facts }
    }
    const live = [asking(actions('s3:*')), without('identity'), without('group')]
    const { holdings, blocked } = place([...live, asking(group('All'))])
    expect(holdings).toHaveLength(1)
    expect(blocked).toEqual(
      live.map(({ grant }) => ({
        grants: [grant.key],
        because: 'only groups can be held in Okta',
        cure: 'ask for a group: `okta: <its name>`',
        at: HERE,
      })),
    )
  })
})

describe('a change', () => {
  const have: Observed<Content> = {
    key: membershipKey(HOST, '00u1', '00g1'),
    mode: id('okta-group'),
    target: id('okta'),
    scope: scopeOf(HOST),
    state: 'there',
    mark: null,
    identity: '00u1',
    content,
    digest: id('x'),
    says: 'it',
  }
  const want = () => {
    const [one] = place([asking(group())]).holdings
    if (one === undefined) throw new Error('nothing was placed')
    return { ...one, content }
  }
  const given = { login: 'marta', group: 'Ops', userId: '00u1', groupId: '00g1' }

  it.each<[string, () => Change<Content>, object]>([
    [
      'gives by adding',
      () => ({ do: 'grant', want: want() }),
      { op: 'assignUserToGroup', lane: `okta:${HOST}`, effect: 'gives', with: given },
    ],
    [
      'takes by removing',
      () => ({ do: 'revoke', have, because: 'expired' }),
      { op: 'unassignUserFromGroup', lane: `okta:${HOST}`, effect: 'takes', with: given },
    ],
  ])('%s', (_what, change, call) => {
    expect(compile(change())).toEqual([call])
  })

  it('of how long it lasts needs no call', () => {
    expect(compile({ do: 'adjust', have, want: want(), effect: 'prepares' })).toEqual([])
  })

  it('is seen by whom and which group it is, and not by their names', () => {
    const differs = (more: Partial<Content>) => contentDigest({ ...content, ...more }) !== contentDigest(content)
    expect([{ host: 'x' }, { userId: 'x' }, { groupId: 'x' }].map(differs)).toEqual([true, true, true])
    expect([{ login: 'x' }, { group: 'x' }].map(differs)).toEqual([false, false])
  })
})

describe('a key', () => {
  it.each<[string, object | null]>([
    [`${HOST}/membership/00u1/00gA`, { host: HOST, userId: '00u1', groupId: '00gA' }],
    ['/membership/00u1/00gA', { host: '', userId: '00u1', groupId: '00gA' }],
    [`${HOST}/membership/00u1`, null],
    [`${HOST}/membership/00u1/`, null],
    [`${HOST}/membership//00g1`, null],
    [`${HOST}/membership/00u1/00g1/x`, null],
    [`${HOST}/membership/00u1-/00g1`, null],
    [`${HOST}/membership/-00u1/00g1`, null],
    [`${HOST}/membership/00u1/00g1-`, null],
    [`${HOST}/membership/00u1/-00g1`, null],
    [`${HOST}/pool/00u1/00g1`, null],
    ['111122223333/membership/AIDA1/ops', null],
    ['1111222233334/membership/00u1/00g1', { host: '1111222233334', userId: '00u1', groupId: '00g1' }],
    ['x111122223333/membership/00u1/00g1', { host: 'x111122223333', userId: '00u1', groupId: '00g1' }],
    ['111122223333.okta.com/membership/00u1/00g1', { host: '111122223333.okta.com', userId: '00u1', groupId: '00g1' }],
    ['', null],
  ])('%s is read as %j', (key, read) => {
    expect(readKey(id<'holding'>(key) as HoldingKey)).toEqual(read)
  })

  it('is made of what it names, and an organisation has one lane', () => {
    expect(membershipKey(HOST, 'u', 'g')).toBe(`${HOST}/membership/u/g`)
    expect([laneOf(HOST), scopeOf(HOST)]).toEqual([`okta:${HOST}`, `okta:${HOST}`])
  })
})

describe('what a grant needs', () => {
  it('is the person, and the group where one is asked for', () => {
    const shown = (permissions: Permissions) =>
      needsOf(aGrant(permissions)).map(({ target, what, name }) => [target, what, name])
    const person = ['prod', 'identity', 'marta@example.com']
    expect(shown(group())).toEqual([person, ['prod', 'group', 'Ops']])
    expect(shown(named('role', 'Ops'))).toEqual([person])
    expect(shown(actions('s3:*'))).toEqual([person])
  })

  it('is carried for groups alone', () => {
    expect(CARRIES).toEqual({
      statements: null,
      policy: null,
      narrowed: null,
      role: null,
      permissionSet: null,
      group: 'never',
    })
  })

  it('is presumed to be there before the merge, by an id that Okta could have given', () => {
    const need = { target: id<'target'>('okta'), what: 'group' as const, name: 'Ops & Co.' }
    expect(presume(need)).toEqual({ need, is: 'found', id: 'OpsCo', name: 'Ops & Co.' })
  })
})

describe('the table of operations', () => {
  it('asks Okta for no more than each job needs', () => {
    const reads = ['okta.groups.read', 'okta.roles.read', 'okta.users.read']
    expect(scopesOf('apply')).toEqual(['okta.groups.manage', ...reads])
    expect(scopesOf('expire')).toEqual(['okta.groups.manage', ...reads])
    expect(scopesOf('inventory')).toEqual(reads)
  })

  it('lets nothing but the job that applies give', () => {
    const giving = Object.values(OPERATIONS).filter(({ effect }) => effect === 'gives')
    expect(giving.map(({ jobs }) => jobs)).toEqual([['apply']])
  })
})

it('the way to it is the dashboard of Okta', () => {
  const [one] = place([asking(group())]).holdings
  if (one === undefined) throw new Error('nothing was placed')
  expect(reach(one)).toEqual([
    'You are in the Okta group Ops: what it opens stands on https://acme.okta.com/app/UserHome.',
    'Sign out of an app and in again where it still shows what you could do before.',
  ])
})
