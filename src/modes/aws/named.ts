// Which policy, role or group of an account a need names.

import { type Instant, isInstant } from '../../core/model/time.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import type { AccountDetails, GroupDetail, PolicyDetail, RoleDetail } from './account.ts'
import { defaultDocument, sameText } from './stored.ts'

export type Candidate = Omit<Extract<Fact, { is: 'found' }>, 'need' | 'is'>

/** None, one or several: what a need is found to be. */
export const decide = (need: Need, candidates: readonly Candidate[]): Fact => {
  const [first, second] = candidates
  if (first === undefined) return { need, is: 'absent' }
  if (second === undefined) return { need, is: 'found', ...first }
  return { need, is: 'several', names: candidates.map(({ name }) => name).sort() }
}

/** By ARN, or by name without regard to case, as IAM compares names. */
const named = (need: Need, name: string | undefined, arn: string | undefined): boolean =>
  need.name.startsWith('arn:') ? arn === need.name : sameText(name ?? '', need.name)

/** When its newest version was made (IAM API reference, PolicyDetail): a default set back to an older one leaves no trace. */
function writtenAt({ UpdateDate: written }: PolicyDetail): Instant | null {
  const seconds = Math.floor((written?.getTime() ?? Number.NaN) / 1000)
  return isInstant(seconds) ? seconds : null
}

function policyCandidate(policy: PolicyDetail): Candidate {
  const document = defaultDocument(policy)
  return {
    id: policy.Arn ?? '',
    name: policy.PolicyName ?? '',
    written: writtenAt(policy),
    ...(document === null ? {} : { document }),
  }
}

/** Customer managed policies of the account; AWS's own are looked up apart. */
export const localPolicies = (details: AccountDetails, need: Need): readonly Candidate[] =>
  details.policies.filter((policy) => named(need, policy.PolicyName, policy.Arn)).map(policyCandidate)

/** One policy of that name, the account's own or one of AWS's; both is several, told by ARN. */
export const decidePolicy = (need: Need, local: readonly Candidate[], aws: readonly Candidate[]): Fact => {
  const all = [...local, ...aws]
  return all.length > 1 ? { need, is: 'several', names: all.map((one) => one.id).sort() } : decide(need, all)
}

export const decideRole = (need: Need, roles: readonly RoleDetail[]): Fact =>
  decide(
    need,
    roles
      .filter((role) => named(need, role.RoleName, role.Arn))
      .map((role) => ({ id: role.Arn ?? '', name: role.RoleName ?? '' })),
  )

export const decideGroup = (need: Need, groups: readonly GroupDetail[]): Fact =>
  decide(
    need,
    groups
      .filter((group) => named(need, group.GroupName, group.Arn))
      .map((group) => ({ id: group.Arn ?? '', name: group.GroupName ?? '' })),
  )
