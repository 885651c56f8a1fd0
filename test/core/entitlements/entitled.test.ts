// What each kind makes of its item: the whole of it, since rules, modes and keys of grants hang on every word.

import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { kindOf, type PlaceIn } from '../../../src/core/entitlements/kind.ts'
import { digest } from '../../../src/core/model/canonical.ts'
import type { Account } from '../../../src/core/model/settings.ts'
import { anAccount, HERE } from '../../support/builders.ts'

/** The path of what is meant stands where the file would. */
const at: PlaceIn = (path) => ({ ...HERE, file: `item/${path.join('/')}` })
const here = (path: string) => ({ ...HERE, file: `item/${path}` })

function read(raw: object) {
  const kind = kindOf(raw, KINDS)
  if (kind === null) throw new Error('no kind')
  const made = kind.read(raw, at)
  if ('findings' in made) throw new Error(made.findings.map(({ message }) => message).join(' '))
  return { kind, entitlement: made.entitlement }
}
const entitlement = (raw: object) => read(raw).entitlement

const ROLE = 'arn:aws:iam::111122223333:role/team/Reader'
const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'
const BUCKET = 'arn:aws:s3:::orders'

describe('somebody who names', () => {
  it('a policy gets what it permits', () => {
    expect(entitlement({ policy: 'Billing' })).toEqual({
      kind: 'policy',
      what: 'policy:Billing',
      says: 'the policy Billing',
      permissions: { form: 'policy', policy: { what: 'policy', by: 'name', value: 'Billing', at: here('policy') } },
      facets: { policy: ['Billing'] },
      at: here(''),
    })
  })
  it('a role by its ARN may enter it, and rules see its name too', () => {
    expect(entitlement({ role: ROLE })).toEqual({
      kind: 'role',
      what: `role:${ROLE}`,
      says: 'the role Reader',
      permissions: { form: 'existing', thing: { what: 'role', by: 'arn', value: ROLE, at: here('role') } },
      facets: { role: ['Reader', ROLE] },
      at: here(''),
    })
  })
  it('a group is put into it', () => {
    expect(entitlement({ group: 'readers' })).toEqual({
      kind: 'group',
      what: 'group:readers',
      says: 'the group readers',
      permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: 'readers', at: here('group') } },
      facets: { group: ['readers'] },
      at: here(''),
    })
  })
  it.each([
    ['Reader', 'name', 'Reader'],
    [SET, 'arn', 'ps-aaaabbbbccccdddd'],
  ])('the permission set %s is assigned it', (text, by, name) => {
    expect(entitlement({ permissionSet: text })).toEqual({
      kind: 'permissionSet',
      what: `permissionSet:${text}`,
      says: `the permission set ${name}`,
      permissions: { form: 'existing', thing: { what: 'permissionSet', by, value: text, at: here('permissionSet') } },
      facets: { permissionSet: [text] },
      at: here(''),
    })
  })
  it('a group of Okta is put into it, in Okta', () => {
    expect(entitlement({ okta: 'Grafana Admins' })).toEqual({
      kind: 'okta',
      what: 'okta:Grafana Admins',
      says: 'the Okta group Grafana Admins',
      permissions: {
        form: 'existing',
        thing: { what: 'group', by: 'name', value: 'Grafana Admins', at: here('okta') },
      },
      facets: { okta: ['Grafana Admins'] },
      at: here(''),
      target: 'okta',
    })
  })
  it('actions may do them there, each once and in order', () => {
    const asked = {
      actions: ['sqs:SendMessage', 'sqs:receivemessage', 'SQS:SendMessage'],
      on: ['arn:aws:sqs:*:1:b', '*', '*'],
    }
    expect(entitlement(asked)).toEqual({
      kind: 'actions',
      what: `actions:${digest('{"actions":["sqs:receivemessage","sqs:sendmessage"],"on":["*","arn:aws:sqs:*:1:b"]}')}`,
      says: 'SQS:SendMessage, sqs:receivemessage on *, arn:aws:sqs:*:1:b',
      permissions: {
        form: 'statements',
        document: {
          version: '2012-10-17',
          statements: [
            {
              effect: 'Allow',
              actions: { only: ['SQS:SendMessage', 'sqs:receivemessage'] },
              resources: { only: ['*', 'arn:aws:sqs:*:1:b'] },
              conditions: {},
            },
          ],
        },
      },
      facets: {
        action: ['SQS:SendMessage', 'sqs:receivemessage'],
        resource: ['*', 'arn:aws:sqs:*:1:b'],
        reach: ['wildcards'],
      },
      at: here(''),
    })
    const reach = (...on: readonly string[]) => entitlement({ actions: ['sqs:SendMessage'], on }).facets['reach']
    const exact = 'arn:aws:sqs:eu-west-1:1:b'
    expect([reach(exact), reach(exact, '*'), reach('*')]).toEqual([['exact'], ['wildcards'], ['wildcards']])
  })
})

describe('somebody who names one resource', () => {
  it('and a level may do with it what AWS’s data say', () => {
    expect(entitlement({ resource: BUCKET, level: 'write' })).toEqual({
      kind: 'resource',
      what: `resource:write on ${BUCKET}`,
      says: `write on ${BUCKET}`,
      permissions: { form: 'resource', arn: BUCKET, prefix: null, of: { is: 'level', level: 'write' } },
      facets: { level: ['write'], resource: [BUCKET], reach: ['exact'] },
      thing: BUCKET,
      at: here(''),
    })
  })
  it('and a prefix is held to it', () => {
    const { what, says, permissions } = entitlement({ resource: BUCKET, level: 'read', prefix: '2026/' })
    expect([what, says]).toEqual([
      `resource:read on ${BUCKET} from 2026/`,
      `read on what begins with 2026/ in ${BUCKET}`,
    ])
    expect(permissions).toMatchObject({ prefix: '2026/' })
  })
  it('and a policy gets of it what lies there', () => {
    const arn = 'arn:aws:iam::aws:policy/job-function/Billing'
    expect(entitlement({ resource: BUCKET, policy: arn })).toEqual({
      kind: 'resource',
      what: `resource:policy ${arn} on ${BUCKET}`,
      says: `the policy Billing on ${BUCKET}`,
      permissions: {
        form: 'resource',
        arn: BUCKET,
        prefix: null,
        of: { is: 'policy', policy: { what: 'policy', by: 'arn', value: arn, at: here('policy') } },
      },
      facets: { policy: ['Billing', arn], resource: [BUCKET], reach: ['exact'] },
      thing: BUCKET,
      at: here(''),
    })
  })
  it('by a wildcard names no one thing', () => {
    const made = entitlement({ resource: 'arn:aws:s3:::orders-*', level: 'read' })
    expect([made.facets['reach'], 'thing' in made]).toEqual([['wildcards'], false])
  })
})

describe('what lies elsewhere', () => {
  const prod: Account = anAccount('prod', { id: '111122223333' })
  const ACCOUNT = { ...HERE, file: 'config/requests/x.yaml' }
  /** `where: message → cure`; `account` stands for the place at which the account is named. */
  function told(raw: object, partition = 'aws', place = ACCOUNT): readonly string[] {
    const { kind, entitlement: made } = read(raw)
    return kind
      .check(made, { account: prod, partition }, place)
      .map(
        ({ code, at: { file }, message, cure }) =>
          `${file === place.file ? 'account' : file} ${code}: ${message} → ${cure}`,
      )
  }
  const cannot = (arn: string, problem: string) =>
    `account arn-elsewhere: \`${arn}\` cannot be given in prod: ${problem}. → Name something in the account 111122223333 (prod).`
  const OTHER = 'it lies in the account 999999999999, not in 111122223333'
  const FOREIGN = 'arn:aws:iam::999999999999'
  const QUEUE = 'arn:aws:sqs:eu-west-1:999999999999:q'

  it.each<readonly [object, string]>([
    [{ policy: `${FOREIGN}:policy/a` }, cannot(`${FOREIGN}:policy/a`, OTHER)],
    [{ role: `${FOREIGN}:role/a` }, cannot(`${FOREIGN}:role/a`, OTHER)],
    [{ group: `${FOREIGN}:group/a` }, cannot(`${FOREIGN}:group/a`, OTHER)],
    [{ actions: ['sqs:*'], on: ['*', QUEUE] }, cannot(QUEUE, OTHER)],
    [{ resource: QUEUE, level: 'read' }, cannot(QUEUE, OTHER)],
    [{ resource: BUCKET, policy: `${FOREIGN}:policy/a` }, cannot(`${FOREIGN}:policy/a`, OTHER)],
    [
      { permissionSet: SET.replace('aws', 'aws-cn') },
      `account arn-elsewhere: \`${SET.replace('aws', 'aws-cn')}\` cannot be given in prod: it lies in the partition aws-cn, the account in aws. → Name a permission set of the Identity Center that the account belongs to.`,
    ],
  ])('%j is told where the account is named, if it stands in another file', (raw, finding) => {
    expect(told(raw)).toEqual([finding])
  })

  it.each<readonly [object, string]>([
    [{ role: `${FOREIGN}:role/a` }, 'item/role'],
    [{ permissionSet: SET.replace('aws', 'aws-cn') }, 'item/permissionSet'],
  ])('%j is told where it stands, if that is in the same file', (raw, place) => {
    const { kind, entitlement: made } = read(raw)
    const found = kind.check(made, { account: prod, partition: 'aws' }, { ...HERE, file: place, line: 9 })
    expect(found.map(({ at: where }) => where)).toEqual([here(place.replace('item/', ''))])
  })

  it.each<object>([
    { policy: 'a' },
    { role: 'a' },
    { group: 'a' },
    { permissionSet: 'a' },
    { permissionSet: SET },
    { okta: 'a' },
    { actions: ['sqs:*'], on: ['*', 'arn:aws:sqs:eu-west-1:111122223333:q'] },
    { resource: BUCKET, level: 'read' },
    { resource: BUCKET, policy: 'a' },
  ])('%j does not', (raw) => {
    expect(told(raw)).toEqual([])
  })

  it('of a resource and its policy is told of both', () => {
    expect(told({ resource: QUEUE, policy: `${FOREIGN}:policy/a` })).toEqual([
      cannot(QUEUE, OTHER),
      cannot(`${FOREIGN}:policy/a`, OTHER),
    ])
  })
  it('is not looked for in what the kind does not make', () => {
    const wrong = entitlement({ actions: ['sqs:*'], on: [QUEUE] })
    const elsewhere = ['policy', 'role', 'group', 'permissionSet', 'resource'].map((key) =>
      kindOf({ [key]: 'x' }, KINDS)?.check({ ...wrong, facets: {} }, { account: prod, partition: 'aws' }, HERE),
    )
    expect(elsewhere).toEqual([[], [], [], [], []])
    expect(
      kindOf({ actions: 'x' }, KINDS)?.check({ ...wrong, facets: {} }, { account: prod, partition: 'aws' }, HERE),
    ).toEqual([])
  })
})

it('an item is of the kind that its keys tell, and of none without one', () => {
  const raws: readonly object[] = [
    { resource: 'x', policy: 'y' },
    { policy: 'y' },
    { actions: [], on: [] },
    { on: [] },
    { toString: 1 },
    {},
  ]
  expect(raws.map((raw) => kindOf(raw, KINDS)?.kind ?? null)).toEqual([
    'resource',
    'policy',
    'actions',
    null,
    null,
    null,
  ])
})
