// Somebody must go from a thing that others stay on, and it cannot be written anew.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { mustGo } from '../../../src/core/plan/because.ts'
import type { Fate } from '../../../src/core/plan/desire.ts'
import { type Compared, diff } from '../../../src/core/plan/diff.ts'
import type { Fact } from '../../../src/core/plan/provisioner.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { anyFilter, aRequest, aRule, auto, hours, landed, NOON } from '../../support/builders.ts'
import { company, lasting } from '../../support/toy-day.ts'
import { badgeDigest, type Content } from '../../support/toy-mode.ts'
import { compared, contentOf, LATER, pinned, TOY, there } from './comparing.ts'
import { given, planned, worn } from './drawing.ts'
import { aGrant, holdingOf } from './values.ts'

const until = later(NOON, hours(4))
const [STAYS, GOES] = [aGrant('a', { until }), aGrant('b', { until })]
const BLUE = holdingOf(GOES)
/** With another text than the source has now: what is wanted would give more. */
const HAVE = there(GOES, { digest: badgeDigest(contentOf(GOES, later(NOON, hours(5)))) })
const GREEN = id<'grant'>('b/marta/prod/badge:green')
const granted = [pinned(STAYS, { content: HAVE.digest }), pinned(GOES, { content: HAVE.digest, grant: GREEN })]
const goes: NonNullable<Compared<Content>['goes']> = ({ version }) => version === GOES.version
const LEFT = { content: contentOf(STAYS), digest: badgeDigest(contentOf(STAYS)) }

describe('where the text of what stays changed', () => {
  const day = { live: [STAYS], observed: [HAVE], granted }
  const apart = (more: Partial<Compared<Content>['provisioner']> = {}, leaves: 'takes' | 'gives' = 'takes') => ({
    ...TOY,
    effectOf: (_: Content, want: Content) => (want === LEFT.content ? leaves : 'gives'),
    without: () => LEFT,
    ...more,
  })
  const told = (provisioner: Compared<Content>['provisioner']) => diff(compared(day, { provisioner, goes }))

  it('what somebody must not keep is cut out, and what is left is theirs who stay', () => {
    let asked: readonly string[] = []
    const provisioner = apart({
      without: (_, versions) => {
        asked = [...versions]
        return LEFT
      },
    })
    expect(told(provisioner)).toMatchObject({
      changes: [{ do: 'adjust', effect: 'takes', have: HAVE, want: { ...LEFT, holders: [{ grant: STAYS }] } }],
      drift: [],
    })
    expect(asked).toEqual([GOES.version])
  })

  it.each<[string, Compared<Content>['provisioner']]>([
    ['it cannot be told apart', { ...TOY, effectOf: () => 'gives' }],
    ['nothing would be left', apart({ without: () => null })],
    ['what is left would give more', apart({}, 'gives')],
  ])('all of it goes where %s', (_where, provisioner) => {
    expect(told(provisioner)).toMatchObject({ changes: [{ do: 'revoke', have: HAVE, because: 'changed' }], drift: [] })
  })

  it('it stays as it was given where nobody must go, or whoever must has ended by the date on it', () => {
    const over = pinned(aGrant('c', { until: LATER }), { content: HAVE.digest, grant: id('c/marta/prod/badge:red') })
    const all = compared({ ...day, granted: [...granted, over] }, { provisioner: apart() })
    const nobody = { changes: [], drift: [{ is: 'text-changed' }] }
    expect(diff(all)).toMatchObject(nobody)
    expect(diff({ ...all, goes: () => false })).toMatchObject(nobody)
    expect(diff({ ...all, goes: ({ version }) => version === over.version })).toMatchObject(nobody)
  })
})

describe('where what stays could not be looked up', () => {
  const changes = (more: Partial<Compared<Content>>, all = granted) =>
    diff(compared({ observed: [HAVE], granted: all }, { unsure: [STAYS], ...more })).changes.map(
      (one) => `${one.do} ${one.do === 'grant' ? one.want.key : one.have.key}`,
    )

  it('the thing is taken where somebody must go from it', () => {
    expect([changes({ goes }), changes({ goes: () => false })]).toEqual([[`revoke ${BLUE}`], []])
  })

  it('a mark of its request keeps nothing else that the record knows', () => {
    const amber = aGrant('a', { badge: 'amber', until })
    const asked = compared(
      { observed: [there(amber)], granted: [pinned(amber)] },
      { unsure: [STAYS], goes: ({ grant }) => grant === amber.key },
    )
    expect(diff(asked).changes).toMatchObject([{ do: 'revoke', because: 'withdrawn' }])
    expect(diff({ ...asked, goes: () => false }).changes).toMatchObject([{ do: 'revoke' }])
  })
})

it('what a rule denies goes, though another item of its request could not be looked up', async () => {
  const request = landed(aRequest('a', { when: lasting(4), badges: ['blue', 'amber'] }))
  const what = { ...anyFilter, facets: { badge: [{ is: 'glob' as const, text: 'amber' }] } }
  const rules = [aRule('everything', [auto]), aRule('no-amber', [auto], { deny: 'amber is closed', what })]
  const dark = { is: 'unknown', because: { kind: 'unreachable', call: 'iam:GetPolicy', said: 'no' } } as const
  const plan = await planned({
    standing: [request],
    granted: [given(request), given(request, {}, { name: 'amber' })],
    badges: [worn(request), worn(request, { name: 'amber' })],
    more: { settings: company({ rules }) },
    seen: (seen) => ({
      ...seen,
      facts: new Map([...seen.facts].map(([key, { need }]): [string, Fact] => [key, { need, ...dark }])),
    }),
  })
  expect(plan.steps.map(({ holding, because }) => `${holding} ${because}`)).toEqual(['prod/marta/amber denied'])
})

it.each<[string, Partial<Granted>, readonly string[]]>([
  ['goes where somebody must go from it with something else', { grant: GREEN }, ['revoke prod/marta/blue']],
  ['stays where what somebody must not keep is theirs, too, who stay', {}, []],
])('a thing of which nothing could be looked up %s', async (_what, other, steps) => {
  const [stays, goes] = ['a', 'b'].map((name) => landed(aRequest(name, { when: lasting(4) })))
  if (stays === undefined || goes === undefined) throw new Error('two were landed')
  const dark = { is: 'unknown', because: { kind: 'unreachable', call: 'iam:GetUser', said: 'no' } } as const
  const plan = await planned({
    granted: [given(stays), given(goes, other)],
    badges: [worn(stays)],
    standing: [stays],
    seen: (seen) => ({
      ...seen,
      facts: new Map([...seen.facts].map(([key, { need }]): [string, Fact] => [key, { need, ...dark }])),
    }),
  })
  expect(plan.steps.map(({ do: what, holding }) => `${what} ${holding}`)).toEqual(steps)
})

it('a version that this clone does not know makes nothing go: it may have landed since', async () => {
  const [stays, newer] = ['a', 'b'].map((name) => landed(aRequest(name, { when: lasting(4) })))
  if (stays === undefined || newer === undefined) throw new Error('two were landed')
  const dark = { is: 'unknown', because: { kind: 'unreachable', call: 'iam:GetUser', said: 'no' } } as const
  const plan = await planned({
    granted: [given(stays), given(newer, { grant: GREEN })],
    badges: [worn(stays)],
    standing: [stays],
    more: { everyVersion: new Set([stays.version.id]) },
    seen: (seen) => ({
      ...seen,
      facts: new Map([...seen.facts].map(([key, { need }]): [string, Fact] => [key, { need, ...dark }])),
    }),
  })
  expect(plan.steps).toEqual([])
})

it.each<[string, Fate | undefined, boolean]>([
  ['what is asked for no more', undefined, true],
  ['what is held', { is: 'over', because: 'held', says: '' }, true],
  ['what has ended', { is: 'over', because: 'expired', says: '' }, false],
  ['what is live', { is: 'live' }, false],
  ['what begins later', { is: 'not-yet', from: NOON }, false],
])('of %s it is known whether it must go before its end', (_what, fate, must) => {
  expect(mustGo(fate)).toBe(must)
})
