// Who may ask for what, and whose approval it takes: one sentence a row.

import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../src/core/model/rule.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import {
  type Ask,
  AT,
  actions,
  approvedBy,
  auto,
  breakGlass,
  group,
  judge,
  pattern,
  person,
  policy,
  reviews,
  role,
  rule,
  sentence,
} from './company.ts'

type Row = readonly [says: string, rules: readonly Rule[], ask: Ask, is: string, settings?: Partial<Settings>]

const LEADS = rule('leads', { ways: [approvedBy('@leads')] })
const TWO = rule('two', { ways: [approvedBy('@leads')], limits: { approvals: 2 } })
const AUTO = rule('free', { ways: [auto] })
const behalf = { onBehalf: 'allowed' } as const
const ASKS_FOR_CARL: Ask = { author: 'marta', for: 'carl' }

const WHO: readonly Row[] = [
  ['anyone in the people map may ask where who is anyone', [AUTO], {}, 'allowed auto free'],
  ['nobody may ask where no rule is', [], {}, 'refused not-requestable'],
  ['somebody who is not in the people map may not', [AUTO], { for: 'mallory' }, 'refused unreadable'],
  ['a group member may ask', [rule('r', { who: '@orders', ways: [auto] })], {}, 'allowed auto r'],
  ['someone outside the group may not', [rule('r', { who: '@oncall', ways: [auto] })], {}, 'refused not-requestable'],
  ['a person named by handle may ask', [rule('r', { who: 'marta', ways: [auto] })], {}, 'allowed auto r'],
  [
    'another person named by handle does not help',
    [rule('r', { who: 'nils', ways: [auto] })],
    {},
    'refused not-requestable',
  ],
  ['one of several groups is enough', [rule('r', { who: '@oncall @engineers', ways: [auto] })], {}, 'allowed auto r'],
  [
    'a group that nobody is in means nobody',
    [rule('r', { who: '@ghosts', ways: [auto] })],
    {},
    'refused not-requestable',
  ],
  [
    'a handle that is nobody means nobody',
    [rule('r', { who: 'ghost', ways: [auto] })],
    { for: 'ghost' },
    'refused unreadable',
  ],
  [
    'manager says nothing about who may ask',
    [rule('r', { who: 'manager', ways: [auto] })],
    {},
    'refused not-requestable',
  ],
  ['a rule without a way gives nothing', [rule('r', {})], {}, 'refused not-requestable'],
]

const WAYS: readonly Row[] = [
  ['an approval is missing', [LEADS], {}, 'waiting leads lena,omar 1'],
  ['one approval is enough', [LEADS], { opinions: reviews('lena') }, 'allowed approvedBy leads lena'],
  [
    'every approval that counted is named',
    [LEADS],
    { opinions: reviews('omar lena') },
    'allowed approvedBy leads lena omar',
  ],
  [
    'an approval by someone who may not approve does not count',
    [LEADS],
    { opinions: reviews('nils') },
    'waiting leads lena,omar 1',
  ],
  [
    'an approval by the beneficiary does not count',
    [LEADS],
    { for: 'lena', opinions: reviews('lena') },
    'waiting leads omar 1',
  ],
  ['the beneficiary is not among those who may approve', [LEADS], { for: 'omar' }, 'waiting leads lena 1'],
  [
    'two of the way are needed',
    [rule('r', { ways: [approvedBy('@leads', 2)] })],
    { opinions: reviews('lena') },
    'waiting r omar 1',
  ],
  [
    'two of the way are there',
    [rule('r', { ways: [approvedBy('@leads', 2)] })],
    { opinions: reviews('lena omar') },
    'allowed approvedBy r lena omar',
  ],
  [
    'one person approving twice counts once',
    [rule('r', { ways: [approvedBy('@leads', 2)] })],
    { opinions: reviews('lena lena') },
    'waiting r omar 1',
  ],
  ['zero approvals still need one', [rule('r', { ways: [approvedBy('@leads', 0)] })], {}, 'waiting r lena,omar 1'],
  [
    'a quorum larger than the approvers can never be met',
    [rule('r', { ways: [approvedBy('@leads', 3)] })],
    {},
    'refused nobody-may-approve',
  ],
  [
    'the beneficiary is missing from the quorum',
    [rule('r', { ways: [approvedBy('@leads', 2)] })],
    { for: 'lena' },
    'refused nobody-may-approve',
  ],
  [
    'ways of a rule are alternatives',
    [rule('r', { ways: [approvedBy('@leads'), approvedBy('@security')] })],
    { opinions: reviews('sam') },
    'allowed approvedBy r sam',
  ],
  [
    'all alternatives are told while waiting',
    [rule('r', { ways: [approvedBy('@leads'), approvedBy('@security')] })],
    {},
    'waiting r lena,omar 1; r sam 1',
  ],
  [
    'ways of several rules are alternatives',
    [LEADS, rule('security', { ways: [approvedBy('@security')] })],
    { opinions: reviews('sam') },
    'allowed approvedBy security sam',
  ],
  [
    'approvals of two ways do not add up',
    [rule('r', { ways: [approvedBy('@leads', 2), approvedBy('@owners @security', 2)] })],
    { opinions: reviews('lena sam') },
    'waiting r olga 1; r omar 1',
  ],
  [
    'a person in both groups counts once in each way',
    [rule('r', { ways: [approvedBy('@leads @engineers', 2)] })],
    { opinions: reviews('lena') },
    'waiting r nils,omar 1',
  ],
  ['auto needs nobody', [AUTO], {}, 'allowed auto free'],
  ['auto of one rule beside approvals of another is auto', [AUTO, LEADS], {}, 'allowed auto free'],
  [
    'the manager may approve',
    [rule('r', { ways: [approvedBy('manager')] })],
    { opinions: reviews('lena') },
    'allowed approvedBy r lena',
  ],
  [
    'it is the manager of the beneficiary',
    [rule('r', { ways: [approvedBy('manager')] })],
    { for: 'carl' },
    'waiting r omar 1',
  ],
  [
    'another manager does not count',
    [rule('r', { ways: [approvedBy('manager')] })],
    { opinions: reviews('omar') },
    'waiting r lena 1',
  ],
  [
    'who has no manager finds nobody',
    [rule('r', { ways: [approvedBy('manager')] })],
    { for: 'sam' },
    'refused nobody-may-approve',
  ],
  ['the manager or a group', [rule('r', { ways: [approvedBy('manager @security')] })], {}, 'waiting r lena,sam 1'],
  [
    'anyone else may approve where anyone may',
    [rule('r', { ways: [approvedBy('anyone')] })],
    { opinions: reviews('carl') },
    'allowed approvedBy r carl',
  ],
  [
    'anyone does not mean oneself',
    [rule('r', { ways: [approvedBy('anyone')] })],
    { opinions: reviews('marta') },
    'waiting r carl,lena,nils,olga,omar,sam 1',
  ],
  [
    'someone outside the people map never approves',
    [rule('r', { ways: [approvedBy('anyone')] })],
    { opinions: reviews('mallory') },
    'waiting r carl,lena,nils,olga,omar,sam 1',
  ],
]

const OBJECTIONS: readonly Row[] = [
  ['changes requested by an approver refuse', [LEADS], { opinions: reviews('!lena') }, 'refused changes-requested'],
  ['they refuse although another approved', [LEADS], { opinions: reviews('omar !lena') }, 'refused changes-requested'],
  [
    'they refuse although another way is complete',
    [LEADS, rule('s', { ways: [approvedBy('@security')] })],
    { opinions: reviews('sam !lena') },
    'refused changes-requested',
  ],
  [
    'they refuse auto where the approver could approve',
    [LEADS, AUTO],
    { opinions: reviews('!lena') },
    'refused changes-requested',
  ],
  [
    'changes requested by somebody who may not approve do not',
    [LEADS],
    { opinions: reviews('lena !nils') },
    'allowed approvedBy leads lena',
  ],
  [
    'changes requested by the beneficiary do not',
    [LEADS],
    { for: 'omar', opinions: reviews('lena !omar') },
    'allowed approvedBy leads lena',
  ],
  ['both opinions of one person refuse', [LEADS], { opinions: reviews('lena !lena') }, 'refused changes-requested'],
]

const GLASS = rule('glass', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })
const BREAK_GLASS: readonly Row[] = [
  ['on call one may break the glass', [GLASS], { for: 'nils', glass: true }, 'allowed breakGlass glass'],
  ['others wait for approval', [GLASS], {}, 'waiting glass lena,omar 1'],
  ['who is on call and does not say so waits like others', [GLASS], { for: 'nils' }, 'waiting glass lena,omar 1'],
  ['who is not on call cannot break it', [GLASS], { glass: true }, 'refused no-glass'],
  ['without a reason nobody breaks it', [GLASS], { for: 'nils', glass: true, reason: null }, 'refused no-reason'],
  [
    'where nobody has to approve, breaking it is needless',
    [rule('free', { ways: [auto] })],
    { for: 'nils', glass: true },
    'allowed auto free',
  ],
  [
    'an approval that is there is used instead',
    [GLASS],
    { for: 'nils', glass: true, opinions: reviews('lena') },
    'allowed approvedBy glass lena',
  ],
  ['the glass is exempt from approvals', [GLASS, TWO], { for: 'nils', glass: true }, 'allowed breakGlass glass'],
  [
    'the glass is not exempt from other limits',
    [GLASS, rule('short', { limits: { maxDuration: HOUR } })],
    { for: 'nils', glass: true },
    'refused too-long',
  ],
  [
    'nobody breaks the glass for another',
    [rule('g', { ways: [breakGlass('@oncall')], limits: behalf })],
    { author: 'marta', for: 'nils', glass: true },
    'refused no-glass',
  ],
  [
    'nobody who is on call breaks it for another',
    [rule('g', { ways: [breakGlass('@oncall')], limits: behalf })],
    { author: 'nils', for: 'marta', glass: true },
    'refused no-glass',
  ],
  ['a deny stops the glass', [GLASS, rule('no', { deny: 'no' })], { for: 'nils', glass: true }, 'refused denied'],
  [
    'a reviewer who asks for changes stops the glass',
    [GLASS],
    { for: 'nils', glass: true, opinions: reviews('!sam') },
    'refused changes-requested',
  ],
  ['only the glass and not on call', [rule('g', { ways: [breakGlass('@oncall')] })], {}, 'refused nobody-may-approve'],
]

const LIMITS: readonly Row[] = [
  [
    'as long as allowed is allowed',
    [rule('r', { ways: [auto], limits: { maxDuration: 2 * HOUR } })],
    {},
    'allowed auto r',
  ],
  ['longer is refused', [rule('r', { ways: [auto], limits: { maxDuration: HOUR } })], {}, 'refused too-long'],
  [
    'the shortest of all rules holds',
    [AUTO, rule('a', { limits: { maxDuration: DAY } }), rule('b', { limits: { maxDuration: HOUR } })],
    {},
    'refused too-long',
  ],
  [
    'no rule may allow more than daypass.yaml',
    [rule('r', { ways: [auto], limits: { maxDuration: 30 * DAY } })],
    { hours: 24 * 8 },
    'refused too-long',
  ],
  [
    'a limit of a rule for others does not hold',
    [AUTO, rule('c', { who: '@contractors', limits: { maxDuration: HOUR } })],
    {},
    'allowed auto free',
  ],
  [
    'a limit of a rule about other things does not hold',
    [AUTO, rule('c', { what: { account: 'payer' }, limits: { maxDuration: HOUR } })],
    {},
    'allowed auto free',
  ],
  [
    'a reason is required',
    [rule('r', { ways: [auto], limits: { reason: 'required' } })],
    { reason: null },
    'refused no-reason',
  ],
  [
    'a blank reason is none',
    [rule('r', { ways: [auto], limits: { reason: 'required' } })],
    { reason: '  ' },
    'refused no-reason',
  ],
  ['a reason is there', [rule('r', { ways: [auto], limits: { reason: 'required' } })], {}, 'allowed auto r'],
  [
    'a ticket is required',
    [rule('r', { ways: [auto], limits: { ticket: 'required' } })],
    { ticket: null },
    'refused no-ticket',
  ],
  [
    'any ticket will do',
    [rule('r', { ways: [auto], limits: { ticket: 'required' } })],
    { ticket: 'x' },
    'allowed auto r',
  ],
  [
    'a ticket of the wrong shape will not',
    [rule('r', { ways: [auto], limits: { ticket: pattern('INC-*') } })],
    { ticket: 'OPS-1' },
    'refused no-ticket',
  ],
  [
    'tickets are anchored',
    [rule('r', { ways: [auto], limits: { ticket: pattern('/INC-[0-9]+/') } })],
    { ticket: 'see INC-4211' },
    'refused no-ticket',
  ],
  [
    'a ticket of the right shape will',
    [rule('r', { ways: [auto], limits: { ticket: pattern('/INC-[0-9]+/') } })],
    {},
    'allowed auto r',
  ],
  [
    'the ticket must please all rules',
    [
      rule('r', { ways: [auto], limits: { ticket: pattern('INC-*') } }),
      rule('s', { limits: { ticket: pattern('*-9') } }),
    ],
    {},
    'refused no-ticket',
  ],
  ['approvals rule out auto', [AUTO, rule('r', { limits: { approvals: 1 } })], {}, 'refused nobody-may-approve'],
  ['approvals of zero do not', [AUTO, rule('r', { limits: { approvals: 0 } })], {}, 'allowed auto free'],
  [
    'approvals bind every way that is approved',
    [LEADS, rule('r', { limits: { approvals: 2 } })],
    { opinions: reviews('lena') },
    'waiting leads omar 1',
  ],
  [
    'the larger of way and limit holds',
    [rule('r', { ways: [approvedBy('@leads @security', 3)], limits: { approvals: 2 } })],
    { opinions: reviews('lena sam') },
    'waiting r omar 1',
  ],
  ['two approvals of a limit are there', [TWO], { opinions: reviews('lena omar') }, 'allowed approvedBy two lena omar'],
  [
    'what ends by itself passes',
    [rule('r', { ways: [auto], limits: { endsByItself: 'required' } })],
    {},
    'allowed auto r',
  ],
  [
    'a group never ends by itself',
    [rule('r', { ways: [auto], limits: { endsByItself: 'required' } })],
    { items: [group('readers')] },
    'refused does-not-end',
  ],
  [
    'a role ends for new sessions only, which is not enough',
    [rule('r', { ways: [auto], limits: { endsByItself: 'required' } })],
    { items: [role('reader')] },
    'refused does-not-end',
  ],
  [
    'every broken limit is told',
    [rule('r', { ways: [auto], limits: { endsByItself: 'required', maxDuration: HOUR, reason: 'required' } })],
    { items: [group('readers')], reason: null },
    'refused too-long no-reason does-not-end',
  ],
]

const DENY: readonly Row[] = [
  ['a deny ends it', [AUTO, rule('no', { deny: 'never' })], {}, 'refused denied'],
  ['a deny for others does not', [AUTO, rule('no', { who: '@contractors', deny: 'never' })], {}, 'allowed auto free'],
  [
    'a deny for one of the groups does',
    [AUTO, rule('no', { who: '@contractors', deny: 'never' })],
    { for: 'carl' },
    'refused denied',
  ],
  [
    'a deny about another account does not',
    [AUTO, rule('no', { what: { account: 'payer' }, deny: 'never' })],
    {},
    'allowed auto free',
  ],
  [
    'a deny about this account does',
    [AUTO, rule('no', { what: { account: 'payer' }, deny: 'never' })],
    { in: 'payer' },
    'refused denied',
  ],
  [
    'what is excepted from a deny is not denied',
    [AUTO, rule('no', { not: [{ facets: { policy: 'AmazonS3*' } }], deny: 'never' })],
    {},
    'allowed auto free',
  ],
  [
    'one denied item blocks the file',
    [AUTO, rule('no', { what: { kind: 'group' }, deny: 'never' })],
    { items: [policy('ReadOnlyAccess'), group('g')] },
    'refused denied',
  ],
  [
    'an approval does not help against a deny',
    [LEADS, rule('no', { deny: 'never' })],
    { opinions: reviews('lena omar') },
    'refused denied',
  ],
]

const BEHALF: readonly Row[] = [
  ['nobody asks for another where no rule says so', [LEADS], ASKS_FOR_CARL, 'refused on-behalf'],
  [
    'one approval more',
    [rule('r', { ways: [approvedBy('@leads')], limits: behalf })],
    { ...ASKS_FOR_CARL, opinions: reviews('lena') },
    'waiting r omar 1',
  ],
  [
    'with one approval more it is allowed',
    [rule('r', { ways: [approvedBy('@leads')], limits: behalf })],
    { ...ASKS_FOR_CARL, opinions: reviews('lena omar') },
    'allowed approvedBy r lena omar',
  ],
  [
    'auto cannot give the approval more',
    [rule('r', { ways: [auto], limits: behalf })],
    ASKS_FOR_CARL,
    'refused nobody-may-approve',
  ],
  [
    'every rule of the beneficiary must say so',
    [rule('r', { ways: [approvedBy('@leads')], limits: behalf }), rule('s', {})],
    ASKS_FOR_CARL,
    'refused on-behalf',
  ],
  [
    'a rule that is not about the beneficiary need not',
    [rule('r', { ways: [approvedBy('@leads')], limits: behalf }), rule('s', { who: '@orders' })],
    ASKS_FOR_CARL,
    'waiting r lena,omar 2',
  ],
  [
    'the rule must be for the requester too',
    [rule('r', { who: '@contractors', ways: [approvedBy('@leads')], limits: behalf })],
    ASKS_FOR_CARL,
    'refused on-behalf',
  ],
  [
    'the rule must be for the beneficiary too',
    [rule('r', { who: '@engineers', ways: [approvedBy('@leads')], limits: behalf })],
    ASKS_FOR_CARL,
    'refused not-requestable',
  ],
  [
    'a deny for the requester counts',
    [rule('r', { ways: [approvedBy('@leads')], limits: behalf }), rule('no', { who: '@orders', deny: 'never' })],
    ASKS_FOR_CARL,
    'refused denied',
  ],
  [
    'a limit for the requester counts',
    [
      rule('r', { ways: [approvedBy('@leads')], limits: behalf }),
      rule('s', { who: '@orders', limits: { maxDuration: HOUR } }),
    ],
    ASKS_FOR_CARL,
    'refused too-long',
  ],
  [
    'the requester does not approve',
    [rule('r', { ways: [approvedBy('@leads', 1)], limits: behalf })],
    { author: 'lena', for: 'carl', opinions: reviews('lena omar') },
    'refused nobody-may-approve',
  ],
  [
    'neither of the two approves',
    [rule('r', { ways: [approvedBy('@leads @security @owners')], limits: behalf })],
    { author: 'lena', for: 'omar', opinions: reviews('lena omar') },
    'waiting r olga,sam 2',
  ],
  [
    'the limit of approvals is raised too',
    [rule('r', { ways: [approvedBy('@leads @security @owners')], limits: { ...behalf, approvals: 2 } })],
    { ...ASKS_FOR_CARL, opinions: reviews('lena omar') },
    'waiting r olga,sam 1',
  ],
  [
    'changes requested by the requester do not count',
    [rule('r', { ways: [approvedBy('@leads @security')], limits: behalf })],
    { author: 'lena', for: 'carl', opinions: reviews('!lena sam omar') },
    'allowed approvedBy r omar sam',
  ],
]

const hold = (what: Settings['holds'][number]['what']): Partial<Settings> => ({
  holds: [{ what, because: 'incident', since: null, at: AT }],
})
const located = <T>(value: T) => ({ value, at: AT })
const guard = (rest: Partial<Settings['protected']>): Partial<Settings> => ({
  protected: { people: [], targets: [], things: [], ...rest },
})
const target = (name: string) => judge([AUTO], { in: name }).items[0]?.item.target ?? 'nowhere'

const STOPS: readonly Row[] = [
  ['everything is held', [AUTO], {}, 'refused held', hold({ is: 'everything' })],
  ['the person is held', [AUTO], {}, 'refused held', hold({ is: 'person', person: person('marta') })],
  ['another person is held', [AUTO], {}, 'allowed auto free', hold({ is: 'person', person: person('nils') })],
  ['the request is held', [AUTO], {}, 'refused held', hold({ is: 'request', request: 'r1' })],
  ['another request is held', [AUTO], {}, 'allowed auto free', hold({ is: 'request', request: 'r2' })],
  ['the person is protected', [AUTO], {}, 'refused protected', guard({ people: [located(person('marta'))] })],
  ['another person is protected', [AUTO], {}, 'allowed auto free', guard({ people: [located(person('nils'))] })],
  ['a policy is protected by name', [AUTO], {}, 'refused protected', guard({ things: [pattern('AmazonS3*')] })],
  [
    'a policy given by ARN is protected by its name',
    [AUTO],
    { items: [policy('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')] },
    'refused protected',
    guard({ things: [pattern('AmazonS3ReadOnlyAccess')] }),
  ],
  [
    'a policy given by name is protected by its ARN',
    [AUTO],
    {},
    'refused protected',
    guard({ things: [pattern('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')] }),
  ],
  [
    'other letters do not unprotect it',
    [AUTO],
    { items: [group('ADMINS')] },
    'refused protected',
    guard({ things: [pattern('admins')] }),
  ],
  [
    'a role under /daypass/ is never handed out',
    [AUTO],
    { items: [role('arn:aws:iam::111111111111:role/daypass/x')] },
    'refused protected',
  ],
  [
    'a role that a job uses is never handed out by path',
    [AUTO],
    { items: [role('arn:aws:iam::111111111111:role/ops/daypass-inventory')] },
    'refused protected',
  ],
  ['a role that a job uses is never handed out by name', [AUTO], { items: [role('apply')] }, 'refused protected'],
  [
    'a role with such a name at another path is not Daypass’s',
    [AUTO],
    { items: [role('arn:aws:iam::111111111111:role/team/apply')] },
    'allowed auto free',
  ],
  [
    'a policy that Daypass made is never handed out',
    [AUTO],
    { items: [policy('daypass-marta-1')] },
    'refused protected',
  ],
  ['a closing account takes nothing new', [AUTO], { in: 'old' }, 'refused closing'],
  ['a mode that cannot carry it', [AUTO], { in: 'okta-1', items: [actions('s3:GetObject')] }, 'refused not-carried'],
  ['a mode that can carry another kind', [AUTO], { in: 'okta-1', items: [group('g')] }, 'allowed auto free'],
  ['an account that does not exist', [AUTO], { in: 'nowhere' }, 'refused unreadable'],
  ['an ARN of another account', [AUTO], { items: [role('arn:aws:iam::222222222222:role/x')] }, 'refused unreadable'],
  ['a request for nothing', [AUTO], { items: [] }, 'refused unreadable'],
]

const MANY: readonly Row[] = [
  [
    'the file waits while one item waits',
    [AUTO, rule('r', { what: { kind: 'role' }, ways: [approvedBy('@leads')], limits: { approvals: 1 } })],
    { items: [policy('ReadOnlyAccess'), role('x')] },
    'waiting r lena,omar 1',
  ],
  [
    'items may be allowed by different rules',
    [
      rule('a', { what: { kind: 'policy' }, ways: [auto] }),
      rule('b', { what: { kind: 'role' }, ways: [approvedBy('@leads')] }),
    ],
    { items: [policy('ReadOnlyAccess'), role('x')], opinions: reviews('lena') },
    'allowed auto a, b lena',
  ],
  [
    'an item nobody may ask for blocks the others',
    [rule('a', { what: { kind: 'policy' }, ways: [auto] })],
    { items: [policy('ReadOnlyAccess'), role('x')] },
    'refused not-requestable',
  ],
  [
    'the same item twice is one',
    [AUTO],
    { items: [policy('ReadOnlyAccess'), policy('ReadOnlyAccess')] },
    'allowed auto free',
  ],
]

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'who may ask': WHO,
  ways: WAYS,
  'changes requested': OBJECTIONS,
  'breaking the glass': BREAK_GLASS,
  limits: LIMITS,
  deny: DENY,
  'asking for another': BEHALF,
  'holds, protection and accounts': STOPS,
  'several items': MANY,
}

describe.each(Object.entries(TABLES))('%s', (_title, rows) => {
  for (const [says, rules, ask, is, settings] of rows)
    it(says, () => {
      expect(sentence(judge(rules, ask, settings))).toBe(is)
    })
})

it('holds a target', () => {
  const targetId = judge([AUTO], {}).items[0]?.item.target
  if (targetId === undefined) throw new Error('no item')
  expect(target('payer')).toBe('payer')
  expect(sentence(judge([AUTO], {}, hold({ is: 'target', target: targetId })))).toBe('refused held')
  expect(sentence(judge([AUTO], { in: 'payer' }, hold({ is: 'target', target: targetId })))).toBe('allowed auto free')
})

it('tells whose approval would make breaking the glass needless, and who looks at it afterwards', () => {
  const { decision } = judge([GLASS], { for: 'nils', glass: true })
  if (decision.is !== 'allowed') throw new Error(decision.is)
  expect(decision.instead.map(({ rule, people, more }) => [rule, people, more])).toEqual([
    ['glass', ['lena', 'omar'], 1],
  ])
  expect(decision.afterwards).toEqual({ by: ['sam'], within: DAY })
})

it('says why, with rule and numbers', () => {
  expect(judge([TWO], { opinions: reviews('lena') }).decision.because).toEqual(['1 of 2 approvals by rule two'])
  expect(judge([rule('r', { ways: [auto], limits: { maxDuration: HOUR } })]).decision.because).toEqual([
    'rule r allows 1h at most, asked for are 2h',
  ])
  expect(judge([AUTO, rule('no', { deny: 'Only Finance IT' })]).decision.because).toEqual(['rule no: Only Finance IT'])
})
