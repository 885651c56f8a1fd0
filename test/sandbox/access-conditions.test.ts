// Which conditions hold, and when a dated policy begins and ends.

import { describe, expect, it } from 'vitest'
import { allow, arn, bucket, deny, here, inline, judge, now, table, there } from './access-ground.ts'

const variable = (inside: string) => `\${${inside}}`

describe('conditions', () => {
  it.each<[string, object, Record<string, string | readonly string[]>, boolean]>([
    ['an exact text', { StringEquals: { 'aws:PrincipalTag/team': 'orders' } }, {}, true],
    ['a text in another case', { StringEquals: { 'aws:PrincipalTag/team': 'Orders' } }, {}, false],
    ['a text ignoring case', { StringEqualsIgnoreCase: { 'aws:PrincipalTag/team': 'ORDERS' } }, {}, true],
    ['a key in another case', { StringEquals: { 'AWS:principaltag/TEAM': 'orders' } }, {}, true],
    ['one of several values', { StringEquals: { 'aws:PrincipalTag/team': ['a', 'orders'] } }, {}, true],
    ['none of several values', { StringNotEquals: { 'aws:PrincipalTag/team': ['a', 'orders'] } }, {}, false],
    ['a missing key', { StringEquals: { 'aws:PrincipalTag/none': 'x' } }, {}, false],
    ['a missing key, negated', { StringNotEquals: { 'aws:PrincipalTag/none': 'x' } }, {}, true],
    ['a missing key, if it exists', { StringEqualsIfExists: { 'aws:PrincipalTag/none': 'x' } }, {}, true],
    ['a key that exists, if it exists', { StringEqualsIfExists: { 'aws:PrincipalTag/team': 'x' } }, {}, false],
    ['a pattern', { StringLike: { 'aws:PrincipalTag/team': 'or*s' } }, {}, true],
    ['a star where none counts', { StringEquals: { 'aws:PrincipalTag/team': 'or*s' } }, {}, false],
    [
      'two keys, one of them wrong',
      { StringEquals: { 'aws:PrincipalTag/team': 'orders', 'aws:username': 'ivan' } },
      {},
      false,
    ],
    [
      'two operators, both right',
      { StringEquals: { 'aws:username': 'marta' }, Bool: { 'aws:SecureTransport': 'true' } },
      {},
      true,
    ],
    [
      'two operators, one wrong',
      { StringEquals: { 'aws:username': 'marta' }, Bool: { 'aws:SecureTransport': 'false' } },
      {},
      false,
    ],
    ['a key that is there', { Null: { 'aws:username': 'false' } }, {}, true],
    ['a key that is not there', { Null: { 'aws:TokenIssueTime': 'true' } }, {}, true],
    ['a number', { NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10' }, true],
    ['a number too large', { NumericLessThan: { 's3:max-keys': 10 } }, { 's3:max-keys': '10' }, false],
    ['an address inside', { IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } }, { 'aws:SourceIp': '10.1.2.3' }, true],
    [
      'an address outside',
      { IpAddress: { 'aws:SourceIp': ['10.1.0.0/16', '10.2.0.1'] } },
      { 'aws:SourceIp': '10.2.0.2' },
      false,
    ],
    [
      'an address outside, negated',
      { NotIpAddress: { 'aws:SourceIp': '10.1.0.0/16' } },
      { 'aws:SourceIp': '10.2.0.2' },
      true,
    ],
    ['an address of six', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, { 'aws:SourceIp': '2001:db8::1' }, true],
    ['an ARN pattern', { ArnLike: { 'aws:PrincipalArn': arn('user/m*') } }, {}, true],
    ['an ARN pattern by ArnEquals', { ArnEquals: { 'aws:PrincipalArn': arn('user/*') } }, {}, true],
    ['an ARN pattern across colons', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:user/marta' } }, {}, false],
    ['an ARN that must not be', { ArnNotLike: { 'aws:PrincipalArn': arn('role/*') } }, {}, true],
    [
      'all values among those named',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['a', 'b'] },
      true,
    ],
    [
      'one value too many',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['a', 'c'] },
      false,
    ],
    ['no values at all', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, {}, true],
    [
      'any of the values',
      { 'ForAnyValue:StringLike': { 'aws:TagKeys': 'day*' } },
      { 'aws:TagKeys': ['x', 'daypass'] },
      true,
    ],
    ['any of no values', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, {}, false],
    ['the account of the resource', { StringEquals: { 'aws:ResourceAccount': here } }, {}, true],
    ['another account, if it exists', { StringEqualsIfExists: { 'aws:ResourceAccount': there } }, {}, false],
    ['the organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-acme123456' } }, {}, true],
    [
      'a request tag',
      { StringEquals: { 'aws:RequestTag/daypass': 'acme' } },
      { 'aws:RequestTag/daypass': 'acme' },
      true,
    ],
    ['a variable', { StringEquals: { 'aws:PrincipalTag/team': variable('aws:PrincipalTag/team') } }, {}, true],
    ['a variable that is missing', { StringEquals: { 'aws:username': variable('aws:SourceIdentity') } }, {}, false],
    [
      'a variable with another value for want of one',
      { StringEquals: { 'aws:username': variable("aws:SourceIdentity, 'marta'") } },
      {},
      true,
    ],
    [
      'a variable in a date stays a text',
      { DateLessThan: { 'aws:CurrentTime': variable('aws:PrincipalTag/end') } },
      {},
      false,
    ],
  ])('%s', (_what, condition, context, expected) => {
    expect(judge(inline(allow('dynamodb:GetItem', '*', condition)), 'dynamodb:GetItem', table, { context })).toBe(
      expected,
    )
  })

  it('a bucket that nobody is known to own carries no resource account', () => {
    const world = inline(allow('s3:GetObject', '*', { StringEqualsIfExists: { 'aws:ResourceAccount': there } }))
    expect(judge(world, 's3:GetObject', 'arn:aws:s3:::unknown/a')).toBe(true)
    expect(judge(world, 's3:GetObject', `${bucket}/a`)).toBe(false)
  })
})

describe('a dated Allow', () => {
  const dated = inline(
    allow('dynamodb:GetItem', table, {
      DateGreaterThanEquals: { 'aws:CurrentTime': '2026-11-22T08:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' },
    }),
  )
  it.each([
    [-1, false],
    [0, true],
    [7199, true],
    [7200, false],
    [86_400 * 365, false],
  ])('holds %i seconds after its beginning: %s', (after, expected) => {
    expect(judge(dated, 'dynamodb:GetItem', table, { at: now + after })).toBe(expected)
  })

  it('understands offsets and seconds since the epoch', () => {
    const until = (end: string | number) => inline(allow('a:B', '*', { DateLessThan: { 'aws:CurrentTime': end } }))
    for (const end of ['2026-11-22T11:00:00+02:00', String(now + 3600), now + 3600]) {
      expect(judge(until(end), 'a:B', '*', { at: now + 3599 })).toBe(true)
      expect(judge(until(end), 'a:B', '*', { at: now + 3600 })).toBe(false)
    }
  })

  it('is cut by a Deny after the end, and by that alone', () => {
    const cut = inline(
      allow('*', '*'),
      deny('*', '*', { DateGreaterThanEquals: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' } }),
    )
    expect(judge(cut, 'dynamodb:GetItem', table, { at: now + 7199 })).toBe(true)
    expect(judge(cut, 'dynamodb:GetItem', table, { at: now + 7200 })).toBe(false)
  })
})
