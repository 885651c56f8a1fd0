// What nobody gets, whatever the rules allow: denied, held, protected, closing, not carried; one sentence a row.

import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../src/core/model/settings.ts'
import { AT, actions, group, judge, pattern, person, policy, reviews, role, rule, sentence } from './company.ts'
import { AUTO, LEADS, type Row, tell } from './judge-ground.ts'

const DENY: readonly Row[] = [
  ['a deny ends it', () => judge([AUTO, rule('no', { deny: 'never' })]), 'refused denied'],
  [
    'a deny for others does not',
    () => judge([AUTO, rule('no', { who: '@contractors', deny: 'never' })]),
    'allowed auto free',
  ],
  [
    'a deny for one of the groups does',
    () => judge([AUTO, rule('no', { who: '@contractors', deny: 'never' })], { for: 'carl' }),
    'refused denied',
  ],
  [
    'a deny about another account does not',
    () => judge([AUTO, rule('no', { what: { account: 'payer' }, deny: 'never' })]),
    'allowed auto free',
  ],
  [
    'a deny about this account does',
    () => judge([AUTO, rule('no', { what: { account: 'payer' }, deny: 'never' })], { in: 'payer' }),
    'refused denied',
  ],
  [
    'what is excepted from a deny is not denied',
    () => judge([AUTO, rule('no', { not: [{ facets: { policy: 'AmazonS3*' } }], deny: 'never' })]),
    'allowed auto free',
  ],
  [
    'one denied item blocks the file',
    () =>
      judge([AUTO, rule('no', { what: { kind: 'group' }, deny: 'never' })], {
        items: [policy('ReadOnlyAccess'), group('g')],
      }),
    'refused denied',
  ],
  [
    'an approval does not help against a deny',
    () => judge([LEADS, rule('no', { deny: 'never' })], { opinions: reviews('lena omar') }),
    'refused denied',
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
  ['everything is held', () => judge([AUTO], {}, hold({ is: 'everything' })), 'refused held'],
  ['the person is held', () => judge([AUTO], {}, hold({ is: 'person', person: person('marta') })), 'refused held'],
  [
    'another person is held',
    () => judge([AUTO], {}, hold({ is: 'person', person: person('nils') })),
    'allowed auto free',
  ],
  ['the request is held', () => judge([AUTO], {}, hold({ is: 'request', request: 'r1' })), 'refused held'],
  ['another request is held', () => judge([AUTO], {}, hold({ is: 'request', request: 'r2' })), 'allowed auto free'],
  [
    'the person is protected',
    () => judge([AUTO], {}, guard({ people: [located(person('marta'))] })),
    'refused protected',
  ],
  [
    'another person is protected',
    () => judge([AUTO], {}, guard({ people: [located(person('nils'))] })),
    'allowed auto free',
  ],
  [
    'a policy is protected by name',
    () => judge([AUTO], {}, guard({ things: [pattern('AmazonS3*')] })),
    'refused protected',
  ],
  [
    'a policy given by ARN is protected by its name',
    () =>
      judge(
        [AUTO],
        { items: [policy('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')] },
        guard({ things: [pattern('AmazonS3ReadOnlyAccess')] }),
      ),
    'refused protected',
  ],
  [
    'a policy given by name is protected by its ARN',
    () => judge([AUTO], {}, guard({ things: [pattern('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess')] })),
    'refused protected',
  ],
  [
    'other letters do not unprotect it',
    () => judge([AUTO], { items: [group('ADMINS')] }, guard({ things: [pattern('admins')] })),
    'refused protected',
  ],
  [
    'a role under /daypass/ is never handed out',
    () => judge([AUTO], { items: [role('arn:aws:iam::111111111111:role/daypass/x')] }),
    'refused protected',
  ],
  [
    'a role that a job uses is never handed out by path',
    () => judge([AUTO], { items: [role('arn:aws:iam::111111111111:role/ops/daypass-inventory')] }),
    'refused protected',
  ],
  [
    'a role that a job uses is never handed out by name',
    () => judge([AUTO], { items: [role('apply')] }),
    'refused protected',
  ],
  [
    'a role with such a name at another path is not Daypass’s',
    () => judge([AUTO], { items: [role('arn:aws:iam::111111111111:role/team/apply')] }),
    'allowed auto free',
  ],
  [
    'a policy that Daypass made is never handed out',
    () => judge([AUTO], { items: [policy('daypass-marta-1')] }),
    'refused protected',
  ],
  ['a closing account takes nothing new', () => judge([AUTO], { in: 'old' }), 'refused closing'],
  [
    'a mode that cannot carry it',
    () => judge([AUTO], { in: 'okta-1', items: [actions('s3:GetObject')] }),
    'refused not-carried',
  ],
  [
    'a mode that can carry another kind',
    () => judge([AUTO], { in: 'okta-1', items: [group('g')] }),
    'allowed auto free',
  ],
  ['an account that does not exist', () => judge([AUTO], { in: 'nowhere' }), 'refused unreadable'],
  [
    'an ARN of another account',
    () => judge([AUTO], { items: [role('arn:aws:iam::222222222222:role/x')] }),
    'refused unreadable',
  ],
  ['a request for nothing', () => judge([AUTO], { items: [] }), 'refused unreadable'],
]

describe('deny', () => tell(DENY))

describe('holds, protection and accounts', () => tell(STOPS))

it('holds a target', () => {
  const targetId = judge([AUTO], {}).items[0]?.item.target
  if (targetId === undefined) throw new Error('no item')
  expect(target('payer')).toBe('payer')
  expect(sentence(judge([AUTO], {}, hold({ is: 'target', target: targetId })))).toBe('refused held')
  expect(sentence(judge([AUTO], { in: 'payer' }, hold({ is: 'target', target: targetId })))).toBe('allowed auto free')
})
