// What an account answers to the needs of grants: whom, which group, role or policy they mean.

import type { TargetId } from '../../core/model/id.ts'
import type { IdentityMatch } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import type { AccountDetails, PolicyDetail, UserDetail } from './account.ts'
import { policyPath, tagPrefix } from './naming.ts'
import { USED } from './quotas.ts'
import { defaultDocument, sameText } from './stored.ts'

export interface Answering {
  readonly installation: string
  readonly target: TargetId
  readonly match: IdentityMatch
  readonly details: AccountDetails
}

type Candidate = Omit<Extract<Fact, { is: 'found' }>, 'need' | 'is'>

const decide = (need: Need, candidates: readonly Candidate[]): Fact => {
  const [first, second] = candidates
  if (first === undefined) return { need, is: 'absent' }
  if (second === undefined) return { need, is: 'found', ...first }
  return { need, is: 'several', names: candidates.map(({ name }) => name).sort() }
}

/** Trimmed and without regard to case: e-mails and IAM names alike. */
function isPerson(user: UserDetail, email: string, match: IdentityMatch): boolean {
  switch (match.by) {
    case 'userName':
      return sameText(user.UserName ?? '', email)
    case 'localPart':
      return sameText(user.UserName ?? '', email.split('@')[0] ?? email)
    case 'tag':
      return (user.Tags ?? []).some(({ Key, Value }) => Key === match.tag && sameText(Value ?? '', email))
  }
}

/** What others already use of the user's and the account's quotas. */
function usedBy(from: Answering, user: UserDetail): Readonly<Record<string, number>> {
  const marked = new Set(
    (user.Tags ?? []).flatMap(({ Key }) => (Key?.startsWith(tagPrefix(from.installation)) === true ? [Key] : [])),
  )
  const ours = `:policy${policyPath(from.installation)}`
  const foreign = (user.AttachedManagedPolicies ?? []).filter(({ PolicyArn }) => PolicyArn?.includes(ours) !== true)
  return {
    [USED.policies]: foreign.length,
    [USED.groups]: (user.GroupList ?? []).length,
    [USED.tags]: (user.Tags ?? []).length - marked.size,
    [USED.account]: from.details.policies.filter(({ Path }) => Path !== policyPath(from.installation)).length,
  }
}

const named = (need: Need, name: string | undefined, arn: string | undefined): boolean =>
  need.name.startsWith('arn:') ? arn === need.name : sameText(name ?? '', need.name)

export function policyCandidate(policy: PolicyDetail): Candidate {
  const document = defaultDocument(policy)
  return {
    id: policy.Arn ?? '',
    name: policy.PolicyName ?? '',
    ...(document === null ? {} : { document }),
  }
}

/** Customer managed policies of the account; AWS's own are looked up apart. */
export const localPolicies = (details: AccountDetails, need: Need): readonly Candidate[] =>
  details.policies.filter((policy) => named(need, policy.PolicyName, policy.Arn)).map(policyCandidate)

/** Answers all but policies. */
export function answer(from: Answering, need: Need): Fact {
  const { users, groups, roles } = from.details
  switch (need.what) {
    case 'identity':
      return decide(
        need,
        users
          .filter((user) => isPerson(user, need.name, from.match))
          .map((user) => ({ id: user.UserId ?? '', name: user.UserName ?? '', used: usedBy(from, user) })),
      )
    case 'group':
      return decide(
        need,
        groups
          .filter((group) => named(need, group.GroupName, group.Arn))
          .map((group) => ({ id: group.Arn ?? '', name: group.GroupName ?? '' })),
      )
    case 'role':
      return decide(
        need,
        roles
          .filter((role) => named(need, role.RoleName, role.Arn))
          .map((role) => ({ id: role.Arn ?? '', name: role.RoleName ?? '' })),
      )
    case 'policy':
    case 'permissionSet':
      return { need, is: 'absent' }
  }
}

/** One policy of that name, the account's own or one of AWS's; both is several, told by ARN. */
export const decidePolicy = (need: Need, local: readonly Candidate[], aws: readonly Candidate[]): Fact => {
  const all = [...local, ...aws]
  return all.length > 1 ? { need, is: 'several', names: all.map((one) => one.id).sort() } : decide(need, all)
}
