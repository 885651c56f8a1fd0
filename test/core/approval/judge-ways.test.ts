// Whose approval it takes, and what an objection or a second item changes: one sentence a row.

import { describe } from 'vitest'
import { approvedBy, auto, judge, policy, reviews, role, rule } from './company.ts'
import { AUTO, LEADS, type Row, tell } from './judge-ground.ts'

const WAYS: readonly Row[] = [
  ['an approval is missing', () => judge([LEADS]), 'waiting leads lena,omar 1'],
  ['one approval is enough', () => judge([LEADS], { opinions: reviews('lena') }), 'allowed approvedBy leads lena'],
  [
    'every approval that counted is named',
    () => judge([LEADS], { opinions: reviews('omar lena') }),
    'allowed approvedBy leads lena omar',
  ],
  [
    'an approval by someone who may not approve does not count',
    () => judge([LEADS], { opinions: reviews('nils') }),
    'waiting leads lena,omar 1',
  ],
  [
    'an approval by the beneficiary does not count',
    () => judge([LEADS], { for: 'lena', opinions: reviews('lena') }),
    'waiting leads omar 1',
  ],
  ['the beneficiary is not among those who may approve', () => judge([LEADS], { for: 'omar' }), 'waiting leads lena 1'],
  [
    'two of the way are needed',
    () => judge([rule('r', { ways: [approvedBy('@leads', 2)] })], { opinions: reviews('lena') }),
    'waiting r omar 1',
  ],
  [
    'two of the way are there',
    () => judge([rule('r', { ways: [approvedBy('@leads', 2)] })], { opinions: reviews('lena omar') }),
    'allowed approvedBy r lena omar',
  ],
  [
    'one person approving twice counts once',
    () => judge([rule('r', { ways: [approvedBy('@leads', 2)] })], { opinions: reviews('lena lena') }),
    'waiting r omar 1',
  ],
  [
    'zero approvals still need one',
    () => judge([rule('r', { ways: [approvedBy('@leads', 0)] })]),
    'waiting r lena,omar 1',
  ],
  [
    'a quorum larger than the approvers can never be met',
    () => judge([rule('r', { ways: [approvedBy('@leads', 3)] })]),
    'refused nobody-may-approve',
  ],
  [
    'the beneficiary is missing from the quorum',
    () => judge([rule('r', { ways: [approvedBy('@leads', 2)] })], { for: 'lena' }),
    'refused nobody-may-approve',
  ],
  [
    'ways of a rule are alternatives',
    () => judge([rule('r', { ways: [approvedBy('@leads'), approvedBy('@security')] })], { opinions: reviews('sam') }),
    'allowed approvedBy r sam',
  ],
  [
    'all alternatives are told while waiting',
    () => judge([rule('r', { ways: [approvedBy('@leads'), approvedBy('@security')] })]),
    'waiting r lena,omar 1; r sam 1',
  ],
  [
    'ways of several rules are alternatives',
    () => judge([LEADS, rule('security', { ways: [approvedBy('@security')] })], { opinions: reviews('sam') }),
    'allowed approvedBy security sam',
  ],
  [
    'approvals of two ways do not add up',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads', 2), approvedBy('@owners @security', 2)] })], {
        opinions: reviews('lena sam'),
      }),
    'waiting r olga 1; r omar 1',
  ],
  [
    'a person in both groups counts once in each way',
    () => judge([rule('r', { ways: [approvedBy('@leads @engineers', 2)] })], { opinions: reviews('lena') }),
    'waiting r nils,omar 1',
  ],
  ['auto needs nobody', () => judge([AUTO]), 'allowed auto free'],
  ['auto of one rule beside approvals of another is auto', () => judge([AUTO, LEADS]), 'allowed auto free'],
  [
    'the manager may approve',
    () => judge([rule('r', { ways: [approvedBy('manager')] })], { opinions: reviews('lena') }),
    'allowed approvedBy r lena',
  ],
  [
    'it is the manager of the beneficiary',
    () => judge([rule('r', { ways: [approvedBy('manager')] })], { for: 'carl' }),
    'waiting r omar 1',
  ],
  [
    'another manager does not count',
    () => judge([rule('r', { ways: [approvedBy('manager')] })], { opinions: reviews('omar') }),
    'waiting r lena 1',
  ],
  [
    'who has no manager finds nobody',
    () => judge([rule('r', { ways: [approvedBy('manager')] })], { for: 'sam' }),
    'refused nobody-may-approve',
  ],
  [
    'the manager or a group',
    () => judge([rule('r', { ways: [approvedBy('manager @security')] })]),
    'waiting r lena,sam 1',
  ],
  [
    'anyone else may approve where anyone may',
    () => judge([rule('r', { ways: [approvedBy('anyone')] })], { opinions: reviews('carl') }),
    'allowed approvedBy r carl',
  ],
  [
    'anyone does not mean oneself',
    () => judge([rule('r', { ways: [approvedBy('anyone')] })], { opinions: reviews('marta') }),
    'waiting r carl,lena,nils,olga,omar,sam 1',
  ],
  [
    'someone outside the people map never approves',
    () => judge([rule('r', { ways: [approvedBy('anyone')] })], { opinions: reviews('mallory') }),
    'waiting r carl,lena,nils,olga,omar,sam 1',
  ],
]

const OBJECTIONS: readonly Row[] = [
  [
    'changes requested by an approver refuse',
    () => judge([LEADS], { opinions: reviews('!lena') }),
    'refused changes-requested',
  ],
  [
    'they refuse although another approved',
    () => judge([LEADS], { opinions: reviews('omar !lena') }),
    'refused changes-requested',
  ],
  [
    'they refuse although another way is complete',
    () => judge([LEADS, rule('s', { ways: [approvedBy('@security')] })], { opinions: reviews('sam !lena') }),
    'refused changes-requested',
  ],
  [
    'they refuse auto where the approver could approve',
    () => judge([LEADS, AUTO], { opinions: reviews('!lena') }),
    'refused changes-requested',
  ],
  [
    'changes requested by somebody who may not approve do not',
    () => judge([LEADS], { opinions: reviews('lena !nils') }),
    'allowed approvedBy leads lena',
  ],
  [
    'changes requested by the beneficiary do not',
    () => judge([LEADS], { for: 'omar', opinions: reviews('lena !omar') }),
    'allowed approvedBy leads lena',
  ],
  [
    'both opinions of one person refuse',
    () => judge([LEADS], { opinions: reviews('lena !lena') }),
    'refused changes-requested',
  ],
]

const MANY: readonly Row[] = [
  [
    'the file waits while one item waits',
    () =>
      judge([AUTO, rule('r', { what: { kind: 'role' }, ways: [approvedBy('@leads')], limits: { approvals: 1 } })], {
        items: [policy('ReadOnlyAccess'), role('x')],
      }),
    'waiting r lena,omar 1',
  ],
  [
    'items may be allowed by different rules',
    () =>
      judge(
        [
          rule('a', { what: { kind: 'policy' }, ways: [auto] }),
          rule('b', { what: { kind: 'role' }, ways: [approvedBy('@leads')] }),
        ],
        { items: [policy('ReadOnlyAccess'), role('x')], opinions: reviews('lena') },
      ),
    'allowed auto a, b lena',
  ],
  [
    'an item nobody may ask for blocks the others',
    () =>
      judge([rule('a', { what: { kind: 'policy' }, ways: [auto] })], { items: [policy('ReadOnlyAccess'), role('x')] }),
    'refused not-requestable',
  ],
  [
    'the same item twice is one',
    () => judge([AUTO], { items: [policy('ReadOnlyAccess'), policy('ReadOnlyAccess')] }),
    'allowed auto free',
  ],
]

describe('ways', () => tell(WAYS))

describe('changes requested', () => tell(OBJECTIONS))

describe('several items', () => tell(MANY))
