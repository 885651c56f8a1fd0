// What the rules say of one item before anybody approves: what stops it, which ways there are, and why, in words that people read.

import { describe, expect, it } from 'vitest'
import { NOTHING_READ, type Routing, routeFor, routeItem } from '../../../src/core/approval/routing.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Item } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import type { Hold, Settings } from '../../../src/core/model/settings.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { loadAllKnowledge } from '../../../src/knowledge/load.ts'
import {
  AT,
  actions,
  approvedBy,
  auto,
  breakGlass,
  carries,
  document,
  documents,
  group,
  knowledge,
  permissionSet,
  person,
  policy,
  rule,
  settings,
} from './company.ts'

const DECIDING = { knowledge, carries, documents, tags: new Map() }
const HERE = { ...AT, line: 6 }

interface Asked {
  readonly of?: Entitlement
  readonly in?: string
  readonly for?: string
}

const item = ({
  of = policy('AmazonS3ReadOnlyAccess'),
  in: target = 'orders-prod',
  for: who = 'marta',
}: Asked): Item => ({
  key: id<'grant'>('k'),
  request: id<'request'>('r1'),
  person: person(who),
  target: id<'target'>(target),
  entitlement: of,
  bundle: null,
  at: HERE,
})
const route = (rules: readonly Rule[], asked: Asked = {}, rest: Partial<Settings> = {}): Routing =>
  routeItem(item(asked), settings(rules, rest), DECIDING)
const stops = (routing: Routing): readonly string[] => routing.stops.map(({ code, sentence }) => `${code}: ${sentence}`)
const held = (what: Hold['what'], because = 'fire'): Hold => ({ what, because, since: null, at: AT })

const FREE = rule('free', { ways: [auto] })

describe('an item that nothing stops', () => {
  it('is told with rules, ways, limits, risk and end', () => {
    const leads = approvedBy('@leads')
    const glass = breakGlass('@oncall')
    const rules = [
      rule('strict', {
        what: { kind: 'policy' },
        limits: { maxDuration: HOUR, onBehalf: 'allowed', directAttachment: 'allowed' },
      }),
      rule('b', { ways: [leads, glass], limits: { wildcards: 'allowed' } }),
      rule('a', { ways: [auto] }),
    ]
    expect(route(rules)).toEqual({
      rules: ['a', 'b'],
      denied: null,
      held: null,
      stops: [],
      ways: [
        { way: auto, rule: 'a' },
        { way: leads, rule: 'b' },
        { way: glass, rule: 'b' },
      ],
      limits: {
        maxDuration: { value: HOUR, rule: 'strict' },
        reason: null,
        tickets: [],
        endsByItself: null,
        approvals: null,
        noDirectAttachment: ['a', 'b'],
        noWildcards: ['a', 'strict'],
        noOnBehalf: ['a', 'b'],
      },
      risk: 'low',
      riskBecause: ['only lists and reads'],
      escalating: [],
      lapse: 'always',
      leftOut: [],
      directAttachment: false,
      undecided: false,
      because: ['rule a matches', 'rule b matches', 'at most 1h by rule strict'],
    })
  })
  it('says why again in the same words', () => {
    const rules = settings([FREE])
    const [one, other] = [item({}), item({ for: 'nils' })].map((each) => routeItem(each, rules, DECIDING))
    expect(one?.because).toEqual(['rule free matches', 'at most 7d by limits in daypass.yaml'])
    expect(other?.because).toBe(one?.because)
  })
})

describe('an item of an account that is not there', () => {
  const nowhere = { in: 'nowhere' }

  it('is stopped by that alone, whatever rules say', () => {
    const routing = route([FREE, rule('no', { deny: 'no' })], nowhere)
    expect(routing).toEqual({
      ...routing,
      rules: [],
      denied: null,
      held: null,
      stops: [{ code: 'unreadable', sentence: 'there is no account named nowhere', at: HERE }],
      ways: [],
      risk: 'unknown',
      riskBecause: [],
      escalating: [],
      lapse: null,
      leftOut: [],
      directAttachment: false,
      undecided: false,
      because: ['there is no account named nowhere'],
    })
    expect(routing.limits).toEqual(route([rule('no', { deny: 'no' })]).limits)
    expect(routing.limits.maxDuration.value).toBe(7 * DAY)
  })
  it('is still held', () => {
    const hold = held({ is: 'person', person: person('marta') })
    const routing = route([], nowhere, { holds: [hold] })
    expect(routing.held).toBe(hold)
    expect(stops(routing)).toEqual(['held: held: fire', 'unreadable: there is no account named nowhere'])
  })
})

describe('a hold', () => {
  const ROWS: readonly (readonly [says: string, what: Hold['what'], stops: boolean])[] = [
    ['on everything', { is: 'everything' }, true],
    ['on the person', { is: 'person', person: person('marta') }, true],
    ['on another person', { is: 'person', person: person('nils') }, false],
    ['on the target', { is: 'target', target: id('orders-prod') }, true],
    ['on another target', { is: 'target', target: id('payer') }, false],
    ['on the request', { is: 'request', request: 'r1' }, true],
    ['on another request', { is: 'request', request: 'r2' }, false],
  ]
  it.each(ROWS)('%s', (_says, what, is) => {
    const hold = held(what)
    const routing = route([FREE], {}, { holds: [hold] })
    expect([routing.held, stops(routing)]).toEqual(is ? [hold, ['held: held: fire']] : [null, []])
  })
  it('is told where the item stands, after the rules that match, and the first of several is', () => {
    const first = held({ is: 'everything' }, 'first')
    const routing = route(
      [FREE],
      {},
      { holds: [held({ is: 'request', request: 'x' }), first, held({ is: 'everything' })] },
    )
    expect(routing.held).toBe(first)
    expect(routing.stops).toEqual([{ code: 'held', sentence: 'held: first', at: HERE }])
    expect(routing.because).toEqual(['rule free matches', 'at most 7d by limits in daypass.yaml', 'held: first'])
  })
})

describe('people are told why they may not ask', () => {
  const admin = { of: policy('IAMFullAccess') }
  const ROWS: readonly (readonly [says: string, rules: readonly Rule[], asked: Asked, told: readonly string[]])[] = [
    [
      'no rule',
      [],
      {},
      ['not-requestable: no rule lets marta ask for the policy AmazonS3ReadOnlyAccess in orders-prod'],
    ],
    [
      'a deny, and not besides that no rule lets them',
      [rule('no', { deny: 'Never here' })],
      {},
      ['denied: rule no: Never here'],
    ],
    [
      'a rule that does not name lasting access',
      [FREE],
      admin,
      ['not-named: the policy IAMFullAccess could make lasting access, and free does not name that'],
    ],
    [
      'several rules that do not',
      [FREE, rule('also', { ways: [auto] })],
      admin,
      ['not-named: the policy IAMFullAccess could make lasting access, and also, free do not name that'],
    ],
    [
      'no rule at all for lasting access',
      [],
      admin,
      ['not-requestable: no rule lets marta ask for the policy IAMFullAccess in orders-prod'],
    ],
    [
      'a rule that names it, with nothing',
      [rule('named', { what: { escalating: true }, ways: [auto] }), FREE],
      admin,
      [],
    ],
    [
      'an account that cannot give it',
      [FREE],
      { in: 'okta-1' },
      ['not-carried: okta-1 (other) cannot give policy access'],
    ],
    ['an account that cannot give such a thing either', [FREE], { in: 'okta-1', of: permissionSet('Reader') }, []],
  ]
  it.each(ROWS)('%s', (_says, rules, asked, told) => {
    const routing = route(rules, asked)
    expect(stops(routing)).toEqual(told)
    expect(routing.stops.every(({ at }) => at === HERE)).toBe(true)
  })

  it('a mode that nobody knows carries nothing', () => {
    const routing = routeItem(item({}), settings([FREE]), { ...DECIDING, carries: new Map() })
    expect([routing.lapse, stops(routing)]).toEqual([
      null,
      ['not-carried: orders-prod (iam-user) cannot give policy access'],
    ])
  })
  it('rules that would let the beneficiary ask, but not the one who asks', () => {
    const own = ['b', 'a'].map((name) =>
      rule(name, { who: '@contractors', ways: [auto], limits: { onBehalf: 'allowed' } }),
    )
    const routing = routeFor(item({ for: 'carl' }), settings(own), DECIDING, person('marta'))
    expect(stops(routing)).toEqual(['on-behalf: a, b would let carl ask for this, but not marta'])
    expect(routing.ways).toEqual([])
  })
})

describe('a managed policy may be attached as it is', () => {
  const may = { directAttachment: 'allowed' } as const
  const ROWS: readonly (readonly [says: string, rules: readonly Rule[], asked: Asked, is: boolean])[] = [
    ['if every rule says so', [rule('r', { ways: [auto], limits: may })], {}, true],
    ['not if no rule gives a way', [rule('r', { limits: may })], {}, false],
    ['not if no rule is there', [], {}, false],
    ['not if a rule that only limits is silent', [rule('r', { ways: [auto], limits: may }), rule('s', {})], {}, false],
    [
      'not if another rule would not touch it then',
      [rule('r', { ways: [auto], limits: may }), rule('s', { what: { endsByItself: true }, limits: may })],
      {},
      false,
    ],
    [
      'not if another rule would touch it then',
      [
        rule('r', { ways: [auto], limits: may }),
        rule('s', { what: { endsByItself: false }, limits: { maxDuration: HOUR } }),
      ],
      {},
      false,
    ],
    ['and a group is none', [rule('r', { ways: [auto], limits: may })], { of: group('g') }, false],
  ]
  it.each(ROWS)('%s', (_says, rules, asked, is) => {
    expect(route(rules, asked).directAttachment).toBe(is)
  })
})

describe('what is left out of one resource', () => {
  it('is known with the item, if it is a level', () => {
    expect(route([FREE], { of: { ...actions('s3:GetObject'), leftOut: ['s3:ListAllMyBuckets'] } }).leftOut).toEqual([
      's3:ListAllMyBuckets',
    ])
    expect(route([FREE], { of: actions('s3:GetObject') }).leftOut).toEqual([])
  })
  it('is known once the text is, if it is a policy', async () => {
    const read = document('s3:GetObject s3:ListAllMyBuckets')
    const part = { arn: 'arn:aws:s3:::orders/*', only: null, when: {} }
    const plain = policy('AmazonS3ReadOnlyAccess')
    if (plain.permissions.form !== 'policy') throw new Error('not a policy')
    const of: Entitlement = {
      ...plain,
      leftOut: ['x'],
      permissions: { ...plain.permissions, form: 'narrowed', to: [part] },
    }
    const deciding = { ...DECIDING, knowledge: await loadAllKnowledge() }
    const texts = new Map([['orders-prod AmazonS3ReadOnlyAccess', read]])
    const [blind, seen] = [NOTHING_READ, { documents: texts }].map((known) =>
      routeItem(item({ of }), settings([FREE]), { ...deciding, ...known }),
    )
    expect([blind?.leftOut, blind?.undecided, blind?.riskBecause]).toEqual([
      [],
      true,
      ['the text of the policy is not known yet'],
    ])
    expect([seen?.leftOut, seen?.undecided]).toEqual([['s3:ListAllMyBuckets'], false])
  })
})
