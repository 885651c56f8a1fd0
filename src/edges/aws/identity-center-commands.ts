// The operations of IAM Identity Center, its identity store and Organizations that Daypass can call; loaded only with them.

import {
  DescribeUserCommand,
  ListGroupMembershipsCommand,
  ListGroupsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-identitystore'
import { DescribeOrganizationCommand, ListAccountsCommand } from '@aws-sdk/client-organizations'
import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DeleteInlinePolicyFromPermissionSetCommand,
  DeletePermissionSetCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  DescribePermissionSetCommand,
  DescribePermissionSetProvisioningStatusCommand,
  DetachCustomerManagedPolicyReferenceFromPermissionSetCommand,
  DetachManagedPolicyFromPermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  ListAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentDeletionStatusCommand,
  ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipalCommand,
  ListAccountsForProvisionedPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListInstancesCommand,
  ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSetsCommand,
  ListTagsForResourceCommand,
  ProvisionPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
} from '@aws-sdk/client-sso-admin'

export { IdentitystoreClient } from '@aws-sdk/client-identitystore'
export { OrganizationsClient } from '@aws-sdk/client-organizations'
export { SSOAdminClient } from '@aws-sdk/client-sso-admin'

export const SSO = {
  AttachCustomerManagedPolicyReferenceToPermissionSet: AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSet: AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignment: CreateAccountAssignmentCommand,
  CreatePermissionSet: CreatePermissionSetCommand,
  DeleteAccountAssignment: DeleteAccountAssignmentCommand,
  DeleteInlinePolicyFromPermissionSet: DeleteInlinePolicyFromPermissionSetCommand,
  DeletePermissionSet: DeletePermissionSetCommand,
  DescribeAccountAssignmentCreationStatus: DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatus: DescribeAccountAssignmentDeletionStatusCommand,
  DescribePermissionSet: DescribePermissionSetCommand,
  DescribePermissionSetProvisioningStatus: DescribePermissionSetProvisioningStatusCommand,
  DetachCustomerManagedPolicyReferenceFromPermissionSet: DetachCustomerManagedPolicyReferenceFromPermissionSetCommand,
  DetachManagedPolicyFromPermissionSet: DetachManagedPolicyFromPermissionSetCommand,
  GetInlinePolicyForPermissionSet: GetInlinePolicyForPermissionSetCommand,
  ListAccountAssignmentCreationStatus: ListAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentDeletionStatus: ListAccountAssignmentDeletionStatusCommand,
  ListAccountAssignments: ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipal: ListAccountAssignmentsForPrincipalCommand,
  ListAccountsForProvisionedPermissionSet: ListAccountsForProvisionedPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSet: ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListInstances: ListInstancesCommand,
  ListManagedPoliciesInPermissionSet: ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSets: ListPermissionSetsCommand,
  ListTagsForResource: ListTagsForResourceCommand,
  ProvisionPermissionSet: ProvisionPermissionSetCommand,
  PutInlinePolicyToPermissionSet: PutInlinePolicyToPermissionSetCommand,
} as const

export const STORE = {
  DescribeUser: DescribeUserCommand,
  ListGroupMemberships: ListGroupMembershipsCommand,
  ListGroups: ListGroupsCommand,
  ListUsers: ListUsersCommand,
} as const

export const ORGANIZATIONS = {
  DescribeOrganization: DescribeOrganizationCommand,
  ListAccounts: ListAccountsCommand,
} as const
