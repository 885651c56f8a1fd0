// What the sandbox's AWS knows: accounts with their IAM, and the credentials in circulation, as plain data.

import type { IdentityCenter } from './identity-center/world.ts'
import type { Organization } from './organizations/world.ts'
import type { Explorer } from './resource-explorer/world.ts'

/** Name of an IAM thing → the thing, by its stored spelling. IAM names are unique ignoring case. */
export type Named<T> = Readonly<Record<string, T>>

/** What users, groups and roles have in common. Documents are JSON texts, as they were put. */
export interface Holder {
  readonly path: string
  /** The unique id (AIDA…, AGPA…, AROA…): a re-created user has another one. */
  readonly id: string
  /** Seconds since the epoch, UTC. */
  readonly created: number
  readonly inline: Named<string>
  /** ARNs of managed policies, in the order of their attachment. */
  readonly attached: readonly string[]
}

export interface User extends Holder {
  readonly tags: Named<string>
  /** Names of groups. */
  readonly groups: readonly string[]
  /** ARN of the policy that is this user's permissions boundary. */
  readonly boundary?: string
}

export type Group = Holder

export interface Role extends Holder {
  readonly tags: Named<string>
  readonly boundary?: string
  readonly trust: string
  readonly description?: string
  /** Seconds, 3,600 to 43,200. */
  readonly maxSession: number
}

export interface PolicyVersion {
  readonly document: string
  readonly created: number
}

export interface ManagedPolicy {
  readonly path: string
  readonly id: string
  readonly created: number
  readonly updated: number
  readonly description?: string
  readonly tags: Named<string>
  /** `v1`, `v2` … → text. */
  readonly versions: Named<PolicyVersion>
  readonly default: string
  /** Number of the newest version there ever was: numbers are not used again. */
  readonly last: number
}

export interface OidcProvider {
  /** Host and path, without `https://`. */
  readonly host: string
  readonly audiences: readonly string[]
}

/** The limits of one account (AWS: "IAM and AWS STS quotas"); sizes are characters that are not white space. */
export interface Quotas {
  readonly users: number
  readonly groups: number
  readonly roles: number
  readonly policies: number
  readonly groupsPerUser: number
  readonly attachedPerUser: number
  readonly attachedPerGroup: number
  readonly attachedPerRole: number
  readonly versionsPerPolicy: number
  readonly policySize: number
  readonly userInlineSize: number
  readonly groupInlineSize: number
  readonly roleInlineSize: number
  readonly trustSize: number
  readonly tagsPerThing: number
}

export interface Iam {
  readonly users: Named<User>
  readonly groups: Named<Group>
  readonly roles: Named<Role>
  readonly policies: Named<ManagedPolicy>
}

export interface SamlProvider {
  readonly name: string
  /** The metadata's entityID: which app of which identity provider speaks. */
  readonly entity: string
  /** Base64 of what it signs with. */
  readonly certificate: string
}

export interface Account extends Iam {
  readonly id: string
  readonly alias?: string
  readonly oidcProviders: readonly OidcProvider[]
  /** Identity providers whose assertions the account believes; missing: none. */
  readonly samlProviders?: readonly SamlProvider[]
  readonly quotas: Quotas
  /** How things were before the latest write, for readers that are not shown it yet. */
  readonly lag?: { readonly iam: Iam; readonly until: number; readonly readsLeft: number }
}

export interface UserKey {
  readonly kind: 'key'
  readonly account: string
  readonly user: string
}

export interface Session {
  readonly kind: 'session'
  readonly account: string
  /** Name and unique id of the role: a re-created role does not revive old sessions. */
  readonly role: string
  readonly roleId: string
  readonly sessionName: string
  readonly token: string
  /** Seconds since the epoch, UTC. */
  readonly issued: number
  readonly expires: number
  readonly tags: Named<string>
  readonly transitive: readonly string[]
  readonly sourceIdentity?: string
  /** Session policies: they limit, never give. */
  readonly limits: readonly string[]
  /** Claims of the web identity it came from, by condition key. */
  readonly claims: Named<string>
}

export type Credential = UserKey | Session

export interface AwsWorld {
  /** aws, aws-cn, aws-us-gov, aws-eusc. */
  readonly partition: string
  readonly region: string
  readonly organization?: string
  readonly organizations?: Organization
  /** What secrets hold, by ARN. */
  readonly secrets?: Readonly<Record<string, string>>
  readonly identityCenter?: IdentityCenter
  /** Resource Explorer, by account id. */
  readonly explorers?: Named<Explorer>
  readonly accounts: Named<Account>
  /** Policies that AWS itself keeps, readable in every account, by ARN. */
  readonly managed: Named<ManagedPolicy>
  /** By access key id. */
  readonly credentials: Named<Credential>
  /** Account of a resource whose ARN names none, e.g. of a bucket: `arn:aws:s3:::orders-exports` → `111122223333`. */
  readonly resources: Named<string>
  /** Lists are cut to at most this many entries a page, whatever was asked for. */
  readonly pageSize: number
  /** After a write to an account its reads are answered from before: for so many seconds, or for the next so many reads. */
  readonly stale?: { readonly seconds: number } | { readonly reads: number }
  /** Things made so far: the source of unique ids. */
  readonly made: number
}

/** A record's own entry: names such as `__proto__` are allowed by IAM. */
export const own = <T>(record: Named<T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

export const having = <T>(record: Named<T>, name: string, value: T): Named<T> => ({ ...record, [name]: value })

export const lacking = <T>(record: Named<T>, ...names: readonly string[]): Named<T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
