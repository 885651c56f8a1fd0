// Which policy document a grant becomes: dated, bound to its account and signed, or why it cannot be made.

import { describe, expect, it } from 'vitest'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Resolved } from '../../../src/core/plan/provisioner.ts'
import { policySize } from '../../../src/core/policy/write.ts'
import type { Span } from '../../../src/modes/any/spans.ts'
import { signed, undated } from '../../../src/modes/aws/document.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import {
  ACCOUNT,
  allow,
  aPolicy,
  document,
  existing,
  resolved,
  someActions,
  TABLE,
  version,
} from '../iam-user/support.ts'

const bound = { StringEqualsIfExists: { 'aws:ResourceAccount': [ACCOUNT] } }
const deny = (actions: readonly string[]): Statement => ({ ...allow(actions, ['*']), effect: 'Deny' })

const limited = (arn: string): Entitlement => ({
  ...aPolicy('Power'),
  permissions: {
    form: 'narrowed',
    policy: { what: 'policy', by: 'name', value: 'Power', at: HERE },
    to: [
      { arn, only: null, when: {} },
      { arn: `${arn}/index/*`, only: null, when: {} },
    ],
  },
})

/** The same grant, where the account answered nothing to one of its needs. */
const unanswered = (one: Resolved): Resolved => ({
  ...one,
  facts: one.facts.map((fact) => (fact.need.what === 'identity' ? fact : { need: fact.need, is: 'absent' })),
})

describe('what is permitted', () => {
  it('by actions is bound to the account', () => {
    expect(undated(resolved(someActions('dynamodb:GetItem')))).toEqual({
      document: document(allow(['dynamodb:GetItem'], [TABLE], { conditions: bound })),
    })
  })

  it('by a managed policy is its own text, which may reach as far as it did', () => {
    const text = document(allow(['s3:GetObject'], ['*'], { sid: 'Theirs' }))
    expect(undated(resolved(aPolicy('Readers'), { text }))).toEqual({ document: text })
  })

  it('by a policy that is limited to a resource is what is left of it, bound to the account', () => {
    const text = document(allow(['dynamodb:GetItem'], ['*']))
    expect(undated(resolved(limited(TABLE), { text }))).toEqual({
      document: document(allow(['dynamodb:GetItem'], [TABLE, `${TABLE}/index/*`], { conditions: bound })),
    })
  })

  it('by a role is to assume that role and no other', () => {
    expect(undated(resolved(existing('role', 'orders')))).toEqual({
      document: document(allow(['sts:AssumeRole'], [`arn:aws:iam::${ACCOUNT}:role/orders`], { conditions: bound })),
    })
  })

  it.each<[string, () => Resolved, string]>([
    ['a text nobody understands', () => resolved(aPolicy('Readers')), 'its text is not understood'],
    [
      'a policy that is not there',
      () => unanswered(resolved(aPolicy('Readers'), { text: document() })),
      'its text is not understood',
    ],
    [
      'a text with a Deny',
      () => resolved(aPolicy('Readers'), { text: document(allow(['s3:*'], ['*']), deny(['s3:Delete*'])) }),
      'it holds a Deny, which would cut other access as well',
    ],
    [
      'a limited text with a Deny',
      () => resolved(limited(TABLE), { text: document(allow(['*'], ['*']), deny(['s3:Delete*'])) }),
      'it holds a Deny, which would cut other access as well',
    ],
    [
      'a text of which nothing is left',
      () => resolved(limited(TABLE), { text: document(allow(['s3:*'], ['arn:aws:s3:::a'])) }),
      `nothing of it can be limited to ${TABLE}, ${TABLE}/index/*`,
    ],
    ['a group', () => resolved(existing('group', 'ops')), 'only a role can be assumed'],
    ['a role that is not there', () => unanswered(resolved(existing('role', 'orders'))), 'only a role can be assumed'],
  ])('by %s cannot be said', (_what, one, problem) => {
    expect(undated(one())).toEqual({ problem })
  })
})

describe('a signed document', () => {
  const span = (letter: string, from: number, until: number): Span => ({
    from: later(NOON, hours(from)),
    until: later(NOON, hours(until)),
    version: version(letter),
  })
  const ends = (until: string) => ({ DateLessThan: { 'aws:CurrentTime': [until] } })
  const starts = (from: string) => ({ DateGreaterThanEquals: { 'aws:CurrentTime': [from] } })
  const made = (text: PolicyDocument, spans: readonly Span[], now = NOON) => {
    const read = signed(text, spans, now, 6144)
    return 'problem' in read ? read.problem : read.document.statements.map(({ sid, conditions }) => [sid, conditions])
  }
  const sid = (index: number, letter: string): string => `Daypass${index}V${letter.repeat(40)}`
  const one = () => document(allow(['s3:GetObject'], ['*']))

  it('has every statement once for each span, each with the end of that span and numbered through', () => {
    const two = document(allow(['s3:GetObject'], ['*']), allow(['s3:PutObject'], ['*']))
    expect(made(two, [span('a', 0, 2), span('b', 3, 4)])).toEqual([
      [sid(0, 'a'), ends('2026-12-01T14:00:00Z')],
      [sid(1, 'a'), ends('2026-12-01T14:00:00Z')],
      [sid(2, 'b'), { ...starts('2026-12-01T15:00:00Z'), ...ends('2026-12-01T16:00:00Z') }],
      [sid(3, 'b'), { ...starts('2026-12-01T15:00:00Z'), ...ends('2026-12-01T16:00:00Z') }],
    ])
  })

  it.each([
    ['is past', NOON - 1, { ...starts('2026-12-01T12:00:00Z'), ...ends('2026-12-01T14:00:00Z') }],
    ['is now', NOON, ends('2026-12-01T14:00:00Z')],
  ])('says when it begins until that %s', (_when, now, conditions) => {
    expect(made(one(), [span('a', 0, 2)], later(NOON, now - NOON))).toEqual([[sid(0, 'a'), conditions]])
  })

  it('keeps what else the policy looks at, and a later beginning of its own although ours is past', () => {
    const own = starts('2026-12-01T13:00:00Z')
    expect(made(document(allow(['s3:*'], ['*'], { conditions: own })), [span('a', 0, 2)])).toEqual([
      [sid(0, 'a'), { ...own, ...ends('2026-12-01T14:00:00Z') }],
    ])
    const home = { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }
    expect(made(document(allow(['s3:*'], ['*'], { conditions: home })), [span('a', 0, 2)])).toEqual([
      [sid(0, 'a'), { ...home, ...ends('2026-12-01T14:00:00Z') }],
    ])
  })

  it('keeps other beginnings that stand beside ours', () => {
    const issued = { DateGreaterThanEquals: { 'aws:TokenIssueTime': ['2026-12-01T12:00:00Z'] } }
    expect(made(document(allow(['s3:*'], ['*'], { conditions: issued })), [span('a', 0, 2)])).toEqual([
      [
        sid(0, 'a'),
        {
          DateGreaterThanEquals: {
            'aws:TokenIssueTime': ['2026-12-01T12:00:00Z'],
            'aws:CurrentTime': ['2026-12-01T12:00:00Z'],
          },
          ...ends('2026-12-01T14:00:00Z'),
        },
      ],
    ])
  })

  it.each([
    ['looks at something else', { DateGreaterThanEquals: { 'aws:TokenIssueTime': ['2026-12-01T12:00:00Z'] } }],
    [
      'looks at several',
      {
        DateGreaterThanEquals: {
          'aws:CurrentTime': ['2026-12-01T12:00:00Z'],
          'aws:TokenIssueTime': ['2026-12-01T12:00:00Z'],
        },
      },
    ],
    ['has several', { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T12:00:00Z', '2026-12-01T15:00:00Z'] } }],
  ])('keeps the beginning of a Deny that %s', (_what, conditions) => {
    expect(made(document({ ...deny(['s3:*']), conditions }), [span('a', 0, 2)])).toEqual([[sid(0, 'a'), conditions]])
  })

  it('leaves a Deny without dates', () => {
    expect(made(document(deny(['s3:*'])), [span('a', 0, 2)])).toEqual([[sid(0, 'a'), {}]])
  })

  it('is not made where a statement cannot be given an end', () => {
    const odd = document(allow(['s3:*'], ['*'], { conditions: { DateEquals: { 'aws:CurrentTime': ['2026-12-01'] } } }))
    expect(made(odd, [span('a', 0, 2)])).toBe(
      'statement 1 cannot be given an end: it limits time by DateEquals on aws:CurrentTime',
    )
  })

  it('is made up to the size that IAM takes, and not beyond', () => {
    const read = signed(one(), [span('a', 0, 2)], NOON, 6144)
    if ('problem' in read) throw new Error(read.problem)
    const size = policySize(read.document)
    expect(signed(one(), [span('a', 0, 2)], NOON, size)).toEqual(read)
    expect(signed(one(), [span('a', 0, 2)], NOON, size - 1)).toEqual({
      problem: `it takes ${size} characters with its end, and IAM takes ${size - 1}`,
    })
  })

  it('is not made of characters that IAM does not take', () => {
    expect(made(document(allow(['s3:*'], ['arn:aws:s3:::ключ'])), [span('a', 0, 2)])).toBe(
      'it has characters that IAM does not take',
    )
  })
})
