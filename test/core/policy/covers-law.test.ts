// Whether one policy permits all that another does: what is told must be true of every question that can be asked.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conditions, PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { covers } from '../../../src/core/policy/covers.ts'
import { policy } from './support.ts'

const TWO = '2026-12-01T14:00:00Z'
const THREE = '2026-12-01T15:00:00Z'

/** An evaluator of a world so small that it can be written beside: actions `a:` + letters, ARNs of two letters, three hours. */
interface Asked {
  readonly action: string
  readonly resource: string
  readonly hour: number
  readonly secure: string
}

const means = (pattern: string, text: string): boolean => {
  if (pattern === '') return text === ''
  const rest = pattern.slice(1)
  if (pattern[0] === '*') return means(rest, text) || (text !== '' && means(pattern, text.slice(1)))
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && means(rest, text.slice(1))
}
const hourOf = (text: string): number => Number(text.slice(11, 13))
const among = (set: Statement['actions'], text: string): boolean =>
  'only' in set ? set.only.some((one) => means(one, text)) : !set.except.some((one) => means(one, text))
const holds = (conditions: Conditions, asked: Asked): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.values(keys).every((values) =>
      values.some((value) =>
        operator === 'DateLessThan'
          ? asked.hour < hourOf(value)
          : operator === 'DateGreaterThanEquals'
            ? asked.hour >= hourOf(value)
            : asked.secure === value,
      ),
    ),
  )
const permits = (document: PolicyDocument, asked: Asked): boolean => {
  const hit = (effect: Statement['effect']) =>
    document.statements.some(
      (one) =>
        one.effect === effect &&
        among(one.actions, asked.action) &&
        among(one.resources, asked.resource) &&
        holds(one.conditions, asked),
    )
  return hit('Allow') && !hit('Deny')
}

const text = fc.string({ unit: fc.constantFrom('x', 'y', '*', '?'), minLength: 1, maxLength: 2 })
const action = text.map((rest) => `a:${rest}`)
const resource = fc.oneof(
  fc.constant('*'),
  fc.tuple(text, text).map(([one, other]) => `arn:aws:a:${one}:1:${other}`),
)
const setOf = (one: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }).map((only) => ({ only })) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }).map((except) => ({ except })) },
  )
const time = fc.constantFrom('2026-12-01T13:00:00Z', TWO, THREE)
const conditions: fc.Arbitrary<Conditions> = fc.record(
  {
    DateLessThan: fc.array(time, { minLength: 1, maxLength: 2 }).map((values) => ({ 'aws:CurrentTime': values })),
    DateGreaterThanEquals: time.map((value) => ({ 'aws:CurrentTime': [value] })),
    Bool: fc.constantFrom('true', 'false').map((value) => ({ 'aws:SecureTransport': [value] })),
  },
  { requiredKeys: [] },
)
const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  actions: setOf(action),
  resources: setOf(resource),
  conditions,
})
const policies = fc.array(statement, { minLength: 1, maxLength: 3 }).map((statements) => policy(...statements))

const letters = ['x', 'y', 'z']
const words = [...letters, ...letters.flatMap((one) => letters.map((other) => one + other))]
const questions: readonly Asked[] = words.flatMap((name) =>
  letters.flatMap((region) =>
    words.flatMap((thing) =>
      [12, 13, 14, 15].map((hour) => ({
        action: `a:${name}`,
        resource: `arn:aws:a:${region}:1:${thing}`,
        hour,
        secure: hour % 2 === 0 ? 'true' : 'false',
      })),
    ),
  ),
)

/** Drops, adds or changes parts, so that pairs are often close to each other. */
const nearby = (document: PolicyDocument): fc.Arbitrary<PolicyDocument> =>
  fc
    .tuple(fc.subarray([...document.statements]), fc.array(statement, { maxLength: 1 }), conditions)
    .map(([kept, added, given]) =>
      policy(...kept.map((one) => ({ ...one, conditions: { ...one.conditions, ...given } })), ...added),
    )

describe('covering', () => {
  it('is never told of a policy that permits less somewhere', () => {
    let told = 0
    fc.assert(
      fc.property(
        policies.chain((one) => fc.tuple(fc.constant(one), fc.oneof(nearby(one), policies))),
        ([one, other]) => {
          for (const [outer, inner] of [
            [one, other],
            [other, one],
          ] as const) {
            if (!covers(outer, inner)) continue
            told++
            expect(questions.filter((asked) => permits(inner, asked) && !permits(outer, asked))).toEqual([])
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(told).toBeGreaterThan(300)
  })
})
