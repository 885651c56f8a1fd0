// How an AWS world is written down in a few lines, for tests and the demo.

import { accessKeyId, secretOf, uniqueId } from './ids.ts'
import { managedPolicies } from './managed.ts'
import type { Account, AwsWorld, Group, ManagedPolicy, Named, Quotas, Role, SamlProvider, User } from './world.ts'
import { having, own } from './world.ts'

/** JSON text, or the object that it is the text of. */
export type DocumentText = string | object

const textOf = (document: DocumentText): string => (typeof document === 'string' ? document : JSON.stringify(document))

const textsOf = (documents: Readonly<Record<string, DocumentText>>): Named<string> =>
  Object.fromEntries(Object.entries(documents).map(([name, document]) => [name, textOf(document)]))

/** AWS's defaults (2026; see "IAM and AWS STS quotas"). */
export const defaultQuotas: Quotas = {
  users: 5000,
  groups: 300,
  roles: 1000,
  policies: 1500,
  groupsPerUser: 10,
  attachedPerUser: 10,
  attachedPerGroup: 10,
  attachedPerRole: 10,
  versionsPerPolicy: 5,
  policySize: 6144,
  userInlineSize: 2048,
  groupInlineSize: 5120,
  roleInlineSize: 10_240,
  trustSize: 2048,
  tagsPerThing: 50,
}

/** A policy document of one statement. */
export const allowing = (
  actions: string | readonly string[],
  resources: string | readonly string[],
  more: object = {},
) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: resources, ...more }],
})

/** A trust policy of one statement; `sts:AssumeRole` by AWS principals unless said otherwise. */
export const trusting = (
  principal: object | '*',
  condition?: object,
  actions: string | readonly string[] = 'sts:AssumeRole',
) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: principal,
      Action: actions,
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  ],
})

/** 2024-01-01T00:00:00Z: when things that a story finds were made. */
const longAgo = 1_704_067_200

interface HolderDraft {
  readonly path?: string
  readonly inline?: Readonly<Record<string, DocumentText>>
  readonly attached?: readonly string[]
  readonly created?: number
}
export interface UserDraft extends HolderDraft {
  readonly tags?: Named<string>
  readonly groups?: readonly string[]
  readonly boundary?: string
}
export type GroupDraft = HolderDraft
export interface RoleDraft extends HolderDraft {
  readonly trust: DocumentText
  readonly tags?: Named<string>
  readonly boundary?: string
  readonly description?: string
  readonly maxSession?: number
}
export interface PolicyDraft {
  readonly document: DocumentText
  readonly path?: string
  readonly tags?: Named<string>
  readonly description?: string
  readonly created?: number
}

const holder = (draft: HolderDraft, id: string) => ({
  path: draft.path ?? '/',
  id,
  created: draft.created ?? longAgo,
  inline: textsOf(draft.inline ?? {}),
  attached: draft.attached ?? [],
})

/** `id` is the unique id; leave it to `account`, which derives it from account and name. */
export const user = (draft: UserDraft, id: string): User => ({
  ...holder(draft, id),
  tags: draft.tags ?? {},
  groups: draft.groups ?? [],
  ...(draft.boundary === undefined ? {} : { boundary: draft.boundary }),
})

export const group = (draft: GroupDraft, id: string): Group => holder(draft, id)

export const role = (draft: RoleDraft, id: string): Role => ({
  ...holder(draft, id),
  tags: draft.tags ?? {},
  trust: textOf(draft.trust),
  maxSession: draft.maxSession ?? 3600,
  ...(draft.boundary === undefined ? {} : { boundary: draft.boundary }),
  ...(draft.description === undefined ? {} : { description: draft.description }),
})

export const policy = (draft: PolicyDraft, id: string): ManagedPolicy => ({
  path: draft.path ?? '/',
  id,
  created: draft.created ?? longAgo,
  updated: draft.created ?? longAgo,
  tags: draft.tags ?? {},
  versions: { v1: { document: textOf(draft.document), created: draft.created ?? longAgo } },
  default: 'v1',
  last: 1,
  ...(draft.description === undefined ? {} : { description: draft.description }),
})

export interface AccountDraft {
  readonly alias?: string
  readonly users?: Readonly<Record<string, UserDraft>>
  readonly groups?: Readonly<Record<string, GroupDraft>>
  readonly roles?: Readonly<Record<string, RoleDraft>>
  readonly policies?: Readonly<Record<string, PolicyDraft>>
  readonly quotas?: Partial<Quotas>
  /** Audiences for which the account believes GitHub's tokens; without it there is no such provider. */
  readonly githubAudiences?: readonly string[]
  readonly samlProviders?: readonly SamlProvider[]
}

const made = <D, T>(
  account: string,
  prefix: string,
  drafts: Readonly<Record<string, D>>,
  make: (draft: D, id: string) => T,
): Named<T> =>
  Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) => [name, make(draft, uniqueId(prefix, `${account}/${name}`))]),
  )

/** An account by its 12 digits. */
export const account = (id: string, draft: AccountDraft = {}): Account => ({
  id,
  users: made(id, 'AIDA', draft.users ?? {}, user),
  groups: made(id, 'AGPA', draft.groups ?? {}, group),
  roles: made(id, 'AROA', draft.roles ?? {}, role),
  policies: made(id, 'ANPA', draft.policies ?? {}, policy),
  quotas: { ...defaultQuotas, ...draft.quotas },
  oidcProviders:
    draft.githubAudiences === undefined
      ? []
      : [{ host: 'token.actions.githubusercontent.com', audiences: draft.githubAudiences }],
  ...(draft.samlProviders === undefined ? {} : { samlProviders: draft.samlProviders }),
  ...(draft.alias === undefined ? {} : { alias: draft.alias }),
})

export type AwsDraft = Partial<Omit<AwsWorld, 'accounts' | 'managed' | 'credentials' | 'made'>> & {
  readonly accounts: readonly Account[]
}

export const awsWorld = (draft: AwsDraft): AwsWorld => {
  const { accounts, partition = 'aws', ...rest } = draft
  return {
    region: 'us-east-1',
    resources: {},
    pageSize: 100,
    ...rest,
    partition,
    accounts: Object.fromEntries(accounts.map((one) => [one.id, one])),
    managed: managedPolicies(partition),
    credentials: {},
    made: 0,
  }
}

export interface Key {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** The access key that `withKey` gives a user: the same for the same account and name. */
export const keyOf = (accountId: string, userName: string): Key => ({
  accessKeyId: accessKeyId('AKIA', `${accountId}/${userName}`),
  secretAccessKey: secretOf(`${accountId}/${userName}`),
})

/** The world in which this user has an access key: `keyOf(accountId, userName)`. */
export const withKey = (aws: AwsWorld, accountId: string, userName: string): AwsWorld => ({
  ...aws,
  credentials: having(aws.credentials, keyOf(accountId, userName).accessKeyId, {
    kind: 'key',
    account: accountId,
    user: userName,
  }),
})

/** An edit by hand inside one account. Throws where there is no such account: then the test is wrong. */
export const inAccount = (aws: AwsWorld, id: string, edit: (account: Account) => Account): AwsWorld => {
  const found = own(aws.accounts, id)
  if (found === undefined) throw new Error(`There is no account ${id} in this world.`)
  return { ...aws, accounts: having(aws.accounts, id, edit(found)) }
}
