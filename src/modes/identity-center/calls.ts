// Every operation this mode may make, reads too: the roles that owners install are made from this table.

import type { Conditions } from '../../core/model/policy-document.ts'
import type { Call, Effect } from '../../core/plan/provisioner.ts'
import type { IamOp, OrganizationsOp, SsoOp, StoreOp } from '../../edges/aws/aws.ts'
import type { Operation, With } from '../aws/operation.ts'
import { laneOf } from './naming.ts'

const INSTANCE = 'arn:{partition}:sso:::instance/*'
const SETS = 'arn:{partition}:sso:::permissionSet/*'
const ACCOUNTS = 'arn:{partition}:sso:::account/*'
const EVERYWHERE = [INSTANCE, SETS, ACCOUNTS]
/** Only sets that this installation made: others cannot be written, whatever the code thinks they are. */
const OURS: Conditions = { StringEquals: { 'aws:ResourceTag/daypass:installation': ['{installation}'] } }
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

const writes = (
  action: string,
  effect: Effect,
  resources: readonly string[],
  conditions?: Conditions,
  also?: readonly string[],
): Operation => ({
  action,
  ...(also === undefined ? {} : { also }),
  resources,
  ...(conditions === undefined ? {} : { conditions }),
  at: 'home',
  lane: 'sso:{account}',
  effect,
  jobs: effect === 'takes' ? ['apply', 'expire'] : ['apply'],
})

const ON_SET = [INSTANCE, SETS]

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

  CreatePermissionSet: writes('sso:CreatePermissionSet', 'prepares', ON_SET, AS_OURS, ['sso:TagResource']),
  PutInlinePolicyToPermissionSet: writes('sso:PutInlinePolicyToPermissionSet', 'gives', ON_SET, OURS),
  AttachManagedPolicyToPermissionSet: writes('sso:AttachManagedPolicyToPermissionSet', 'gives', ON_SET, OURS),
  AttachCustomerManagedPolicyReferenceToPermissionSet: writes(
    'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
    'gives',
    ON_SET,
    OURS,
  ),
  CreateAccountAssignment: writes('sso:CreateAccountAssignment', 'gives', EVERYWHERE),

  ProvisionPermissionSet: writes('sso:ProvisionPermissionSet', 'takes', EVERYWHERE, OURS),
  DetachManagedPolicyFromPermissionSet: writes('sso:DetachManagedPolicyFromPermissionSet', 'takes', ON_SET, OURS),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: writes(
    'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
    'takes',
    ON_SET,
    OURS,
  ),
  DeleteInlinePolicyFromPermissionSet: writes('sso:DeleteInlinePolicyFromPermissionSet', 'takes', ON_SET, OURS),
  DeleteAccountAssignment: writes('sso:DeleteAccountAssignment', 'takes', EVERYWHERE),
  DeletePermissionSet: writes('sso:DeletePermissionSet', 'takes', ON_SET, OURS),
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
export function callOf(op: Write, account: string, given: With, effect?: Effect): Call<Write> {
  const usual: Operation['effect'] = OPERATIONS[op].effect
  if (usual === 'reads') throw new Error(`${op} only reads`)
  return { op, lane: laneOf(account), effect: effect ?? usual, with: { account, ...given } }
}
