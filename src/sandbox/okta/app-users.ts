// Who may use an app, with which values: read, written as a whole, and taken away.

import { appOf, noApp, withApp } from './apps.ts'
import {
  type Answer,
  type Asked,
  changed,
  found,
  invalid,
  isObject,
  notFound,
  nothing,
  paged,
  type Route,
  refused,
  timeOf,
} from './asked.ts'
import { userNamed } from './users.ts'
import type { App, AppUser, OktaWorld } from './world.ts'

const render = (app: App, user: AppUser, url: URL): unknown => ({
  id: user.id,
  created: timeOf(user.created),
  lastUpdated: timeOf(user.changed),
  scope: user.scope,
  status: 'ACTIVE',
  statusChanged: timeOf(user.changed),
  passwordChanged: null,
  syncState: 'DISABLED',
  credentials: { userName: user.userName },
  profile: user.profile,
  _links: {
    app: { href: `${url.origin}/api/v1/apps/${app.id}` },
    user: { href: `${url.origin}/api/v1/users/${user.id}` },
  },
})

/** Members of groups that are assigned are users of the app as well, with the group's values. */
export function usersOf({ groups }: OktaWorld, app: App): readonly AppUser[] {
  const direct = new Set(app.users.map(({ id }) => id))
  const byGroup = app.groups.flatMap(({ id, profile }) =>
    (groups.find((group) => group.id === id)?.members ?? []).map((user) => ({ user, profile })),
  )
  const through = new Map(byGroup.map(({ user, profile }) => [user, profile]))
  return [
    ...app.users,
    ...[...through].flatMap(([id, profile]): AppUser[] =>
      direct.has(id) ? [] : [{ id, scope: 'GROUP', userName: '', profile, created: app.created, changed: app.changed }],
    ),
  ]
}

const named = (okta: OktaWorld, user: AppUser): AppUser =>
  user.userName === ''
    ? { ...user, userName: String(okta.users.find(({ id }) => id === user.id)?.profile['login'] ?? '') }
    : user

const isThroughGroup = ({ groups }: OktaWorld, app: App, user: string): boolean =>
  app.groups.some(({ id }) => groups.find((group) => group.id === id)?.members.includes(user) === true)

type OnUser = (asked: Asked, app: App, user: AppUser) => Answer

const onUser =
  (run: OnUser) =>
  (asked: Asked): Answer => {
    const app = appOf(asked)
    if (app === undefined) return noApp(asked)
    const id = asked.parameters['userId'] ?? ''
    const user = usersOf(asked.okta, app).find((one) => one.id === id)
    return user === undefined ? notFound(id, 'AppUser') : run(asked, app, named(asked.okta, user))
  }

/** A value that no attribute of the app takes is refused, and so is one of another type. */
function wrongIn(app: App, profile: Readonly<Record<string, unknown>>): string | null {
  const attributes: Readonly<Record<string, unknown>> = { ...app.schema.base, ...app.schema.custom }
  for (const [name, value] of Object.entries(profile)) {
    const attribute = attributes[name]
    if (!isObject(attribute)) return `${name} is no attribute of this app`
    const type = Array.isArray(value) ? 'array' : typeof value
    if (value !== null && type !== attribute['type']) return `${name} must be of the type ${String(attribute['type'])}`
  }
  return null
}

/** Roles that Okta has never heard of cannot be given to anybody (Okta documentation, AWS Account Federation). */
function unknownRole(app: App, profile: Readonly<Record<string, unknown>>): string | null {
  const attribute = app.schema.base['samlRoles']
  const items = isObject(attribute) && isObject(attribute['items']) ? attribute['items'] : {}
  const roles = profile['samlRoles']
  if (!Array.isArray(items['enum']) || !Array.isArray(roles)) return null
  const offered: readonly unknown[] = items['enum']
  const strange = roles.find((role: unknown) => !offered.includes(role))
  return strange === undefined ? null : `${String(strange)} is not among the roles of the app`
}

const faulty = (app: App, profile: Readonly<Record<string, unknown>>): Answer | null => {
  const wrong = wrongIn(app, profile) ?? unknownRole(app, profile)
  return wrong === null ? null : invalid('profile', wrong)
}

const put = (asked: Asked, app: App, user: AppUser): Answer => {
  const users = [...app.users.filter(({ id }) => id !== user.id), user]
  return changed(withApp(asked.okta, { ...app, users }), render(app, user, asked.url))
}

function list(asked: Asked): Answer {
  const app = appOf(asked)
  if (app === undefined) return noApp(asked)
  return paged(
    asked,
    usersOf(asked.okta, app),
    500,
    ({ id }) => id,
    (user) => render(app, named(asked.okta, user), asked.url),
  )
}

/** Assigning who is assigned makes the assignment their own. */
function assign(asked: Asked): Answer {
  const app = appOf(asked)
  if (app === undefined) return noApp(asked)
  const user = userNamed(asked.okta, String(asked.body['id'] ?? ''))
  if (user === undefined) return notFound(String(asked.body['id']), 'User')
  if (user.status === 'DEPROVISIONED')
    return refused(403, 'E0000006', 'You do not have permission to perform the requested action')
  const profile = isObject(asked.body['profile']) ? asked.body['profile'] : {}
  const userName = String(user.profile['login'])
  const { now } = asked
  return (
    faulty(app, profile) ??
    put(asked, app, {
      id: user.id,
      scope: 'USER',
      userName,
      profile: { email: user.profile['email'], ...profile },
      created: now,
      changed: now,
    })
  )
}

/** The profile is written as a whole; whether values that are left out stay is not documented: here they go. */
const update = onUser((asked, app, user) => {
  const { profile, scope } = asked.body
  const given = isObject(profile) ? profile : user.profile
  if (scope === 'GROUP') {
    if (!isThroughGroup(asked.okta, app, user.id)) return invalid('scope', 'The user is in no group of the app.')
    const after = { ...app, users: app.users.filter(({ id }) => id !== user.id) }
    const left = usersOf(asked.okta, after).find(({ id }) => id === user.id) ?? user
    return changed(withApp(asked.okta, after), render(after, named(asked.okta, left), asked.url))
  }
  return faulty(app, given) ?? put(asked, app, { ...user, scope: 'USER', profile: given, changed: asked.now })
})

const unassign = onUser((asked, app, user) => {
  if (isThroughGroup(asked.okta, app, user.id))
    return refused(
      403,
      'E0000042',
      'The user cannot be unassigned from the app since it was granted by group memberships.',
    )
  return nothing(withApp(asked.okta, { ...app, users: app.users.filter(({ id }) => id !== user.id) }))
})

const get = onUser(({ url }, app, user) => found(render(app, user, url)))

const READ = {
  scope: 'okta.apps.read',
  may: ['okta.apps.read', 'okta.users.appAssignment.manage', 'okta.apps.manage'],
  on: 'appId',
} as const
const WRITE = {
  scope: 'okta.apps.manage',
  may: ['okta.users.appAssignment.manage', 'okta.apps.manage'],
  on: 'appId',
} as const
const USERS = '/api/v1/apps/{appId}/users'

export const appUserRoutes: readonly Route[] = [
  { method: 'GET', path: USERS, ...READ, answer: list },
  { method: 'POST', path: USERS, ...WRITE, answer: assign },
  { method: 'GET', path: `${USERS}/{userId}`, ...READ, answer: get },
  { method: 'POST', path: `${USERS}/{userId}`, ...WRITE, answer: update },
  { method: 'DELETE', path: `${USERS}/{userId}`, ...WRITE, answer: unassign },
]
