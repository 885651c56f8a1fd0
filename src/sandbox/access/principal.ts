// Who somebody is to AWS: which policies speak for them and what their requests carry.

import { iamArn, rootArn, sessionArn } from '../aws/arns.ts'
import { roleOfSet } from '../aws/identity-center/entering.ts'
import { type Account, type AwsWorld, type Holder, own, type Role, type Session, type User } from '../aws/world.ts'
import { type Context, contextOf } from './context.ts'
import { type Document, documentOf } from './document.ts'

/** Who asks: an IAM user, a role (with the session one would have), or whoever holds an access key. */
export type Who =
  | { readonly account: string; readonly user: string }
  | {
      readonly account: string
      readonly role: string
      readonly sessionName?: string
      readonly tags?: Readonly<Record<string, string>>
      readonly sourceIdentity?: string
    }
  /** Somebody of Identity Center, by user name, who enters with a permission set, by its name. */
  | { readonly account: string; readonly permissionSet: string; readonly storeUser: string }
  | { readonly accessKeyId: string }

export interface Source {
  /** Where the policy is: words for `because`. */
  readonly from: string
  readonly document: Document
}

export interface Principal {
  readonly account: string
  /** The ARN as error messages and trust policies show it: a session's is the session's. */
  readonly arn: string
  /** A session's role ARN, else the same as `arn`. */
  readonly lastingArn: string
  readonly identity: readonly Source[]
  /** Null where there is none. An absent policy as boundary allows nothing. */
  readonly boundary: readonly Source[] | null
  /** Service control policies of the caller's organisation: they deny, and never give. */
  readonly organisation: readonly Source[]
  /** Session policies; null where there are none. */
  readonly session: readonly Source[] | null
  readonly context: Context
}

const managedDocument = (aws: AwsWorld, account: Account, arn: string): string | undefined => {
  const kept = own(aws.managed, arn)
  const found =
    kept ??
    Object.entries(account.policies).find(
      ([name, policy]) => iamArn(aws.partition, account.id, 'policy', policy.path, name) === arn,
    )?.[1]
  return found === undefined ? undefined : own(found.versions, found.default)?.document
}

const managedSource = (aws: AwsWorld, account: Account, arn: string): readonly Source[] => {
  const text = managedDocument(aws, account, arn)
  return text === undefined ? [] : [{ from: arn, document: documentOf(text) }]
}

const holderSources = (aws: AwsWorld, account: Account, holder: Holder, name: string): readonly Source[] => [
  ...Object.entries(holder.inline).map(([policy, text]) => ({ from: `${name}/${policy}`, document: documentOf(text) })),
  ...holder.attached.flatMap((arn) => managedSource(aws, account, arn)),
]

const tagContext = (prefix: string, tags: Readonly<Record<string, string>>): Context =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]))

export const tagKeys = tagContext

const shared = (aws: AwsWorld, account: Account): Context => ({
  'aws:PrincipalAccount': account.id,
  'aws:SecureTransport': 'true',
  'aws:RequestedRegion': aws.region,
  'aws:ViaAWSService': 'false',
  'aws:PrincipalIsAWSService': 'false',
  ...(aws.organization === undefined ? {} : { 'aws:PrincipalOrgID': aws.organization }),
})

/** Not in the management account, and not for roles that AWS's own services use (Organizations user guide, SCPs). */
const controlsOver = (aws: AwsWorld, account: Account, path: string): readonly Source[] => {
  const { organizations } = aws
  if (organizations === undefined || own(organizations.members, account.id) === undefined) return []
  if (account.id === organizations.management || path.startsWith('/aws-service-role/')) return []
  return Object.entries(organizations.controls).map(([name, text]) => ({
    from: `service control policy ${name}`,
    document: documentOf(text),
  }))
}

const userPrincipal = (aws: AwsWorld, account: Account, name: string, user: User): Principal => {
  const arn = iamArn(aws.partition, account.id, 'user', user.path, name)
  const groups = user.groups.flatMap((group) => {
    const found = own(account.groups, group)
    return found === undefined ? [] : holderSources(aws, account, found, `group ${group}`)
  })
  return {
    account: account.id,
    arn,
    lastingArn: arn,
    identity: [...holderSources(aws, account, user, `user ${name}`), ...groups],
    boundary: user.boundary === undefined ? null : managedSource(aws, account, user.boundary),
    organisation: controlsOver(aws, account, user.path),
    session: null,
    context: contextOf(shared(aws, account), tagContext('aws:PrincipalTag', user.tags), {
      'aws:PrincipalArn': arn,
      'aws:PrincipalType': 'User',
      'aws:userid': user.id,
      'aws:username': name,
    }),
  }
}

interface SessionParts {
  readonly name: string
  readonly tags: Readonly<Record<string, string>>
  readonly sourceIdentity?: string
  readonly limits: readonly string[]
  readonly claims: Readonly<Record<string, string>>
  readonly issued?: number
}

const rolePrincipal = (aws: AwsWorld, account: Account, name: string, role: Role, session: SessionParts): Principal => {
  const lastingArn = iamArn(aws.partition, account.id, 'role', role.path, name)
  return {
    account: account.id,
    arn: sessionArn(aws.partition, account.id, name, session.name),
    lastingArn,
    identity: holderSources(aws, account, role, `role ${name}`),
    boundary: role.boundary === undefined ? null : managedSource(aws, account, role.boundary),
    organisation: controlsOver(aws, account, role.path),
    session:
      session.limits.length === 0
        ? null
        : session.limits.map((text) => ({ from: `session ${session.name}`, document: documentOf(text) })),
    context: contextOf(
      shared(aws, account),
      tagContext('aws:PrincipalTag', role.tags),
      tagContext('aws:PrincipalTag', session.tags),
      session.claims,
      {
        'aws:PrincipalArn': lastingArn,
        'aws:PrincipalType': 'AssumedRole',
        'aws:userid': `${role.id}:${session.name}`,
        ...(session.sourceIdentity === undefined ? {} : { 'aws:SourceIdentity': session.sourceIdentity }),
        ...(session.issued === undefined
          ? {}
          : { 'aws:TokenIssueTime': new Date(session.issued * 1000).toISOString().replace('.000Z', 'Z') }),
      },
    ),
  }
}

const sessionParts = (session: Session): SessionParts => ({
  name: session.sessionName,
  tags: session.tags,
  limits: session.limits,
  claims: session.claims,
  issued: session.issued,
  ...(session.sourceIdentity === undefined ? {} : { sourceIdentity: session.sourceIdentity }),
})

/**
 * Null where there is no such person, role or key, where the role of a session is not the one it was made from, and for a
 * session that is over. `at` is seconds since the epoch, UTC.
 */
export const principalOf = (aws: AwsWorld, who: Who, at: number): Principal | null => {
  if ('accessKeyId' in who) {
    const credential = own(aws.credentials, who.accessKeyId)
    if (credential === undefined) return null
    if (credential.kind === 'key') return principalOf(aws, { account: credential.account, user: credential.user }, at)
    const account = own(aws.accounts, credential.account)
    const role = account === undefined ? undefined : own(account.roles, credential.role)
    if (account === undefined || role === undefined || role.id !== credential.roleId) return null
    return credential.expires <= at
      ? null
      : rolePrincipal(aws, account, credential.role, role, sessionParts(credential))
  }
  const account = own(aws.accounts, who.account)
  if (account === undefined) return null
  if ('permissionSet' in who) {
    const entered = roleOfSet(aws, who)
    return entered === null
      ? null
      : rolePrincipal(aws, account, entered.name, entered.role, {
          name: who.storeUser,
          tags: {},
          limits: [],
          claims: { 'identitystore:UserId': entered.userId },
        })
  }
  if ('user' in who) {
    const user = own(account.users, who.user)
    return user === undefined ? null : userPrincipal(aws, account, who.user, user)
  }
  const role = own(account.roles, who.role)
  return role === undefined
    ? null
    : rolePrincipal(aws, account, who.role, role, {
        name: who.sessionName ?? 'probe',
        tags: who.tags ?? {},
        limits: [],
        claims: {},
        ...(who.sourceIdentity === undefined ? {} : { sourceIdentity: who.sourceIdentity }),
      })
}

/** The account's root as trust policies may write it. */
export const accountNames = (aws: AwsWorld, account: string): readonly string[] => [
  account,
  rootArn(aws.partition, account),
]
