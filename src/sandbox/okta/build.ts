// How an Okta organisation is made for a test or the demo: people and groups by name, ids counted.

import { WORKFORCE } from './rates.ts'
import type { App, Client, Group, GroupRule, OktaWorld, User, UserStatus } from './world.ts'

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

export interface AppDraft {
  readonly id: string
  /** The catalogue's name; AWS Account Federation unless said otherwise. */
  readonly name?: string
  readonly label?: string
  readonly status?: 'ACTIVE' | 'INACTIVE'
  /** What differs from the usual settings of AWS Account Federation. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Roles that Okta knows: it was told of them when application data was refreshed last; null: API integration is off. */
  readonly roles: readonly string[] | null
  /** Attributes beside those of the app. */
  readonly custom?: Readonly<Record<string, unknown>>
  /** E-mail → roles given to the person, or to a group by its name. */
  readonly users?: Readonly<Record<string, readonly string[]>>
  readonly groups?: Readonly<Record<string, readonly string[]>>
}

export interface OktaDraft {
  readonly host: string
  readonly users: readonly UserDraft[]
  readonly groups: readonly GroupDraft[]
  readonly apps?: readonly AppDraft[]
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

const text = { title: 'Text', type: 'string', scope: 'NONE', master: { type: 'PROFILE_MASTER' } }

/** As Okta's own app has them: roles are offered by name, once API integration told Okta of them. */
const baseSchema = (roles: readonly string[] | null): Readonly<Record<string, unknown>> => ({
  email: text,
  ...(roles === null
    ? {}
    : {
        role: { ...text, title: 'Role', enum: roles },
        samlRoles: {
          title: 'SAML User Roles',
          type: 'array',
          scope: 'NONE',
          union: 'ENABLE',
          master: { type: 'OKTA' },
          items: { type: 'string', enum: roles },
        },
      }),
})

function appFor(draft: AppDraft, users: readonly User[], groups: readonly Group[], now: number): App {
  const { id, name = 'amazon_aws', label = 'AWS Account Federation', status = 'ACTIVE' } = draft
  return {
    id,
    name,
    label,
    status,
    signOnMode: 'SAML_2_0',
    features: draft.roles === null ? [] : ['IMPORT_USER_SCHEMA', 'PUSH_PROFILE_UPDATES'],
    settings: {
      appFilter: 'okta',
      awsEnvironmentType: 'aws.amazon',
      groupFilter: 'aws_(?{{accountid}}\\d+)_(?{{role}}[a-zA-Z0-9+=,.@\\-_]+)',
      joinAllRoles: true,
      loginURL: 'https://console.aws.amazon.com/ec2/home',
      sessionDuration: 3600,
      useGroupMapping: false,
      ...draft.settings,
    },
    schema: { base: baseSchema(draft.roles), custom: draft.custom ?? {} },
    users: Object.entries(draft.users ?? {}).map(([email, roles]) => {
      const user = users.find(({ profile }) => profile['login'] === email)
      if (user === undefined) throw new Error(`nobody in Okta is called ${email}`)
      return {
        id: user.id,
        scope: 'USER',
        userName: email,
        profile: { email, samlRoles: roles },
        created: now,
        changed: now,
      }
    }),
    groups: Object.entries(draft.groups ?? {}).map(([called, roles]) => {
      const group = groups.find(({ profile }) => profile['name'] === called)
      if (group === undefined) throw new Error(`Okta has no group ${called}`)
      return { id: group.id, profile: { samlRoles: roles } }
    }),
    created: now,
    changed: now,
  }
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
    apps: (draft.apps ?? []).map((one) => appFor(one, users, groups, now)),
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
