// Which actions on which resources a policy gives, keeps back and denies.

import { describe, expect, it } from 'vitest'
import { allow, bucket, deny, here, inline, judge, table, there, worldOf } from './access-ground.ts'

describe('actions and resources', () => {
  it.each<[string, readonly object[], string, string, boolean]>([
    ['nothing gives nothing', [], 'dynamodb:GetItem', table, false],
    ['the exact action on the exact resource', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', table, true],
    ['an action in another case', [allow('DynamoDB:getitem', table)], 'dynamodb:GetItem', table, true],
    ['another action', [allow('dynamodb:GetItem', table)], 'dynamodb:PutItem', table, false],
    ['another table', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', `${table}-2`, false],
    [
      'a resource in another case',
      [allow('dynamodb:GetItem', table.replace('orders', 'Orders'))],
      'dynamodb:GetItem',
      table,
      false,
    ],
    ['a star in the action', [allow('dynamodb:Get*', table)], 'dynamodb:GetItem', table, true],
    ['a star in the action of another service', [allow('dynamo*:Get*', table)], 'dynamodb:GetItem', table, true],
    ['a question mark for one letter', [allow('dynamodb:GetIte?', table)], 'dynamodb:GetItem', table, true],
    ['a question mark for no letter', [allow('dynamodb:GetItem?', table)], 'dynamodb:GetItem', table, false],
    ['a star over everything', [allow('*', '*')], 'dynamodb:GetItem', table, true],
    ['two stars around', [allow('dynamodb:*tIt*', table)], 'dynamodb:GetItem', table, true],
    [
      'a star in the table',
      [allow('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${here}:table/ord*`)],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'a star for the region',
      [allow('dynamodb:GetItem', `arn:aws:dynamodb:*:${here}:table/orders`)],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'a star that would cross a colon',
      [allow('dynamodb:GetItem', 'arn:aws:dynamodb:*:table/orders')],
      'dynamodb:GetItem',
      table,
      false,
    ],
    [
      'a star over objects with slashes',
      [allow('s3:GetObject', `${bucket}/*`)],
      's3:GetObject',
      `${bucket}/2026/12/a`,
      true,
    ],
    ['objects are not the bucket', [allow('s3:ListBucket', `${bucket}/*`)], 's3:ListBucket', bucket, false],
    [
      'a list of actions',
      [allow(['s3:PutObject', 's3:GetObject'], `${bucket}/*`)],
      's3:GetObject',
      `${bucket}/a`,
      true,
    ],
    ['a list of resources', [allow('s3:GetObject', [table, `${bucket}/*`])], 's3:GetObject', `${bucket}/a`, true],
    ['a resource of another account', [allow('*', '*')], 'dynamodb:GetItem', table.replace(here, there), false],
    ['a bucket of another account', [allow('*', '*')], 's3:GetObject', 'arn:aws:s3:::foreign/a', false],
    ['an action without a resource', [allow('sqs:ListQueues', '*')], 'sqs:ListQueues', '*', true],
    ['an action without a resource, given on one', [allow('sqs:ListQueues', table)], 'sqs:ListQueues', '*', false],
    ['a Deny wins over an Allow', [allow('*', '*'), deny('dynamodb:*', '*')], 'dynamodb:GetItem', table, false],
    ['a Deny of something else', [allow('*', '*'), deny('dynamodb:Put*', '*')], 'dynamodb:GetItem', table, true],
    [
      'NotAction gives the others',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'NotAction keeps back its own',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'iam:GetUser',
      '*',
      false,
    ],
    [
      'NotResource gives the others',
      [{ Effect: 'Allow', Action: '*', NotResource: `${bucket}/*` }],
      'dynamodb:GetItem',
      table,
      true,
    ],
    [
      'NotResource keeps back its own',
      [{ Effect: 'Allow', Action: '*', NotResource: `${bucket}/*` }],
      's3:GetObject',
      `${bucket}/a`,
      false,
    ],
    [
      'a Deny of all but one',
      [allow('*', '*'), { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
      'dynamodb:GetItem',
      table,
      false,
    ],
  ])('%s', (_what, statements, action, resource, expected) => {
    expect(judge(inline(...statements), action, resource)).toBe(expected)
  })
})

describe('policy variables in resources', () => {
  const home = `${bucket}/home/\${aws:username}/*`
  it.each<[string, string, string, boolean]>([
    ['stand for the caller', home, `${bucket}/home/marta/a`, true],
    ['stand for nobody else', home, `${bucket}/home/ivan/a`, false],
    ['do not turn a star in a tag into a wildcard', `${bucket}/\${aws:PrincipalTag/star}/a`, `${bucket}/any/a`, false],
    ['match a star in a tag as a star', `${bucket}/\${aws:PrincipalTag/star}/a`, `${bucket}/*/a`, true],
    ['match nothing where they are missing', `${bucket}/\${aws:PrincipalTag/none}*`, `${bucket}/a`, false],
    ['write a star as a star', `${bucket}/\${*}`, `${bucket}/a`, false],
  ])('%s', (_what, pattern, resource, expected) => {
    expect(judge(inline(allow('s3:GetObject', pattern)), 's3:GetObject', resource)).toBe(expected)
  })

  it('are plain text in the old version of the language', () => {
    const old = worldOf({ inline: { p: { Version: '2008-10-17', Statement: [allow('s3:GetObject', home)] } } })
    expect(judge(old, 's3:GetObject', `${bucket}/home/marta/a`)).toBe(false)
  })
})
