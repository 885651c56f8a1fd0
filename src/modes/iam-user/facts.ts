// What an account answers to the needs of grants: whom, which group, role or policy they mean.

import type { TargetId } from '../../core/model/id.ts'
import type { IdentityMatch } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import type { AccountDetails, UserDetail } from '../aws/account.ts'
import { decide, decideGroup, decideRole } from '../aws/named.ts'
import { plainText } from '../aws/stored.ts'
import { policyPath, tagPrefix } from './naming.ts'
import { USED } from './quotas.ts'

export interface Answering {
  readonly installation: string
  readonly target: TargetId
  readonly match: IdentityMatch
  readonly details: AccountDetails
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
      return decideGroup(need, groups)
    case 'role':
      return decideRole(need, roles)
    case 'account':
    case 'policy':
    case 'permissionSet':
      return { need, is: 'absent' }
  }
}
