// What rules look at in an item: regions, tags, what a text holds, whom it lets one be, and how it ends.

import { describe, expect, it } from 'vitest'
import { type About, assumedBy, documentOf, regionOf, subjectOf } from '../../../src/core/approval/subject.ts'
import { known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Item } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { tagsKey } from '../../../src/core/model/tags.ts'
import { AT, actions, carries, document, group, person, policy, settings } from './company.ts'

const [PROD] = settings([]).aws?.accounts ?? []
if (PROD === undefined) throw new Error('no account')
const account = PROD
const USERS = carries.get(id<'mode'>('iam-user'))

const about = (entitlement: Entitlement, more: Partial<About> = {}): About => ({
  item: {
    key: id<'grant'>('k'),
    request: id<'request'>('r1'),
    person: person('marta'),
    target: id<'target'>('orders-prod'),
    entitlement,
    bundle: null,
    at: AT,
  } satisfies Item,
  tags: new Map(),
  account,
  partition: 'aws',
  document: undefined,
  risk: 'low',
  managesPermissions: false,
  carries: USERS,
  ...more,
})

const texts = (...statements: readonly Partial<Statement>[]): PolicyDocument => ({
  version: '2012-10-17',
  statements: statements.map((one) => ({
    effect: 'Allow',
    actions: { only: ['*'] },
    resources: { only: ['*'] },
    conditions: {},
    ...one,
  })),
})

describe('the region of an ARN', () => {
  it.each([
    ['is the fourth part', 'arn:aws:sqs:eu-west-1:111122223333:orders', 'eu-west-1'],
    ['may be empty', 'arn:aws:s3:::orders', ''],
    ['may be a wildcard', 'arn:aws:sqs:eu-*:111122223333:orders', 'eu-*'],
    ['could be any, if the service is a wildcard', 'arn:aws:s?s:eu-west-1:111122223333:orders', '*'],
    ['could be any, if the partition is one', 'arn:aws*:sqs:eu-west-1:111122223333:orders', '*'],
    ['could be any, if the service is a variable', 'arn:aws:$' + '{x}:eu-west-1:1:orders', '*'],
    ['could be any, if it is left open', 'arn:aws:sqs', '*'],
    ['could be any, if nothing but the scheme is written', 'arn', '*'],
    ['could be any of what is no ARN but a wildcard', 'a?n:aws:sqs:eu-west-1:1:x', '*'],
    ['is none of what is no ARN', 'urn:aws:sqs:eu-west-1:1:x', ''],
  ])('%s', (_says, arn, region) => {
    expect(regionOf(arn)).toBe(region)
  })
})

describe('whom a text lets one be', () => {
  const ROLE = 'arn:aws:iam::111111111111:role/a'
  const OTHER = 'arn:aws:iam::111111111111:role/b'
  const one = (rest: Partial<Statement>): PolicyDocument => texts({ resources: { only: [ROLE] }, ...rest })
  const ROWS: readonly (readonly [says: string, text: PolicyDocument | null | undefined, roles: readonly string[]])[] =
    [
      ['nobody, if there is none', undefined, []],
      ['nobody that is known, if it was not read', null, []],
      ['the role that it may enter', one({ actions: { only: ['sts:AssumeRole'] } }), [ROLE]],
      ['the role that it may hand to a machine', one({ actions: { only: ['IAM:passrole'] } }), [ROLE]],
      ['the role of which it may say who enters', one({ actions: { only: ['iam:UpdateAssumeRolePolicy'] } }), [ROLE]],
      ['by a wildcard too', one({ actions: { only: ['s3:*', 'sts:A*'] } }), [ROLE]],
      ['nobody by other actions', one({ actions: { only: ['sts:GetCallerIdentity', 'iam:GetRole'] } }), []],
      ['nobody by a Deny', one({ effect: 'Deny' }), []],
      ['the role by all actions but others', one({ actions: { except: ['s3:*'] } }), [ROLE]],
      ['the role, if one of the ways is left', one({ actions: { except: ['sts:*', 'iam:Pass*'] } }), [ROLE]],
      ['nobody by all actions but these', one({ actions: { except: ['STS:*', 'iam:*'] } }), []],
      ['everybody by everything', texts({}), ['*']],
      ['everybody by all but some', texts({ resources: { except: [ROLE] } }), ['*']],
      ['nobody by what is no role', texts({ resources: { only: ['arn:aws:s3:::x', 'arn:aws:iam::1:user/x'] } }), []],
      [
        'roles by a variable',
        texts({ resources: { only: ['arn:aws:iam::*:$' + '{x}'] } }),
        ['arn:aws:iam::*:$' + '{x}'],
      ],
      [
        'each once, sorted',
        texts({ resources: { only: [OTHER, ROLE] } }, { resources: { only: [OTHER] } }),
        [ROLE, OTHER],
      ],
    ]
  it.each(ROWS)('%s', (_says, text, roles) => {
    expect(assumedBy(text)).toEqual(roles)
  })
})

describe('the text of which the permissions are asked for', () => {
  const READ = document('s3:GetObject')
  const known = new Map([['orders-prod P', READ]])
  const ref = { what: 'policy', by: 'name', value: 'P', at: AT } as const
  const find = (permissions: Permissions, target = 'orders-prod') =>
    documentOf({ target: id<'target'>(target) }, permissions, known)

  it('stands in the item, if it is statements', () => {
    expect(find({ form: 'statements', document: READ })).toBe(READ)
  })
  it('is none, if it is a thing that exists', () => {
    expect(find({ form: 'existing', thing: { what: 'role', by: 'name', value: 'P', at: AT } })).toBeUndefined()
  })
  it('is the one of that target, if it is a policy', () => {
    expect(find({ form: 'policy', policy: ref })).toBe(READ)
    expect(find({ form: 'policy', policy: ref }, 'payer')).toBeNull()
  })
  it('is cut down, if the policy is narrowed', () => {
    const to = [{ arn: 'arn:aws:s3:::orders/*', only: null, when: {} }]
    expect(find({ form: 'narrowed', policy: ref, to })?.statements.map(({ resources }) => resources)).toEqual([
      { only: ['arn:aws:s3:::orders/*'] },
    ])
    expect(find({ form: 'narrowed', policy: ref, to }, 'payer')).toBeNull()
  })
})

describe('what a text holds', () => {
  const contents = (text: PolicyDocument | null | undefined, of: Entitlement = policy('P')) =>
    subjectOf(about(of, { document: text, partition: 'aws-cn' })).contents

  it('is nothing, if there is none, and not known, if it was not read', () => {
    expect(contents(undefined, group('g'))).toBe('none')
    expect(contents(null)).toBe('unknown')
  })
  it('is what its Allow statements say; a bare * reaches the services of the actions alone', () => {
    expect(
      contents(
        texts(
          { actions: { only: ['S3:Get*', 's3:List*', 'sqs:SendMessage'] } },
          { actions: { only: ['iam:PassRole'] }, resources: { only: ['arn:aws:iam::1:role/x', '*'] } },
          { effect: 'Deny', actions: { only: ['ec2:*'] } },
        ),
      ),
    ).toEqual({
      action: ['S3:Get*', 's3:List*', 'sqs:SendMessage', 'iam:PassRole'],
      resource: ['arn:aws-cn:s3:*', 'arn:aws-cn:s3:*', 'arn:aws-cn:sqs:*', 'arn:aws:iam::1:role/x', 'arn:aws-cn:iam:*'],
      role: ['*', 'arn:aws:iam::1:role/x'],
    })
  })
  it('is everything, where it allows all but a list', () => {
    expect(
      contents(texts({ actions: { except: ['sts:*', 'iam:*'] }, resources: { except: ['arn:aws:s3:::x'] } })),
    ).toEqual({
      action: ['*'],
      resource: ['arn:aws-cn:*:*'],
      role: [],
    })
  })
  it('is every service, where an action names none', () => {
    expect(contents(texts({ actions: { only: ['*', 'Get*', 's3:Get*', 's3:List*'] } }))).toMatchObject({
      resource: ['arn:aws-cn:*:*', 'arn:aws-cn:s3:*'],
    })
  })
  it('is only whom it lets one be, if it stands in the request, where its actions are compared themselves', () => {
    expect(contents(document('sts:AssumeRole'), actions('sts:AssumeRole'))).toEqual({ role: ['*'] })
  })
})

describe('an item for rules to look at', () => {
  const BUCKET = 'arn:aws:s3:::orders'
  const bucket: Entitlement = { ...actions('s3:GetObject', `${BUCKET} arn:aws:sqs:eu-west-1:1:q`), thing: BUCKET }
  const tags = (key: string) => new Map([[tagsKey('orders-prod', key), known(new Map([['data', 'people']]))]])

  it('is its account, kind, facets, regions and judgement', () => {
    const subject = subjectOf(about(bucket, { risk: 'high', managesPermissions: true }))
    expect(subject).toEqual({
      account,
      partition: 'aws',
      kind: 'actions',
      facets: bucket.facets,
      regions: ['', 'eu-west-1'],
      resourceTags: 'unknown',
      contents: 'none',
      risk: 'high',
      managesPermissions: true,
      lapse: 'always',
    })
    expect(subjectOf(about(group('g'))).regions).toEqual([])
  })
  it('has the tags that were read of its one resource', () => {
    expect(subjectOf(about(bucket, { tags: tags(BUCKET) })).resourceTags).toEqual(new Map([['data', 'people']]))
  })
  it('has unknown tags, if nobody could or did read them', () => {
    const failed = unknown({ kind: 'denied', call: 'tag:GetResources', said: 'no' })
    expect(subjectOf(about(bucket, { tags: new Map([[tagsKey('orders-prod', BUCKET), failed]]) })).resourceTags).toBe(
      'unknown',
    )
    expect(subjectOf(about(bucket, { tags: tags('arn:aws:s3:::other') })).resourceTags).toBe('unknown')
  })
  it('has the tags of many, if it names no one resource', () => {
    expect(subjectOf(about(actions('s3:GetObject', BUCKET), { tags: tags(BUCKET) })).resourceTags).toBe('of many')
  })
  it('ends as the mode of the account says, and in no way where it says nothing', () => {
    expect(subjectOf(about(group('g'))).lapse).toBe('never')
    expect(subjectOf(about(group('g'), { carries: undefined })).lapse).toBeNull()
    expect(subjectOf(about(policy('P'), { carries: carries.get(id<'mode'>('other')) })).lapse).toBeNull()
  })
})
