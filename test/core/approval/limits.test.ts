// Which limits hold together, how people read them, and what is told of a request that breaks them.

import { describe, expect, it } from 'vitest'
import { breaches, type Limits, sayLimits, strictest } from '../../../src/core/approval/limits.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Lapse } from '../../../src/core/model/permissions.ts'
import type { Request } from '../../../src/core/model/request.ts'
import { DAY, HOUR, later } from '../../../src/core/model/time.ts'
import { AT, actions, NO_LIMITS, NOON, pattern, policy, request, rule, settings } from './company.ts'

const WEEK = settings([])
type Text = Parameters<typeof rule>[1]
const limits = (rules: Readonly<Record<string, Text['limits'] & {}>>): Limits =>
  strictest(
    Object.entries(rules).map(([name, own]) => rule(name, { limits: own })),
    WEEK,
  )

const NONE: Limits = {
  maxDuration: { value: 7 * DAY, rule: 'limits in daypass.yaml' },
  reason: null,
  tickets: [],
  endsByItself: null,
  approvals: null,
  noDirectAttachment: [],
  noWildcards: [],
  noOnBehalf: [],
}
const OPEN = { directAttachment: 'allowed', wildcards: 'allowed', onBehalf: 'allowed' } as const

describe('of all rules that touch an item', () => {
  it('none leave the limit of daypass.yaml', () => {
    expect(limits({})).toEqual(NONE)
  })
  it('one that says nothing loosens nothing, and tightens nothing', () => {
    expect(limits({ a: {} })).toEqual({ ...NONE, noDirectAttachment: ['a'], noWildcards: ['a'], noOnBehalf: ['a'] })
    expect(limits({ a: OPEN })).toEqual(NONE)
  })
  it('each may forbid what another allows, and is named for it', () => {
    expect(
      limits({ c: { wildcards: 'allowed' }, b: { onBehalf: 'allowed' }, a: { directAttachment: 'allowed' } }),
    ).toEqual({
      ...NONE,
      noDirectAttachment: ['b', 'c'],
      noWildcards: ['a', 'b'],
      noOnBehalf: ['a', 'c'],
    })
  })
  it('the strictest holds, and of equal ones the first by name is told, in whatever order they are written', () => {
    const written = {
      c: { ...OPEN, maxDuration: HOUR, approvals: 2, reason: 'required', endsByItself: 'required' },
      b: { ...OPEN, maxDuration: HOUR, approvals: 2, reason: 'required', endsByItself: 'required' },
      a: { ...OPEN, maxDuration: 2 * HOUR, approvals: 1 },
      d: { ...OPEN, maxDuration: 3 * HOUR, approvals: 1 },
    } as const
    const backwards = Object.fromEntries(Object.entries(written).reverse())
    const strict: Limits = {
      ...NONE,
      maxDuration: { value: HOUR, rule: 'b' },
      approvals: { value: 2, rule: 'b' },
      reason: { value: 'required', rule: 'b' },
      endsByItself: { value: 'required', rule: 'b' },
    }
    expect([limits(written), limits(backwards)]).toEqual([strict, strict])
  })
  it('a rule that allows more time than daypass.yaml allows nothing more', () => {
    expect(limits({ a: { ...OPEN, maxDuration: 8 * DAY } }).maxDuration).toEqual(NONE.maxDuration)
  })
  it('a rule that says the same as daypass.yaml is the one that is told', () => {
    expect(limits({ a: { ...OPEN, maxDuration: 7 * DAY } }).maxDuration).toEqual({ value: 7 * DAY, rule: 'a' })
  })
  it('all tickets hold', () => {
    const like = pattern('INC-*')
    expect(limits({ b: { ...OPEN, ticket: like }, a: { ...OPEN, ticket: 'required' } }).tickets).toEqual([
      { value: 'required', rule: 'a' },
      { value: like, rule: 'b' },
    ])
  })
  it('one that denies limits nothing', () => {
    const no = rule('no', { deny: 'no', limits: { ...NO_LIMITS, maxDuration: HOUR, reason: 'required', approvals: 9 } })
    expect(strictest([no], WEEK)).toEqual(NONE)
  })
})

describe('people read', () => {
  it('the one limit that always holds', () => {
    expect(sayLimits(limits({}))).toEqual(['at most 7d by limits in daypass.yaml'])
  })
  it('every limit with the rule that set it', () => {
    expect(
      sayLimits(
        limits({
          strict: { maxDuration: 4 * HOUR, approvals: 2, reason: 'required', endsByItself: 'required' },
          tickets: { ticket: 'required' },
          incidents: { ticket: pattern('INC-*') },
        }),
      ),
    ).toEqual([
      'at most 4h by rule strict',
      'at least 2 approvals by rule strict',
      'a reason is required by rule strict',
      'a ticket like INC-* is required by rule incidents',
      'a ticket is required by rule tickets',
      'it must end by itself by rule strict',
    ])
  })
  it('the same list when they ask again', () => {
    const same = limits({ a: { maxDuration: HOUR } })
    expect(sayLimits(same)).toBe(sayLimits(same))
  })
})

const place = (line: number) => ({ ...AT, line })
const placed = (value: string, line: number) => ({ value, at: place(line) })
const BUCKETS = (reach: string | null, kind = 'resource'): Entitlement => ({
  ...actions('s3:GetObject', 'arn:aws:s3:::orders*'),
  kind: kind as Entitlement['kind'],
  facets: reach === null ? {} : { reach: [reach] },
})

interface Asked {
  readonly seconds?: number
  readonly lapse?: Lapse | null
  readonly reason?: string | null
  readonly ticket?: string | null
  readonly of?: Entitlement
}

/** `line code: sentence`; the request stands on line 1, its ticket on 4, its item on 6. */
const broken = (held: Limits, asked: Asked): readonly string[] => {
  const {
    seconds = 2 * HOUR,
    lapse = 'always',
    reason = 'stuck',
    ticket = 'INC-1',
    of = policy('ReadOnlyAccess'),
  } = asked
  const whole: Request = {
    ...request({}),
    reason: reason === null ? null : placed(reason, 3),
    ticket: ticket === null ? null : placed(ticket, 4),
  }
  return breaches(held, {
    request: whole,
    window: { from: NOON, until: later(NOON, seconds) },
    lapse,
    item: { entitlement: of, at: place(6) },
  }).map(({ code, sentence, at }) => `${at.line} ${code}: ${sentence}`)
}

describe('a request that breaks a limit is told', () => {
  const LONG = limits({ r: { ...OPEN, maxDuration: 2 * HOUR } })
  const REASON = limits({ r: { ...OPEN, reason: 'required' } })
  const TICKET = limits({ r: { ...OPEN, ticket: 'required' }, s: { ...OPEN, ticket: pattern('INC-?') } })
  const ENDS = limits({ r: { ...OPEN, endsByItself: 'required' } })
  const EXACT = limits({ r: {} })
  const ROWS: readonly (readonly [says: string, held: Limits, asked: Asked, told: readonly string[]])[] = [
    ['nothing, if it breaks none', limits({}), { reason: null, ticket: null, lapse: 'never' }, []],
    ['nothing, if it is as long as is allowed', LONG, {}, []],
    [
      'one minute more',
      LONG,
      { seconds: 2 * HOUR + 60 },
      ['1 too-long: rule r allows 2h at most, asked for are 2h 1m'],
    ],
    [
      'more than daypass.yaml allows to anybody',
      limits({}),
      { seconds: 8 * DAY },
      ['1 too-long: limits in daypass.yaml allow 7d at most, asked for are 8d'],
    ],
    ['a reason that is missing', REASON, { reason: null }, ['1 no-reason: rule r demands a reason']],
    ['a reason of blanks', REASON, { reason: ' \n' }, ['1 no-reason: rule r demands a reason']],
    ['nothing, if there is a reason', REASON, {}, []],
    [
      'a ticket that is missing, by every rule that demands one',
      TICKET,
      { ticket: null },
      ['1 no-ticket: rule r demands a ticket', '1 no-ticket: rule s demands a ticket'],
    ],
    [
      'a ticket of blanks, where it stands',
      TICKET,
      { ticket: ' ' },
      ['4 no-ticket: rule r demands a ticket', '4 no-ticket: rule s demands a ticket'],
    ],
    [
      'a ticket of another form',
      TICKET,
      { ticket: 'OPS-1' },
      ['4 no-ticket: rule s demands a ticket like INC-?, not OPS-1'],
    ],
    ['nothing, if the ticket has blanks around it', TICKET, { ticket: ' INC-1 ' }, []],
    [
      'access that does not end by itself',
      ENDS,
      { lapse: 'never' },
      ['1 does-not-end: rule r demands that access ends by itself, and this does not'],
    ],
    [
      'access that ends for new sessions only',
      ENDS,
      { lapse: 'depends' },
      [
        '1 does-not-end: rule r demands that access ends by itself, and this does not for sessions that are already open',
      ],
    ],
    [
      'access of which nobody knows how it ends',
      ENDS,
      { lapse: null },
      ['1 does-not-end: rule r demands that access ends by itself, and this does not'],
    ],
    ['nothing, if it ends by itself', ENDS, {}, []],
    [
      'resources that are named by a wildcard',
      EXACT,
      { of: BUCKETS('wildcards') },
      ['6 wildcards: rule r lets nobody name several resources by a wildcard'],
    ],
    ['nothing, if one resource is named', EXACT, { of: BUCKETS('exact') }, []],
    ['nothing, if nothing says how far it reaches', EXACT, { of: BUCKETS(null) }, []],
    [
      'nothing, if actions are named, which say themselves what they are for',
      EXACT,
      { of: BUCKETS('wildcards', 'actions') },
      [],
    ],
    ['nothing, if every rule allows wildcards', limits({ r: OPEN }), { of: BUCKETS('wildcards') }, []],
  ]
  it.each(ROWS)('%s', (_says, held, asked, told) => {
    expect(broken(held, asked)).toEqual(told)
  })
})
