// What becomes of grants in an account of Identity Center: names, texts, ends, and what nobody can do with them.

import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { type Instant, later } from '../../../src/core/model/time.ts'
import type { Fact, Holding, Observation, Resolved } from '../../../src/core/plan/provisioner.ts'
import { policySize } from '../../../src/core/policy/write.ts'
import type { Content, SetContent } from '../../../src/modes/identity-center/content.ts'
import { effectOf } from '../../../src/modes/identity-center/effect.ts'
import { isNamedAsOurs, isOfInstallation, setName } from '../../../src/modes/identity-center/naming.ts'
import { needsOf } from '../../../src/modes/identity-center/needs.ts'
import { type Placing, place } from '../../../src/modes/identity-center/place.ts'
import { QUOTAS } from '../../../src/modes/identity-center/quotas.ts'
import { HUB, PROD } from '../../conformance/ground.ts'
import { hours, NOON } from '../../support/builders.ts'
import { actions, aGrant, managed, named } from './support.ts'

const placing: Placing = {
  installation: 'acme',
  identityCenter: { home: HUB, region: 'eu-west-1', match: 'userName', managementAccount: 'refused', sets: 'separate' },
  protected: { people: [], targets: [], things: [] },
  quotas: QUOTAS,
  ours: (account) => ({
    partition: 'aws',
    account,
    paths: ['/daypass/'],
    roleArns: [`arn:aws:iam::${account}:role/daypass/apply`],
  }),
}

/** Every need found: policies by their name in the account, sets and roles by theirs. */
function found(grant: Grant): Resolved {
  const facts = needsOf(grant).map((need): Fact => {
    if (need.what === 'identity') return { need, is: 'found', id: 'user-1', name: grant.email }
    if (need.what === 'account') return { need, is: 'found', id: 'instance', name: 'https://d-1.awsapps.com/start' }
    const where = need.what === 'policy' ? `arn:aws:iam::${PROD}:policy/orders/` : `arn:aws:iam::${PROD}:role/`
    return {
      need,
      is: 'found',
      id: `${where}${need.name}`,
      name: need.name,
      document: { version: '2012-10-17', statements: [] },
    }
  })
  return { grant, identity: 'user-1', facts }
}

const at = (asOf: Instant): Observation<Content> => ({ asOf, scopes: new Map(), observed: [], facts: new Map() })

const placedIn = (asked: Placing, ...grants: readonly Grant[]) => place(asked, grants.map(found), at(NOON))

function only(asked: Placing, ...grants: readonly Grant[]): Holding<Content> & { readonly content: SetContent } {
  const { holdings, blocked } = placedIn(asked, ...grants)
  const [one, second] = holdings
  if (one === undefined || second !== undefined || one.content.is !== 'set') throw new Error(JSON.stringify(blocked))
  return { ...one, content: one.content }
}

const merged: Placing = { ...placing, identityCenter: { ...placing.identityCenter, sets: 'merged' } }

describe('the name of a set', () => {
  const asked = { installation: 'acme', account: PROD, person: id<'person'>('marta') }
  const entitlement = {
    what: 'role:teams/orders/OrdersAdministratorOfEverything',
    permissions: named('role', 'teams/orders/OrdersAdministratorOfEverything'),
  }

  it('is at most 32 characters, and still says what it is', () => {
    const name = setName({ ...asked, entitlement })
    expect([name.length, name.slice(0, 17)]).toEqual([32, `${'OrdersAdministrat'.slice(0, 16)}-`])
  })

  it('differs for each person, account and thing, and is always the same', () => {
    const names = [
      setName({ ...asked, entitlement }),
      setName({ ...asked, person: id('mario'), entitlement }),
      setName({ ...asked, account: '444455556666', entitlement }),
      setName({
        ...asked,
        entitlement: { ...entitlement, what: 'role:teams/orders/OrdersAdministratorOfEverythingElse' },
      }),
      setName({ ...asked, entitlement: null }),
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(setName({ ...asked, entitlement })).toBe(names[0])
  })

  it('tells whose it is', () => {
    const name = setName({ ...asked, entitlement })
    expect([isNamedAsOurs(name), isOfInstallation(name, 'acme'), isOfInstallation(name, 'other')]).toEqual([
      true,
      true,
      false,
    ])
    expect([isNamedAsOurs('OrdersReadOnly'), isNamedAsOurs('orders-dp')]).toEqual([false, false])
  })
})

describe('a set of its own', () => {
  it('has dated statements, one end for everything, and guards what Daypass lives on', () => {
    const { content } = only(placing, aGrant(actions('dynamodb:GetItem')))
    const [allow, end, guard] = content.document?.statements ?? []
    expect(allow).toMatchObject({
      effect: 'Allow',
      conditions: { DateLessThan: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
    })
    expect(end).toMatchObject({
      effect: 'Deny',
      actions: { only: ['*'] },
      conditions: { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] } },
    })
    expect(guard).toMatchObject({ effect: 'Deny', actions: { only: ['iam:*', 'sts:*'] } })
  })

  it('cannot change who may do what where the account is the home of Identity Center', () => {
    const grant = { ...aGrant(actions('dynamodb:GetItem')), account: HUB }
    const guards = only(placing, grant).content.document?.statements.filter(({ sid }) =>
      sid?.startsWith('DaypassGuard'),
    )
    expect(guards?.map(({ effect }) => effect)).toEqual(['Deny', 'Deny'])
    expect(JSON.stringify(guards)).toContain('sso:Create*')
  })

  it('holds a managed policy as it is, with nothing in its text but the end and the guards', () => {
    const { content, lapse } = only(placing, aGrant(managed('requeue')))
    expect([content.customer, content.managed, lapse]).toEqual([['/orders/requeue'], [], 'always'])
    expect(content.document?.statements.map(({ effect }) => effect)).toEqual(['Deny', 'Deny'])
  })

  it('is shared by requests for the same thing and ends with the last of them', () => {
    const longer = aGrant(actions('dynamodb:GetItem'), { letter: 'b', until: later(NOON, hours(5)) })
    const one = only(placing, aGrant(actions('dynamodb:GetItem')), longer)
    expect([one.holders.length, one.until]).toEqual([2, later(NOON, hours(5))])
  })

  it('is not made where the text is too long for a set', () => {
    const long = actions(...Array.from({ length: 600 }, (_, index) => `dynamodb:SomeVeryLongActionName${index}`))
    const { holdings, blocked } = placedIn(placing, aGrant(long))
    expect(holdings).toEqual([])
    expect(blocked[0]?.because).toMatch(/takes \d+ characters with its end/)
  })
})

describe('merged sets', () => {
  const some = (index: number) =>
    aGrant(actions(...Array.from({ length: 60 }, (_, one) => `dynamodb:SomeLongActionName${index}x${one}`)), {
      letter: 'abcdefgh'[index] ?? 'a',
      from: later(NOON, -index),
    })

  it('hold all the dated access of a person in an account, each part until its own end', () => {
    const longer = aGrant(actions('dynamodb:Query'), { letter: 'b', until: later(NOON, hours(5)) })
    const { content, until } = only(merged, aGrant(actions('dynamodb:GetItem')), longer)
    const ends = content.document?.statements.flatMap(
      ({ conditions }) => conditions['DateLessThan']?.['aws:CurrentTime'] ?? [],
    )
    expect(ends?.toSorted()).toEqual(['2026-12-01T14:00:00Z', '2026-12-01T17:00:00Z'])
    expect(until).toBe(later(NOON, hours(5)))
  })

  it('leave managed policies in sets of their own', () => {
    const { holdings } = placedIn(
      merged,
      aGrant(actions('dynamodb:GetItem')),
      aGrant(managed('requeue'), { letter: 'b' }),
    )
    expect(holdings).toHaveLength(2)
  })

  it('leave out what has no room, never what was there before it', () => {
    const all = Array.from({ length: 8 }, (_, index) => some(index))
    const { holdings, blocked } = placedIn(merged, ...all)
    const [one] = holdings
    if (one?.content.is !== 'set' || one.content.document === null) throw new Error('no set')
    expect(policySize(one.content.document)).toBeLessThanOrEqual(QUOTAS.inlineSize)
    const kept = new Set(one.holders.map(({ grant }) => grant.key))
    // The earliest began last in the list: index 7 is the oldest.
    expect(kept.has(all[7]?.key ?? id('none'))).toBe(true)
    expect(blocked.flatMap(({ grants }) => grants)).toContain(all[0]?.key)
    expect(kept.size + blocked.length).toBe(8)
  })
})

describe('what is never handed out', () => {
  it.each([
    ['a set that Daypass made', named('permissionSet', 'orders-dpabcdefghij234'), /Daypass's own/],
    ['a role of Daypass', named('role', 'daypass/apply'), /Daypass's own/],
  ] as const)('%s', (_what, permissions, because) => {
    const { holdings, blocked } = placedIn(placing, aGrant(permissions))
    expect([holdings.length, blocked.length]).toEqual([0, 1])
    expect(blocked[0]?.because).toMatch(because)
  })

  it('what owners protect by name, also when it was asked for by ARN', () => {
    const protecting = {
      ...placing,
      protected: { people: [], targets: [], things: [{ is: 'glob', text: 'Break*' } as const] },
    }
    const { blocked } = place(protecting, [found(aGrant(named('permissionSet', 'BreakGlassRoot')))], at(NOON))
    expect(blocked[0]?.because).toMatch(/is protected by Break\*/)
  })
})

describe('turning one set into another', () => {
  const one = () => only(placing, aGrant(actions('dynamodb:GetItem'))).content
  const longer = () => only(placing, aGrant(actions('dynamodb:GetItem'), { until: later(NOON, hours(5)) })).content

  it.each([
    ['the same', one, one, 'prepares'],
    ['a later end', one, longer, 'gives'],
    ['an earlier end', longer, one, 'takes'],
    ['one more person', one, () => ({ ...one(), assigned: [...one().assigned, `${PROD}/USER/other`] }), 'gives'],
    ['one person less', () => ({ ...one(), assigned: [...one().assigned, `${PROD}/USER/other`] }), one, 'takes'],
    ['one policy less', () => ({ ...one(), managed: ['arn:aws:iam::aws:policy/X'] }), one, 'takes'],
    ['what cannot be read', () => ({ ...one(), document: null }), one, 'gives'],
    [
      'without its end',
      one,
      () => ({
        ...one(),
        document: { version: '2012-10-17', statements: one().document?.statements.slice(0, 1) ?? [] },
      }),
      'gives',
    ],
  ] as const)('%s', (_what, have, want, effect) => {
    expect(effectOf(have() as SetContent, want() as SetContent)).toBe(effect)
  })
})
