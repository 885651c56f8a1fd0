// What the limits of rules refuse: one sentence a row.

import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { approvedBy, auto, group, judge, pattern, reviews, role, rule } from './company.ts'
import { AUTO, LEADS, type Row, TWO, tell } from './judge-ground.ts'

const LIMITS: readonly Row[] = [
  [
    'as long as allowed is allowed',
    () => judge([rule('r', { ways: [auto], limits: { maxDuration: 2 * HOUR } })]),
    'allowed auto r',
  ],
  ['longer is refused', () => judge([rule('r', { ways: [auto], limits: { maxDuration: HOUR } })]), 'refused too-long'],
  [
    'the shortest of all rules holds',
    () => judge([AUTO, rule('a', { limits: { maxDuration: DAY } }), rule('b', { limits: { maxDuration: HOUR } })]),
    'refused too-long',
  ],
  [
    'no rule may allow more than daypass.yaml',
    () => judge([rule('r', { ways: [auto], limits: { maxDuration: 30 * DAY } })], { hours: 24 * 8 }),
    'refused too-long',
  ],
  [
    'a limit of a rule for others does not hold',
    () => judge([AUTO, rule('c', { who: '@contractors', limits: { maxDuration: HOUR } })]),
    'allowed auto free',
  ],
  [
    'a limit of a rule about other things does not hold',
    () => judge([AUTO, rule('c', { what: { account: 'payer' }, limits: { maxDuration: HOUR } })]),
    'allowed auto free',
  ],
  [
    'a reason is required',
    () => judge([rule('r', { ways: [auto], limits: { reason: 'required' } })], { reason: null }),
    'refused no-reason',
  ],
  [
    'a blank reason is none',
    () => judge([rule('r', { ways: [auto], limits: { reason: 'required' } })], { reason: '  ' }),
    'refused no-reason',
  ],
  ['a reason is there', () => judge([rule('r', { ways: [auto], limits: { reason: 'required' } })]), 'allowed auto r'],
  [
    'a ticket is required',
    () => judge([rule('r', { ways: [auto], limits: { ticket: 'required' } })], { ticket: null }),
    'refused no-ticket',
  ],
  [
    'any ticket will do',
    () => judge([rule('r', { ways: [auto], limits: { ticket: 'required' } })], { ticket: 'x' }),
    'allowed auto r',
  ],
  [
    'a ticket of the wrong shape will not',
    () => judge([rule('r', { ways: [auto], limits: { ticket: pattern('INC-*') } })], { ticket: 'OPS-1' }),
    'refused no-ticket',
  ],
  [
    'tickets are anchored',
    () => judge([rule('r', { ways: [auto], limits: { ticket: pattern('/INC-[0-9]+/') } })], { ticket: 'see INC-4211' }),
    'refused no-ticket',
  ],
  [
    'a ticket of the right shape will',
    () => judge([rule('r', { ways: [auto], limits: { ticket: pattern('/INC-[0-9]+/') } })]),
    'allowed auto r',
  ],
  [
    'the ticket must please all rules',
    () =>
      judge([
        rule('r', { ways: [auto], limits: { ticket: pattern('INC-*') } }),
        rule('s', { limits: { ticket: pattern('*-9') } }),
      ]),
    'refused no-ticket',
  ],
  [
    'approvals rule out auto',
    () => judge([AUTO, rule('r', { limits: { approvals: 1 } })]),
    'refused nobody-may-approve',
  ],
  ['approvals of zero do not', () => judge([AUTO, rule('r', { limits: { approvals: 0 } })]), 'allowed auto free'],
  [
    'approvals bind every way that is approved',
    () => judge([LEADS, rule('r', { limits: { approvals: 2 } })], { opinions: reviews('lena') }),
    'waiting leads omar 1',
  ],
  [
    'the larger of way and limit holds',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads @security', 3)], limits: { approvals: 2 } })], {
        opinions: reviews('lena sam'),
      }),
    'waiting r omar 1',
  ],
  [
    'two approvals of a limit are there',
    () => judge([TWO], { opinions: reviews('lena omar') }),
    'allowed approvedBy two lena omar',
  ],
  [
    'what ends by itself passes',
    () => judge([rule('r', { ways: [auto], limits: { endsByItself: 'required' } })]),
    'allowed auto r',
  ],
  [
    'a group never ends by itself',
    () => judge([rule('r', { ways: [auto], limits: { endsByItself: 'required' } })], { items: [group('readers')] }),
    'refused does-not-end',
  ],
  [
    'a role ends for new sessions only, which is not enough',
    () => judge([rule('r', { ways: [auto], limits: { endsByItself: 'required' } })], { items: [role('reader')] }),
    'refused does-not-end',
  ],
  [
    'every broken limit is told',
    () =>
      judge(
        [rule('r', { ways: [auto], limits: { endsByItself: 'required', maxDuration: HOUR, reason: 'required' } })],
        { items: [group('readers')], reason: null },
      ),
    'refused too-long no-reason does-not-end',
  ],
]

describe('limits', () => tell(LIMITS))

it('says why, with rule and numbers', () => {
  expect(judge([TWO], { opinions: reviews('lena') }).decision.because).toEqual(['1 of 2 approvals by rule two'])
  expect(judge([rule('r', { ways: [auto], limits: { maxDuration: HOUR } })]).decision.because).toEqual([
    'rule r allows 1h at most, asked for are 2h',
  ])
  expect(judge([AUTO, rule('no', { deny: 'Only Finance IT' })]).decision.because).toEqual(['rule no: Only Finance IT'])
})
