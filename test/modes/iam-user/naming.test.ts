// Names, keys and marks of the mode of IAM users.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { sidOf, UNREADABLE, versionInSid } from '../../../src/modes/aws/signature.ts'
import { membershipKey, policyName, readTag, tagKey, tagValue } from '../../../src/modes/iam-user/naming.ts'
import { hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, aPolicy, existing, someActions, version } from './support.ts'

const named = (
  entitlement: Parameters<typeof policyName>[0]['entitlement'],
  person = 'marta',
  email = `${person}@example.com`,
) => policyName({ account: ACCOUNT, person: id(person), email, entitlement })

describe('the name of a policy of ours', () => {
  it.each([
    [
      'actions',
      someActions('dynamodb:GetItem', 'sqs:SendMessage', 'DynamoDB:Query'),
      /^dynamodb-sqs-marta-[a-z2-7]{26}$/,
    ],
    ['a policy', aPolicy('AmazonS3ReadOnlyAccess'), /^AmazonS3ReadOnlyAccess-marta-[a-z2-7]{26}$/],
    ['a policy by ARN', aPolicy('arn:aws:iam::aws:policy/job-function/Billing'), /^Billing-marta-[a-z2-7]{26}$/],
    ['a role', existing('role', 'orders-admin'), /^orders-admin-marta-[a-z2-7]{26}$/],
    ['a wildcard', someActions('*'), /^marta-[a-z2-7]{26}$/],
  ])('tells what %s is and who holds it', (_what, entitlement, shape) => {
    expect(named(entitlement)).toMatch(shape)
  })

  it('is cut to 128 characters, without a dash at the cut', () => {
    expect(named(aPolicy('x'.repeat(200)))).toMatch(/^x{101}-[a-z2-7]{26}$/)
    expect(named(aPolicy(`${'x'.repeat(95)}`))).toMatch(/^x{95}-marta-[a-z2-7]{26}$/)
    expect(named(aPolicy(`${'x'.repeat(99)}---y`))).toMatch(/^x{99}-[a-z2-7]{26}$/)
    expect(named(someActions('*'), 'marta', '@example.com')).toMatch(/^[a-z2-7]{26}$/)
  })

  it('is the same in every release: policies that are there already are known by it', () => {
    const entitlement = { ...aPolicy('Readers'), what: 'policy:Readers' }
    expect(named(entitlement)).toBe('Readers-marta-yx3ytmbcdfv5pexw2trzyebsyz')
  })

  it('is of the letters and the length that IAM takes, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (what, email) => {
          expect(named(aPolicy(what), 'marta', email)).toMatch(/^[\w+=,.@-]{1,128}$/)
        },
      ),
    )
  })

  it.each([
    ['person', () => named(aPolicy('A')), () => named(aPolicy('A'), 'mario', 'marta@example.com')],
    ['entitlement', () => named(existing('role', 'a')), () => named(aPolicy('a'))],
    ['capital letter', () => named(aPolicy('readonly')), () => named(aPolicy('ReadOnly'))],
  ])('is another one, ignoring case, for another %s', (_what, one, other) => {
    expect(one().toLowerCase()).not.toBe(other().toLowerCase())
  })
})

describe('a Sid', () => {
  it('has letters and digits only and gives the version back', () => {
    const sid = sidOf(12, version('c'))
    expect(sid).toMatch(/^[A-Za-z0-9]+$/)
    expect(versionInSid(sid)).toBe('c'.repeat(40))
  })

  it.each(['Daypass', 'DaypassV1', 'VisualEditor0', 'Daypass1V', 'xDaypass1Vab', undefined])(
    '%s is not ours',
    (sid) => {
      expect(versionInSid(sid)).toBeNull()
    },
  )
})

describe('a tag', () => {
  const until = later(NOON, hours(2))

  it.each(['orders-team', 'a,b=c@d.e+f', 'arn:aws:iam::aws:policy/service-role/AWSConfigRole'])(
    'remembers %s',
    (thing) => {
      const value = tagValue(version('b'), until, thing) ?? ''
      expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u)
      expect(readTag(value)).toEqual({ mark: { version: 'b'.repeat(40), expires: until }, thing })
    },
  )

  it('is not written where it would not fit', () => {
    expect(tagValue(version('b'), until, 'x'.repeat(195))).toBeNull()
    expect(tagValue(version('b'), until, 'x'.repeat(194))).not.toBeNull()
  })

  it.each([
    '',
    'x',
    ' 2026-12-01T14:00:00Z ops',
    'abc 2026-12-01T14:00:00Z',
    'abc tomorrow orders-team',
    'abc 2026-12-01T12:00:00 orders-team',
  ])('%j is read as a mark that names no version', (value) => {
    expect(readTag(value)).toEqual({ mark: { version: UNREADABLE, expires: null }, thing: null })
  })

  it('has a key of its own for each user and thing', () => {
    const keys = ['AIDA1', 'AIDA2'].flatMap((user) =>
      ['a', 'b'].map((group) => tagKey('acme', membershipKey(ACCOUNT, user, group))),
    )
    expect(new Set(keys).size).toBe(4)
    for (const key of keys) expect(key).toMatch(/^daypass:acme:[a-z2-7]{20}$/)
  })
})
