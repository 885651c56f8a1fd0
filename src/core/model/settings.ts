// What owners decide: people, accounts, bundles, rules, holds and limits, as one value.

import type { AskedEntitlement } from './entitlement.ts'
import type { GroupId, ModeId, PersonId, TargetId } from './id.ts'
import type { Pattern } from './pattern.ts'
import type { Located, Place } from './place.ts'
import type { Rule } from './rule.ts'
import type { Instant } from './time.ts'

export interface Person {
  readonly handle: PersonId
  /** GitHub's numeric user id: logins can be renamed and claimed by others. */
  readonly githubId: number
  readonly login: string
  readonly email: string
  readonly manager: PersonId | null
  readonly groups: readonly GroupId[]
  /** Why this person can neither get, approve nor keep anything, as the directory says; null: nothing is in the way. */
  readonly out: string | null
  readonly at: Place
}

/** How a person is found among an account's IAM users. */
export type IdentityMatch =
  | { readonly by: 'userName' }
  | { readonly by: 'localPart' }
  | { readonly by: 'tag'; readonly tag: string }

/** An AWS account, or an organisation of Okta. */
export interface Account {
  readonly system: 'aws' | 'okta'
  readonly name: TargetId
  /** Twelve digits; of Okta, the organisation's host. */
  readonly id: string
  readonly mode: ModeId
  /** Organisational unit path such as `/workloads/prod`; `/` when not said. */
  readonly ou: string
  readonly tags: Readonly<Record<string, string>>
  readonly match: IdentityMatch
  /** Leaving: observed and revoked only. */
  readonly closing: boolean
  readonly at: Place
}

/** The jobs that hold cloud credentials; each has its own hub role and its own role in every account. */
export type Job = 'apply' | 'expire' | 'inventory'

/** The organisation's IAM Identity Center. */
export interface IdentityCenterHome {
  /** Twelve digits: the management account, or a delegated administrator. */
  readonly home: string
  readonly region: string
  /** How a person is found: by user name or by primary e-mail. */
  readonly match: 'userName' | 'email'
  readonly managementAccount: 'refused' | 'allowed'
  readonly sets: 'separate' | 'merged'
}

/** Whose jobs may take the hub roles (GitHub's OpenID Connect claims). */
export interface Trust {
  /** `owner/name`. */
  readonly repository: string
  /** GitHub's numeric ids. */
  readonly repositoryId: number
  readonly ownerId: number
  readonly branch: string
  /** The hardened tier: the repository whose workflow files alone get a session, at this ref or full commit SHA. */
  readonly workflows: { readonly repository: string; readonly ref: string } | null
  /** Names of roles that may still change what Daypass lives on; IAM wildcards. */
  readonly administrators: readonly string[]
}

/** What may be handed out as it is, by IAM name; `*` and `?` are wildcards. */
export interface HandsOut {
  readonly groups: readonly string[]
  readonly policies: readonly string[]
}

export interface AwsIntegration {
  readonly partition: string
  readonly region: string
  /** ARN of the role each job assumes with GitHub's OIDC token; null: ambient credentials are used. */
  readonly hub: Readonly<Record<Job, string | null>>
  /** Path and name of the role in each account, without leading slash: `daypass/apply`. */
  readonly roles: Readonly<Record<Job, string>>
  readonly externalId: string | null
  /** null: no account is reached through it. */
  readonly identityCenter: IdentityCenterHome | null
  /** Resource Explorer: the region that brings the others together; null: resources are not read. */
  readonly inventory: { readonly aggregator: string } | null
  /** null: nobody wrote down whom the hub roles trust, so that none can be printed. */
  readonly trust: Trust | null
  readonly handsOut: HandsOut
  readonly accounts: readonly Account[]
}

/** Where the key to Okta is kept: in the job's environment, or in AWS Secrets Manager (an ARN). */
export type OktaCredential =
  | { readonly in: 'environment' }
  | { readonly in: 'secret'; readonly arn: string; readonly at: Place }

/** What Okta decides about people. */
export interface DirectorySettings {
  /** Group that rules name → name of the group in Okta that fills it. */
  readonly groups: ReadonlyMap<GroupId, string>
  /** Profile attributes that hold a person's GitHub account; null: only people.yaml says who is who. */
  readonly github: { readonly id: string; readonly login: string } | null
  /** Profile attribute that holds the manager's e-mail address; null: people.yaml says it. */
  readonly manager: string | null
  readonly at: Place
}

/** An app "AWS Account Federation", through which people of Okta enter one account. */
export interface OktaFederation {
  readonly account: TargetId
  /** The app's id in Okta. */
  readonly app: string
  /** Name of the SAML provider in the account. */
  readonly provider: string
  /** How many roles the account has for people who were given something. */
  readonly roles: number
  /** Attribute of the app's users that says whom Daypass assigned. */
  readonly marker: string
  readonly at: Place
}

export interface OktaIntegration {
  /** `harbor.okta.com` */
  readonly host: string
  readonly credential: OktaCredential
  /** How a person is found: by login, or by primary e-mail. */
  readonly match: 'login' | 'email'
  /** null: people.yaml alone says who there is. */
  readonly directory: DirectorySettings | null
  readonly federation: readonly OktaFederation[]
  /** Leaving: observed and revoked only. */
  readonly closing: boolean
  readonly at: Place
}

export interface Bundle {
  readonly name: string
  readonly says: string
  /** Seconds; null: the request must say. */
  readonly duration: number | null
  readonly items: readonly AskedEntitlement[]
  readonly at: Place
}

/** The red button. Everything named by any of its parts must not be held. */
export type Held =
  | { readonly is: 'everything' }
  | { readonly is: 'person'; readonly person: PersonId }
  | { readonly is: 'target'; readonly target: TargetId }
  | { readonly is: 'request'; readonly request: string }

export interface Hold {
  readonly what: Held
  readonly because: string
  readonly since: Instant | null
  readonly at: Place
}

/** Numbers that stop a run from doing too much, and times, all in seconds. */
export interface Limits {
  /** How many strays one run may remove in one target. */
  readonly strays: number
  /** Longest window any rule may allow. */
  readonly maxDuration: number
  /** A version not first granted within this time of its landing (or its `from`) is dead. */
  readonly claimWithin: number
  /** How long a pull request may wait for approval. */
  readonly waitingTime: number
  /** How old an approval may be at the merge. */
  readonly reviewAge: number
  readonly itemsPerRequest: number
}

export interface Protected {
  readonly people: readonly Located<PersonId>[]
  readonly targets: readonly Located<TargetId>[]
  /** Names of groups, roles and policies in targets that may never be handed out. */
  readonly things: readonly Pattern[]
}

export interface Settings {
  readonly installation: string
  readonly owners: { readonly people: readonly Located<PersonId>[]; readonly approvals: number }
  /** GitHub's numeric id of the account that writes requests for people; null: nobody does. */
  readonly formBot: number | null
  readonly limits: Limits
  readonly protected: Protected
  readonly people: ReadonlyMap<PersonId, Person>
  readonly bundles: ReadonlyMap<string, Bundle>
  readonly rules: readonly Rule[]
  readonly holds: readonly Hold[]
  readonly aws: AwsIntegration | null
  /** null: nobody signs in through Okta. */
  readonly okta: OktaIntegration | null
}
