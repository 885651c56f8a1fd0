// What an account says about itself: its quotas, how much of them is used, and its alias.

import { done } from '../answer.ts'
import type { Asked, Operations } from '../operation.ts'
import { paging } from '../parameters.ts'

const getAccountSummary = ({ account }: Asked) => {
  const { quotas } = account
  const count = (things: object): number => Object.keys(things).length
  const versionsInUse = Object.values(account.policies).reduce((sum, policy) => sum + count(policy.versions), 0)
  const entries = new Map<string, number>([
    ['Users', count(account.users)],
    ['UsersQuota', quotas.users],
    ['Groups', count(account.groups)],
    ['GroupsQuota', quotas.groups],
    ['Roles', count(account.roles)],
    ['RolesQuota', quotas.roles],
    ['Policies', count(account.policies)],
    ['PoliciesQuota', quotas.policies],
    ['PolicyVersionsInUse', versionsInUse],
    ['PolicyVersionsInUseQuota', 10_000],
    ['Providers', account.oidcProviders.length],
    ['GroupsPerUserQuota', quotas.groupsPerUser],
    ['AttachedPoliciesPerUserQuota', quotas.attachedPerUser],
    ['AttachedPoliciesPerGroupQuota', quotas.attachedPerGroup],
    ['AttachedPoliciesPerRoleQuota', quotas.attachedPerRole],
    ['VersionsPerPolicyQuota', quotas.versionsPerPolicy],
    ['PolicySizeQuota', quotas.policySize],
    ['UserPolicySizeQuota', quotas.userInlineSize],
    ['GroupPolicySizeQuota', quotas.groupInlineSize],
    ['RolePolicySizeQuota', quotas.roleInlineSize],
    ['AssumeRolePolicySizeQuota', quotas.trustSize],
  ])
  return done(account, { SummaryMap: { entries } })
}

const listAliases = ({ account }: Asked) =>
  done(account, { AccountAliases: account.alias === undefined ? [] : [account.alias], IsTruncated: false })

export const accountOperations: Operations = {
  GetAccountSummary: { writes: false, takes: {}, run: getAccountSummary },
  ListAccountAliases: { writes: false, takes: { ...paging }, run: listAliases },
}
