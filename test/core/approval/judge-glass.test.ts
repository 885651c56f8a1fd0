// Who may break the glass, and what that does not reach: one sentence a row.

import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { approvedBy, auto, breakGlass, judge, reviews, rule } from './company.ts'
import { behalf, type Row, TWO, tell } from './judge-ground.ts'

const GLASS = rule('glass', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })
const BREAK_GLASS: readonly Row[] = [
  ['on call one may break the glass', () => judge([GLASS], { for: 'nils', glass: true }), 'allowed breakGlass glass'],
  ['others wait for approval', () => judge([GLASS]), 'waiting glass lena,omar 1'],
  [
    'who is on call and does not say so waits like others',
    () => judge([GLASS], { for: 'nils' }),
    'waiting glass lena,omar 1',
  ],
  ['who is not on call cannot break it', () => judge([GLASS], { glass: true }), 'refused no-glass'],
  [
    'without a reason nobody breaks it',
    () => judge([GLASS], { for: 'nils', glass: true, reason: null }),
    'refused no-reason',
  ],
  [
    'where nobody has to approve, breaking it is needless',
    () => judge([rule('free', { ways: [auto] })], { for: 'nils', glass: true }),
    'allowed auto free',
  ],
  [
    'an approval that is there is used instead',
    () => judge([GLASS], { for: 'nils', glass: true, opinions: reviews('lena') }),
    'allowed approvedBy glass lena',
  ],
  [
    'the glass is exempt from approvals',
    () => judge([GLASS, TWO], { for: 'nils', glass: true }),
    'allowed breakGlass glass',
  ],
  [
    'the glass is not exempt from other limits',
    () => judge([GLASS, rule('short', { limits: { maxDuration: HOUR } })], { for: 'nils', glass: true }),
    'refused too-long',
  ],
  [
    'nobody breaks the glass for another',
    () =>
      judge([rule('g', { ways: [breakGlass('@oncall')], limits: behalf })], {
        author: 'marta',
        for: 'nils',
        glass: true,
      }),
    'refused no-glass',
  ],
  [
    'nobody who is on call breaks it for another',
    () =>
      judge([rule('g', { ways: [breakGlass('@oncall')], limits: behalf })], {
        author: 'nils',
        for: 'marta',
        glass: true,
      }),
    'refused no-glass',
  ],
  [
    'a deny stops the glass',
    () => judge([GLASS, rule('no', { deny: 'no' })], { for: 'nils', glass: true }),
    'refused denied',
  ],
  [
    'a reviewer who asks for changes stops the glass',
    () => judge([GLASS], { for: 'nils', glass: true, opinions: reviews('!sam') }),
    'refused changes-requested',
  ],
  [
    'only the glass and not on call',
    () => judge([rule('g', { ways: [breakGlass('@oncall')] })]),
    'refused nobody-may-approve',
  ],
]

describe('breaking the glass', () => tell(BREAK_GLASS))

it('tells whose approval would make breaking the glass needless, and who looks at it afterwards', () => {
  const { decision } = judge([GLASS], { for: 'nils', glass: true })
  if (decision.is !== 'allowed') throw new Error(decision.is)
  expect(decision.instead.map(({ rule, people, more }) => [rule, people, more])).toEqual([
    ['glass', ['lena', 'omar'], 1],
  ])
  expect(decision.afterwards).toEqual({ by: ['sam'], within: DAY })
})
