// IAM Identity Center: which permission sets there are, what they hold, who is assigned them where, and who is in which group.

import type { AssignmentLine, InventoryLine, PeopleLine, PermissionSetLine } from '../core/inventory/line.ts'
import { type Answer, known, unknown } from '../core/model/edge-error.ts'
import { policyJson } from '../core/policy/write.ts'
import type { Aws } from '../edges/aws/aws.ts'
import { eachOf } from '../modes/any/each.ts'
import { everyPage } from '../modes/aws/pages.ts'
import { type Center, readCenter } from '../modes/identity-center/center.ts'
import { readDefinition } from '../modes/identity-center/contents.ts'
import type { Collecting, Collector } from './collector.ts'

const PAGE = 100

type Paged = { readonly NextToken?: string }

const paged = (next: string | undefined): Paged & { readonly MaxResults: number } => ({
  MaxResults: PAGE,
  ...(next === undefined ? {} : { NextToken: next }),
})

/** Everything that several questions answered, or why one of them was not. */
function together<T>(answers: readonly Answer<readonly T[]>[]): Answer<readonly T[]> {
  const failed = answers.find((one) => one.is === 'unknown')
  if (failed?.is === 'unknown') return failed
  return known(answers.flatMap((one) => (one.is === 'known' ? one.value : [])))
}

/** Id → name of everybody in the store. */
async function usersIn(aws: Aws, store: string): Promise<Answer<ReadonlyMap<string, string>>> {
  const pages = await everyPage('identitystore:ListUsers', (next) =>
    aws.store('ListUsers', { IdentityStoreId: store, ...paged(next) }),
  )
  if (pages.is === 'unknown') return pages
  const users = pages.value.flatMap(({ Users }) => Users ?? [])
  return known(new Map(users.map(({ UserId, UserName }) => [UserId ?? '', UserName ?? UserId ?? ''])))
}

interface Group {
  readonly id: string
  readonly line: PeopleLine
}

async function groupsIn(
  aws: Aws,
  store: string,
  users: ReadonlyMap<string, string>,
): Promise<Answer<readonly Group[]>> {
  const pages = await everyPage('identitystore:ListGroups', (next) =>
    aws.store('ListGroups', { IdentityStoreId: store, ...paged(next) }),
  )
  if (pages.is === 'unknown') return pages
  const groups = pages.value.flatMap(({ Groups }) => Groups ?? [])
  const read = await eachOf(
    groups,
    async ({ GroupId: id = '', DisplayName: name = id }): Promise<Answer<readonly Group[]>> => {
      const members = await everyPage('identitystore:ListGroupMemberships', (next) =>
        aws.store('ListGroupMemberships', { IdentityStoreId: store, GroupId: id, ...paged(next) }),
      )
      if (members.is === 'unknown') return members
      const ids = members.value.flatMap(({ GroupMemberships }) =>
        (GroupMemberships ?? []).flatMap(({ MemberId }) => MemberId?.UserId ?? []),
      )
      const names = ids.map((one) => users.get(one) ?? one).toSorted()
      return known([{ id, line: { is: 'people', name, members: names } }])
    },
  )
  return together(read)
}

async function setLine(aws: Aws, instance: string, set: string): Promise<Answer<readonly PermissionSetLine[]>> {
  const described = await aws.sso('DescribePermissionSet', { InstanceArn: instance, PermissionSetArn: set })
  if (described.is === 'unknown') return described.because.kind === 'not-found' ? known([]) : described
  const definition = await readDefinition(aws, instance, set)
  if (definition.is === 'unknown') return definition
  if (definition.value === null) return known([])
  const { document, managed, customer } = definition.value
  return known([
    {
      is: 'permissionSet',
      arn: set,
      name: described.value.PermissionSet?.Name ?? '',
      // By path and name: each account has a policy of its own of that name.
      policies: [...managed, ...customer.map((path) => `customer:${path}`)],
      inline:
        document === null ? { inline: null } : document.statements.length === 0 ? {} : { inline: policyJson(document) },
    },
  ])
}

interface Named {
  readonly users: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
}

async function assignmentsOf(
  aws: Aws,
  instance: string,
  set: string,
  names: Named,
): Promise<Answer<readonly AssignmentLine[]>> {
  const asked = { InstanceArn: instance, PermissionSetArn: set }
  const pages = await everyPage('sso:ListAccountsForProvisionedPermissionSet', (next) =>
    aws.sso('ListAccountsForProvisionedPermissionSet', { ...asked, ...paged(next) }),
  )
  if (pages.is === 'unknown') return pages.because.kind === 'not-found' ? known([]) : pages
  const accounts = pages.value.flatMap(({ AccountIds }) => AccountIds ?? [])
  const read = await eachOf(accounts, async (account): Promise<Answer<readonly AssignmentLine[]>> => {
    const rows = await everyPage('sso:ListAccountAssignments', (next) =>
      aws.sso('ListAccountAssignments', { ...asked, AccountId: account, ...paged(next) }),
    )
    if (rows.is === 'unknown') return rows
    return known(
      rows.value.flatMap(({ AccountAssignments }) =>
        (AccountAssignments ?? []).map(({ PrincipalType, PrincipalId = '' }): AssignmentLine => {
          const principal = PrincipalType === 'GROUP' ? 'GROUP' : 'USER'
          const named = principal === 'GROUP' ? names.groups : names.users
          return { is: 'assignment', set, account, principal, name: named.get(PrincipalId) ?? PrincipalId }
        }),
      ),
    )
  })
  return together(read)
}

async function linesIn(aws: Aws, { instance, store }: Center): Promise<Answer<readonly InventoryLine[]>> {
  const users = await usersIn(aws, store)
  if (users.is === 'unknown') return users
  const groups = await groupsIn(aws, store, users.value)
  if (groups.is === 'unknown') return groups
  const pages = await everyPage('sso:ListPermissionSets', (next) =>
    aws.sso('ListPermissionSets', { InstanceArn: instance, ...paged(next) }),
  )
  if (pages.is === 'unknown') return pages
  const sets = pages.value.flatMap(({ PermissionSets }) => PermissionSets ?? [])
  const names: Named = { users: users.value, groups: new Map(groups.value.map(({ id, line }) => [id, line.name])) }
  const held = together(await eachOf(sets, (set) => setLine(aws, instance, set)))
  if (held.is === 'unknown') return held
  const assigned = together(await eachOf(sets, (set) => assignmentsOf(aws, instance, set, names)))
  if (assigned.is === 'unknown') return assigned
  return known([...groups.value.map(({ line }) => line), ...held.value, ...assigned.value])
}

export const center: Collector = {
  section: 'access',
  says: 'permission sets, assignments and groups',
  async collect({ aws, center: home }: Collecting) {
    if (home === null) return unknown({ kind: 'invalid', call: 'reading Identity Center', said: 'settings name none' })
    const found = await readCenter(aws, home)
    if (found.is === 'unknown') return found
    const lines = await linesIn(aws, found.value)
    return lines.is === 'unknown' ? lines : known({ lines: lines.value, partial: {} })
  },
}
