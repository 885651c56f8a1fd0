// Every operation of Okta's API that is used: how it is asked and how its answer is read.

import {
  type OktaGroup,
  type OktaGroupRule,
  type OktaUser,
  readGroup,
  readGroupRule,
  readRole,
  readUser,
} from './shapes.ts'

interface Operation {
  /** As Okta's OpenAPI document calls it. */
  readonly op: string
  /** As that document writes it. */
  readonly path: string
}

export interface Get<T> extends Operation {
  readonly read: (value: unknown) => T
}

export interface List<T> extends Get<T> {
  /** As many a page as Okta recommends or takes; null: it is not asked for. */
  readonly limit: number | null
}

/** May be made again: adding who is in and removing who is not succeed. */
export interface Send extends Operation {
  readonly method: 'PUT' | 'DELETE'
}

const USERS = '/api/v1/users'
const GROUPS = '/api/v1/groups'

export const getUser: Get<OktaUser> = { op: 'getUser', path: `${USERS}/{id}`, read: readUser }
export const listUsers: List<OktaUser> = { op: 'listUsers', path: USERS, limit: 200, read: readUser }

export const getGroup: Get<OktaGroup> = { op: 'getGroup', path: `${GROUPS}/{groupId}`, read: readGroup }
export const listGroups: List<OktaGroup> = { op: 'listGroups', path: GROUPS, limit: 200, read: readGroup }
export const listGroupUsers: List<OktaUser> = {
  op: 'listGroupUsers',
  path: `${GROUPS}/{groupId}/users`,
  limit: 200,
  read: readUser,
}
export const listGroupRules: List<OktaGroupRule> = {
  op: 'listGroupRules',
  path: `${GROUPS}/rules`,
  limit: 200,
  read: readGroupRule,
}
export const listGroupAssignedRoles: List<string> = {
  op: 'listGroupAssignedRoles',
  path: `${GROUPS}/{groupId}/roles`,
  limit: null,
  read: readRole,
}

const MEMBER = `${GROUPS}/{groupId}/users/{userId}`

export const assignUserToGroup: Send = { op: 'assignUserToGroup', method: 'PUT', path: MEMBER }
export const unassignUserFromGroup: Send = { op: 'unassignUserFromGroup', method: 'DELETE', path: MEMBER }
