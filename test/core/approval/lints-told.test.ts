// How owners are told of a mistaken rule: the whole finding, with its place and its cure, and in one order.

import { describe, expect, it } from 'vitest'
import { lintSettings } from '../../../src/core/approval/lints.ts'
import type { Rule, Way } from '../../../src/core/model/rule.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { AT, approvedBy, auto, breakGlass, knowledge, pattern, rule, settings } from './company.ts'

const onLine = <T extends Rule | Way>(one: T, line: number): T => ({ ...one, at: { ...AT, line } })

/** `line code: message → cure` */
const told = (rules: readonly Rule[], rest: Partial<Settings> = {}): readonly string[] =>
  lintSettings(settings(rules, rest), knowledge).map(
    ({ code, at, message, cure }) => `${at.line} ${code}: ${message} → ${cure}`,
  )
const messages = (rules: readonly Rule[], rest: Partial<Settings> = {}): readonly string[] =>
  lintSettings(settings(rules, rest), knowledge).map(({ message }) => message)

const LEADS = onLine(approvedBy('@leads'), 4)
const AUTO = onLine(auto, 3)
const lasting = { escalating: true }

describe('a mistaken rule is told', () => {
  const ROWS: readonly (readonly [says: string, rules: readonly Rule[], told: readonly string[]])[] = [
    [
      'where it can never match',
      [onLine(rule('r', { what: { account: 'web' }, ways: [LEADS] }), 2)],
      ['2 lint-never-matches: rule r: no account has the name web → correct it or take it out'],
    ],
    [
      'where its auto makes approvals needless',
      [rule('free', { ways: [AUTO] }), rule('strict', { ways: [LEADS] })],
      [
        '3 lint-auto-undercuts: auto of rule free makes the approvals of rule strict needless in orders-prod, sandbox-1, payer and 2 more → take what needs approval out with `not`, or set `approvals` in the limits of the stricter rule',
      ],
    ],
    [
      'where one person alone can make access lasting',
      [rule('r', { what: lasting, ways: [LEADS, AUTO] })],
      [
        '3 lint-auto-undercuts: rule r asks for approvals that its own auto makes needless → take what needs approval out with `not`, or set `approvals` in the limits of the stricter rule',
        '3 lint-self-grant: rule r lets one person alone give themselves access that can be made lasting → let somebody approve what is escalating',
      ],
    ],
    [
      'where another denies all of it',
      [onLine(rule('r', { ways: [LEADS] }), 2), rule('no', { deny: 'no' })],
      ['2 lint-dead-rule: rule r never counts: rule no denies all of it → delete it, or narrow the deny'],
    ],
    [
      'where nobody may approve',
      [rule('r', { ways: [onLine(approvedBy('@ghosts'), 5)] })],
      [
        '5 lint-no-approvers: nobody may approve by this way of rule r → name people or groups with somebody in them; nobody approves for themselves',
      ],
    ],
    [
      'where too few may approve',
      [rule('r', { ways: [onLine(approvedBy('@leads', 3), 5)] })],
      [
        '5 lint-too-few-approvers: rule r demands 3 approvals, and at most 2 people may give one → demand fewer, or let more people approve',
      ],
    ],
    [
      'where nobody else looks at a broken glass',
      [
        rule('r', {
          who: 'sam lena',
          ways: [onLine(breakGlass('sam olga lena', 'sam'), 5), breakGlass('lena', 'lena')],
        }),
      ],
      [
        '1 lint-break-glass-unreviewed: rule r lets lena break the glass, and nobody else would review it → name reviewers other than those who break it',
        '5 lint-break-glass-unreviewed: rule r lets sam break the glass, and nobody else would review it → name reviewers other than those who break it',
      ],
    ],
  ]
  it.each(ROWS)('%s', (_says, rules, findings) => {
    expect(told(rules)).toEqual(findings)
  })
})

describe('an auto undercuts', () => {
  const free = (text: Parameters<typeof rule>[1] = {}) => rule('free', { ways: [AUTO], ...text })
  const strict = (text: Parameters<typeof rule>[1] = {}) =>
    rule('strict', { what: { account: 'orders-prod' }, ways: [LEADS], ...text })
  const cut = (where: string, name = 'strict') =>
    `auto of rule free makes the approvals of rule ${name} needless in ${where}`
  const named = (account: string) => strict({ what: { account } })

  it.each<readonly [says: string, rules: readonly Rule[], is: readonly string[]]>([
    ['in the one account', [free(), strict()], [cut('orders-prod')]],
    ['in three accounts, which are all named', [free(), named('o*-* p*')], [cut('orders-prod, payer, okta-1')]],
    ['in four, of which three are named', [free(), named('o* p*')], [cut('orders-prod, payer, old and 1 more')]],
    [
      'whoever shares one person',
      [free({ who: '@orders @contractors' }), strict({ who: 'sam carl' })],
      [cut('orders-prod')],
    ],
    [
      'not by a denying rule',
      [free({ deny: 'no' }), strict({ who: 'sam' })],
      ['rule strict never counts: rule free denies all of it'],
    ],
    ['no denying rule', [free({ who: 'sam' }), strict({ who: 'sam', deny: 'no' })], []],
    ['no rule without approvals', [free(), strict({ ways: [breakGlass('@oncall')] })], []],
    ['not where it demands approvals itself', [free({ limits: { approvals: 1 } }), strict()], []],
    [
      'although it demands none, in so many words',
      [free({ limits: { approvals: 0 } }), strict()],
      [cut('orders-prod')],
    ],
  ])('%s', (_says, rules, is) => {
    expect(messages(rules)).toEqual(is)
  })
  it('several rules in the order of their names', () => {
    const others = ['c', 'a', 'b'].map((name) => rule(name, { what: { account: 'payer' }, ways: [LEADS] }))
    expect(messages([free(), ...others])).toEqual(['a', 'b', 'c'].map((name) => cut('payer', name)))
    expect(messages([free(), ...others.toReversed()])).toEqual(['a', 'b', 'c'].map((name) => cut('payer', name)))
  })
})

describe('one person alone', () => {
  it.each<readonly [says: string, rules: readonly Rule[]]>([
    [
      'is not alone where approvals are demanded',
      [rule('r', { what: lasting, ways: [auto], limits: { approvals: 1 } })],
    ],
    ['gets nothing from a denial', [rule('r', { what: lasting, ways: [auto], deny: 'no' })]],
    [
      'gets nothing lasting where the rule does not name it',
      [rule('r', { what: { escalating: false }, ways: [auto] })],
    ],
    ['is not alone where somebody approves', [rule('r', { what: lasting, ways: [approvedBy('@leads')] })]],
  ])('%s', (_says, rules) => {
    expect(messages(rules)).toEqual([])
  })
})

describe('a rule is dead', () => {
  const r = (text: Parameters<typeof rule>[1] = {}) => rule('r', { ways: [approvedBy('@leads')], ...text })
  const dead = (by = 'no') => [`rule r never counts: rule ${by} denies all of it`]

  it.each<readonly [says: string, rules: readonly Rule[], is: readonly string[]]>([
    ['behind the first by name of several', [rule('z', { deny: 'no' }), r(), rule('b', { deny: 'no' })], dead('b')],
    ['wherever they stand', [rule('b', { deny: 'no' }), r(), rule('z', { deny: 'no' })], dead('b')],
    ['where its people are all denied', [r({ who: '@orders' }), rule('no', { who: '@engineers', deny: 'no' })], dead()],
    [
      'not where some of its people are not',
      [r({ who: '@orders @contractors' }), rule('no', { who: '@engineers', deny: 'no' })],
      [],
    ],
    [
      'not where it lies in further accounts',
      [r({ what: { account: 'payer old' } }), rule('no', { what: { account: 'old' }, deny: 'no' })],
      [],
    ],
    [
      'in all accounts that it means',
      [r({ what: { account: 'payer old' } }), rule('no', { what: { account: 'o* p*' }, deny: 'no' })],
      dead(),
    ],
    ['not behind another way of giving', [r(), rule('other', { ways: [approvedBy('@security')] })], []],
    ['not if it denies itself', [r({ deny: 'no' })], []],
    [
      'not if it can never match anyway',
      [r({ what: { account: 'payer', ou: '/sandbox' } }), rule('no', { deny: 'no' })],
      ['rule r: no account has everything that it says about accounts'],
    ],
  ])('%s', (_says, rules, is) => {
    expect(messages(rules)).toEqual(is)
  })
})

describe('ways that people are too few for', () => {
  const glass = (text: string, reviewedBy: string) => rule('r', { ways: [breakGlass(text, reviewedBy)] })

  it.each<readonly [says: string, rules: readonly Rule[], is: readonly string[]]>([
    ['are none for a rule that is for nobody', [rule('r', { who: '@ghosts', ways: [approvedBy('@ghosts', 3)] })], []],
    [
      'count the most that may approve for anybody',
      [rule('r', { who: 'lena marta', ways: [approvedBy('@leads', 2)] })],
      [],
    ],
    [
      'do not count the one who asks',
      [rule('r', { who: 'lena', ways: [approvedBy('@leads', 2)] })],
      ['rule r demands 2 approvals, and at most 1 person may give one'],
    ],
    ['take at least one approval', [rule('r', { ways: [approvedBy('@leads', 0)] })], []],
    [
      'name all who break the glass alone, in order',
      [glass('sam marta', 'manager')],
      ['rule r lets sam break the glass, and nobody else would review it'],
    ],
    [
      'name several',
      [glass('sam olga', 'manager')],
      ['rule r lets olga, sam break the glass, and nobody else would review it'],
    ],
    ['are none where one reviewer is another', [glass('sam', 'sam olga')], []],
    [
      'are none for people whom the rule does not mean',
      [rule('r', { who: '@orders', ways: [breakGlass('sam', 'sam')] })],
      [],
    ],
  ])('%s', (_says, rules, is) => {
    expect(messages(rules)).toEqual(is)
  })
})

it('findings are in the order of their places, and the same one stands once', () => {
  const late = onLine(rule('late', { what: { account: 'web' }, ways: [LEADS] }), 9)
  const early = onLine(
    rule('early', { what: { account: 'web' }, not: [{ account: 'web' }], who: 'marta', ways: [LEADS] }),
    2,
  )
  expect(told([late, early]).map((text) => text.split(' →')[0])).toEqual([
    '2 lint-never-matches: rule early: no account has the name web',
    '9 lint-never-matches: rule late: no account has the name web',
  ])
})

it('a ticket is a pattern only where it is not just required', () => {
  expect(messages([rule('r', { ways: [LEADS], limits: { ticket: 'required' } })])).toEqual([])
  expect(messages([rule('r', { ways: [LEADS], limits: { ticket: pattern('INC-*') } })])).toEqual([])
})
