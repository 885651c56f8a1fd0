// How IAM's things look in answers.

import type { Structure } from '../answer.ts'
import { iamArn, nameInArn } from '../arns.ts'
import { type Account, type AwsWorld, type Group, type ManagedPolicy, type Named, own, type Role, type User } from '../world.ts'
import { stamp } from '../xml.ts'
import type { PolicyAt } from './lookup.ts'

/** RFC 3986, as IAM encodes documents in answers. */
export const urlEncoded = (document: string): string =>
  encodeURIComponent(document).replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)

export const tagList = (tags: Named<string>): readonly Structure[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

/** IAM leaves an empty tag list out. */
export const tagMember = (tags: Named<string>): Structure => (Object.keys(tags).length === 0 ? {} : { Tags: tagList(tags) })

export const attachedList = (arns: readonly string[]): readonly Structure[] =>
  arns.map((arn) => ({ PolicyName: nameInArn(arn), PolicyArn: arn }))

export const boundaryMember = (arn: string | undefined): Structure =>
  arn === undefined
    ? {}
    : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn } }

/** Name, path, id, ARN and date: what lists show of a user. */
export const userCore = (aws: AwsWorld, account: string, name: string, user: User): Structure => ({
  Path: user.path,
  UserName: name,
  UserId: user.id,
  Arn: iamArn(aws.partition, account, 'user', user.path, name),
  CreateDate: stamp(user.created),
})

export const groupCore = (aws: AwsWorld, account: string, name: string, group: Group): Structure => ({
  Path: group.path,
  GroupName: name,
  GroupId: group.id,
  Arn: iamArn(aws.partition, account, 'group', group.path, name),
  CreateDate: stamp(group.created),
})

export const roleCore = (aws: AwsWorld, account: string, name: string, role: Role): Structure => ({
  Path: role.path,
  RoleName: name,
  RoleId: role.id,
  Arn: iamArn(aws.partition, account, 'role', role.path, name),
  CreateDate: stamp(role.created),
  AssumeRolePolicyDocument: urlEncoded(role.trust),
})

/** What lists and GetRole add; GetAccountAuthorizationDetails does not. */
export const roleExtras = (role: Role): Structure => ({
  ...(role.description === undefined ? {} : { Description: role.description }),
  MaxSessionDuration: role.maxSession,
})

/** How often a policy is attached in an account, and how often it is a boundary there. */
export const usesOf = (account: Account, arn: string): { readonly attached: number; readonly boundaries: number } => {
  const users = Object.values(account.users)
  const roles = Object.values(account.roles)
  const holders = [...users, ...roles, ...Object.values(account.groups)]
  return {
    attached: holders.filter((holder) => holder.attached.includes(arn)).length,
    boundaries: [...users, ...roles].filter((holder) => holder.boundary === arn).length,
  }
}

export const policyCore = (account: Account, { arn, name, policy }: PolicyAt): Structure => {
  const uses = usesOf(account, arn)
  return {
    PolicyName: name,
    PolicyId: policy.id,
    Arn: arn,
    Path: policy.path,
    DefaultVersionId: policy.default,
    AttachmentCount: uses.attached,
    PermissionsBoundaryUsageCount: uses.boundaries,
    IsAttachable: true,
    CreateDate: stamp(policy.created),
    UpdateDate: stamp(policy.updated),
  }
}

const newestFirst = (a: string, b: string): number => Number(b.slice(1)) - Number(a.slice(1))

export const versionIds = (policy: ManagedPolicy): readonly string[] => Object.keys(policy.versions).sort(newestFirst)

/** Without its text, as ListPolicyVersions and CreatePolicyVersion show it. */
export const versionCore = (policy: ManagedPolicy, id: string): Structure => ({
  VersionId: id,
  IsDefaultVersion: policy.default === id,
  CreateDate: stamp(own(policy.versions, id)?.created ?? 0),
})

export const versionWhole = (policy: ManagedPolicy, id: string): Structure => ({
  Document: urlEncoded(own(policy.versions, id)?.document ?? ''),
  ...versionCore(policy, id),
})
