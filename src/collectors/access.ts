// Who there is in an account's IAM, what they may do, and what the policies of the account say.

import type { Holds, InventoryLine } from '../core/inventory/line.ts'
import { type Answer, known } from '../core/model/edge-error.ts'
import { type AccountDetails, readAccount } from '../modes/aws/account.ts'
import type { Collector } from './collector.ts'
import { storedDocument } from './stored-document.ts'

interface Holder {
  readonly AttachedManagedPolicies?: readonly { readonly PolicyArn?: string | undefined }[] | undefined
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: string | undefined } | undefined
}

interface Inline {
  readonly PolicyName?: string | undefined
  readonly PolicyDocument?: string | undefined
}

const holdsOf = (holder: Holder, inline: readonly Inline[] | undefined): Holds => {
  const boundary = holder.PermissionsBoundary?.PermissionsBoundaryArn
  return {
    policies: (holder.AttachedManagedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []).toSorted(),
    inline: Object.fromEntries(
      (inline ?? []).map(({ PolicyName, PolicyDocument }) => [PolicyName ?? '', storedDocument(PolicyDocument)]),
    ),
    ...(boundary === undefined ? {} : { boundary }),
  }
}

const tagsOf = (
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
) => Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']))

function linesOf({ users, groups, roles, policies }: AccountDetails): readonly InventoryLine[] {
  return [
    ...users.map(
      (user): InventoryLine => ({
        is: 'user',
        arn: user.Arn ?? '',
        tags: tagsOf(user.Tags),
        groups: (user.GroupList ?? []).toSorted(),
        ...holdsOf(user, user.UserPolicyList),
      }),
    ),
    ...groups.map(
      (group): InventoryLine => ({
        is: 'group',
        arn: group.Arn ?? '',
        ...holdsOf(group, group.GroupPolicyList),
      }),
    ),
    ...roles.map(
      (role): InventoryLine => ({
        is: 'role',
        arn: role.Arn ?? '',
        tags: tagsOf(role.Tags),
        trust: storedDocument(role.AssumeRolePolicyDocument),
        ...holdsOf(role, role.RolePolicyList),
      }),
    ),
    // Those of AWS's that somebody holds come with the account's own.
    ...policies.map((policy): InventoryLine => {
      const counts = policy.PolicyVersionList?.find((version) => version.IsDefaultVersion === true)
      return {
        is: 'policy',
        arn: policy.Arn ?? '',
        version: policy.DefaultVersionId ?? '',
        document: storedDocument(counts?.Document),
      }
    }),
  ]
}

const EVERYTHING = ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const

export const access: Collector = {
  section: 'access',
  says: 'users, groups, roles and policies',
  async collect({ aws, account }) {
    const read: Answer<AccountDetails> = await readAccount(aws, account, [...EVERYTHING])
    return read.is === 'unknown' ? read : known({ lines: linesOf(read.value), partial: {} })
  },
}
