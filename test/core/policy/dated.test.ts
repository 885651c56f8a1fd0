// Policies that end by themselves.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conditions, PolicyDocument } from '../../../src/core/model/policy-document.ts'
import { type Instant, instantOf, readInstant, writeInstant } from '../../../src/core/model/time.ts'
import { dated, deniesFrom, denyAfter, endsOf, hasDeny } from '../../../src/core/policy/dated.ts'
import type { PolicyRead } from '../../../src/core/policy/read.ts'
import { sameAccount } from '../../../src/core/policy/same-account.ts'
import { allow, deny, documents, instants, policy } from './support.ts'

const at = (text: string): Instant => {
  const read = readInstant(text)
  if (read.is !== 'instant') throw new Error(text)
  return read.instant
}
const FROM = at('2026-12-01T08:00:00Z')
const UNTIL = at('2026-12-01T10:00:00Z')

const made = (result: PolicyRead): PolicyDocument => {
  if ('problem' in result) throw new Error(result.problem)
  return result.document
}

const clock = (operator: string, value: string | readonly string[], key = 'aws:CurrentTime'): Conditions => ({
  [operator]: { [key]: typeof value === 'string' ? [value] : value },
})
const withClock = (...given: readonly Conditions[]) =>
  policy(allow(['a:B'], ['*'], { conditions: Object.assign({}, ...given) }))

/** What AWS would say of the dates alone: every operator and key must hold, any value of one is enough. */
const isOpenAt = (conditions: Conditions, now: Instant): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      if (key.toLowerCase() !== 'aws:currenttime') return true
      const times = values.map((value) => at(value.includes('T') ? value : `${value}T00:00:00Z`))
      return times.some((time) => (operator === 'DateLessThan' ? now < time : now >= time))
    }),
  )

describe('a dated policy', () => {
  it('bounds each Allow by literal seconds in UTC and leaves Deny alone', () => {
    const { statements } = made(dated(policy(allow(['a:B']), deny(['a:C'])), FROM, UNTIL))
    expect(statements[0]?.conditions).toEqual({
      DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T08:00:00Z'] },
      DateLessThan: { 'aws:CurrentTime': ['2026-12-01T10:00:00Z'] },
    })
    expect(statements[1]).toEqual(deny(['a:C']))
  })

  it.each([
    { name: 'an earlier end', given: clock('DateLessThan', '2026-12-01T09:00:00Z'), end: '2026-12-01T09:00:00Z' },
    { name: 'our end before a later one', given: clock('DateLessThan', '2027-01-01'), end: '2026-12-01T10:00:00Z' },
    {
      name: 'an end under another spelling of the key',
      given: clock('DateLessThan', '2026-12-01T09:00:00Z', 'AWS:currenttime'),
      end: '2026-12-01T09:00:00Z',
    },
  ])('keeps $name, never as a list', ({ given, end }) => {
    const [statement] = made(dated(withClock(given), FROM, UNTIL)).statements
    expect(statement?.conditions['DateLessThan']).toEqual({ 'aws:CurrentTime': [end] })
  })

  it('keeps a later start', () => {
    const [statement] = made(
      dated(withClock(clock('DateGreaterThanEquals', '2026-12-01T09:30:00Z')), FROM, UNTIL),
    ).statements
    expect(statement?.conditions['DateGreaterThanEquals']).toEqual({ 'aws:CurrentTime': ['2026-12-01T09:30:00Z'] })
  })

  it.each([
    clock('DateLessThanEquals', '2026-12-01T09:00:00Z'),
    clock('DateGreaterThan', '2026-12-01T09:00:00Z'),
    clock('DateNotEquals', '2026-12-01T09:00:00Z'),
    clock('DateLessThanIfExists', '2026-12-01T09:00:00Z'),
    clock('ForAnyValue:DateLessThan', '2026-12-01T09:00:00Z'),
    clock('datelessthan', '2026-12-01T09:00:00Z'),
    clock('Null', 'true'),
    clock('StringLike', '2026-*'),
    clock('DateLessThan', ['2026-12-01T09:00:00Z', '2027-12-01T09:00:00Z']),
    clock('DateLessThan', []),
    clock('DateLessThan', '1796115600'),
    clock('DateLessThan', '2026-12-01T09:00:00+01:00'),
    clock('DateLessThan', '2026-12-01T09:00:00.5Z'),
    clock('DateLessThan', '2026-02-30T09:00:00Z'),
    clock('DateLessThan', `\${aws:PrincipalTag/until}`),
    clock('NumericLessThan', '1796115600', 'aws:EpochTime'),
  ])('is refused where time is limited by %o', (given) => {
    expect(dated(withClock(given), FROM, UNTIL)).toEqual({
      problem: expect.stringContaining('statement 1 cannot be given an end'),
    })
    expect(endsOf(withClock(given)).is).toBe('unknown')
  })

  it('keeps every other condition, and all statements', () => {
    fc.assert(
      fc.property(documents, instants, instants, (document, from, until) => {
        const after = made(dated(document, from, until))
        expect(after.statements.length).toBe(document.statements.length)
        for (const [index, before] of document.statements.entries()) {
          const now = after.statements[index]
          expect({ ...now, conditions: null }).toEqual({ ...before, conditions: null })
          expect(now?.conditions).toMatchObject(before.conditions)
        }
      }),
    )
  })

  it('never widens: open exactly when it was open and the window is', () => {
    fc.assert(
      fc.property(instants, instants, instants, instants, instants, (from, until, start, end, now) => {
        const before = withClock(
          clock('DateGreaterThanEquals', writeInstant(start)),
          clock('DateLessThan', writeInstant(end)),
        )
        const [was] = before.statements
        const [is] = made(dated(before, from, until)).statements
        if (was === undefined || is === undefined) throw new Error('no statement')
        for (const moment of [now, from, until, start, end].flatMap((one) => [instantOf(one - 1), one]))
          expect(isOpenAt(is.conditions, moment)).toBe(
            isOpenAt(was.conditions, moment) && from <= moment && moment < until,
          )
      }),
    )
  })

  it('dated again with the same window does not change', () => {
    fc.assert(
      fc.property(documents, instants, instants, (document, from, until) => {
        const once = made(dated(document, from, until))
        expect(made(dated(once, from, until))).toEqual(once)
      }),
    )
  })

  it('reads back its end', () => {
    const two = [allow(['a:B']), allow(['a:C'])].map((one, index) =>
      made(dated(policy(one), FROM, instantOf(UNTIL + index))),
    )
    const both = policy(...two.flatMap(({ statements }) => statements), deny(['*']))
    expect(endsOf(both)).toEqual({ is: 'at', first: UNTIL, last: UNTIL + 1 })
    expect(endsOf(policy(...both.statements, allow(['a:D'])))).toEqual({ is: 'never' })
    expect(endsOf(policy(deny(['*'])))).toEqual({ is: 'nothing' })
  })
})

describe('deny-after', () => {
  it('denies everything from its instant on, and is found again', () => {
    const document = policy(allow(['a:B']), denyAfter(UNTIL), denyAfter(instantOf(UNTIL + 60)))
    expect(denyAfter(UNTIL)).toMatchObject({
      effect: 'Deny',
      conditions: { DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T10:00:00Z'] } },
    })
    expect(deniesFrom(document)).toBe(UNTIL)
    expect(hasDeny(document)).toBe(true)
  })
  it('is not seen in a Deny that leaves something out', () => {
    const whole = denyAfter(UNTIL)
    const lesser = [
      { ...whole, actions: { only: ['s3:*'] } },
      { ...whole, resources: { only: ['arn:aws:s3:::a'] } },
      { ...whole, actions: { except: ['a:B'] } },
      { ...whole, conditions: { ...whole.conditions, Bool: { 'aws:SecureTransport': ['false'] } } },
      { ...whole, conditions: {} },
      { ...whole, effect: 'Allow' as const },
    ]
    for (const one of lesser) expect(deniesFrom(policy(one))).toBe(null)
    expect(hasDeny(policy(allow(['a:B'])))).toBe(false)
  })
})

describe('a policy bound to one account', () => {
  const KEY = 'aws:ResourceAccount'
  it('has the account on each Allow, and only there', () => {
    const { statements } = made(sameAccount(policy(allow(['a:B']), deny(['a:B'])), '111122223333'))
    expect(statements.map(({ conditions }) => conditions)).toEqual([
      { StringEqualsIfExists: { [KEY]: ['111122223333'] } },
      {},
    ])
  })
  it('cuts a list that names the account to it, and refuses one that does not', () => {
    const bound = (accounts: readonly string[]) =>
      policy(allow(['a:B'], ['*'], { conditions: { StringEqualsIfExists: { 'AWS:resourceaccount': accounts } } }))
    const { statements } = made(sameAccount(bound(['1', '111122223333']), '111122223333'))
    expect(statements[0]?.conditions).toEqual({ StringEqualsIfExists: { [KEY]: ['111122223333'] } })
    expect(sameAccount(bound(['1']), '111122223333')).toEqual({ problem: expect.stringContaining('another account') })
  })
})
