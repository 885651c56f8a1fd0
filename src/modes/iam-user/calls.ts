// Every operation this mode may make, reads too: the roles that owners install are made from this table.

import type { Conditions } from '../../core/model/policy-document.ts'
import type { Job } from '../../core/model/settings.ts'
import type { Call, Effect } from '../../core/plan/provisioner.ts'
import type { IamOp } from '../../edges/aws/aws.ts'
import type { Operation, With } from '../aws/operation.ts'
import { laneOf } from './naming.ts'

const OURS = ['arn:{partition}:iam::{account}:policy/daypass/{installation}/*']
const ANY_POLICY = ['arn:{partition}:iam::{account}:policy/*', 'arn:{partition}:iam::aws:policy/*']
const USERS = ['arn:{partition}:iam::{account}:user/*']
const GROUPS = ['arn:{partition}:iam::{account}:group/*']
const ROLES = ['arn:{partition}:iam::{account}:role/*']
const OUR_TAGS: Conditions = { 'ForAllValues:StringLike': { 'aws:TagKeys': ['daypass:{installation}:*'] } }
const OUR_POLICIES: Conditions = { ArnLike: { 'iam:PolicyARN': OURS } }
/** Ours, and what owners let be attached as it is. */
const ATTACHABLE: Conditions = { ArnLike: { 'iam:PolicyARN': [...OURS, '{handsOut.policies}'] } }

const reads = (action: string, resources: readonly string[], jobs: readonly Job[]): Operation => ({
  action,
  resources,
  lane: null,
  effect: 'reads',
  jobs,
})

const writes = (action: string, effect: Effect, resources: readonly string[], conditions?: Conditions): Operation => ({
  action,
  resources,
  ...(conditions === undefined ? {} : { conditions: [conditions] }),
  lane: 'iam:{account}',
  effect,
  jobs: effect === 'takes' || action === 'iam:UntagUser' ? ['apply', 'expire'] : ['apply'],
})

export const OPERATIONS = {
  GetAccountAuthorizationDetails: reads('iam:GetAccountAuthorizationDetails', ['*'], ['apply', 'expire', 'inventory']),
  GetPolicy: reads('iam:GetPolicy', ANY_POLICY, ['apply', 'expire', 'inventory']),
  GetPolicyVersion: reads('iam:GetPolicyVersion', ANY_POLICY, ['apply', 'expire', 'inventory']),
  ListPolicyVersions: reads('iam:ListPolicyVersions', OURS, ['apply', 'expire']),
  ListEntitiesForPolicy: reads('iam:ListEntitiesForPolicy', OURS, ['apply', 'expire']),

  CreatePolicy: { ...writes('iam:CreatePolicy', 'prepares', OURS), also: ['iam:TagPolicy'] },
  CreatePolicyVersion: writes('iam:CreatePolicyVersion', 'gives', OURS),
  AttachUserPolicy: writes('iam:AttachUserPolicy', 'gives', USERS, ATTACHABLE),
  AddUserToGroup: writes('iam:AddUserToGroup', 'gives', ['{handsOut.groups}']),
  TagUser: writes('iam:TagUser', 'prepares', USERS, OUR_TAGS),
  UntagUser: writes('iam:UntagUser', 'prepares', USERS, OUR_TAGS),

  // Taking is not limited to what may be handed out today: what stands there may have been given under older settings.
  DetachUserPolicy: writes('iam:DetachUserPolicy', 'takes', USERS),
  DetachGroupPolicy: writes('iam:DetachGroupPolicy', 'takes', GROUPS, OUR_POLICIES),
  DetachRolePolicy: writes('iam:DetachRolePolicy', 'takes', ROLES, OUR_POLICIES),
  DeletePolicyVersion: writes('iam:DeletePolicyVersion', 'takes', OURS),
  DeletePolicy: writes('iam:DeletePolicy', 'takes', OURS),
  RemoveUserFromGroup: writes('iam:RemoveUserFromGroup', 'takes', GROUPS),
} as const satisfies Partial<Record<IamOp, Operation>>

export type Op = keyof typeof OPERATIONS

/** Operations that change something: what a call can be. */
export const WRITES = [
  'CreatePolicy',
  'CreatePolicyVersion',
  'AttachUserPolicy',
  'AddUserToGroup',
  'TagUser',
  'UntagUser',
  'DetachUserPolicy',
  'DetachGroupPolicy',
  'DetachRolePolicy',
  'DeletePolicyVersion',
  'DeletePolicy',
  'RemoveUserFromGroup',
] as const satisfies readonly Op[]

export type Write = (typeof WRITES)[number]

export const isWrite = (op: string): op is Write => WRITES.some((write) => write === op)

/** A call in one account; its effect is the table's unless this one does something else. */
export function callOf(op: Write, account: string, given: With, effect?: Call['effect']): Call<Write> {
  const usual: Operation['effect'] = OPERATIONS[op].effect
  if (usual === 'reads') throw new Error(`${op} only reads`)
  return { op, lane: laneOf(account), effect: effect ?? usual, with: { account, ...given } }
}
