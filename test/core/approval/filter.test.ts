// What a rule is about: filters, wildcards and what cannot be known yet; one sentence a row.

import { describe, expect, it } from 'vitest'
import { regionOf } from '../../../src/core/approval/subject.ts'
import { unreadIn } from '../../../src/core/approval/unread.ts'
import { known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import { tagsKey } from '../../../src/core/model/tags.ts'
import { HOUR } from '../../../src/core/model/time.ts'
import {
  type Ask,
  actions,
  auto,
  type filter,
  group,
  judge,
  permissionSet,
  policy,
  role,
  rule,
  sentence,
} from './company.ts'

type What = Parameters<typeof filter>[0]
type Row = readonly [says: string, what: What, ask: Ask, is: 'yes' | 'no']

const ANY_RISK = { risk: ['low', 'high', 'escalating'] } as const
const BUCKET = 'arn:aws:s3:::orders-exports'
const TABLE = 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders'

/** One bucket, tagged so; null: nobody could read how. */
const tagged = (tags: Readonly<Record<string, string>> | null): Ask => ({
  items: [{ ...actions('s3:GetObject', BUCKET), thing: BUCKET }],
  tags: new Map([
    [
      tagsKey('orders-prod', BUCKET),
      tags === null
        ? unknown({ kind: 'denied', call: 'tagging:GetResources', said: 'no' })
        : known(new Map(Object.entries(tags))),
    ],
  ]),
})

/** Rows about an allowing rule: `yes` = it lets the person ask. */
const ALLOWS: readonly Row[] = [
  ['a permission set by name', { facets: { permissionSet: 'Read*' } }, { items: [permissionSet('Reader')] }, 'yes'],
  [
    'a permission set by ARN, of which a name says nothing',
    { facets: { permissionSet: 'ps-*' } },
    { items: [permissionSet('arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd')] },
    'no',
  ],
  ['no filter means everything', {}, {}, 'yes'],
  ['an account by name', { account: 'orders-prod' }, {}, 'yes'],
  ['an account by glob', { account: 'orders-*' }, {}, 'yes'],
  ['names are anchored at the start', { account: 'prod' }, {}, 'no'],
  ['expressions are anchored too', { account: '/orders/' }, {}, 'no'],
  ['an expression over the whole name', { account: '/orders-(prod|stage)/' }, {}, 'yes'],
  ['any of several patterns', { account: 'payer sandbox-*' }, { in: 'sandbox-1' }, 'yes'],
  ['another account', { account: 'sandbox-*' }, {}, 'no'],
  ['a tag', { tags: { env: 'prod' } }, {}, 'yes'],
  ['all tags must hold', { tags: { env: 'prod', team: 'web' } }, {}, 'no'],
  ['a tag the account does not have', { tags: { stage: '*' } }, {}, 'no'],
  ['a tag named like a property of every object', { tags: { constructor: '*' } }, {}, 'no'],
  ['an OU', { ou: '/workloads/*' }, {}, 'yes'],
  ['another OU', { ou: '/sandbox' }, {}, 'no'],
  ['a kind', { kind: 'policy' }, {}, 'yes'],
  ['another kind', { kind: 'role group' }, {}, 'no'],
  ['account and kind must both hold', { account: 'orders-prod', kind: 'role' }, {}, 'no'],
  ['a policy by name', { facets: { policy: 'AmazonS3ReadOnlyAccess' } }, {}, 'yes'],
  ['a policy by glob', { facets: { policy: '*ReadOnlyAccess' } }, {}, 'yes'],
  ['letters count where access is allowed', { facets: { policy: 'amazons3readonlyaccess' } }, {}, 'no'],
  [
    'a policy given by ARN matches by name',
    { facets: { policy: 'ReadOnlyAccess' } },
    { items: [policy('arn:aws:iam::aws:policy/ReadOnlyAccess')] },
    'yes',
  ],
  [
    'a policy given by ARN below a path matches by name',
    { facets: { policy: 'Billing' } },
    { items: [policy('arn:aws:iam::aws:policy/job-function/Billing')] },
    'yes',
  ],
  [
    'a policy given by ARN matches by ARN',
    { facets: { policy: 'arn:aws:iam::aws:policy/*' } },
    { items: [policy('arn:aws:iam::aws:policy/ReadOnlyAccess')] },
    'yes',
  ],
  [
    'a name could be a policy of the account, so AWS’s ARN is not enough',
    { facets: { policy: 'arn:aws:iam::aws:policy/*' } },
    {},
    'no',
  ],
  ['a name lies in all ARNs it could have', { facets: { policy: 'arn:aws:iam::*:policy/*' } }, {}, 'yes'],
  [
    'a name lies in the two owners together',
    { facets: { policy: 'arn:aws:iam::aws:policy/* arn:aws:iam::111111111111:policy/*' } },
    {},
    'yes',
  ],
  ['a role by name', { facets: { role: 'reader' } }, { items: [role('reader')] }, 'yes'],
  [
    'a role by its path',
    { facets: { role: 'arn:aws:iam::111111111111:role/team/*' } },
    { items: [role('team/reader')] },
    'yes',
  ],
  [
    'a role by name could have any path',
    { facets: { role: 'arn:aws:iam::111111111111:role/reader' } },
    { items: [role('reader')] },
    'no',
  ],
  [
    'a role by ARN and name',
    { facets: { role: 'reader' } },
    { items: [role('arn:aws:iam::111111111111:role/team/reader')] },
    'yes',
  ],
  [
    'a role by ARN',
    { facets: { role: 'arn:aws:iam::111111111111:role/team/reader' } },
    { items: [role('arn:aws:iam::111111111111:role/team/reader')] },
    'yes',
  ],
  ['a filter on roles is not about policies', { facets: { role: '*' } }, {}, 'no'],
  ['a filter on groups', { facets: { group: 'read*' } }, { items: [group('readers')] }, 'yes'],
  ['one action', { facets: { action: 's3:GetObject' } }, { items: [actions('s3:GetObject')] }, 'yes'],
  [
    'letters of actions do not count',
    { facets: { action: 'S3:getobject' } },
    { items: [actions('s3:GetObject')] },
    'yes',
  ],
  [
    'every action must lie inside',
    { facets: { action: 's3:Get*' } },
    { items: [actions('s3:GetObject s3:PutObject')] },
    'no',
  ],
  [
    'several patterns may share the actions',
    { facets: { action: 's3:Get* s3:Put*' } },
    { items: [actions('s3:GetObject s3:PutObject')] },
    'yes',
  ],
  ['a wildcard wholly inside', { facets: { action: 's3:*' } }, { items: [actions('s3:Get*')] }, 'yes'],
  ['a wildcard partly outside', { facets: { action: 's3:Get*' } }, { items: [actions('s3:*')] }, 'no'],
  [
    'a wildcard is inside when all it is known to mean is',
    { facets: { action: 'dynamodb:DeleteItem dynamodb:DeleteTable' } },
    { items: [actions('dynamodb:Delete*')] },
    'yes',
  ],
  [
    'a wildcard of an unknown service lies inside a wider one',
    { ...ANY_RISK, facets: { action: 'newservice:*' } },
    { items: [actions('newservice:Get*')] },
    'yes',
  ],
  [
    'a wildcard of an unknown service is not inside a list',
    { ...ANY_RISK, facets: { action: 'newservice:GetThing' } },
    { items: [actions('newservice:Get*')] },
    'no',
  ],
  [
    'everything is inside nothing but everything',
    { facets: { action: 's3:* ec2:* iam:*' } },
    { items: [actions('ec2:*')] },
    'yes',
  ],
  [
    'an expression holds for all a wildcard is known to mean',
    { facets: { action: '/s3:(Get|List).*/' } },
    { items: [actions('s3:Get*')] },
    'yes',
  ],
  [
    'an expression does not hold for an unknown wildcard',
    { ...ANY_RISK, facets: { action: '/newservice:.*/' } },
    { items: [actions('newservice:*')] },
    'no',
  ],
  [
    'a resource',
    { facets: { resource: 'arn:aws:s3:::orders-*' } },
    { items: [actions('s3:GetObject', BUCKET)] },
    'yes',
  ],
  [
    'a resource with a wildcard inside',
    { facets: { resource: 'arn:aws:s3:::orders-*' } },
    { items: [actions('s3:GetObject', `${BUCKET}/*`)] },
    'yes',
  ],
  [
    'a resource with a wildcard beyond',
    { facets: { resource: 'arn:aws:s3:::orders-*' } },
    { items: [actions('s3:GetObject', 'arn:aws:s3:::*')] },
    'no',
  ],
  [
    'a variable means anything',
    { facets: { resource: 'arn:aws:s3:::orders-x' } },
    { items: [actions('s3:GetObject', `arn:aws:s3:::orders-\${aws:username}`)] },
    'no',
  ],
  [
    'action and resource must both hold',
    { facets: { action: 's3:*', resource: 'arn:aws:s3:::payroll' } },
    { items: [actions('s3:GetObject', BUCKET)] },
    'no',
  ],
  ['a region', { region: 'eu-*' }, { items: [actions('dynamodb:GetItem', TABLE)] }, 'yes'],
  ['another region', { region: 'us-*' }, { items: [actions('dynamodb:GetItem', TABLE)] }, 'no'],
  ['an ARN without a region is in no region', { region: 'eu-*' }, { items: [actions('s3:GetObject', BUCKET)] }, 'no'],
  ['an ARN without a region is not even in any', { region: '*' }, { items: [actions('s3:GetObject', BUCKET)] }, 'no'],
  [
    'every region asked for must hold',
    { region: 'eu-*' },
    { items: [actions('dynamodb:GetItem', `${TABLE} arn:aws:dynamodb:us-east-1:111111111111:table/x`)] },
    'no',
  ],
  [
    'a wildcard region lies in no narrower one',
    { region: 'eu-*' },
    { items: [actions('dynamodb:GetItem', 'arn:aws:dynamodb:*:111111111111:table/x')] },
    'no',
  ],
  ['a policy has no region', { region: 'eu-*' }, {}, 'no'],
  ['a tag of the resource', { resourceTags: { data: 'open' } }, tagged({ data: 'open', team: 'web' }), 'yes'],
  ['another value of the tag', { resourceTags: { data: 'open' } }, tagged({ data: 'people' }), 'no'],
  ['a tag that the resource does not bear', { resourceTags: { data: '*' } }, tagged({ team: 'web' }), 'no'],
  [
    'all tags of the resource must hold',
    { resourceTags: { data: 'open', team: 'web' } },
    tagged({ data: 'open' }),
    'no',
  ],
  ['a tag of the account is none of the resource', { resourceTags: { env: 'prod' } }, tagged({}), 'no'],
  ['tags of resources are not about a policy', { resourceTags: { data: 'open' } }, {}, 'no'],
  ['low risk', { risk: ['low'] }, {}, 'yes'],
  ['high risk is not low', { risk: ['low'] }, { items: [policy('AmazonS3FullAccess')] }, 'no'],
  ['a role is never low risk', { risk: ['low'] }, { items: [role('reader')] }, 'no'],
  ['ends by itself', { endsByItself: true }, {}, 'yes'],
  ['a group does not end by itself', { endsByItself: true }, { items: [group('g')] }, 'no'],
  ['a role depends, which counts as never', { endsByItself: false }, { items: [role('reader')] }, 'yes'],
  ['escalating access needs a rule that names it', {}, { items: [policy('IAMFullAccess')] }, 'no'],
  ['a rule names it by escalating', { escalating: true }, { items: [policy('IAMFullAccess')] }, 'yes'],
  ['a rule names it by risk', { risk: ['high', 'escalating'] }, { items: [policy('IAMFullAccess')] }, 'yes'],
  ['a rule about high risk does not name it', { risk: ['high'] }, { items: [policy('IAMFullAccess')] }, 'no'],
  [
    'a rule that names it by policy does not',
    { facets: { policy: 'IAMFullAccess' } },
    { items: [policy('IAMFullAccess')] },
    'no',
  ],
  ['a rule about escalating access is not about other', { escalating: true }, {}, 'no'],
  ['actions can escalate too', {}, { items: [actions('iam:CreateAccessKey')] }, 'no'],
  ['a wildcard over them too', {}, { items: [actions('iam:*')] }, 'no'],
]

/** Rows about a denying rule beside one that allows everything: `yes` = it denies. */
const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'
const OTHER_SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-1111222233334444'

const DENIES: readonly Row[] = [
  ['a permission set by name', { facets: { permissionSet: 'Admin' } }, { items: [permissionSet('Admin')] }, 'yes'],
  [
    'a permission set in other letters',
    { facets: { permissionSet: 'Admin' } },
    { items: [permissionSet('ADMIN')] },
    'yes',
  ],
  ['another permission set', { facets: { permissionSet: 'Admin' } }, { items: [permissionSet('Reader')] }, 'no'],
  [
    'a permission set by ARN, which could have any name',
    { facets: { permissionSet: 'Admin' } },
    { items: [permissionSet(SET)] },
    'yes',
  ],
  [
    'a permission set by name, which could have any ARN',
    { facets: { permissionSet: SET } },
    { items: [permissionSet('Reader')] },
    'yes',
  ],
  ['a permission set by its very ARN', { facets: { permissionSet: SET } }, { items: [permissionSet(SET)] }, 'yes'],
  ['a permission set by another ARN', { facets: { permissionSet: OTHER_SET } }, { items: [permissionSet(SET)] }, 'no'],
  ['an account', { account: 'orders-*' }, {}, 'yes'],
  ['a policy in other letters', { facets: { policy: 'amazons3READonlyaccess' } }, {}, 'yes'],
  [
    'a policy by ARN denied by name',
    { facets: { policy: 'ReadOnlyAccess' } },
    { items: [policy('arn:aws:iam::aws:policy/ReadOnlyAccess')] },
    'yes',
  ],
  ['a policy by name denied by ARN', { facets: { policy: 'arn:aws:iam::aws:policy/AmazonS3*' } }, {}, 'yes'],
  [
    'a policy by name denied by an ARN below a path',
    { facets: { policy: 'arn:aws:iam::aws:policy/job-function/Billing' } },
    { items: [policy('Billing')] },
    'yes',
  ],
  [
    'a role by name denied by ARN',
    { facets: { role: 'arn:aws:iam::111111111111:role/team/admin' } },
    { items: [role('admin')] },
    'yes',
  ],
  [
    'a role of another account by ARN is not meant',
    { facets: { role: 'arn:aws:iam::222222222222:role/admin' } },
    { items: [role('admin')] },
    'no',
  ],
  [
    'an action among others',
    { facets: { action: 's3:PutObject' } },
    { items: [actions('s3:GetObject s3:PutObject')] },
    'yes',
  ],
  ['an action in other letters', { facets: { action: 's3:putobject' } }, { items: [actions('s3:PutObject')] }, 'yes'],
  ['a wildcard does not dodge it', { facets: { action: 's3:DeleteObject' } }, { items: [actions('s3:*')] }, 'yes'],
  [
    'a narrower wildcard does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    { items: [actions('s3:Del*')] },
    'yes',
  ],
  [
    'a question mark does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    { items: [actions('s3:Delete?bject')] },
    'yes',
  ],
  [
    'a wildcard in the service does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    { items: [actions('s*:DeleteObject')] },
    'yes',
  ],
  ['everything does not dodge it', { facets: { action: 'organizations:*' } }, { items: [actions('*')] }, 'yes'],
  [
    'a wildcard over an unknown service does not dodge it',
    { facets: { action: 'newservice:Drop' } },
    { items: [actions('newservice:D*')] },
    'yes',
  ],
  [
    'a wildcard that cannot mean it is free',
    { facets: { action: 's3:DeleteObject' } },
    { items: [actions('s3:Get*')] },
    'no',
  ],
  [
    'an expression meets what a wildcard is known to mean',
    { facets: { action: '/s3:Del.*/' } },
    { items: [actions('s3:*')] },
    'yes',
  ],
  [
    'an expression spares what a wildcard is known not to mean',
    { facets: { action: '/s3:Del.*/' } },
    { items: [actions('s3:Get*')] },
    'no',
  ],
  [
    'an expression meets every wildcard nobody knows',
    { facets: { action: '/newservice:Drop/' } },
    { items: [actions('newservice:Get*')] },
    'yes',
  ],
  [
    'a resource',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    { items: [actions('s3:GetObject', 'arn:aws:s3:::payroll')] },
    'yes',
  ],
  [
    'a wildcard resource does not dodge it',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    { items: [actions('s3:GetObject', 'arn:aws:s3:::p*')] },
    'yes',
  ],
  [
    'a variable does not dodge it',
    { facets: { resource: 'arn:aws:s3:::payroll' } },
    { items: [actions('s3:GetObject', `arn:aws:s3:::\${aws:username}`)] },
    'yes',
  ],
  [
    'another resource is free',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    { items: [actions('s3:GetObject', BUCKET)] },
    'no',
  ],
  ['a region', { region: 'eu-*' }, { items: [actions('dynamodb:GetItem', TABLE)] }, 'yes'],
  ['another region is free', { region: 'us-*' }, { items: [actions('dynamodb:GetItem', TABLE)] }, 'no'],
  ['an unknown region is meant', { region: 'us-*' }, { items: [actions('s3:GetObject', BUCKET)] }, 'yes'],
  [
    'a wildcard region is meant',
    { region: 'us-*' },
    { items: [actions('dynamodb:GetItem', 'arn:aws:dynamodb:*:111111111111:table/x')] },
    'yes',
  ],
  ['a policy could be used in any region', { region: 'us-*' }, {}, 'yes'],
  ['a tag of the resource', { resourceTags: { data: 'people' } }, tagged({ data: 'people' }), 'yes'],
  ['another value of the tag is free', { resourceTags: { data: 'people' } }, tagged({ data: 'open' }), 'no'],
  ['a policy could reach what is tagged so', { resourceTags: { data: 'people' } }, {}, 'yes'],
  [
    'actions on a wildcard could reach what is tagged so',
    { resourceTags: { data: 'people' } },
    { items: [actions('s3:GetObject', 'arn:aws:s3:::*')] },
    'yes',
  ],
  [
    'a policy that holds a denied action',
    { facets: { action: 'ec2:*' } },
    { items: [policy('ReadOnlyAccess')] },
    'yes',
  ],
  ['a policy that holds no denied action', { facets: { action: 'ec2:*' } }, {}, 'no'],
  ['a policy that reaches a denied resource', { facets: { resource: 'arn:aws:s3:::payroll*' } }, {}, 'yes'],
  [
    'a policy of another service does not reach it',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    { items: [policy('AmazonEC2ReadOnlyAccess')] },
    'no',
  ],
  ['risk', { risk: ['low'] }, {}, 'yes'],
  ['what does not end by itself', { endsByItself: false }, { items: [group('g')] }, 'yes'],
  ['what ends by itself is free', { endsByItself: false }, {}, 'no'],
]

const FREE = rule('free', { ways: [auto] })
const rulesFor = (what: What): readonly Rule[] => [rule('r', { what, ways: [auto] })]

describe('an allowing rule is about', () => {
  for (const [says, what, ask, is] of ALLOWS)
    it(`${says}: ${is}`, () => {
      expect(judge(rulesFor(what), ask).decision.is).toBe(is === 'yes' ? 'allowed' : 'refused')
    })
})

describe('a denying rule is about', () => {
  for (const [says, what, ask, is] of DENIES)
    it(`${says}: ${is}`, () => {
      expect(sentence(judge([FREE, rule('no', { what, deny: 'no' })], ask))).toBe(
        is === 'yes' ? 'refused denied' : 'allowed auto free',
      )
    })

  it('sees escalating access, whoever names it', () => {
    const names = rule('names', { what: { escalating: true }, ways: [auto] })
    expect(
      sentence(
        judge([names, rule('no', { what: { escalating: true }, deny: 'no' })], { items: [policy('IAMFullAccess')] }),
      ),
    ).toBe('refused denied')
  })
})

describe('what is taken out of a rule', () => {
  const except = (facets: Readonly<Record<string, string>>): readonly Rule[] => [
    rule('r', { not: [{ facets }], ways: [auto] }),
  ]

  it('is out', () => {
    expect(sentence(judge(except({ policy: '*FullAccess' }), { items: [policy('AmazonS3FullAccess')] }))).toBe(
      'refused not-requestable',
    )
  })
  it('leaves the rest in', () => {
    expect(sentence(judge(except({ policy: '*FullAccess' })))).toBe('allowed auto r')
  })
  it('is out by ARN too', () => {
    const item = policy('arn:aws:iam::aws:policy/AmazonS3FullAccess')
    expect(sentence(judge(except({ policy: 'AmazonS3FullAccess' }), { items: [item] }))).toBe('refused not-requestable')
  })
  it('is out already where a wildcard could mean it', () => {
    expect(sentence(judge(except({ action: 's3:Put*' }), { items: [actions('s3:*')] }))).toBe('refused not-requestable')
  })
  it('is out where the text of a policy holds it', () => {
    expect(sentence(judge(except({ action: 's3:Put*' }), { items: [policy('AmazonS3FullAccess')] }))).toBe(
      'refused not-requestable',
    )
  })
  it('is out by any of several exceptions', () => {
    const rules = [rule('r', { not: [{ kind: 'role' }, { kind: 'group' }], ways: [auto] })]
    expect(sentence(judge(rules, { items: [group('g')] }))).toBe('refused not-requestable')
  })
  it('of a denying rule is out only where a wildcard lies wholly in it', () => {
    const rules = [FREE, rule('no', { not: [{ facets: { action: 's3:Get*' } }], deny: 'no' })]
    expect(sentence(judge(rules, { items: [actions('s3:Get*')] }))).toBe('allowed auto free')
    expect(sentence(judge(rules, { items: [actions('s3:*')] }))).toBe('refused denied')
    expect(sentence(judge(rules, { items: [actions('s3:GetObject s3:PutObject')] }))).toBe('refused denied')
  })
})

describe('limits of a rule', () => {
  const short = rule('short', { what: { facets: { action: 'dynamodb:Delete*' } }, limits: { maxDuration: HOUR } })

  it('hold for what the rule is about', () => {
    expect(sentence(judge([FREE, short], { items: [actions('dynamodb:DeleteItem')] }))).toBe('refused too-long')
  })
  it('are not shaken off by a harmless action beside it', () => {
    expect(sentence(judge([FREE, short], { items: [actions('dynamodb:DeleteItem dynamodb:GetItem')] }))).toBe(
      'refused too-long',
    )
  })
  it('are not shaken off by a wildcard', () => {
    expect(sentence(judge([FREE, short], { items: [actions('dynamodb:*')] }))).toBe('refused too-long')
  })
  it('do not hold for anything else', () => {
    expect(sentence(judge([FREE, short], { items: [actions('dynamodb:GetItem')] }))).toBe('allowed auto free')
  })
})

describe('a resource whose tags could not be read', () => {
  const people: What = { resourceTags: { data: 'people' } }

  it('is undecided under a rule that looks at them, whether it allows, denies or excepts', () => {
    expect(sentence(judge(rulesFor(people), tagged(null)))).toBe('refused not-requestable (undecided)')
    expect(sentence(judge([FREE, rule('no', { what: people, deny: 'no' })], tagged(null)))).toBe(
      'allowed auto free (undecided)',
    )
    expect(sentence(judge([rule('free', { not: [people], ways: [auto] })], tagged(null)))).toBe(
      'refused not-requestable (undecided)',
    )
  })
  it('is as decided as any where no rule looks at them, or another part of the filter does not match', () => {
    expect(sentence(judge([FREE], tagged(null)))).toBe('allowed auto free')
    expect(sentence(judge([FREE, rule('no', { what: { ...people, account: 'x' }, deny: 'no' })], tagged(null)))).toBe(
      'allowed auto free',
    )
  })
  it('is told with what AWS said', () => {
    const ask = tagged(null)
    const judgement = judge(rulesFor(people), ask)
    expect(unreadIn(judgement, { documents: new Map(), tags: ask.tags ?? new Map() })).toEqual([
      `the tags of ${BUCKET} (tagging:GetResources: denied (no))`,
    ])
  })
})

describe('a policy whose text is not known yet', () => {
  const unread: Ask = { unread: true }

  it('is undecided, whatever is shown', () => {
    expect(sentence(judge([FREE], unread))).toBe('allowed auto free (undecided)')
  })
  it('is not let in by a rule about low risk, but not refused for good', () => {
    expect(sentence(judge([rule('r', { what: { risk: ['low'] }, ways: [auto] })], unread))).toBe(
      'refused not-requestable (undecided)',
    )
  })
  it('is not denied by risk, but not allowed for good', () => {
    expect(sentence(judge([FREE, rule('no', { what: { risk: ['high'] }, deny: 'no' })], unread))).toBe(
      'allowed auto free (undecided)',
    )
  })
  it('is not denied where only an exception by risk could save it', () => {
    expect(sentence(judge([FREE, rule('no', { not: [{ risk: ['low'] }], deny: 'no' })], unread))).toBe(
      'allowed auto free (undecided)',
    )
  })
  it('could hold a denied action', () => {
    const all = rule('all', { what: { risk: ['low', 'high', 'escalating'] }, ways: [auto] })
    expect(sentence(judge([all, rule('no', { what: { facets: { action: 'ec2:*' } }, deny: 'no' })], unread))).toBe(
      'allowed auto all (undecided)',
    )
  })
  it('is decided where every risk is allowed by name and nothing looks inside', () => {
    expect(
      sentence(judge([rule('all', { what: { risk: ['low', 'high', 'escalating'] }, ways: [auto] })], unread)),
    ).toBe('allowed auto all')
  })
  it('is refused for good by what has nothing to do with its text', () => {
    expect(sentence(judge([FREE, rule('no', { what: { account: '*' }, deny: 'no' })], unread))).toBe('refused denied')
    expect(sentence(judge([FREE], { unread: true, in: 'old' }))).toBe('refused closing')
  })
  it('does not keep another item from being refused for good', () => {
    const rules = [rule('r', { what: { kind: 'policy' }, ways: [auto] })]
    expect(sentence(judge(rules, { unread: true, items: [policy('ReadOnlyAccess'), role('x')] }))).toBe(
      'refused not-requestable',
    )
  })
  it('has nothing to do with actions, which stand in the request', () => {
    expect(sentence(judge([FREE], { unread: true, items: [actions('s3:GetObject')] }))).toBe('allowed auto free')
  })
})

describe('attaching a managed policy as it is', () => {
  const may = { directAttachment: 'allowed' } as const
  const attaches = (rules: readonly Rule[], ask: Ask = {}): boolean =>
    judge(rules, ask).items[0]?.routing.directAttachment ?? false

  it('is allowed where every matching rule says so', () => {
    expect(attaches([rule('r', { ways: [auto], limits: may })])).toBe(true)
  })
  it('is not where one does not', () => {
    expect(attaches([rule('r', { ways: [auto], limits: may }), rule('s', {})])).toBe(false)
  })
  it('is not where access must end by itself', () => {
    expect(attaches([rule('r', { ways: [auto], limits: { ...may, endsByItself: 'required' } })])).toBe(false)
  })
  it('is not where the rule is about what ends by itself', () => {
    expect(attaches([rule('r', { what: { endsByItself: true }, ways: [auto], limits: may })])).toBe(false)
  })
  it('is not where a rule denies what does not', () => {
    expect(
      attaches([rule('r', { ways: [auto], limits: may }), rule('no', { what: { endsByItself: false }, deny: 'no' })]),
    ).toBe(false)
  })
  it('means nothing for other kinds', () => {
    expect(attaches([rule('r', { ways: [auto], limits: may })], { items: [role('x')] })).toBe(false)
  })
})

it.each([
  ['arn:aws:dynamodb:eu-west-1:111111111111:table/x', 'eu-west-1'],
  ['arn:aws:s3:::bucket', ''],
  ['arn:aws:dynamodb:eu-*:111111111111:table/x', 'eu-*'],
  ['arn:aws:dyn*:table/x', '*'],
  ['arn:*:dynamodb:eu-west-1:1:table/x', '*'],
  ['arn:aws', '*'],
  ['*', '*'],
  ['plain', ''],
])('the region of %s is "%s"', (arn, region) => {
  expect(regionOf(arn)).toBe(region)
})
