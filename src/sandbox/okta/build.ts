// How an Okta organisation is made for a test or the demo: people and groups by name, ids counted.

import { WORKFORCE } from './rates.ts'
import type { Client, Group, GroupRule, OktaWorld, User, UserStatus } from './world.ts'

export interface UserDraft {
  /** Login and e-mail alike, unless the profile says otherwise. */
  readonly email: string
  readonly status?: UserStatus
  readonly profile?: Readonly<Record<string, unknown>>
}

export interface GroupDraft {
  readonly name: string
  readonly type?: Group['type']
  /** E-mail addresses. */
  readonly members?: readonly string[]
  readonly adminRoles?: readonly string[]
  readonly filledByRule?: boolean
}

export interface OktaDraft {
  readonly host: string
  readonly users: readonly UserDraft[]
  readonly groups: readonly GroupDraft[]
  readonly clients?: readonly Client[]
  readonly apiTokens?: readonly string[]
  readonly limits?: Readonly<Record<string, number>>
  readonly pageSize?: number
}

const numbered = (prefix: string, at: number): string => `${prefix}${String(at + 1).padStart(17, '0')}`

const userOf = (draft: UserDraft, at: number, now: number): User => {
  const [first = ''] = draft.email.split('@')
  const profile = { login: draft.email, email: draft.email, firstName: first, lastName: 'Harbor', ...draft.profile }
  return { id: numbered('00u', at), status: draft.status ?? 'ACTIVE', profile, created: now, changed: now }
}

export function okta(draft: OktaDraft, now: number): OktaWorld {
  const users = draft.users.map((one, at) => userOf(one, at, now))
  const idOf = (email: string): string => {
    const user = users.find(({ profile }) => profile['login'] === email)
    if (user === undefined) throw new Error(`nobody in Okta is called ${email}`)
    return user.id
  }
  const groups = draft.groups.map(
    (one, at): Group => ({
      id: numbered('00g', at),
      type: one.type ?? 'OKTA_GROUP',
      profile: { name: one.name },
      members: (one.members ?? []).map(idOf),
      adminRoles: one.adminRoles ?? [],
      created: now,
      membersChanged: now,
    }),
  )
  const rules = draft.groups.flatMap((one, at): GroupRule[] =>
    one.filledByRule === true
      ? [{ id: numbered('0pr', at), name: `fills ${one.name}`, status: 'ACTIVE', groups: [groups[at]?.id ?? ''] }]
      : [],
  )
  return {
    host: draft.host,
    users,
    groups,
    rules,
    apps: [],
    clients: draft.clients ?? [],
    accessTokens: [],
    apiTokens: draft.apiTokens ?? [],
    limits: draft.limits ?? WORKFORCE,
    used: {},
    ...(draft.pageSize === undefined ? {} : { pageSize: draft.pageSize }),
  }
}

export const groupNamed = ({ groups }: OktaWorld, name: string): Group => {
  const group = groups.find(({ profile }) => profile['name'] === name)
  if (group === undefined) throw new Error(`Okta has no group ${name}`)
  return group
}

/** E-mail addresses of a group's members, sorted. */
export const membersOf = (world: OktaWorld, name: string): readonly string[] => {
  const { members } = groupNamed(world, name)
  return world.users.flatMap(({ id, profile }) => (members.includes(id) ? [String(profile['email'])] : [])).sort()
}
