// Who may ask, for themselves and for another: one sentence a row.

import { describe } from 'vitest'
import { HOUR } from '../../../src/core/model/time.ts'
import { type Ask, approvedBy, auto, judge, reviews, rule } from './company.ts'
import { AUTO, behalf, LEADS, type Row, tell } from './judge-ground.ts'

const WHO: readonly Row[] = [
  ['anyone in the people map may ask where who is anyone', () => judge([AUTO]), 'allowed auto free'],
  ['nobody may ask where no rule is', () => judge([]), 'refused not-requestable'],
  ['somebody who is not in the people map may not', () => judge([AUTO], { for: 'mallory' }), 'refused unreadable'],
  ['a group member may ask', () => judge([rule('r', { who: '@orders', ways: [auto] })]), 'allowed auto r'],
  [
    'someone outside the group may not',
    () => judge([rule('r', { who: '@oncall', ways: [auto] })]),
    'refused not-requestable',
  ],
  ['a person named by handle may ask', () => judge([rule('r', { who: 'marta', ways: [auto] })]), 'allowed auto r'],
  [
    'another person named by handle does not help',
    () => judge([rule('r', { who: 'nils', ways: [auto] })]),
    'refused not-requestable',
  ],
  [
    'one of several groups is enough',
    () => judge([rule('r', { who: '@oncall @engineers', ways: [auto] })]),
    'allowed auto r',
  ],
  [
    'a group that nobody is in means nobody',
    () => judge([rule('r', { who: '@ghosts', ways: [auto] })]),
    'refused not-requestable',
  ],
  [
    'a handle that is nobody means nobody',
    () => judge([rule('r', { who: 'ghost', ways: [auto] })], { for: 'ghost' }),
    'refused unreadable',
  ],
  [
    'manager says nothing about who may ask',
    () => judge([rule('r', { who: 'manager', ways: [auto] })]),
    'refused not-requestable',
  ],
  ['a rule without a way gives nothing', () => judge([rule('r', {})]), 'refused not-requestable'],
]

const ASKS_FOR_CARL: Ask = { author: 'marta', for: 'carl' }

const BEHALF: readonly Row[] = [
  ['nobody asks for another where no rule says so', () => judge([LEADS], ASKS_FOR_CARL), 'refused on-behalf'],
  [
    'one approval more',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads')], limits: behalf })], {
        ...ASKS_FOR_CARL,
        opinions: reviews('lena'),
      }),
    'waiting r omar 1',
  ],
  [
    'with one approval more it is allowed',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads')], limits: behalf })], {
        ...ASKS_FOR_CARL,
        opinions: reviews('lena omar'),
      }),
    'allowed approvedBy r lena omar',
  ],
  [
    'auto cannot give the approval more',
    () => judge([rule('r', { ways: [auto], limits: behalf })], ASKS_FOR_CARL),
    'refused nobody-may-approve',
  ],
  [
    'every rule of the beneficiary must say so',
    () => judge([rule('r', { ways: [approvedBy('@leads')], limits: behalf }), rule('s', {})], ASKS_FOR_CARL),
    'refused on-behalf',
  ],
  [
    'a rule that is not about the beneficiary need not',
    () =>
      judge(
        [rule('r', { ways: [approvedBy('@leads')], limits: behalf }), rule('s', { who: '@orders' })],
        ASKS_FOR_CARL,
      ),
    'waiting r lena,omar 2',
  ],
  [
    'the rule must be for the requester too',
    () => judge([rule('r', { who: '@contractors', ways: [approvedBy('@leads')], limits: behalf })], ASKS_FOR_CARL),
    'refused on-behalf',
  ],
  [
    'the rule must be for the beneficiary too',
    () => judge([rule('r', { who: '@engineers', ways: [approvedBy('@leads')], limits: behalf })], ASKS_FOR_CARL),
    'refused not-requestable',
  ],
  [
    'a deny for the requester counts',
    () =>
      judge(
        [rule('r', { ways: [approvedBy('@leads')], limits: behalf }), rule('no', { who: '@orders', deny: 'never' })],
        ASKS_FOR_CARL,
      ),
    'refused denied',
  ],
  [
    'a limit for the requester counts',
    () =>
      judge(
        [
          rule('r', { ways: [approvedBy('@leads')], limits: behalf }),
          rule('s', { who: '@orders', limits: { maxDuration: HOUR } }),
        ],
        ASKS_FOR_CARL,
      ),
    'refused too-long',
  ],
  [
    'the requester does not approve',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads', 1)], limits: behalf })], {
        author: 'lena',
        for: 'carl',
        opinions: reviews('lena omar'),
      }),
    'refused nobody-may-approve',
  ],
  [
    'neither of the two approves',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads @security @owners')], limits: behalf })], {
        author: 'lena',
        for: 'omar',
        opinions: reviews('lena omar'),
      }),
    'waiting r olga,sam 2',
  ],
  [
    'the limit of approvals is raised too',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads @security @owners')], limits: { ...behalf, approvals: 2 } })], {
        ...ASKS_FOR_CARL,
        opinions: reviews('lena omar'),
      }),
    'waiting r olga,sam 1',
  ],
  [
    'changes requested by the requester do not count',
    () =>
      judge([rule('r', { ways: [approvedBy('@leads @security')], limits: behalf })], {
        author: 'lena',
        for: 'carl',
        opinions: reviews('!lena sam omar'),
      }),
    'allowed approvedBy r omar sam',
  ],
]

describe('who may ask', () => tell(WHO))

describe('asking for another', () => tell(BEHALF))
