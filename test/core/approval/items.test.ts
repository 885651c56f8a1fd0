// What a request's lines become, and for how long.

import { describe, expect, it } from 'vitest'
import { itemsOf, windowOf } from '../../../src/core/approval/items.ts'
import { routeItem } from '../../../src/core/approval/routing.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Line, Request, WhenAsked } from '../../../src/core/model/request.ts'
import type { Bundle, Settings } from '../../../src/core/model/settings.ts'
import { HOUR, instantOf, later } from '../../../src/core/model/time.ts'
import { AT, auto, carries, documents, knowledge, NOON, policy, request, role, rule, settings } from './company.ts'

const located = <T>(value: T, line = 1) => ({ value, at: { ...AT, line } })
const line = (targets: readonly string[], asked: Entitlement | string, at = 5): Line => ({
  targets: targets.map((target) => located(target, at)),
  asked:
    typeof asked === 'string'
      ? { is: 'bundle', bundle: located(asked, at) }
      : { is: 'entitlement', entitlement: asked },
  at: { ...AT, line: at },
})
const asks = (lines: readonly Line[], rest: Partial<Request> = {}): Request => ({ ...request({}), lines, ...rest })

const bundle = (name: string, duration: number | null, items: readonly Entitlement[]): readonly [string, Bundle] => [
  name,
  { name, says: name, duration, items, at: AT },
]

const WITH: Settings = settings([], {
  bundles: new Map([
    bundle('oncall', 4 * HOUR, [policy('ReadOnlyAccess'), role('reader')]),
    bundle('short', 1 * HOUR, [policy('ReadOnlyAccess')]),
    bundle('endless', null, [role('x')]),
  ]),
})

const keys = (of: Request, under: Settings = WITH): readonly string[] =>
  itemsOf(of, under, knowledge).items.map((item) => item.key)
const problems = (of: Request, under: Settings = WITH): readonly string[] =>
  itemsOf(of, under, knowledge).problems.map(({ at, because }) => `${at.line}: ${because}`)

describe('items', () => {
  it('are one for each target and entitlement, sorted by key', () => {
    expect(
      keys(asks([line(['sandbox-1', 'orders-prod'], policy('ReadOnlyAccess')), line(['payer'], role('a'))])),
    ).toEqual([
      'r1/marta/orders-prod/policy:ReadOnlyAccess',
      'r1/marta/payer/role:a',
      'r1/marta/sandbox-1/policy:ReadOnlyAccess',
    ])
  })
  it('are what the bundle holds, and remember it and the line', () => {
    const { items } = itemsOf(asks([line(['orders-prod'], 'oncall', 9)]), WITH, knowledge)
    expect(items.map((item) => [item.entitlement.what, item.bundle, item.at.line])).toEqual([
      ['policy:ReadOnlyAccess', 'oncall', 9],
      ['role:reader', 'oncall', 9],
    ])
  })
  it('are merged when asked for twice, and the first line stays', () => {
    const { items } = itemsOf(
      asks([line(['orders-prod'], 'short', 7), line(['orders-prod'], 'oncall', 8)]),
      WITH,
      knowledge,
    )
    expect(items.map((item) => [item.entitlement.what, item.bundle])).toEqual([
      ['policy:ReadOnlyAccess', 'short'],
      ['role:reader', 'oncall'],
    ])
  })
  it('have keys that say nothing of time or place in the file', () => {
    const once = keys(
      asks([line(['orders-prod'], role('a'), 5)], { when: { is: 'duration', seconds: 60, from: null } }),
    )
    expect(keys(asks([line(['payer'], role('b'), 4), line(['orders-prod'], role('a'), 99)]))).toContain(once[0])
  })
})

describe('problems', () => {
  it('tell an unknown person and give no items', () => {
    const of = asks([line(['orders-prod'], role('a'))], { for: located('mallory', 1) })
    expect(problems(of)).toEqual(['1: there is nobody named mallory'])
    expect(keys(of)).toEqual([])
  })
  it('tell every unknown account and bundle, and keep the rest', () => {
    const of = asks([line(['nowhere', 'payer'], role('a'), 5), line(['payer'], 'none', 6)])
    expect(problems(of)).toEqual(['5: there is no account named nowhere', '6: there is no bundle named none'])
    expect(keys(of)).toEqual(['r1/marta/payer/role:a'])
  })
  it('tell an ARN of another account', () => {
    expect(problems(asks([line(['payer'], role('arn:aws:iam::111111111111:role/a'), 5)]))).toEqual([
      '1: arn:aws:iam::111111111111:role/a cannot be asked for in payer: it lies in the account 111111111111, not in 333333333333',
    ])
  })
  it('let policies of AWS through in every account', () => {
    expect(problems(asks([line(['payer', 'orders-prod'], policy('arn:aws:iam::aws:policy/ReadOnlyAccess'))]))).toEqual(
      [],
    )
  })
  it('tell too many items', () => {
    const few = settings([], { limits: { ...WITH.limits, itemsPerRequest: 1 } })
    expect(problems(asks([line(['payer', 'orders-prod'], role('a'))]), few)).toEqual([
      '1: it asks for 2 items, more than the 1 that one request may hold',
    ])
  })
  it('tell a request for nothing', () => {
    expect(problems(asks([]))).toEqual(['1: it asks for nothing'])
  })
})

describe('the window', () => {
  const from = instantOf(NOON + 3 * HOUR)
  const until = instantOf(NOON + 5 * HOUR)
  const bundles = (...names: readonly string[]): readonly Line[] => names.map((name) => line(['payer'], name))
  const ROWS: readonly (readonly [string, WhenAsked, readonly Line[], readonly [number, number] | null])[] = [
    ['starts at the landing', { is: 'duration', seconds: 60, from: null }, [], [NOON, NOON + 60]],
    ['starts at from', { is: 'duration', seconds: 60, from }, [], [from, from + 60]],
    ['ends at until', { is: 'until', until, from: null }, [], [NOON, until]],
    ['goes from from until until', { is: 'until', until, from }, [], [from, until]],
    ['is empty where until is before from', { is: 'until', until: from, from: until }, [], [until, from]],
    ['is the default of the bundle', { is: 'default' }, bundles('oncall'), [NOON, NOON + 4 * HOUR]],
    [
      'is the shortest default of several',
      { is: 'default' },
      bundles('oncall', 'short', 'endless'),
      [NOON, NOON + HOUR],
    ],
    ['is unknown where no bundle says', { is: 'default' }, bundles('endless'), null],
    ['is unknown without a bundle', { is: 'default' }, [line(['payer'], role('a'))], null],
    [
      'does not take a bundle’s default over what is written',
      { is: 'duration', seconds: 60, from: null },
      bundles('short'),
      [NOON, NOON + 60],
    ],
  ]
  for (const [says, when, lines, is] of ROWS)
    it(says, () => {
      const window = windowOf(asks(lines, { when }), WITH, NOON)
      expect(window === null ? null : [window.from, window.until]).toEqual(is)
    })
  it('moves with the landing', () => {
    expect(windowOf(request({ hours: 1 }), WITH, later(NOON, 30))?.until).toBe(NOON + 30 + HOUR)
  })
})

describe('routing alone', () => {
  const deciding = { knowledge, carries, documents, tags: new Map() }
  const [item] = itemsOf(asks([line(['orders-prod'], policy('ReadOnlyAccess'))]), WITH, knowledge).items
  if (item === undefined) throw new Error('no item')

  it('denies nothing where a rule merely vanished', () => {
    const routing = routeItem(item, settings([]), deciding)
    expect([routing.denied, routing.held, routing.ways]).toEqual([null, null, []])
    expect(routing.stops.map(({ code }) => code)).toEqual(['not-requestable'])
  })
  it('tells a deny with its sentence', () => {
    expect(routeItem(item, settings([rule('no', { deny: 'Not here' })]), deciding).denied).toEqual({
      rule: 'no',
      sentence: 'Not here',
    })
  })
  it('denies everybody also to those who have left the people map', () => {
    const left = settings([rule('no', { deny: 'Not here' })], { people: new Map() })
    expect(routeItem(item, left, deciding).denied?.rule).toBe('no')
  })
  it('says only what holds say in an account that is gone', () => {
    const gone = settings([rule('no', { deny: 'Not here' })], {
      aws: null,
      holds: [{ what: { is: 'everything' }, because: 'fire', since: null, at: AT }],
    })
    const routing = routeItem(item, gone, deciding)
    expect([routing.denied, routing.held?.because]).toEqual([null, 'fire'])
  })
  it('gives its because with rules and numbers', () => {
    const routing = routeItem(
      item,
      settings([rule('free', { ways: [auto], limits: { maxDuration: HOUR, approvals: 2, ticket: 'required' } })]),
      deciding,
    )
    expect(routing.because).toEqual([
      'rule free matches',
      'at most 1h by rule free',
      'at least 2 approvals by rule free',
      'a ticket is required by rule free',
    ])
  })
  it('is the same value for the same question', () => {
    const rules = settings([rule('free', { ways: [auto] })])
    expect(JSON.stringify(routeItem(item, rules, deciding))).toBe(JSON.stringify(routeItem(item, rules, deciding)))
  })
})
