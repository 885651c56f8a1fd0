// Every operation this mode may make, reads too: the scopes that the service app asks for are made from this table.

import type { Job } from '../../core/model/settings.ts'
import type { Call } from '../../core/plan/provisioner.ts'
import type { Content } from './content.ts'
import { laneOf } from './naming.ts'

interface Row {
  /** The OAuth scope that permits it (Okta API reference, security of each operation). */
  readonly scope: string
  /** What the service app's administrator role must permit (Okta developer documentation, role permissions). */
  readonly permission: string
  readonly effect: 'gives' | 'takes' | 'reads'
  readonly jobs: readonly Job[]
}

const ALL: readonly Job[] = ['apply', 'expire', 'inventory']

const reads = (scope: string, permission: string): Row => ({ scope, permission, effect: 'reads', jobs: ALL })
const MEMBERS = { scope: 'okta.groups.manage', permission: 'okta.groups.members.manage' } as const

export const OPERATIONS = {
  getUser: reads('okta.users.read', 'okta.users.read'),
  listUsers: reads('okta.users.read', 'okta.users.read'),
  getGroup: reads('okta.groups.read', 'okta.groups.read'),
  listGroups: reads('okta.groups.read', 'okta.groups.read'),
  listGroupUsers: reads('okta.groups.read', 'okta.groups.read'),
  listGroupRules: reads('okta.groups.read', 'okta.groups.read'),
  listGroupAssignedRoles: reads('okta.roles.read', 'okta.iam.read'),
  assignUserToGroup: { ...MEMBERS, effect: 'gives', jobs: ['apply'] },
  unassignUserFromGroup: { ...MEMBERS, effect: 'takes', jobs: ['apply', 'expire'] },
} as const satisfies Readonly<Record<string, Row>>

/** What a job asks for when it gets its token: no more than its operations need. */
export const scopesOf = (job: Job): readonly string[] => {
  const rows: readonly Row[] = Object.values(OPERATIONS)
  return [...new Set(rows.filter(({ jobs }) => jobs.includes(job)).map(({ scope }) => scope))].sort()
}

export type Write = 'assignUserToGroup' | 'unassignUserFromGroup'

export function callOf(op: Write, { host, userId, groupId, login, group }: Content): Call<Write> {
  const { effect } = OPERATIONS[op]
  return { op, lane: laneOf(host), effect, with: { login, group, userId, groupId } }
}
