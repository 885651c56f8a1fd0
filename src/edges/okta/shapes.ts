// What is read of Okta's answers; anything else in them is passed over, and what is not as promised is garbage.

import { OktaRefusal } from './refusal.ts'

export interface OktaUser {
  readonly id: string
  /** ACTIVE, SUSPENDED, DEPROVISIONED … (Okta API reference, user status). */
  readonly status: string
  readonly login: string
  readonly email: string
  readonly profile: Readonly<Record<string, unknown>>
}

export interface OktaGroup {
  readonly id: string
  /** OKTA_GROUP, APP_GROUP, BUILT_IN. */
  readonly type: string
  readonly name: string
}

export interface OktaGroupRule {
  readonly id: string
  readonly name: string
  readonly status: string
  /** Ids of the groups that it fills. */
  readonly groups: readonly string[]
}

type Read<T> = (value: unknown) => T

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const garbage = (what: string): OktaRefusal => new OktaRefusal('garbage', `the answer holds no ${what}`)

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw garbage(what)
  return value
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw garbage(what)
  return value
}

export const readUser: Read<OktaUser> = (value) => {
  const { id, status, profile } = record(value, 'user')
  const told = record(profile, "user's profile")
  const email = told['email']
  return {
    id: text(id, "user's id"),
    status: text(status, "user's status"),
    login: text(told['login'], "user's login"),
    email: typeof email === 'string' ? email : '',
    profile: told,
  }
}

export const readGroup: Read<OktaGroup> = (value) => {
  const { id, type, profile } = record(value, 'group')
  return {
    id: text(id, "group's id"),
    type: text(type, "group's type"),
    name: text(record(profile, "group's profile")['name'], "group's name"),
  }
}

export const readGroupRule: Read<OktaGroupRule> = (value) => {
  const { id, name, status, actions } = record(value, 'group rule')
  const { groupIds } = record(record(actions, "rule's actions")['assignUserToGroups'] ?? {}, "rule's groups")
  return {
    id: text(id, "rule's id"),
    name: typeof name === 'string' ? name : '',
    status: text(status, "rule's status"),
    groups: Array.isArray(groupIds) ? groupIds.map((one) => text(one, "group's id")) : [],
  }
}

/** The type of an administrator role that a group carries: `SUPER_ADMIN`, `CUSTOM` …. */
export const readRole: Read<string> = (value) => text(record(value, 'role')['type'], "role's type")

export interface OktaApp {
  readonly id: string
  /** The catalogue's name: `amazon_aws`. */
  readonly name: string
  readonly label: string
  readonly status: string
  /** `settings.app`. */
  readonly settings: Readonly<Record<string, unknown>>
}

export const readApp: Read<OktaApp> = (value) => {
  const { id, name, label, status, settings } = record(value, 'app')
  return {
    id: text(id, "app's id"),
    name: text(name, "app's name"),
    label: text(label, "app's label"),
    status: text(status, "app's status"),
    settings: record(record(settings, "app's settings")['app'] ?? {}, "app's own settings"),
  }
}

/** All that Okta said of an app, as it stands: what is written back must not lose a word. */
export const readWhole: Read<Readonly<Record<string, unknown>>> = (value) => record(value, 'app')

export interface OktaAppUser {
  readonly id: string
  /** USER: assigned in person; GROUP: through a group. */
  readonly scope: string
  /** What the app calls the person. */
  readonly userName: string
  readonly profile: Readonly<Record<string, unknown>>
}

export const readAppUser: Read<OktaAppUser> = (value) => {
  const { id, scope, credentials, profile } = record(value, "app's user")
  const { userName } = record(credentials ?? {}, "user's credentials")
  return {
    id: text(id, "user's id"),
    scope: text(scope, "user's scope"),
    userName: typeof userName === 'string' ? userName : '',
    profile: record(profile ?? {}, "user's profile"),
  }
}

/** Attributes of an app's users by name; types as JSON Schema calls them. */
export interface OktaAppSchema {
  readonly base: Readonly<Record<string, unknown>>
  readonly custom: Readonly<Record<string, unknown>>
}

export const readAppSchema: Read<OktaAppSchema> = (value) => {
  const { base, custom } = record(record(value, 'schema')['definitions'], "schema's definitions")
  const properties = (part: unknown) => record(record(part ?? {}, 'definition')['properties'] ?? {}, 'attributes')
  return { base: properties(base), custom: properties(custom) }
}

/** An administrator role that a client has. */
export interface OktaClientRole {
  /** `SUPER_ADMIN` …, or `CUSTOM`. */
  readonly type: string
  /** Of a custom role: what its permissions are asked by; null: a standard one. */
  readonly role: string | null
}

export const readClientRole: Read<OktaClientRole> = (value) => {
  const { type, role } = record(value, 'role')
  return { type: text(type, "role's type"), role: typeof role === 'string' ? role : null }
}

/** Names of permissions: `okta.groups.read` …. */
export const readPermissions: Read<readonly string[]> = (value) => {
  const { permissions } = record(value, 'permissions')
  if (!Array.isArray(permissions)) throw garbage('permissions')
  return permissions.map((one) => text(record(one, 'permission')['label'], "permission's label"))
}
