// Every operation of Okta's API that is used: how it is asked and how its answer is read.

import {
  type OktaApp,
  type OktaAppSchema,
  type OktaAppUser,
  type OktaClientRole,
  type OktaGroup,
  type OktaGroupRule,
  type OktaUser,
  readApp,
  readAppSchema,
  readAppUser,
  readClientRole,
  readGroup,
  readGroupRule,
  readPermissions,
  readRole,
  readUser,
  readWhole,
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

/** Answers with a text that is no JSON. */
export interface GetText extends Operation {
  readonly accept: string
}

/** May be made again without doing anything twice: adding who is in and removing who is not succeed. */
export interface Send extends Operation {
  readonly method: 'PUT' | 'POST' | 'DELETE'
  /** 200 with what was written as JSON, or 204 with nothing: by any other answer nobody knows whether it was done. */
  readonly answers: 200 | 204
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

export const assignUserToGroup: Send = { op: 'assignUserToGroup', method: 'PUT', path: MEMBER, answers: 204 }
export const unassignUserFromGroup: Send = { op: 'unassignUserFromGroup', method: 'DELETE', path: MEMBER, answers: 204 }

const APP = '/api/v1/apps/{appId}'
const APP_USERS = `${APP}/users`
const APP_USER = `${APP_USERS}/{userId}`

export const getApplication: Get<OktaApp> = { op: 'getApplication', path: APP, read: readApp }
export const getApplicationUserSchema: Get<OktaAppSchema> = {
  op: 'getApplicationUserSchema',
  path: '/api/v1/meta/schemas/apps/{appId}/default',
  read: readAppSchema,
}
export const getApplicationUser: Get<OktaAppUser> = { op: 'getApplicationUser', path: APP_USER, read: readAppUser }

/** For owners, who set apps: jobs only look. */
export const getApplicationWhole: Get<Readonly<Record<string, unknown>>> = { ...getApplication, read: readWhole }
export const replaceApplication: Send = { op: 'replaceApplication', method: 'PUT', path: APP, answers: 200 }
/** Attributes that are named are added, the others stay. */
export const updateApplicationUserProfile: Send = {
  op: 'updateApplicationUserProfile',
  method: 'POST',
  path: getApplicationUserSchema.path,
  answers: 200,
}

/** The SAML metadata by which AWS knows the app. */
export const previewSAMLmetadataForApplication: GetText = {
  op: 'previewSAMLmetadataForApplication',
  path: `${APP}/sso/saml/metadata`,
  accept: 'application/xml',
}

/** Assigning whoever is assigned and writing what is written change nothing. */
export const assignUserToApplication: Send = {
  op: 'assignUserToApplication',
  method: 'POST',
  path: APP_USERS,
  answers: 200,
}
export const updateApplicationUser: Send = { op: 'updateApplicationUser', method: 'POST', path: APP_USER, answers: 200 }
export const unassignUserFromApplication: Send = {
  op: 'unassignUserFromApplication',
  method: 'DELETE',
  path: APP_USER,
  answers: 204,
}

/** Of the service app itself: what its administrator roles permit. */
export const listRolesForClient: List<OktaClientRole> = {
  op: 'listRolesForClient',
  path: '/oauth2/v1/clients/{clientId}/roles',
  limit: null,
  read: readClientRole,
}
export const listRolePermissions: Get<readonly string[]> = {
  op: 'listRolePermissions',
  path: '/api/v1/iam/roles/{roleIdOrLabel}/permissions',
  read: readPermissions,
}
