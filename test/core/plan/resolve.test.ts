// Which grants can be placed, and what people are told of those that cannot.

import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { type Instant, instantOf, later, writeInstant } from '../../../src/core/model/time.ts'
import { type Fact, type Need, needKey } from '../../../src/core/plan/provisioner.ts'
import { asLanded, resolve } from '../../../src/core/plan/resolve.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import { HERE, NOON } from '../../support/builders.ts'
import { aGrant, aGranted, aLedger } from './values.ts'

const GRANT = aGrant('a')
const need = (what: Need['what'], name: string): Need => ({ target: id('prod'), what, name })
const MARTA = need('identity', 'marta@example.com')
const found = (of: Need): Fact => ({ need: of, is: 'found', id: `id-of-${of.name}`, name: of.name })
const NEEDS: Readonly<Record<string, Need>> = {
  account: need('account', 'prod'),
  policy: need('policy', 'Queue'),
  role: need('role', 'Deployer'),
  permissionSet: need('permissionSet', 'Reader'),
  group: need('group', 'Keepers'),
}
const DOWN = { kind: 'unreachable', call: 'iam:GetUser', said: 'no route' } as const

const answer = (
  facts: readonly Fact[],
  needs: readonly Need[] = facts.map((fact) => fact.need),
  ...given: Parameters<typeof aLedger>
) =>
  resolve(
    [GRANT],
    () => needs,
    new Map(facts.map((fact) => [needKey(fact.need), fact])),
    settlementOf(aLedger(...given)),
  )
const blocked = (because: string, cure: string) => ({ grants: [GRANT.key], because, cure, at: HERE })

describe('a grant', () => {
  it('is resolved with what was found of all that it needs', () => {
    const facts = [found(MARTA), found(need('group', 'Keepers'))]
    expect(answer(facts)).toEqual({
      asked: [GRANT],
      resolved: [{ grant: GRANT, identity: 'id-of-marta@example.com', facts }],
      blocked: [],
      unknown: [],
      rewritten: [],
    })
  })

  it.each(Object.entries({ identity: MARTA, ...NEEDS }))('of which %s does not exist is blocked', (what, of) => {
    const words: Readonly<Record<string, string>> = {
      identity: 'the person marta@example.com',
      account: 'the account prod',
      policy: 'the policy Queue',
      role: 'the role Deployer',
      permissionSet: 'the permission set Reader',
      group: 'the group Keepers',
    }
    const cure =
      what === 'identity'
        ? 'create the user there, or correct the e-mail in people.yaml or how the account finds people'
        : 'correct the name, or create it there'
    const {
      resolved,
      blocked: because,
      unknown,
    } = answer([...(of === MARTA ? [] : [found(MARTA)]), { need: of, is: 'absent' }])
    expect([resolved, because, unknown]).toEqual([[], [blocked(`${words[what]} does not exist in prod`, cure)], []])
  })

  it('whose name fits several people is blocked', () => {
    expect(answer([{ need: MARTA, is: 'several', names: ['marta', 'Marta'] }]).blocked).toEqual([
      blocked('marta@example.com fits several in prod: marta, Marta', 'make the match in the account unambiguous'),
    ])
  })

  it('of somebody who may not be given anything is blocked for that reason, and what they have may go', () => {
    const unfit: Fact = { need: MARTA, is: 'unfit', because: 'marta is disabled', cure: 'enable the user' }
    expect(answer([unfit])).toMatchObject({ blocked: [blocked('marta is disabled', 'enable the user')], unknown: [] })
  })

  it('in an account that is out of order is left alone', () => {
    const unfit: Fact = { need: need('account', 'prod'), is: 'unfit', because: 'prod is suspended', cure: 'reopen it' }
    expect(answer([found(MARTA), unfit])).toMatchObject({
      resolved: [],
      blocked: [blocked('prod is suspended', 'reopen it')],
      unknown: [GRANT],
    })
  })

  it('that cannot be looked up is left alone, and says what did not answer', () => {
    expect(answer([{ need: MARTA, is: 'unknown', because: DOWN }])).toMatchObject({
      resolved: [],
      blocked: [
        blocked(
          'the person marta@example.com could not be looked up in prod: iam:GetUser: unreachable (no route)',
          'the next run tries again',
        ),
      ],
      unknown: [GRANT],
    })
  })

  it('of which the answer does not tell is left alone as well', () => {
    expect(answer([], [MARTA])).toMatchObject({
      blocked: [
        blocked(
          'the person marta@example.com could not be looked up in prod: reading prod: garbage (the answer does not tell)',
          'the next run tries again',
        ),
      ],
      unknown: [GRANT],
    })
  })

  it('is told everything that is in its way at once', () => {
    const { blocked: because } = answer([
      { need: MARTA, is: 'absent' },
      { need: need('group', 'Keepers'), is: 'absent' },
    ])
    expect(because.map((one) => one.because)).toEqual([
      'the person marta@example.com does not exist in prod',
      'the group Keepers does not exist in prod',
    ])
  })

  it('of which a mode does not ask whose it is, is a bug of that mode', () => {
    expect(() => answer([found(need('group', 'Keepers'))])).toThrow(
      'toy states no need for the identity of a/marta/prod/badge:blue',
    )
  })
})

describe('a grant that was given before', () => {
  const again = (granted: Parameters<typeof aGranted>[1]) => answer([found(MARTA)], [MARTA], [aGranted(GRANT, granted)])

  it.each([
    ['while it stands', {}],
    ['and once it ended', { ended: { because: 'held', at: NOON } }],
    ['and once somebody undid it', { ended: { because: 'undone', at: NOON } }],
  ] as const)('is the same as then %s', (_when, granted) => {
    expect(again(granted)).toMatchObject({ resolved: [{ grant: GRANT }], blocked: [] })
  })

  it.each([
    ['another user bears the name', { identity: 'id-of-another' }, 'marta@example.com is another user in prod'],
    ['the name means another account', { account: '999988887777' }, 'prod is another account'],
    ['the account gives access otherwise', { mode: id<'mode'>('okta-saml') }, 'prod gives access in another way'],
  ] as const)('is nothing that anybody approved where %s', (_where, granted, because) => {
    expect(again(granted)).toMatchObject({
      resolved: [],
      blocked: [blocked(`${because} than when this was granted`, 'ask again with a new request')],
      unknown: [],
    })
  })
})

it('of several grants each is resolved or blocked by itself', () => {
  const other: Grant = aGrant('b', { email: 'paul@example.com' })
  const needs = (grant: Grant): readonly Need[] => [need('identity', grant.email)]
  const both = resolve([GRANT, other], needs, new Map([[needKey(MARTA), found(MARTA)]]), settlementOf(null))
  expect([both.asked, both.resolved.map(({ grant }) => grant), both.unknown]).toEqual([
    [GRANT, other],
    [GRANT],
    [other],
  ])
})

describe('a policy that somebody else may rewrite', () => {
  const of = need('policy', 'Queue')
  const written = (at: Instant | null): Fact => ({ need: of, is: 'found', id: 'arn', name: 'Queue', written: at })
  const asked = (at: Instant | null, ...given: Parameters<typeof aLedger>) =>
    asLanded(answer([found(MARTA), written(at)], undefined, ...given), settlementOf(aLedger(...given)))
  const cure = 'read what it says, and ask again with a new request'

  it('is given as it was when the request landed', () => {
    expect(asked(instantOf(NOON - 1)).resolved).toHaveLength(1)
  })

  it.each([
    ['in the second of the landing', 0],
    ['after it', 90],
  ])('is not given when it was written %s', (_when, seconds) => {
    const at = later(NOON, seconds)
    const because = `the policy Queue of prod was written at ${writeInstant(at)}, and the request landed at ${writeInstant(NOON)}: nobody approved what it says now`
    expect(asked(at)).toMatchObject({ resolved: [], blocked: [blocked(because, cure)], unknown: [], rewritten: [] })
  })

  it('is not given where AWS does not tell when it was written', () => {
    const { resolved, blocked: because } = asked(null)
    expect(resolved).toEqual([])
    expect(because[0]?.because).toContain('was written at a time that is not told')
  })

  it('stays given to whoever has it, who holds a copy of what it said', () => {
    expect(asked(later(NOON, 90), [aGranted(GRANT)]).resolved).toHaveLength(1)
  })

  it('is left as it is while the record cannot be read: it may be a copy that somebody holds', () => {
    const told = asLanded(answer([found(MARTA), written(later(NOON, 90))]), settlementOf(null))
    expect(told).toMatchObject({ resolved: [], blocked: [], unknown: [], rewritten: [{ grant: GRANT }] })
  })

  it('is looked at like any other while the record cannot be read and it says what it said', () => {
    const told = asLanded(answer([found(MARTA), written(instantOf(NOON - 1))]), settlementOf(null))
    expect(told).toMatchObject({ blocked: [], unknown: [] })
    expect(told.resolved).toHaveLength(1)
  })

  it('is complained of no more where somebody took it away by hand: it is not given anyway', () => {
    const undone = aGranted(GRANT, { ended: { at: NOON, because: 'undone' } })
    expect(asked(later(NOON, 90), [undone]).blocked).toEqual([])
  })

  it('is still found for what has to be taken: only giving asks when it was written', () => {
    expect(answer([found(MARTA), written(later(NOON, 90))]).resolved).toHaveLength(1)
  })

  it('is not given again to whom Daypass took it from', () => {
    const taken = aGranted(GRANT, { ended: { at: NOON, because: 'held' } })
    expect(asked(later(NOON, 90), [taken]).resolved).toEqual([])
  })
})
