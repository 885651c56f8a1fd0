// What people are told of an item that asks for nothing that can be: where it stands, what is wrong, and what to write.

import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { kindOf, type PlaceIn } from '../../../src/core/entitlements/kind.ts'
import { HERE } from '../../support/builders.ts'

/** Columns tell the path: `3` below the item, `on/1` in a list. */
const places: string[] = []
const at: PlaceIn = (path) => {
  places.push(path.join('/'))
  return { ...HERE, column: places.length }
}

/** `path code: message → cure` */
function told(raw: object): readonly string[] {
  places.length = 0
  const read = kindOf(raw, KINDS)?.read(raw, at)
  if (read === undefined) return ['no kind']
  if ('entitlement' in read) return []
  return read.findings.map(
    ({ code, at: { column }, message, cure }) => `${places[column - 1]} ${code}: ${message} → ${cure}`,
  )
}

const asConsole = (what: string) =>
  `Write the name or the ARN as the IAM console shows it; an item names one ${what}, without wildcards.`
const named = (what: string, text: string, code: string, problem: string) =>
  `${what} ${code}: \`${text}\` does not name a ${what}: ${problem}. → ${asConsole(what)}`

const LONG = 'a'.repeat(128)
const DEEP = `${'a'.repeat(511)}/`
const letters = (what: string) => `the name of a ${what} has letters, digits and \`+=,.@_-\` only`
const looks = (what: string) => `the ARN of a ${what} looks like arn:aws:iam::111122223333:${what}/Name`

describe('a policy, role or group', () => {
  it.each([
    { policy: LONG },
    { role: 'a'.repeat(64) },
    { group: LONG },
    { policy: 'a+b=c,d.e@f-g_1' },
    { role: 'team/orders/Reader' },
    { role: `${DEEP}x` },
    { role: 'arn:aws:iam::111122223333:role/team/Reader' },
    { role: `arn:aws:iam::111122223333:role/${'a'.repeat(64)}/${'b'.repeat(64)}` },
    { group: 'arn:aws-cn:iam::111122223333:group/Reader' },
    { policy: 'arn:aws:iam::aws:policy/job-function/Billing' },
  ])('%j is named well', (raw) => {
    expect(told(raw)).toEqual([])
  })

  it.each<readonly [object, string]>([
    [
      { policy: `${LONG}a` },
      named('policy', `${LONG}a`, 'name-syntax', 'the name of a policy has at most 128 characters, this has 129'),
    ],
    [
      { group: `${LONG}a` },
      named('group', `${LONG}a`, 'name-syntax', 'the name of a group has at most 128 characters, this has 129'),
    ],
    [
      { role: 'a'.repeat(65) },
      named('role', 'a'.repeat(65), 'name-syntax', 'the name of a role has at most 64 characters, this has 65'),
    ],
    [{ role: 'Orders*' }, named('role', 'Orders*', 'name-syntax', letters('role'))],
    [{ role: '*Orders' }, named('role', '*Orders', 'name-syntax', letters('role'))],
    [{ role: 'team/' }, named('role', 'team/', 'name-syntax', letters('role'))],
    [{ role: '/Reader' }, named('role', '/Reader', 'name-syntax', '`/` is not a path')],
    [{ role: 'te*m/Reader' }, named('role', 'te*m/Reader', 'name-syntax', '`te*m/` is not a path')],
    [{ role: '*/team/Reader' }, named('role', '*/team/Reader', 'name-syntax', '`*/team/` is not a path')],
    [{ role: `a${DEEP}x` }, named('role', `a${DEEP}x`, 'name-syntax', `\`a${DEEP}\` is not a path`)],
    [
      { role: 'arn:aws:iam::1' },
      named('role', 'arn:aws:iam::1', 'arn-syntax', 'an ARN names a resource in its sixth part'),
    ],
    [
      { role: 'arn:aws:sts::111122223333:role/a' },
      named('role', 'arn:aws:sts::111122223333:role/a', 'arn-syntax', looks('role')),
    ],
    [
      { role: 'arn:aws:iam:eu-west-1:111122223333:role/a' },
      named('role', 'arn:aws:iam:eu-west-1:111122223333:role/a', 'arn-syntax', looks('role')),
    ],
    [
      { group: 'arn:aws:iam::111122223333:role/a' },
      named('group', 'arn:aws:iam::111122223333:role/a', 'arn-syntax', looks('group')),
    ],
    [
      { policy: 'arn:aws:iam::111122223333:policy' },
      named('policy', 'arn:aws:iam::111122223333:policy', 'arn-syntax', looks('policy')),
    ],
    [
      { role: 'arn:aws:iam::1111222233334:role/a' },
      named('role', 'arn:aws:iam::1111222233334:role/a', 'arn-syntax', '`1111222233334` is not an account'),
    ],
    [
      { role: 'arn:aws:iam::x111122223333:role/a' },
      named('role', 'arn:aws:iam::x111122223333:role/a', 'arn-syntax', '`x111122223333` is not an account'),
    ],
    [
      { role: 'arn:aws:iam::aws:role/a' },
      named('role', 'arn:aws:iam::aws:role/a', 'arn-syntax', '`aws` is not an account'),
    ],
    [
      { role: 'arn:aws:iam::111122223333:role/a/b*' },
      named('role', 'arn:aws:iam::111122223333:role/a/b*', 'arn-syntax', letters('role')),
    ],
    [
      { policy: 'job-function/Billing' },
      'policy name-syntax: `job-function/Billing` names a policy with its path. → Leave the path out, or write the ARN.',
    ],
    [
      { group: 'team/readers' },
      'group name-syntax: `team/readers` names a group with its path. → Leave the path out, or write the ARN.',
    ],
  ])('%j is told', (raw, finding) => {
    expect(told(raw)).toEqual([finding])
  })
})

describe('a permission set', () => {
  const cure =
    'Write the name or the ARN as the Identity Center console shows it; an item names one set, without wildcards.'
  const name = (text: string) =>
    `permissionSet name-syntax: \`${text}\` does not name a permission set: a name has at most 32 letters, digits and \`+=,.@_-\`. → ${cure}`
  const arn = (text: string) =>
    `permissionSet arn-syntax: \`${text}\` does not name a permission set: an ARN of one looks like arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd. → ${cure}`
  const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'

  it.each(['a'.repeat(32), 'a+b=c,d.e@f-g_1', SET, SET.replace('ssoins', 'ins'), SET.replace('aws', 'aws-us-gov')])(
    '%s is named well',
    (text) => {
      expect(told({ permissionSet: text })).toEqual([])
    },
  )
  it.each(['', 'a'.repeat(33), 'Orders*', '*Orders', 'team/Orders'])('%j is no name', (text) => {
    expect(told({ permissionSet: text })).toEqual([name(text)])
  })
  it.each([
    `${SET}e`,
    `${SET.slice(0, -1)}`,
    `${SET.slice(0, -1)}*`,
    SET.replace('sso:::', 'sso::1:'),
    SET.replace('aws', 'azure'),
    SET.replace('ssoins', 'ssoinst'),
    'arn:aws:iam::111122223333:role/Orders',
  ])('%s is no ARN of one', (text) => {
    expect(told({ permissionSet: text })).toEqual([arn(text)])
  })
})

describe('actions on resources', () => {
  const action = (index: number, text: string) =>
    `actions/${index} action-syntax: \`${text}\` is not an action. → Write service:Name, for instance dynamodb:GetItem; * may stand in the name, not for the service.`
  const resource = (index: number, text: string, problem: string) =>
    `on/${index} arn-syntax: \`${text}\` does not name a resource: ${problem}. → Write an ARN such as arn:aws:sqs:eu-west-1:111122223333:orders, or * alone.`

  it.each([
    'dynamodb:GetItem',
    'S3:get*',
    'sqs:*',
    'execute-api:Invoke?',
    '4:x',
    `${'s'.repeat(63)}:${'a'.repeat(128)}`,
  ])('%s is an action', (text) => {
    expect(told({ actions: [text], on: ['*'] })).toEqual([])
  })
  it.each([
    '*',
    '*:*',
    's*:Get',
    's3',
    's3:',
    ':Get',
    '-s3:Get',
    's3:Get Object',
    's3:Get:x',
    ' s3:Get',
    `${'s'.repeat(64)}:a`,
    `s3:${'a'.repeat(129)}`,
  ])('%s is none', (text) => {
    expect(told({ actions: ['s3:GetObject', text], on: ['*'] })).toEqual([action(1, text)])
  })
  it.each([
    ['bucket', 'an ARN starts with "arn:"'],
    [`arn:aws:s3:::$` + '{aws:username}', 'variables are not understood here, write the resource out'],
    ['arn:aws*:s3:::b', 'partition and service take no wildcard'],
    ['arn:aws:s?:::b', 'partition and service take no wildcard'],
    ['arn:aws:s3:::a b', 'it has blanks or letters that no ARN has'],
    ['arn:aws:s3:::bücket', 'it has blanks or letters that no ARN has'],
  ])('%s is no resource', (text, problem) => {
    expect(told({ actions: ['s3:GetObject'], on: ['arn:aws:s3:::b', text] })).toEqual([resource(1, text, problem)])
  })
  it('are all told at once, actions first', () => {
    expect(told({ actions: ['Get'], on: ['b'] })).toEqual([
      action(0, 'Get'),
      resource(0, 'b', 'an ARN starts with "arn:"'),
    ])
  })
})

describe('one resource', () => {
  const BUCKET = 'arn:aws:s3:::orders'
  const prefix = (text: string, of: string, problem: string) =>
    `prefix prefix-syntax: The prefix \`${text}\` cannot limit \`${of}\`: ${problem}. → Write how the keys begin, for instance 2026/12/, and name the bucket alone; or leave the prefix out.`
  const level = 'Write `level: read`, `level: write` or `level: admin`, or `policy:` with the policy to limit to it.'

  it.each([
    { resource: BUCKET, level: 'read' },
    { resource: BUCKET, policy: 'ReadOnlyAccess' },
    { resource: BUCKET, level: 'read', prefix: '2026/12/' },
    { resource: BUCKET, level: 'read', prefix: 'a~ ä' },
    { resource: BUCKET, level: 'read', prefix: 'ä'.repeat(512) },
  ])('%j is named well', (raw) => {
    expect(told(raw)).toEqual([])
  })
  it.each<readonly [object, string]>([
    [
      { resource: 'orders', level: 'read' },
      'resource arn-syntax: `orders` does not name a resource: an ARN starts with "arn:". → Write an ARN such as arn:aws:s3:::orders-exports, as `daypass search` shows it.',
    ],
    [{ resource: BUCKET }, ` resource-level: Nothing says how much may be done with the resource. → ${level}`],
    [
      { resource: BUCKET, level: 'read', policy: 'ReadOnlyAccess' },
      `policy resource-level: A resource is asked for with a level or with a policy, not with both. → ${level}`,
    ],
    [{ resource: BUCKET, policy: 'Read*' }, named('policy', 'Read*', 'name-syntax', letters('policy'))],
    [
      { resource: 'arn:aws:sqs:eu-west-1:111122223333:orders', level: 'read', prefix: 'a' },
      prefix('a', 'arn:aws:sqs:eu-west-1:111122223333:orders', 'only a bucket of S3 has prefixes'),
    ],
    [
      { resource: `${BUCKET}/x`, level: 'read', prefix: 'a' },
      prefix('a', `${BUCKET}/x`, 'only a bucket of S3 has prefixes'),
    ],
    ...['a*', 'a?', 'a$' + '{x}'].map((text): readonly [object, string] => [
      { resource: BUCKET, level: 'read', prefix: text },
      prefix(text, BUCKET, 'it is taken literally, so `*`, `?` and variables have no place in it'),
    ]),
    ...['', 'a\n', '\na', '日'].map((text): readonly [object, string] => [
      { resource: BUCKET, level: 'read', prefix: text },
      prefix(text, BUCKET, 'IAM takes no such letters in a policy'),
    ]),
    [
      { resource: BUCKET, level: 'read', prefix: `${'ä'.repeat(512)}a` },
      prefix(`${'ä'.repeat(512)}a`, BUCKET, 'keys have at most 1024 bytes'),
    ],
  ])('%j is told', (raw, finding) => {
    expect(told(raw)).toEqual([finding])
  })
  it('is no bucket, if its ARN only ends like one', () => {
    const raw = { resource: `x${BUCKET}`, level: 'read', prefix: 'a' }
    expect(told(raw).slice(1)).toEqual([prefix('a', `x${BUCKET}`, 'only a bucket of S3 has prefixes')])
  })
  it('is told with everything that is wrong with it', () => {
    expect(
      told({ resource: 'orders', policy: 'a*', level: 'read', prefix: 'x' }).map((text) => text.split(':')[0]),
    ).toEqual(['resource arn-syntax', 'policy resource-level', 'prefix prefix-syntax', 'policy name-syntax'])
  })
})
