// What a rule denies beside one that allows everything: whatever could lie in its filter; one sentence a row.

import { describe, expect, it } from 'vitest'
import { actions, auto, group, judge, permissionSet, policy, role, rule, sentence } from './company.ts'
import { BUCKET, FREE, type Row, TABLE, tagged, USUAL } from './filter-ground.ts'

const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'
const OTHER_SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-1111222233334444'

const DENIES: readonly Row[] = [
  [
    'a permission set by name',
    { facets: { permissionSet: 'Admin' } },
    () => ({ items: [permissionSet('Admin')] }),
    'yes',
  ],
  [
    'a permission set in other letters',
    { facets: { permissionSet: 'Admin' } },
    () => ({ items: [permissionSet('ADMIN')] }),
    'yes',
  ],
  [
    'another permission set',
    { facets: { permissionSet: 'Admin' } },
    () => ({ items: [permissionSet('Reader')] }),
    'no',
  ],
  [
    'a permission set by ARN, which could have any name',
    { facets: { permissionSet: 'Admin' } },
    () => ({ items: [permissionSet(SET)] }),
    'yes',
  ],
  [
    'a permission set by name, which could have any ARN',
    { facets: { permissionSet: SET } },
    () => ({ items: [permissionSet('Reader')] }),
    'yes',
  ],
  [
    'a permission set by its very ARN',
    { facets: { permissionSet: SET } },
    () => ({ items: [permissionSet(SET)] }),
    'yes',
  ],
  [
    'a permission set by another ARN',
    { facets: { permissionSet: OTHER_SET } },
    () => ({ items: [permissionSet(SET)] }),
    'no',
  ],
  ['an account', { account: 'orders-*' }, USUAL, 'yes'],
  ['a policy in other letters', { facets: { policy: 'amazons3READonlyaccess' } }, USUAL, 'yes'],
  [
    'a policy by ARN denied by name',
    { facets: { policy: 'ReadOnlyAccess' } },
    () => ({ items: [policy('arn:aws:iam::aws:policy/ReadOnlyAccess')] }),
    'yes',
  ],
  ['a policy by name denied by ARN', { facets: { policy: 'arn:aws:iam::aws:policy/AmazonS3*' } }, USUAL, 'yes'],
  [
    'a policy by name denied by an ARN below a path',
    { facets: { policy: 'arn:aws:iam::aws:policy/job-function/Billing' } },
    () => ({ items: [policy('Billing')] }),
    'yes',
  ],
  [
    'a role by name denied by ARN',
    { facets: { role: 'arn:aws:iam::111111111111:role/team/admin' } },
    () => ({ items: [role('admin')] }),
    'yes',
  ],
  [
    'a role of another account by ARN is not meant',
    { facets: { role: 'arn:aws:iam::222222222222:role/admin' } },
    () => ({ items: [role('admin')] }),
    'no',
  ],
  [
    'an action among others',
    { facets: { action: 's3:PutObject' } },
    () => ({ items: [actions('s3:GetObject s3:PutObject')] }),
    'yes',
  ],
  [
    'an action in other letters',
    { facets: { action: 's3:putobject' } },
    () => ({ items: [actions('s3:PutObject')] }),
    'yes',
  ],
  [
    'a wildcard does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    () => ({ items: [actions('s3:*')] }),
    'yes',
  ],
  [
    'a narrower wildcard does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    () => ({ items: [actions('s3:Del*')] }),
    'yes',
  ],
  [
    'a question mark does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    () => ({ items: [actions('s3:Delete?bject')] }),
    'yes',
  ],
  [
    'a wildcard in the service does not dodge it',
    { facets: { action: 's3:DeleteObject' } },
    () => ({ items: [actions('s*:DeleteObject')] }),
    'yes',
  ],
  ['everything does not dodge it', { facets: { action: 'organizations:*' } }, () => ({ items: [actions('*')] }), 'yes'],
  [
    'a wildcard over an unknown service does not dodge it',
    { facets: { action: 'newservice:Drop' } },
    () => ({ items: [actions('newservice:D*')] }),
    'yes',
  ],
  [
    'a wildcard that cannot mean it is free',
    { facets: { action: 's3:DeleteObject' } },
    () => ({ items: [actions('s3:Get*')] }),
    'no',
  ],
  [
    'an expression meets what a wildcard is known to mean',
    { facets: { action: '/s3:Del.*/' } },
    () => ({ items: [actions('s3:*')] }),
    'yes',
  ],
  [
    'an expression spares what a wildcard is known not to mean',
    { facets: { action: '/s3:Del.*/' } },
    () => ({ items: [actions('s3:Get*')] }),
    'no',
  ],
  [
    'an expression meets every wildcard nobody knows',
    { facets: { action: '/newservice:Drop/' } },
    () => ({ items: [actions('newservice:Get*')] }),
    'yes',
  ],
  [
    'a resource',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    () => ({ items: [actions('s3:GetObject', 'arn:aws:s3:::payroll')] }),
    'yes',
  ],
  [
    'a wildcard resource does not dodge it',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    () => ({ items: [actions('s3:GetObject', 'arn:aws:s3:::p*')] }),
    'yes',
  ],
  [
    'a variable does not dodge it',
    { facets: { resource: 'arn:aws:s3:::payroll' } },
    () => ({ items: [actions('s3:GetObject', `arn:aws:s3:::\${aws:username}`)] }),
    'yes',
  ],
  [
    'another resource is free',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    () => ({ items: [actions('s3:GetObject', BUCKET)] }),
    'no',
  ],
  ['a region', { region: 'eu-*' }, () => ({ items: [actions('dynamodb:GetItem', TABLE)] }), 'yes'],
  ['another region is free', { region: 'us-*' }, () => ({ items: [actions('dynamodb:GetItem', TABLE)] }), 'no'],
  ['an unknown region is meant', { region: 'us-*' }, () => ({ items: [actions('s3:GetObject', BUCKET)] }), 'yes'],
  [
    'a wildcard region is meant',
    { region: 'us-*' },
    () => ({ items: [actions('dynamodb:GetItem', 'arn:aws:dynamodb:*:111111111111:table/x')] }),
    'yes',
  ],
  ['a policy could be used in any region', { region: 'us-*' }, USUAL, 'yes'],
  ['a tag of the resource', { resourceTags: { data: 'people' } }, () => tagged({ data: 'people' }), 'yes'],
  ['another value of the tag is free', { resourceTags: { data: 'people' } }, () => tagged({ data: 'open' }), 'no'],
  ['a policy could reach what is tagged so', { resourceTags: { data: 'people' } }, USUAL, 'yes'],
  [
    'actions on a wildcard could reach what is tagged so',
    { resourceTags: { data: 'people' } },
    () => ({ items: [actions('s3:GetObject', 'arn:aws:s3:::*')] }),
    'yes',
  ],
  [
    'a policy that holds a denied action',
    { facets: { action: 'ec2:*' } },
    () => ({ items: [policy('ReadOnlyAccess')] }),
    'yes',
  ],
  ['a policy that holds no denied action', { facets: { action: 'ec2:*' } }, USUAL, 'no'],
  ['a policy that reaches a denied resource', { facets: { resource: 'arn:aws:s3:::payroll*' } }, USUAL, 'yes'],
  [
    'a policy of another service does not reach it',
    { facets: { resource: 'arn:aws:s3:::payroll*' } },
    () => ({ items: [policy('AmazonEC2ReadOnlyAccess')] }),
    'no',
  ],
  ['risk', { risk: ['low'] }, USUAL, 'yes'],
  ['what does not end by itself', { endsByItself: false }, () => ({ items: [group('g')] }), 'yes'],
  ['what ends by itself is free', { endsByItself: false }, USUAL, 'no'],
]

describe('a denying rule is about', () => {
  for (const [says, what, ask, is] of DENIES)
    it(`${says}: ${is}`, () => {
      expect(sentence(judge([FREE, rule('no', { what, deny: 'no' })], ask()))).toBe(
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
