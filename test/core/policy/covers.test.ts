// Whether one policy permits all that another does: what is told must be true.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conditions, PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { covers } from '../../../src/core/policy/covers.ts'

const allow = (actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): Statement => ({
  effect: 'Allow',
  actions: { only: actions },
  resources: { only: resources },
  conditions,
})
const deny = (actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): Statement => ({
  ...allow(actions, resources, conditions),
  effect: 'Deny',
})
const policy = (...statements: readonly Statement[]): PolicyDocument => ({ version: '2012-10-17', statements })
const until = (end: string): Conditions => ({ DateLessThan: { 'aws:CurrentTime': [end] } })
const from = (start: string): Conditions => ({ DateGreaterThanEquals: { 'aws:CurrentTime': [start] } })

const TWO = '2026-12-01T14:00:00Z'
const THREE = '2026-12-01T15:00:00Z'
const BUCKET = 'arn:aws:s3:::orders'
/** A policy variable, as IAM writes it. */
const variable = (name: string): string => `$\{aws:${name}}`

describe('a policy covers', () => {
  it.each<[string, Statement[], Statement[]]>([
    ['itself', [allow(['s3:Get*'], [BUCKET])], [allow(['s3:Get*'], [BUCKET])]],
    ['nothing', [], []],
    ['less of it', [allow(['s3:Get*', 's3:List*'], ['*'])], [allow(['s3:GetObject'], [BUCKET])]],
    ['an action of another spelling', [allow(['S3:get*'], ['*'])], [allow(['s3:GetObject'], ['*'])]],
    ['an earlier end', [allow(['s3:*'], ['*'], until(THREE))], [allow(['s3:*'], ['*'], until(TWO))]],
    ['an end where it has none', [allow(['s3:*'], ['*'])], [allow(['s3:*'], ['*'], until(TWO))]],
    ['a later beginning', [allow(['s3:*'], ['*'], from(TWO))], [allow(['s3:*'], ['*'], from(THREE))]],
    [
      'more conditions',
      [allow(['s3:*'], ['*'])],
      [allow(['s3:*'], ['*'], { Bool: { 'aws:SecureTransport': ['true'] } })],
    ],
    [
      'a key of another spelling',
      [allow(['s3:*'], ['*'], { StringEquals: { 'aws:UserId': ['a'] } })],
      [allow(['s3:*'], ['*'], { StringEquals: { 'aws:userid': ['a'] } })],
    ],
    ['a policy with a Deny it lacks', [allow(['s3:*'], ['*'])], [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'])]],
    [
      'a policy that denies more',
      [allow(['s3:*'], ['*']), deny(['s3:Put*'], [BUCKET])],
      [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'])],
    ],
    [
      'an action outside its exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
      [allow(['s3:*'], ['*'])],
    ],
    [
      'everything but a list by everything',
      [allow(['*'], ['*'])],
      [{ ...allow([], []), actions: { except: ['iam:*'] }, resources: { except: [BUCKET] } }],
    ],
    [
      'more exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:Get*'] } }],
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
    ],
    [
      'a variable by its own text',
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
    ],
    [
      'a variable by any text',
      [allow(['s3:*'], ['arn:aws:s3:::a*'])],
      [allow(['s3:*'], [`arn:aws:s3:::a${variable('username')}`])],
    ],
  ])('%s', (_what, outer, inner) => {
    expect(covers(policy(...outer), policy(...inner))).toBe(true)
  })
})

describe('a policy does not cover', () => {
  it.each<[string, Statement[], Statement[]]>([
    ['more actions', [allow(['s3:Get*'], ['*'])], [allow(['s3:*'], ['*'])]],
    ['more resources', [allow(['s3:*'], [BUCKET])], [allow(['s3:*'], [`${BUCKET}*`])]],
    ['a resource of another spelling', [allow(['s3:*'], [BUCKET])], [allow(['s3:*'], [BUCKET.toUpperCase()])]],
    ['a later end', [allow(['s3:*'], ['*'], until(TWO))], [allow(['s3:*'], ['*'], until(THREE))]],
    ['no end', [allow(['s3:*'], ['*'], until(TWO))], [allow(['s3:*'], ['*'])]],
    ['an earlier beginning', [allow(['s3:*'], ['*'], from(THREE))], [allow(['s3:*'], ['*'], from(TWO))]],
    [
      'a list of ends',
      [allow(['s3:*'], ['*'], until(TWO))],
      [allow(['s3:*'], ['*'], { DateLessThan: { 'aws:CurrentTime': [TWO, THREE] } })],
    ],
    [
      'an end of another operator',
      [allow(['s3:*'], ['*'], until(TWO))],
      [allow(['s3:*'], ['*'], { DateLessThanIfExists: { 'aws:CurrentTime': [TWO] } })],
    ],
    [
      'an end on another key',
      [allow(['s3:*'], ['*'], { DateLessThan: { 'aws:TokenIssueTime': [THREE] } })],
      [allow(['s3:*'], ['*'], { DateLessThan: { 'aws:TokenIssueTime': [TWO] } })],
    ],
    [
      'fewer conditions',
      [allow(['s3:*'], ['*'], { Bool: { 'aws:SecureTransport': ['true'] } })],
      [allow(['s3:*'], ['*'])],
    ],
    ['what it denies', [allow(['s3:*'], ['*']), deny(['s3:Put*'], ['*'])], [allow(['s3:*'], ['*'])]],
    [
      'what it denies and the other denies only for now',
      [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'])],
      [allow(['s3:*'], ['*']), deny(['s3:*'], ['*'], until(TWO))],
    ],
    [
      'an action among its exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
      [allow(['*'], ['*'])],
    ],
    [
      'everything but a list by names',
      [allow(['s3:*', 'iam:*'], ['*'])],
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
    ],
    [
      'fewer exceptions',
      [{ ...allow([], ['*']), actions: { except: ['iam:*'] } }],
      [{ ...allow([], ['*']), actions: { except: ['iam:Get*'] } }],
    ],
    [
      'a text by a variable',
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
      [allow(['s3:*'], ['arn:aws:s3:::marta'])],
    ],
    [
      'a variable by another',
      [allow(['s3:*'], [`arn:aws:s3:::${variable('userid')}`])],
      [allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`])],
    ],
    [
      'a resource by a wildcard that would have to cross a colon',
      [allow(['sqs:*'], ['arn:aws:sqs:*:orders'])],
      [allow(['sqs:*'], ['arn:aws:sqs:eu-west-1:1:orders'])],
    ],
    [
      'a resource among exceptions that break off',
      [{ ...allow(['sqs:*'], []), resources: { except: ['arn:aws:sqs'] } }],
      [allow(['sqs:*'], ['arn:aws:sqs:eu-west-1:1:orders'])],
    ],
    [
      'halves of two statements',
      [allow(['s3:Get*'], [BUCKET]), allow(['s3:Put*'], [BUCKET])],
      [allow(['s3:Get*', 's3:Put*'], [BUCKET])],
    ],
  ])('%s', (_what, outer, inner) => {
    expect(covers(policy(...outer), policy(...inner))).toBe(false)
  })

  it('a document of another version, where variables mean something else', () => {
    const one = policy(allow(['s3:*'], [`arn:aws:s3:::${variable('username')}`]))
    expect(covers(one, { ...one, version: '2008-10-17' })).toBe(false)
  })
})

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
