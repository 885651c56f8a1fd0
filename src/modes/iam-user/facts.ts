// What an account answers to the needs of grants: whom, which group, role or policy they mean.

import type { TargetId } from '../../core/model/id.ts'
import type { IdentityMatch } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import type { AccountDetails, PolicyDetail, UserDetail } from './account.ts'
import { policyPath, tagPrefix } from './naming.ts'
import { USED } from './quotas.ts'
import { defaultDocument, plainText, sameText } from './stored.ts'

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

const nameFor = (email: string, match: IdentityMatch): string =>
  match.by === 'localPart' ? (email.split('@')[0] ?? email) : email

const namesOf = (user: UserDetail, match: IdentityMatch): readonly string[] =>
  match.by === 'tag'
    ? (user.Tags ?? []).flatMap(({ Key, Value }) => (Key === match.tag ? [Value ?? ''] : []))
    : [user.UserName ?? '']

type UsersByName = ReadonlyMap<string, readonly UserDetail[]>

/** An account may have thousands of users and as many needs. */
const indexes = new WeakMap<AccountDetails, Map<string, UsersByName>>()

function usersByName(details: AccountDetails, match: IdentityMatch): UsersByName {
  const how = match.by === 'tag' ? `tag ${match.tag}` : match.by
  const known = indexes.get(details) ?? new Map<string, UsersByName>()
  const before = known.get(how)
  if (before !== undefined) return before
  const named = details.users.flatMap((user) =>
    [...new Set(namesOf(user, match).map(plainText))].map((name): [string, UserDetail] => [name, user]),
  )
  const grouped = Map.groupBy(named, ([name]) => name)
  const users = new Map([...grouped].map(([name, pairs]) => [name, pairs.map(([, user]) => user)]))
  indexes.set(details, known.set(how, users))
  return users
}

/** Trimmed and without regard to case: e-mails and IAM names alike. */
const peopleNamed = ({ details, match }: Answering, email: string): readonly UserDetail[] =>
  usersByName(details, match).get(plainText(nameFor(email, match))) ?? []

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
  const { groups, roles } = from.details
  switch (need.what) {
    case 'identity':
      return decide(
        need,
        peopleNamed(from, need.name).map((user) => ({
          id: user.UserId ?? '',
          name: user.UserName ?? '',
          used: usedBy(from, user),
        })),
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
