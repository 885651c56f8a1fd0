// What IAM says of one account, all pages together, or why it could not be read whole.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Aws, IamInput, IamOutput } from '../../edges/aws/aws.ts'

type Details = IamOutput<'GetAccountAuthorizationDetails'>
/** What is read: roles and groups can be many megabytes. */
export type Filter = NonNullable<NonNullable<IamInput<'GetAccountAuthorizationDetails'>>['Filter']>

type Listed<Key extends keyof Details> = NonNullable<Details[Key]>
export type UserDetail = Listed<'UserDetailList'>[number]
export type GroupDetail = Listed<'GroupDetailList'>[number]
export type RoleDetail = Listed<'RoleDetailList'>[number]
export type PolicyDetail = Listed<'Policies'>[number]

export interface AccountDetails {
  readonly users: readonly UserDetail[]
  readonly groups: readonly GroupDetail[]
  readonly roles: readonly RoleDetail[]
  readonly policies: readonly PolicyDetail[]
}

const PAGE = 1000

/**
 * Reads GetAccountAuthorizationDetails to its last page; a page may be short and says itself whether more follow (IAM API
 * reference). Documents in it are URL-encoded and stay so here.
 */
export async function readAccount(aws: Aws, account: string, filter: Filter): Promise<Answer<AccountDetails>> {
  const users: UserDetail[] = []
  const groups: GroupDetail[] = []
  const roles: RoleDetail[] = []
  const policies: PolicyDetail[] = []
  const seen = new Set<string>()
  let marker: string | undefined
  for (;;) {
    const page = await aws.iam(account, 'GetAccountAuthorizationDetails', {
      Filter: filter,
      MaxItems: PAGE,
      ...(marker === undefined ? {} : { Marker: marker }),
    })
    if (page.is === 'unknown') return page
    const { IsTruncated: more, Marker: next, UserDetailList, GroupDetailList, RoleDetailList, Policies } = page.value
    users.push(...(UserDetailList ?? []))
    groups.push(...(GroupDetailList ?? []))
    roles.push(...(RoleDetailList ?? []))
    policies.push(...(Policies ?? []))
    if (more === false) return known({ users, groups, roles, policies })
    if (more !== true || next === undefined || seen.has(next))
      return unknown({
        kind: 'garbage',
        call: `iam:GetAccountAuthorizationDetails in ${account}`,
        said: 'the answer does not say whether more follows',
      })
    seen.add(next)
    marker = next
  }
}
