// What the sandbox knows of one Okta organisation, as plain data.

export type UserStatus =
  | 'STAGED'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'RECOVERY'
  | 'PASSWORD_EXPIRED'
  | 'LOCKED_OUT'
  | 'SUSPENDED'
  | 'DEPROVISIONED'

export interface User {
  readonly id: string
  readonly status: UserStatus
  /** `login`, `email` and whatever the organisation added. */
  readonly profile: Readonly<Record<string, unknown>>
  /** Seconds since the epoch, UTC. */
  readonly created: number
  readonly changed: number
}

export interface Group {
  readonly id: string
  /** Only an `OKTA_GROUP` takes members through the API. */
  readonly type: 'OKTA_GROUP' | 'APP_GROUP' | 'BUILT_IN'
  readonly profile: Readonly<Record<string, unknown>>
  /** Ids of users, in the order in which they came. */
  readonly members: readonly string[]
  /** Types of the administrator roles that members get: `SUPER_ADMIN` …, `CUSTOM`. */
  readonly adminRoles: readonly string[]
  readonly created: number
  readonly membersChanged: number
}

/** A rule that fills groups by what people's profiles say. */
export interface GroupRule {
  readonly id: string
  readonly name: string
  readonly status: 'ACTIVE' | 'INACTIVE' | 'INVALID'
  readonly groups: readonly string[]
}

export interface AppUser {
  readonly id: string
  readonly scope: 'USER' | 'GROUP'
  /** What the app calls the person: the name of the session in AWS. */
  readonly userName: string
  readonly profile: Readonly<Record<string, unknown>>
  readonly created: number
  readonly changed: number
}

export interface AppGroup {
  readonly id: string
  readonly profile: Readonly<Record<string, unknown>>
}

/** Attributes of an app's users: those that the app brings, and those that somebody added. */
export interface AppSchema {
  readonly base: Readonly<Record<string, unknown>>
  readonly custom: Readonly<Record<string, unknown>>
}

export interface App {
  readonly id: string
  /** The catalogue's name: `amazon_aws` for AWS Account Federation. */
  readonly name: string
  readonly label: string
  readonly status: 'ACTIVE' | 'INACTIVE'
  readonly signOnMode: string
  /** `PUSH_NEW_USERS` … once the API integration is on. */
  readonly features: readonly string[]
  /** What stands under `settings.app`. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly schema: AppSchema
  readonly users: readonly AppUser[]
  readonly groups: readonly AppGroup[]
  readonly created: number
  readonly changed: number
}

/** A service app that jobs sign in as, with a key of its own. */
export interface Client {
  readonly id: string
  /** Public keys as JWK, each with its `kid`. */
  readonly keys: readonly Readonly<Record<string, unknown>>[]
  /** Scopes that an administrator granted it. */
  readonly scopes: readonly string[]
  /** What its administrator roles permit: `okta.groups.members.manage` …; on which groups and apps, `*` = all. */
  readonly may: readonly Permission[]
  /** Standard administrator roles: `SUPER_ADMIN` may do everything, others are only listed. */
  readonly standardRoles?: readonly string[]
  /** Demands a proof of possession with each token. */
  readonly dpop: boolean
}

export interface Permission {
  readonly permission: string
  readonly on: readonly string[]
}

export interface AccessToken {
  readonly value: string
  readonly client: string
  readonly scopes: readonly string[]
  /** Seconds since the epoch, UTC. */
  readonly expires: number
}

/** How often a bucket of calls was used in the minute that began then. */
export interface Used {
  readonly since: number
  readonly count: number
}

export interface OktaWorld {
  /** `harbor.okta.com`: what tokens are meant for. */
  readonly host: string
  readonly users: readonly User[]
  readonly groups: readonly Group[]
  readonly rules: readonly GroupRule[]
  readonly apps: readonly App[]
  readonly clients: readonly Client[]
  readonly accessTokens: readonly AccessToken[]
  /** Values of API tokens (SSWS), each with all rights. */
  readonly apiTokens: readonly string[]
  /** Calls a minute, by bucket; a bucket that is not named has no limit. */
  readonly limits: Readonly<Record<string, number>>
  readonly used: Readonly<Record<string, Used>>
  /** Pages are cut shorter than asked for. */
  readonly pageSize?: number
  /** Before every page comes one with nothing on it. */
  readonly emptyPages?: true
}

/** A world that has an Okta, or none at all. */
export interface WithOkta {
  readonly okta?: OktaWorld
}
