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
