// Every operation this mode may make, reads too: in AWS, where roles are made from it, and in Okta.

import type { Conditions } from '../../core/model/policy-document.ts'
import type { Job } from '../../core/model/settings.ts'
import type { Call, Effect } from '../../core/plan/provisioner.ts'
import type { Operation, With } from '../aws/operation.ts'
import { laneOf } from './naming.ts'

const POOL = ['arn:{partition}:iam::{account}:role/daypass/{installation}/pool/*']
const ANY_POLICY = ['arn:{partition}:iam::{account}:policy/*', 'arn:{partition}:iam::aws:policy/*']
const OUR_TAG: Conditions = { 'ForAllValues:StringLike': { 'aws:TagKeys': ['daypass:state'] } }
const ALL: readonly Job[] = ['apply', 'expire', 'inventory']

const reads = (action: string, resources: readonly string[]): Operation => ({
  action,
  resources,
  lane: null,
  effect: 'reads',
  jobs: ALL,
})

export const OPERATIONS = {
  GetAccountAuthorizationDetails: reads('iam:GetAccountAuthorizationDetails', ['*']),
  GetPolicy: reads('iam:GetPolicy', ANY_POLICY),
  GetPolicyVersion: reads('iam:GetPolicyVersion', ANY_POLICY),
  PutRolePolicy: { action: 'iam:PutRolePolicy', resources: POOL, lane: 'okta:{app}', effect: 'gives', jobs: ['apply'] },
  TagRole: {
    action: 'iam:TagRole',
    resources: POOL,
    conditions: [OUR_TAG],
    lane: 'okta:{app}',
    effect: 'prepares',
    jobs: ['apply', 'expire'],
  },
  DeleteRolePolicy: {
    action: 'iam:DeleteRolePolicy',
    resources: POOL,
    lane: 'okta:{app}',
    effect: 'takes',
    jobs: ['apply', 'expire'],
  },
} as const satisfies Readonly<Record<string, Operation>>

interface Row {
  readonly scope: string
  readonly permission: string
  readonly effect: Effect | 'reads'
  readonly jobs: readonly Job[]
}

const APPS = { scope: 'okta.apps.manage', permission: 'okta.users.appAssignment.manage' } as const

/** In Okta: scope and permission of the administrator role, on the one app (Okta developer documentation, role permissions). */
export const OKTA_OPERATIONS = {
  getUser: { scope: 'okta.users.read', permission: 'okta.users.read', effect: 'reads', jobs: ALL },
  listUsers: { scope: 'okta.users.read', permission: 'okta.users.read', effect: 'reads', jobs: ALL },
  getApplication: { scope: 'okta.apps.read', permission: 'okta.apps.read', effect: 'reads', jobs: ALL },
  getApplicationUserSchema: { scope: 'okta.schemas.read', permission: 'okta.apps.read', effect: 'reads', jobs: ALL },
  getApplicationUser: { scope: 'okta.apps.read', permission: 'okta.apps.read', effect: 'reads', jobs: ALL },
  assignUserToApplication: { ...APPS, effect: 'gives', jobs: ['apply'] },
  updateApplicationUser: { ...APPS, effect: 'gives', jobs: ['apply', 'expire'] },
  unassignUserFromApplication: { ...APPS, effect: 'takes', jobs: ['apply', 'expire'] },
} as const satisfies Readonly<Record<string, Row>>

/** What a job asks for when it gets its token, beside what groups need. */
export const scopesOf = (job: Job): readonly string[] => {
  const rows: readonly Row[] = Object.values(OKTA_OPERATIONS)
  return [...new Set(rows.filter(({ jobs }) => jobs.includes(job)).map(({ scope }) => scope))].sort()
}

/** A call; one effect in natural keys. The last two are of Okta: which roles somebody may enter by. */
const EFFECTS = {
  PutRolePolicy: 'gives',
  TagRole: 'prepares',
  DeleteRolePolicy: 'takes',
  addRoleToAppUser: 'gives',
  removeRoleFromAppUser: 'takes',
} as const satisfies Readonly<Record<string, Effect>>

export type Write = keyof typeof EFFECTS

export const isWrite = (op: string): op is Write => Object.hasOwn(EFFECTS, op)

export const callOf = (op: Write, app: string, given: With, effect?: Call['effect']): Call<Write> => ({
  op,
  lane: laneOf(app),
  effect: effect ?? EFFECTS[op],
  with: given,
})
