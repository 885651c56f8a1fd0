// One call of each operation of the sandbox's Identity Center, identity store and Organizations that is done, and one that is refused.

import { type Row, row } from './aws-rows.ts'

/** What the world gives names to. */
export interface Ground {
  readonly instance: string
  readonly store: string
  /** The account that holds the organization, and one that is a member of it. */
  readonly home: string
  readonly member: string
  /** A user with assignments, and one with none. */
  readonly marta: string
  readonly ivan: string
  /** A group with a member. */
  readonly group: string
  /** Permission sets: one with every kind of policy, assigned to marta in `member`; one without anything. */
  readonly used: string
  readonly spare: string
  /** Of operations under way or over. */
  readonly creation: string
  readonly deletion: string
  readonly provisioning: string
}

const denied = 'AccessDeniedException'
const missing = 'ResourceNotFoundException'
const invalid = 'ValidationException'
const conflict = 'ConflictException'
const unknown = 'UnrecognizedClientException'

const noSet = 'arn:aws:sso:::permissionSet/ssoins-0000000000000000/ps-0000000000000000'
const noRequest = '00000000-0000-0000-0000-000000000000'
const document = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*' }],
})
const managed = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const reference = { Name: 'orders', Path: '/team/' }
const tags = [{ Key: 'team', Value: 'orders' }]

function setRows({ instance, used, spare }: Ground): readonly Row[] {
  const of = (PermissionSetArn: string) => ({ InstanceArn: instance, PermissionSetArn })
  const [own, free, gone] = [of(used), of(spare), of(noSet)] as const
  const tagged = { InstanceArn: instance, ResourceArn: used }
  return [
    row('ListInstances', {}, 'ivan', denied),
    row(
      'ListPermissionSets',
      { InstanceArn: instance, MaxResults: 1 },
      { InstanceArn: instance, MaxResults: 0 },
      invalid,
    ),
    row('DescribePermissionSet', own, gone, missing),
    row(
      'CreatePermissionSet',
      { InstanceArn: instance, Name: 'new', Description: 'new', SessionDuration: 'PT1H', Tags: tags },
      { InstanceArn: instance, Name: 'used' },
      conflict,
    ),
    row(
      'UpdatePermissionSet',
      { ...own, Description: 'other', SessionDuration: 'PT2H' },
      { ...gone, Description: 'x' },
      missing,
    ),
    row('DeletePermissionSet', free, own, conflict),
    row('ListTagsForResource', tagged, { ...tagged, ResourceArn: noSet }, missing),
    row('TagResource', { ...tagged, Tags: tags }, { ...tagged, Tags: [{ Key: 'team', Value: 'é|' }] }, invalid),
    row(
      'UntagResource',
      { ...tagged, TagKeys: ['team'] },
      { ...tagged, ResourceArn: noSet, TagKeys: ['team'] },
      missing,
    ),
    row('PutInlinePolicyToPermissionSet', { ...own, InlinePolicy: document }, { ...own, InlinePolicy: '{' }, invalid),
    row('GetInlinePolicyForPermissionSet', own, gone, missing),
    row('DeleteInlinePolicyFromPermissionSet', own, gone, missing),
    row(
      'AttachManagedPolicyToPermissionSet',
      { ...free, ManagedPolicyArn: managed },
      { ...gone, ManagedPolicyArn: managed },
      missing,
    ),
    row(
      'DetachManagedPolicyFromPermissionSet',
      { ...own, ManagedPolicyArn: managed },
      { ...free, ManagedPolicyArn: managed },
      missing,
    ),
    row('ListManagedPoliciesInPermissionSet', own, gone, missing),
    row(
      'AttachCustomerManagedPolicyReferenceToPermissionSet',
      { ...free, CustomerManagedPolicyReference: reference },
      { ...gone, CustomerManagedPolicyReference: reference },
      missing,
    ),
    row(
      'DetachCustomerManagedPolicyReferenceFromPermissionSet',
      { ...own, CustomerManagedPolicyReference: reference },
      { ...free, CustomerManagedPolicyReference: reference },
      missing,
    ),
    row('ListCustomerManagedPolicyReferencesInPermissionSet', own, gone, missing),
  ]
}

function assignmentRows({
  instance,
  member,
  marta,
  ivan,
  used,
  creation,
  deletion,
  provisioning,
}: Ground): readonly Row[] {
  const there = { InstanceArn: instance }
  const own = { ...there, PermissionSetArn: used }
  const gone = { ...there, PermissionSetArn: noSet }
  const target = { TargetId: member, TargetType: 'AWS_ACCOUNT' }
  const to = (PrincipalId: string) => ({ ...own, ...target, PrincipalType: 'USER', PrincipalId })
  return [
    row('CreateAccountAssignment', to(ivan), { ...to(ivan), PermissionSetArn: noSet }, missing),
    row('DeleteAccountAssignment', to(marta), { ...to(marta), PermissionSetArn: noSet }, missing),
    row(
      'DescribeAccountAssignmentCreationStatus',
      { ...there, AccountAssignmentCreationRequestId: creation },
      { ...there, AccountAssignmentCreationRequestId: noRequest },
      missing,
    ),
    row(
      'DescribeAccountAssignmentDeletionStatus',
      { ...there, AccountAssignmentDeletionRequestId: deletion },
      { ...there, AccountAssignmentDeletionRequestId: noRequest },
      missing,
    ),
    row(
      'ListAccountAssignmentCreationStatus',
      { ...there, Filter: { Status: 'SUCCEEDED' } },
      { ...there, Filter: { Status: 'DONE' } },
      invalid,
    ),
    row('ListAccountAssignmentDeletionStatus', { ...there, MaxResults: 1 }, 'ivan', denied),
    row('ListAccountAssignments', { ...own, AccountId: member }, { ...gone, AccountId: member }, missing),
    row(
      'ListAccountAssignmentsForPrincipal',
      { ...there, PrincipalType: 'USER', PrincipalId: marta },
      { ...there, PrincipalType: 'ROLE', PrincipalId: marta },
      invalid,
    ),
    row('ListAccountsForProvisionedPermissionSet', own, gone, missing),
    row('ListPermissionSetsProvisionedToAccount', { ...there, AccountId: member }, 'ivan', denied),
    row(
      'ProvisionPermissionSet',
      { ...own, TargetType: 'ALL_PROVISIONED_ACCOUNTS' },
      { ...gone, TargetType: 'ALL_PROVISIONED_ACCOUNTS' },
      missing,
    ),
    row(
      'DescribePermissionSetProvisioningStatus',
      { ...there, ProvisionPermissionSetRequestId: provisioning },
      { ...there, ProvisionPermissionSetRequestId: noRequest },
      missing,
    ),
  ]
}

export const ssoAdminRows = (ground: Ground): readonly Row[] => [...setRows(ground), ...assignmentRows(ground)]

export function identityStoreRows({ store, marta, group }: Ground): readonly Row[] {
  const there = { IdentityStoreId: store }
  return [
    row('ListUsers', { ...there, MaxResults: 1 }, { ...there, MaxResults: 101 }, invalid),
    row('ListGroups', { ...there, MaxResults: 1 }, 'ivan', denied),
    row('ListGroupMemberships', { ...there, GroupId: group }, { ...there, GroupId: noRequest }, missing),
    row('DescribeUser', { ...there, UserId: marta }, { ...there, UserId: noRequest }, missing),
  ]
}

/** Through a view of the account, which the world makes. */
export const resourceExplorerRows = (view: string): readonly Row[] => [
  row('GetDefaultView', {}, 'nobody', unknown),
  row('GetIndex', {}, 'nobody', unknown),
  row('GetView', { ViewArn: view }, 'ivan', denied),
  row('ListIndexes', { MaxResults: 1 }, 'ivan', denied),
  row(
    'ListResources',
    { ViewArn: view, MaxResults: 1, Filters: { FilterString: 'service:sqs' } },
    { ViewArn: `${view}0` },
    'UnauthorizedException',
  ),
  row('ListSupportedResourceTypes', { MaxResults: 1 }, { MaxResults: 1001 }, 'ValidationException'),
  row('ListViews', {}, 'ivan', denied),
  row(
    'Search',
    { ViewArn: view, QueryString: 'orders', MaxResults: 1 },
    { QueryString: 'x'.repeat(1281) },
    'ValidationException',
  ),
]

export const organizationsRows: readonly Row[] = [
  row('DescribeOrganization', {}, 'nobody', unknown),
  row('ListAccounts', { MaxResults: 1 }, { MaxResults: 21 }, 'InvalidInputException'),
]
