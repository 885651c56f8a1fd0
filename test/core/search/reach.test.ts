// What a policy's text lets somebody do with a resource, as an arrow tells it.

import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/search/entry.ts'
import { reachedBy } from '../../../src/core/search/reach.ts'
import { group, PROD, paths, people, policy, query, resource, role, STAGE, statement, text } from './company.ts'

const QUEUE = `arn:aws:sqs:eu-west-1:${PROD}:orders`
const BUCKET = 'arn:aws:s3:::exports'
const TABLE = `arn:aws:dynamodb:eu-west-1:${PROD}:table/orders`

const VARIABLE = ['$', '{aws:username}'].join('')
const deny = (Action: string | readonly string[], Resource: string | readonly string[], more: object = {}) =>
  statement(Action, Resource, { Effect: 'Deny', ...more })
const IF = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
const without = (what: object, ...keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(what).filter(([key]) => !keys.includes(key)))

/** What one text permits on one resource: `actions`, or nothing. */
const permits = (arn: string, ...statements: readonly object[]): string =>
  paths([resource(arn), role('r', { inline: { own: text(...statements) } })], 'r -> *')
    .map((row) => row.split(' | ')[2])
    .join()

describe('on a resource somebody may do', () => {
  it.each<[string, string, readonly object[], string]>([
    ['what a text names with its ARN', QUEUE, [statement('sqs:SendMessage', QUEUE)], 'sqs:SendMessage'],
    ['what a text names with a pattern', QUEUE, [statement('sqs:*', 'arn:aws:sqs:*:*:ord*')], 'sqs:*'],
    ['what one of several patterns means', QUEUE, [statement('sqs:*', [BUCKET, QUEUE])], 'sqs:*'],
    [
      'nothing where one of several exceptions is the resource',
      QUEUE,
      [{ ...without(statement('sqs:*', ''), 'Resource'), NotResource: ['arn:aws:s3:*', 'arn:aws:sqs:*'] }],
      '',
    ],
    [
      'nothing that one of several denials means',
      QUEUE,
      [statement('sqs:A', '*'), deny(['sqs:B', 'sqs:A'], [BUCKET, QUEUE])],
      '',
    ],
    ['everything', QUEUE, [statement('*', '*')], '*'],
    ['nothing that only another service has', QUEUE, [statement('s3:GetObject', '*')], ''],
    ['nothing of another resource', QUEUE, [statement('sqs:*', `${QUEUE}-2`)], ''],
    ['whatever a service written with a wildcard means', QUEUE, [statement('sq*:Send*', '*')], 'sq*:Send*'],
    ["a service's actions whatever their case", QUEUE, [statement('SQS:SendMessage', '*')], 'SQS:SendMessage'],
    ['what is done with what lies in it', BUCKET, [statement('s3:GetObject', `${BUCKET}/2026/*`)], 's3:GetObject'],
    ['what is done with its parts', QUEUE, [statement('sqs:X', `${QUEUE}:part`)], 'sqs:X'],
    ['what a variable could mean', BUCKET, [statement('s3:GetObject', `arn:aws:s3:::${VARIABLE}`)], 's3:GetObject'],
    [
      'each action once, sorted',
      QUEUE,
      [statement(['sqs:B', 'sqs:A'], '*'), statement(['sqs:B', 's3:C'], QUEUE)],
      'sqs:A sqs:B',
    ],
    [
      'everything but what is excepted',
      QUEUE,
      [{ ...without(statement('', '*'), 'Action'), NotAction: ['iam:*', 'sqs:Purge*'] }],
      'everything but iam:*, sqs:Purge*',
    ],
    [
      'nothing where the resource is excepted',
      QUEUE,
      [{ ...without(statement('sqs:*', ''), 'Resource'), NotResource: ['arn:aws:sqs:*'] }],
      '',
    ],
    [
      'what is not excepted',
      QUEUE,
      [{ ...without(statement('sqs:*', ''), 'Resource'), NotResource: ['arn:aws:s3:*', `${QUEUE}/x`] }],
      'sqs:*',
    ],
    ['what AWS asks more for, which is said', QUEUE, [statement('sqs:*', '*', IF)], 'sqs:* (under conditions)'],
    [
      'what one statement gives without conditions',
      QUEUE,
      [statement('sqs:*', '*', IF), statement('sqs:SendMessage', '*')],
      'sqs:* sqs:SendMessage',
    ],
    ['nothing that is denied', QUEUE, [statement('sqs:*', '*'), deny('sqs:*', QUEUE)], ''],
    ['nothing that is denied whatever its case', QUEUE, [statement('sqs:Send*', '*'), deny('SQS:SEND*', '*')], ''],
    ['what is left of it', QUEUE, [statement(['sqs:A', 'sqs:B'], '*'), deny('sqs:A', '*')], 'sqs:B'],
    ['what is denied in part', QUEUE, [statement('sqs:*', '*'), deny('sqs:Purge*', '*')], 'sqs:*'],
    ['what is denied elsewhere', QUEUE, [statement('sqs:*', '*'), deny('sqs:*', `${QUEUE}-2`)], 'sqs:*'],
    ['what is denied at times', QUEUE, [statement('sqs:*', '*'), deny('sqs:*', '*', IF)], 'sqs:*'],
    [
      'what is denied by exception, which nobody weighs',
      QUEUE,
      [
        statement('sqs:*', '*'),
        { ...without(deny('', '*'), 'Action'), NotAction: 's3:*' },
        { ...without(deny('sqs:*', ''), 'Resource'), NotResource: 'arn:aws:s3:::*' },
      ],
      'sqs:*',
    ],
    ['nothing that another statement only denies', QUEUE, [deny('sqs:*', '*')], ''],
    ['an item of a table as the table', TABLE, [statement('dynamodb:Query', `${TABLE}/index/*`)], 'dynamodb:Query'],
  ])('%s', (_what, arn, statements, expected) => {
    expect(permits(arn, ...statements)).toBe(expected)
  })

  it('whatever a resource without a service has, if everything', () => {
    const strange = (action: string) => permits('strange', statement(action, '*'))
    expect([strange('*'), strange('sqs:*'), strange('?*:*')]).toEqual(['*', '', ''])
  })
})

describe('an arrow', () => {
  const all = { inline: { all: text(statement('*', '*')) } }
  const entries: readonly Entry[] = [
    resource(QUEUE, 'sqs:queue', { env: 'prod' }),
    resource(BUCKET, 's3:bucket'),
    resource(`arn:aws:sqs:eu-west-1:${STAGE}:orders`, 'sqs:queue', {}, STAGE),
    role('night', all),
    group('readers', {}),
    policy('arn:aws:iam::aws:policy/X', text(statement('*', '*'))),
    people('oncall', 'nadia'),
  ]

  it('stays within an account, and leads from those who hold something', () => {
    expect(paths(entries, '* -> *').map((row) => row.split(' | ').slice(2).join(' '))).toEqual([
      `* ${QUEUE}`,
      `* ${BUCKET}`,
    ])
  })

  it('says of each way why it was meant, on both sides', () => {
    const { terms, reached } = query('role:night !x -> type:sqs tag:env=prod')
    const found = reachedBy(entries, terms, reached ?? [])
    expect(found.paths.map(({ why }) => why)).toEqual([
      ['role contains night', 'not x', 'type sqs:queue', 'tag env=prod'],
    ])
    expect([found.more, found.missing]).toEqual([false, []])
  })

  it('leads to resources only', () => {
    expect(paths(entries, 'night -> role:*')).toEqual([])
    expect(paths(entries, 'night -> readers')).toEqual([])
  })

  it('looks at so many pairs of somebody and something, and says where there would have been more', () => {
    const { terms, reached } = query('* -> *')
    const some = [
      role('a', all),
      role('b', { ...all, policies: ['arn:lost/p', 'arn:lost/a'] }),
      resource(QUEUE),
      resource(BUCKET),
    ]
    const LOST = ['orders-prod: policy a', 'orders-prod: policy p']
    const upTo = (most: number) => {
      const { paths: found, missing, more } = reachedBy(some, terms, reached ?? [], most)
      return [found.length, missing, more]
    }
    expect(upTo(4)).toEqual([4, LOST, false])
    expect(upTo(3)).toEqual([3, LOST, true])
    expect(upTo(1)).toEqual([1, [], true])
  })
})
