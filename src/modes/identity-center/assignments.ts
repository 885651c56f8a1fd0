// Who is assigned which permission set in which account, asked in as few calls as the home account allows.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { eachOf } from '../any/each.ts'
import { everyPage } from '../aws/pages.ts'

export interface Row {
  readonly account: string
  /** ARN of the set. */
  readonly set: string
  readonly type: 'USER' | 'GROUP'
  readonly id: string
}

const PAGE = 100

const rowOf = (
  account: string | undefined,
  set: string | undefined,
  type: string | undefined,
  id: string | undefined,
): Row => ({
  account: account ?? '',
  set: set ?? '',
  type: type === 'GROUP' ? 'GROUP' : 'USER',
  id: id ?? '',
})

async function allKnown<T>(answers: readonly Answer<readonly T[]>[]): Promise<Answer<readonly T[]>> {
  const found: T[] = []
  for (const answer of answers) {
    if (answer.is === 'unknown') return answer
    found.push(...answer.value)
  }
  return known(found)
}

/** Everything that these users hold themselves: one call a person and page, from the management account only. */
export async function rowsOfUsers(
  aws: Aws,
  instance: string,
  users: readonly string[],
): Promise<Answer<readonly Row[]>> {
  const answers = await eachOf(users, async (user): Promise<Answer<readonly Row[]>> => {
    const pages = await everyPage('sso:ListAccountAssignmentsForPrincipal', (next) =>
      aws.sso('ListAccountAssignmentsForPrincipal', {
        InstanceArn: instance,
        PrincipalId: user,
        PrincipalType: 'USER',
        MaxResults: PAGE,
        ...(next === undefined ? {} : { NextToken: next }),
      }),
    )
    if (pages.is === 'unknown') return pages.because.kind === 'not-found' ? known([]) : pages
    const rows = pages.value.flatMap(({ AccountAssignments }) => AccountAssignments ?? [])
    // What somebody has through a group is the group's.
    return known(
      rows
        .map((row) => rowOf(row.AccountId, row.PermissionSetArn, row.PrincipalType, row.PrincipalId))
        .filter(({ type, id }) => type === 'USER' && id === user),
    )
  })
  return allKnown(answers)
}

/** Everybody who is assigned a set in an account. A set that is gone has nobody. */
export async function rowsOfPair(
  aws: Aws,
  instance: string,
  account: string,
  set: string,
): Promise<Answer<readonly Row[]>> {
  const pages = await everyPage('sso:ListAccountAssignments', (next) =>
    aws.sso('ListAccountAssignments', {
      InstanceArn: instance,
      AccountId: account,
      PermissionSetArn: set,
      MaxResults: PAGE,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages.because.kind === 'not-found' ? known([]) : pages
  const rows = pages.value.flatMap(({ AccountAssignments }) => AccountAssignments ?? [])
  return known(rows.map((row) => rowOf(row.AccountId, row.PermissionSetArn, row.PrincipalType, row.PrincipalId)))
}

export interface Pair {
  readonly account: string
  readonly set: string
}

export async function rowsOfPairs(aws: Aws, instance: string, pairs: readonly Pair[]): Promise<Answer<readonly Row[]>> {
  return allKnown(await eachOf(pairs, ({ account, set }) => rowsOfPair(aws, instance, account, set)))
}

/** Where a set is provisioned: every account in which somebody is or was assigned it. */
export async function accountsWith(aws: Aws, instance: string, set: string): Promise<Answer<readonly string[]>> {
  const pages = await everyPage('sso:ListAccountsForProvisionedPermissionSet', (next) =>
    aws.sso('ListAccountsForProvisionedPermissionSet', {
      InstanceArn: instance,
      PermissionSetArn: set,
      MaxResults: PAGE,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages.because.kind === 'not-found' ? known([]) : pages
  return known(pages.value.flatMap(({ AccountIds }) => AccountIds ?? []))
}

/** Everybody who is assigned one of these sets, wherever: two calls a set, for those that no row explained. */
export async function rowsOfSets(aws: Aws, instance: string, sets: readonly string[]): Promise<Answer<readonly Row[]>> {
  const answers = await eachOf(sets, async (set): Promise<Answer<readonly Row[]>> => {
    const accounts = await accountsWith(aws, instance, set)
    if (accounts.is === 'unknown') return accounts
    return rowsOfPairs(
      aws,
      instance,
      accounts.value.map((account) => ({ account, set })),
    )
  })
  return allKnown(answers)
}

const KINDS = ['Creation', 'Deletion'] as const

/** Assignments that are being made or unmade now: neither there nor gone. */
export async function rowsUnderWay(aws: Aws, instance: string): Promise<Answer<readonly Row[]>> {
  const answers = await eachOf(KINDS, async (kind): Promise<Answer<readonly Row[]>> => {
    const pages = await everyPage(`sso:ListAccountAssignment${kind}Status`, (next) =>
      aws.sso(`ListAccountAssignment${kind}Status`, {
        InstanceArn: instance,
        Filter: { Status: 'IN_PROGRESS' },
        ...(next === undefined ? {} : { NextToken: next }),
      }),
    )
    if (pages.is === 'unknown') return pages
    const requests = pages.value.flatMap((page) =>
      'AccountAssignmentsCreationStatus' in page
        ? (page.AccountAssignmentsCreationStatus ?? [])
        : 'AccountAssignmentsDeletionStatus' in page
          ? (page.AccountAssignmentsDeletionStatus ?? [])
          : [],
    )
    const rows: Row[] = []
    for (const { RequestId } of requests) {
      const row = await underWay(aws, instance, kind, RequestId ?? '')
      if (row.is === 'unknown') return row
      if (row.value !== null) rows.push(row.value)
    }
    return known(rows)
  })
  return allKnown(answers)
}

async function underWay(
  aws: Aws,
  instance: string,
  kind: (typeof KINDS)[number],
  request: string,
): Promise<Answer<Row | null>> {
  if (kind === 'Creation') {
    const status = await aws.sso('DescribeAccountAssignmentCreationStatus', {
      InstanceArn: instance,
      AccountAssignmentCreationRequestId: request,
    })
    if (status.is === 'unknown') return status
    const { AccountAssignmentCreationStatus: told } = status.value
    return known(
      told?.Status === 'IN_PROGRESS'
        ? rowOf(told.TargetId, told.PermissionSetArn, told.PrincipalType, told.PrincipalId)
        : null,
    )
  }
  const status = await aws.sso('DescribeAccountAssignmentDeletionStatus', {
    InstanceArn: instance,
    AccountAssignmentDeletionRequestId: request,
  })
  if (status.is === 'unknown') return status
  const { AccountAssignmentDeletionStatus: told } = status.value
  return known(
    told?.Status === 'IN_PROGRESS'
      ? rowOf(told.TargetId, told.PermissionSetArn, told.PrincipalType, told.PrincipalId)
      : null,
  )
}
