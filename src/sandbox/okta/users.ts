// People: found by id, login or a word of their profile.

import { type Asked, equalIn, found, invalid, notFound, paged, type Route, timeOf } from './asked.ts'
import { renderGroup } from './groups.ts'
import type { OktaWorld, User } from './world.ts'

export const renderUser = (user: User, url: URL): unknown => ({
  id: user.id,
  status: user.status,
  created: timeOf(user.created),
  activated: null,
  statusChanged: timeOf(user.changed),
  lastLogin: null,
  lastUpdated: timeOf(user.changed),
  passwordChanged: null,
  type: { id: 'oty1' },
  profile: user.profile,
  credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
  _links: { self: { href: `${url.origin}/api/v1/users/${user.id}` } },
})

const same = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase()

/** By id, by login, or by the part of the login before the @ where only one has it. */
export function userNamed({ users }: OktaWorld, name: string): User | undefined {
  const exact = users.find(({ id, profile }) => id === name || same(profile['login'], name))
  if (exact !== undefined) return exact
  const short = users.filter(({ profile }) => same(String(profile['login'] ?? '').split('@')[0], name))
  return short.length === 1 ? short[0] : undefined
}

function list(asked: Asked) {
  const wanted = equalIn(asked.url)
  const search = asked.url.searchParams.get('search')
  if (search !== null && wanted === null) return invalid('search', 'The sandbox understands `profile.x eq "y"` only.')
  const users = asked.okta.users.filter((user) => {
    // Without a search the deactivated are left out (Okta API reference, list users).
    if (wanted === null) return user.status !== 'DEPROVISIONED'
    const value = wanted.name === 'id' ? user.id : wanted.name === 'status' ? user.status : user.profile[wanted.name]
    return same(value, wanted.value)
  })
  return paged(
    asked,
    users,
    200,
    ({ id }) => id,
    (user) => renderUser(user, asked.url),
  )
}

function get({ okta, parameters, url }: Asked) {
  const user = userNamed(okta, parameters['id'] ?? '')
  return user === undefined ? notFound(parameters['id'] ?? '', 'User') : found(renderUser(user, url))
}

function groupsOf({ okta, parameters, url }: Asked) {
  const user = userNamed(okta, parameters['id'] ?? '')
  if (user === undefined) return notFound(parameters['id'] ?? '', 'User')
  return found(okta.groups.filter(({ members }) => members.includes(user.id)).map((group) => renderGroup(group, url)))
}

const READ = { scope: 'okta.users.read', may: ['okta.users.read'], on: null } as const

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/users', ...READ, answer: list },
  { method: 'GET', path: '/api/v1/users/{id}', ...READ, answer: get },
  { method: 'GET', path: '/api/v1/users/{id}/groups', ...READ, answer: groupsOf },
]
