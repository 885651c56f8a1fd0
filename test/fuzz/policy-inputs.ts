// Policies, calls and windows that the algebra is tried on: near each other, so that what one says touches what the other says.

import fc from 'fast-check'
import type { Among, Conditions, PolicyDocument, Statement } from '../../src/core/model/policy-document.ts'

export const FIRST_HOUR = 1_796_115_600
export const HOUR = 3600

export interface Call {
  readonly action: string
  readonly resource: string
  readonly hour: number
  readonly prefix: string | null
  readonly secure: boolean
  readonly tag: string | null
  /** Whose the resource is; absent where the service does not say. */
  readonly owner?: string | undefined
}

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values)

const letters = fc.string({ unit: pick('a', 'b', '*', '?'), maxLength: 3 })
const action = fc.oneof(
  { weight: 3, arbitrary: letters.map((rest) => `s3:${rest}`) },
  { weight: 3, arbitrary: pick('s3:GetObject', 's3:Get*', 'S3:getobject', 's3:*', 's3:PutObject', 's3:ListBucket', 'iam:PassRole', 'iam:*', 'sts:*') },
  { weight: 1, arbitrary: pick('*', '*:Get*', 's3*', '?3:a', 'iam*:*') },
) // biome-ignore format: a table

const VARIABLE = `$\{aws:username}`
const resource = fc.oneof(
  { weight: 2, arbitrary: pick('*', 'arn:aws:s3:::*', 'arn:aws:s3:::a', 'arn:aws:s3:::a/*', 'arn:aws:s3:::a*') },
  { weight: 3, arbitrary: fc.tuple(letters, letters).map(([one, other]) => `arn:aws:s3:::${one}/${other}`) },
  { weight: 2, arbitrary: fc.tuple(letters, letters).map(([one, other]) => `arn:aws:sqs:${one}:1:${other}`) },
  { weight: 1, arbitrary: pick(`arn:aws:s3:::${VARIABLE}`, `arn:aws:s3:::a/${VARIABLE}/*`, `arn:aws:sqs:a:1:${VARIABLE}`) },
  { weight: 1, arbitrary: pick('arn:aws:s3*', 'arn:*', 'arn:aws:*:*:*:*', 'arn:aws:sqs:*:a', 'a', '?', 'arn:aws:sqs:a:1:a:b') },
) // biome-ignore format: a table

const among = (one: fc.Arbitrary<string>): fc.Arbitrary<Among> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }).map((only) => ({ only })) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }).map((except) => ({ except })) },
  )

export const instantText = (hour: number): string =>
  new Date((FIRST_HOUR + hour * HOUR) * 1000).toISOString().replace('.000Z', 'Z')

const time = fc.integer({ min: 0, max: 5 }).map(instantText)
const times = fc.array(time, { minLength: 1, maxLength: 2 })
const clock = pick('aws:CurrentTime', 'aws:CurrentTime', 'AWS:currenttime')
const onClock = fc.tuple(clock, times).map(([key, values]) => ({ [key]: values }))
const values = fc.array(pick('a', 'b', 'a*', '*', 'a/', VARIABLE), { minLength: 1, maxLength: 2 })

export const OURS = '111122223333'
const owners = fc.array(pick(OURS, '444455556666'), { minLength: 1, maxLength: 2 })

const conditions: fc.Arbitrary<Conditions> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.record(
          {
            DateLessThan: onClock,
            DateGreaterThanEquals: onClock,
            DateGreaterThan: onClock,
            Bool: pick('true', 'false').map((value) => ({ 'aws:SecureTransport': [value] })),
            StringLike: fc.tuple(pick('s3:prefix', 'S3:PREFIX', 'aws:PrincipalTag/t'), values).map(([key, list]) => ({ [key]: list })),
            StringNotEquals: values.map((list) => ({ 'aws:PrincipalTag/t': list })),
            StringEqualsIfExists: fc.oneof(values.map((list) => ({ 's3:prefix': list })), owners.map((list) => ({ 'aws:ResourceAccount': list })), owners.map((list) => ({ 'AWS:resourceaccount': list, 's3:prefix': ['a'] }))),
            'ForAnyValue:StringLike': values.map((list) => ({ 's3:prefix': list })),
            Null: pick('true', 'false').map((value) => ({ 'aws:PrincipalTag/t': [value] })),
          },
          { requiredKeys: [] },
        ),
        fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 2 }),
      )
      .map(([all, keep]) => Object.fromEntries(Object.entries(all).filter((_, index) => keep.includes(index)))),
  },
) // biome-ignore format: a table

export const statement: fc.Arbitrary<Statement> = fc.record({
  effect: pick('Allow', 'Allow', 'Allow', 'Deny'),
  actions: among(action),
  resources: among(resource),
  conditions,
})

export const policyOf = (
  statements: readonly Statement[],
  version: PolicyDocument['version'] = '2012-10-17',
): PolicyDocument => ({
  version,
  statements,
})

export const document: fc.Arbitrary<PolicyDocument> = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 3 }), pick<PolicyDocument['version']>('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17'))
  .map(([statements, version]) => policyOf(statements, version)) // biome-ignore format: one line

/** Something less, more or other than the document, in one or two places. */
export const nearby = ({ statements, version }: PolicyDocument): fc.Arbitrary<PolicyDocument> =>
  fc
    .tuple(
      fc.subarray([...statements]),
      fc.array(statement, { maxLength: 1 }),
      fc.oneof(fc.constant(null), among(action)),
      fc.oneof(fc.constant(null), among(resource)),
      fc.oneof(fc.constant({}), conditions),
    )
    .map(([kept, added, actions, resources, more]) =>
      policyOf(
        [
          ...kept.map((one) => ({
            ...one,
            actions: actions ?? one.actions,
            resources: resources ?? one.resources,
            conditions: { ...one.conditions, ...more },
          })),
          ...added,
        ],
        version,
      ),
    )

/** A call of no particular policy; `fills` are put where a pattern has wildcards. */
export const call: fc.Arbitrary<Call> = fc.record({
  action: pick('s3:a', 's3:ab', 's3:GetObject', 'S3:PUTOBJECT', 'iam:PassRole', 's3:ListBucket', 'iam:a'),
  resource: pick('arn:aws:s3:::a', 'arn:aws:s3:::a/b', 'arn:aws:s3:::ab/a', 'arn:aws:sqs:a:1:a', 'arn:aws:sqs:ab:1:b', 'arn:aws:s3:::marta', 'arn:aws:sqs:a:1:a:b'),
  hour: fc.integer({ min: 0, max: 5 }),
  prefix: pick(null, 'a', 'a/b', ''),
  secure: fc.boolean(),
  tag: pick(null, 'a', 'b'),
  owner: pick(undefined, OURS, '444455556666'),
}) // biome-ignore format: one line each

export const fills = fc.array(fc.string({ unit: pick('a', 'b', ':', '/'), maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
})

/** A text that the pattern means, whatever reads it. */
export function instance(pattern: string, filled: readonly string[]): string {
  let next = 0
  const take = (): string => filled[next++ % filled.length] ?? ''
  return pattern.replaceAll(VARIABLE, 'marta').replace(/[*?]/g, (sign) => (sign === '?' ? (take()[0] ?? 'a') : take()))
}
