// Every operation this mode may make, reads too: the roles that owners install are made from this table.

import type { Conditions } from '../../core/model/policy-document.ts'
import type { Call, Effect } from '../../core/plan/provisioner.ts'
import type { IamOp, OrganizationsOp, SsoOp, StoreOp } from '../../edges/aws/aws.ts'
import type { Operation, With } from '../aws/operation.ts'
import { ASSIGNABLE_TAG, laneOf } from './naming.ts'

const INSTANCE = 'arn:{partition}:sso:::instance/*'
const SETS = 'arn:{partition}:sso:::permissionSet/*'
const ACCOUNTS = 'arn:{partition}:sso:::account/*'
/** Only sets that this installation made: others cannot be written, whatever the code thinks they are. */
const OURS: Conditions = { StringEquals: { 'aws:ResourceTag/daypass:installation': ['{installation}'] } }
/** Existing sets that owners let be assigned as they are. */
const ASSIGNABLE: Conditions = { StringEquals: { [`aws:ResourceTag/${ASSIGNABLE_TAG}`]: ['{installation}'] } }
const AS_OURS: Conditions = { StringEquals: { 'aws:RequestTag/daypass:installation': ['{installation}'] } }

const reads = (action: string, resources: readonly string[] = ['*']): Operation => ({
  action,
  resources,
  at: 'home',
  lane: null,
  effect: 'reads',
  jobs: ['apply', 'expire', 'inventory'],
})

const inAccount = (action: string, resources: readonly string[] = ['*']): Operation => ({
  action,
  resources,
  lane: null,
  effect: 'reads',
  jobs: ['apply', 'expire', 'inventory'],
})

const writes = (action: string, effect: Effect): Operation => ({
  action,
  resources: [SETS],
  beside: [INSTANCE],
  conditions: [OURS],
  at: 'home',
  lane: 'sso:{account}',
  effect,
  jobs: effect === 'takes' ? ['apply', 'expire'] : ['apply'],
})

export const OPERATIONS = {
  DescribeOrganization: reads('organizations:DescribeOrganization'),
  ListAccounts: reads('organizations:ListAccounts'),
  ListUsers: reads('identitystore:ListUsers'),
  ListInstances: reads('sso:ListInstances'),
  ListPermissionSets: reads('sso:ListPermissionSets'),
  DescribePermissionSet: reads('sso:DescribePermissionSet'),
  ListTagsForResource: reads('sso:ListTagsForResource'),
  GetInlinePolicyForPermissionSet: reads('sso:GetInlinePolicyForPermissionSet'),
  ListManagedPoliciesInPermissionSet: reads('sso:ListManagedPoliciesInPermissionSet'),
  ListCustomerManagedPolicyReferencesInPermissionSet: reads('sso:ListCustomerManagedPolicyReferencesInPermissionSet'),
  ListAccountAssignments: reads('sso:ListAccountAssignments'),
  ListAccountAssignmentsForPrincipal: reads('sso:ListAccountAssignmentsForPrincipal'),
  ListAccountsForProvisionedPermissionSet: reads('sso:ListAccountsForProvisionedPermissionSet'),
  ListAccountAssignmentCreationStatus: reads('sso:ListAccountAssignmentCreationStatus'),
  ListAccountAssignmentDeletionStatus: reads('sso:ListAccountAssignmentDeletionStatus'),
  DescribeAccountAssignmentCreationStatus: reads('sso:DescribeAccountAssignmentCreationStatus'),
  DescribeAccountAssignmentDeletionStatus: reads('sso:DescribeAccountAssignmentDeletionStatus'),
  DescribePermissionSetProvisioningStatus: reads('sso:DescribePermissionSetProvisioningStatus'),
  GetAccountAuthorizationDetails: inAccount('iam:GetAccountAuthorizationDetails'),
  GetPolicy: inAccount('iam:GetPolicy'),
  GetPolicyVersion: inAccount('iam:GetPolicyVersion'),

  CreatePermissionSet: {
    ...writes('sso:CreatePermissionSet', 'prepares'),
    resources: [INSTANCE, SETS],
    beside: [],
    conditions: [AS_OURS],
  },
  PutInlinePolicyToPermissionSet: writes('sso:PutInlinePolicyToPermissionSet', 'gives'),
  AttachManagedPolicyToPermissionSet: writes('sso:AttachManagedPolicyToPermissionSet', 'gives'),
  AttachCustomerManagedPolicyReferenceToPermissionSet: writes(
    'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
    'gives',
  ),
  CreateAccountAssignment: {
    ...writes('sso:CreateAccountAssignment', 'gives'),
    beside: [INSTANCE, ACCOUNTS],
    conditions: [OURS, ASSIGNABLE],
  },

  ProvisionPermissionSet: { ...writes('sso:ProvisionPermissionSet', 'takes'), beside: [INSTANCE, ACCOUNTS] },
  DetachManagedPolicyFromPermissionSet: writes('sso:DetachManagedPolicyFromPermissionSet', 'takes'),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: writes(
    'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
    'takes',
  ),
  DeleteInlinePolicyFromPermissionSet: writes('sso:DeleteInlinePolicyFromPermissionSet', 'takes'),
  // Of any set: its mark may have been taken off since somebody was assigned.
  DeleteAccountAssignment: {
    ...writes('sso:DeleteAccountAssignment', 'takes'),
    resources: [INSTANCE, SETS, ACCOUNTS],
    beside: [],
    conditions: [],
  },
  DeletePermissionSet: writes('sso:DeletePermissionSet', 'takes'),
} as const satisfies Partial<Record<SsoOp | StoreOp | OrganizationsOp | IamOp, Operation>>

export type Op = keyof typeof OPERATIONS

/** Operations that change something: what a call can be. */
export const WRITES = [
  'CreatePermissionSet',
  'PutInlinePolicyToPermissionSet',
  'AttachManagedPolicyToPermissionSet',
  'AttachCustomerManagedPolicyReferenceToPermissionSet',
  'CreateAccountAssignment',
  'ProvisionPermissionSet',
  'DetachManagedPolicyFromPermissionSet',
  'DetachCustomerManagedPolicyReferenceFromPermissionSet',
  'DeleteInlinePolicyFromPermissionSet',
  'DeleteAccountAssignment',
  'DeletePermissionSet',
] as const satisfies readonly Op[]

export type Write = (typeof WRITES)[number]

export const isWrite = (op: string): op is Write => WRITES.some((write) => write === op)

/** A call for one account; its effect is the table's unless this one does something else. */
export function callOf(op: Write, account: string, given: With, effect?: Call['effect']): Call<Write> {
  const usual: Operation['effect'] = OPERATIONS[op].effect
  if (usual === 'reads') throw new Error(`${op} only reads`)
  return { op, lane: laneOf(account), effect: effect ?? usual, with: { account, ...given } }
}
