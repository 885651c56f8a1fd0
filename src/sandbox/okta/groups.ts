// Groups, who is in them, which rules fill them and which administrator roles they carry.

import {
  type Answer,
  type Asked,
  equalIn,
  found,
  invalid,
  notFound,
  nothing,
  paged,
  type Route,
  refused,
  timeOf,
} from './asked.ts'
import { renderUser, userNamed } from './users.ts'
import type { Group, OktaWorld } from './world.ts'

export const renderGroup = (group: Group, url: URL): unknown => ({
  id: group.id,
  created: timeOf(group.created),
  lastUpdated: timeOf(group.created),
  lastMembershipUpdated: timeOf(group.membersChanged),
  objectClass: [group.type === 'APP_GROUP' ? 'okta:windows_security_principal' : 'okta:user_group'],
  type: group.type,
  profile: group.profile,
  _links: { self: { href: `${url.origin}/api/v1/groups/${group.id}` } },
})

const groupOf = ({ okta, parameters }: Asked): Group | undefined =>
  okta.groups.find(({ id }) => id === parameters['groupId'])

const missing = ({ parameters }: Asked): Answer => notFound(parameters['groupId'] ?? '', 'UserGroup')

function list(asked: Asked): Answer {
  const wanted = equalIn(asked.url)
  const search = asked.url.searchParams.get('search')
  if (search !== null && wanted === null) return invalid('search', 'The sandbox understands `profile.x eq "y"` only.')
  const groups = asked.okta.groups.filter(
    (group) =>
      wanted === null ||
      String(
        wanted.name === 'id' || wanted.name === 'type' ? group[wanted.name] : group.profile[wanted.name],
      ).toLowerCase() === wanted.value.toLowerCase(),
  )
  return paged(
    asked,
    groups,
    10_000,
    ({ id }) => id,
    (group) => renderGroup(group, asked.url),
  )
}

function get(asked: Asked): Answer {
  const group = groupOf(asked)
  return group === undefined ? missing(asked) : found(renderGroup(group, asked.url))
}

function members(asked: Asked): Answer {
  const group = groupOf(asked)
  if (group === undefined) return missing(asked)
  const users = group.members.flatMap((id) => asked.okta.users.find((user) => user.id === id) ?? [])
  return paged(
    asked,
    users,
    1000,
    ({ id }) => id,
    (user) => renderUser(user, asked.url),
  )
}

const withMembers = (okta: OktaWorld, group: Group, members: readonly string[], now: number): OktaWorld => ({
  ...okta,
  groups: okta.groups.map((one) => (one.id === group.id ? { ...one, members, membersChanged: now } : one)),
})

/** Adding who is in and removing who is not succeed (Okta API reference, group members). */
const changing =
  (edit: (members: readonly string[], user: string) => readonly string[]) =>
  (asked: Asked): Answer => {
    const group = groupOf(asked)
    if (group === undefined) return missing(asked)
    const user = userNamed(asked.okta, asked.parameters['userId'] ?? '')
    if (user === undefined) return notFound(asked.parameters['userId'] ?? '', 'User')
    if (group.type !== 'OKTA_GROUP')
      return refused(403, 'E0000006', 'You do not have permission to perform the requested action', [
        'Membership of a group of this type is not managed in Okta.',
      ])
    if (user.status === 'DEPROVISIONED')
      return refused(403, 'E0000006', 'You do not have permission to perform the requested action', [
        'The user is deactivated.',
      ])
    return nothing(withMembers(asked.okta, group, edit(group.members, user.id), asked.now))
  }

const add = changing((members, user) => (members.includes(user) ? members : [...members, user]))
const remove = changing((members, user) => members.filter((id) => id !== user))

function roles(asked: Asked): Answer {
  const group = groupOf(asked)
  if (group === undefined) return missing(asked)
  return found(
    group.adminRoles.map((type, at) => ({
      id: `KVJ${at}${group.id}`,
      type,
      label: type,
      status: 'ACTIVE',
      assignmentType: 'GROUP',
    })),
  )
}

function rules(asked: Asked): Answer {
  return paged(
    asked,
    asked.okta.rules,
    200,
    ({ id }) => id,
    (rule) => ({
      id: rule.id,
      name: rule.name,
      type: 'group_rule',
      status: rule.status,
      actions: { assignUserToGroups: { groupIds: rule.groups } },
    }),
  )
}

const READ = { scope: 'okta.groups.read', may: ['okta.groups.read'], on: null } as const
const MEMBERS = {
  scope: 'okta.groups.manage',
  may: ['okta.groups.members.manage', 'okta.groups.manage'],
  on: 'groupId',
} as const

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/groups', ...READ, answer: list },
  { method: 'GET', path: '/api/v1/groups/rules', ...READ, answer: rules },
  { method: 'GET', path: '/api/v1/groups/{groupId}', ...READ, answer: get },
  { method: 'GET', path: '/api/v1/groups/{groupId}/users', ...READ, answer: members },
  {
    method: 'GET',
    path: '/api/v1/groups/{groupId}/roles',
    scope: 'okta.roles.read',
    may: ['okta.iam.read'],
    on: null,
    answer: roles,
  },
  { method: 'PUT', path: '/api/v1/groups/{groupId}/users/{userId}', ...MEMBERS, answer: add },
  { method: 'DELETE', path: '/api/v1/groups/{groupId}/users/{userId}', ...MEMBERS, answer: remove },
]
