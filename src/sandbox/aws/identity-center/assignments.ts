// Who is assigned which set where: asked for at once, done in AWS's own time.

import { type Answer, done, type Refused } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { given, inside, oneOf, pages, structure, sure, text } from '../json/forms.ts'
import type { Asked, Operation, Operations } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { type AwsWorld, own } from '../world.ts'
import { uuidOf } from './ids.ts'
import { accountOf, running } from './jobs.ts'
import {
  ACCOUNT,
  centerOf,
  INSTANCE,
  outOfReach,
  readsSet,
  SET,
  setAims,
  setIn,
  standingOf,
  UUID,
  withCenter,
} from './operation.ts'
import type { Assignment, IdentityCenter, Job } from './world.ts'

const PRINCIPAL = text(
  1,
  47,
  /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/,
)
const TYPE = oneOf('USER', 'GROUP')
const STATUS = oneOf('IN_PROGRESS', 'FAILED', 'SUCCEEDED')

const typeIn = (text: string): Assignment['principalType'] => (text === 'GROUP' ? 'GROUP' : 'USER')

export const shownJob = (job: Job) => ({
  Status: job.state,
  RequestId: job.id,
  FailureReason: job.reason,
  CreatedDate: job.born,
  ...(job.does === 'provisioning'
    ? { AccountId: job.account, PermissionSetArn: job.set }
    : {
        TargetId: job.assignment.account,
        TargetType: 'AWS_ACCOUNT',
        PermissionSetArn: job.assignment.set,
        PrincipalType: job.assignment.principalType,
        PrincipalId: job.assignment.principalId,
      }),
})

/** What cannot begin now: AWS changes one role of an account at a time, and makes so many assignments at once. */
export function cannotBegin(center: IdentityCenter, account: string | undefined, does: Job['does']): Refused | null {
  const jobs = running(center)
  if (does === 'creation' && jobs.filter((job) => job.does === 'creation').length >= center.limits.creationsInFlight)
    return refuseJson.throttled('Too many outstanding assignments.')
  return account !== undefined && jobs.some((job) => accountOf(job) === account || accountOf(job) === undefined)
    ? refuseJson.conflict('There is a conflicting operation in process.')
    : null
}

export function begin(aws: AwsWorld, center: IdentityCenter, job: Job): AwsWorld {
  return withCenter({ ...aws, made: aws.made + 1 }, { ...center, jobs: [...center.jobs, job] })
}

const WORDS = { creation: 'Creation', deletion: 'Deletion' } as const

const starting = (does: keyof typeof WORDS): Operation => ({
  writes: true,
  takes: {
    InstanceArn: INSTANCE,
    PermissionSetArn: SET,
    TargetId: ACCOUNT,
    TargetType: oneOf('AWS_ACCOUNT'),
    PrincipalType: TYPE,
    PrincipalId: PRINCIPAL,
  },
  aims: setAims,
  run: (asked): Answer<AwsWorld> => {
    const on = setIn(asked)
    if ('is' in on) return on
    const { aws, input, now } = asked
    const assignment: Assignment = {
      account: sure(input, 'TargetId'),
      set: on.arn,
      principalType: typeIn(sure(input, 'PrincipalType')),
      principalId: sure(input, 'PrincipalId'),
    }
    const bad = outOfReach(asked, on, assignment.account) ?? cannotBegin(on.center, assignment.account, does)
    if (bad !== null) return bad
    const job: Job = {
      id: uuidOf(`job/${aws.made}`),
      born: now,
      calls: 0,
      state: 'IN_PROGRESS',
      does,
      assignment,
    }
    return done(begin(aws, on.center, job), { [`AccountAssignment${WORDS[does]}Status`]: shownJob(job) })
  },
})

const describing = (does: keyof typeof WORDS): Operation => {
  const parameter = `AccountAssignment${WORDS[does]}RequestId`
  return {
    writes: false,
    takes: { InstanceArn: INSTANCE, [parameter]: UUID },
    aims: ({ input }) => [{ resource: sure(input, 'InstanceArn') }],
    run: (asked) => {
      const center = centerOf(asked)
      if ('is' in center) return center
      const job = center.jobs.find((one) => one.does === does && one.id === sure(asked.input, parameter))
      return job === undefined
        ? refuseJson.notFound('The request does not exist.')
        : done(asked.aws, { [`AccountAssignment${WORDS[does]}Status`]: shownJob(job) })
    },
  }
}

const listing = (does: keyof typeof WORDS): Operation => ({
  writes: false,
  takes: { InstanceArn: INSTANCE, 'Filter?': structure({ 'Status?': STATUS }), ...pages },
  aims: ({ input }) => [{ resource: sure(input, 'InstanceArn') }],
  run: (asked) => {
    const center = centerOf(asked)
    if ('is' in center) return center
    const wanted = given(inside(asked.input, 'Filter'), 'Status')
    const jobs = center.jobs.filter((job) => job.does === does && (wanted === undefined || job.state === wanted))
    const page = pageOf(jobs, asked.input, Math.min(100, asked.aws.pageSize))
    return page.is === 'refused'
      ? page
      : done(asked.aws, {
          [`AccountAssignments${WORDS[does]}Status`]: page.items.map(({ id, state, born }) => ({
            RequestId: id,
            Status: state,
            CreatedDate: born,
          })),
          ...page.more,
        })
  },
})

/** Rows as a list shows them: for a while it may show how they were. */
function rowsSeen(
  aws: AwsWorld,
  center: IdentityCenter,
): { readonly rows: readonly Assignment[]; readonly after: AwsWorld } {
  const { before, ...rest } = center
  if (before === undefined) return { rows: center.assignments, after: aws }
  const left = before.reads - 1
  return {
    rows: before.assignments,
    after: withCenter(aws, left > 0 ? { ...center, before: { ...before, reads: left } } : rest),
  }
}

const shownRow = ({ account, set, principalType, principalId }: Assignment) => ({
  AccountId: account,
  PermissionSetArn: set,
  PrincipalType: principalType,
  PrincipalId: principalId,
})

function listForPrincipal(asked: Asked): Answer<AwsWorld> {
  const center = centerOf(asked)
  if ('is' in center) return center
  if (standingOf(asked) !== 'management')
    return refuseJson.accessDenied('This operation can be called from the management account only.')
  const { aws, input } = asked
  const id = sure(input, 'PrincipalId')
  const account = given(inside(input, 'Filter'), 'AccountId')
  const groups = Object.entries(center.groups).flatMap(([group, { members }]) => (members.includes(id) ? [group] : []))
  const { rows, after } = rowsSeen(aws, center)
  const mine = rows.filter(
    (row) =>
      (row.principalId === id || groups.includes(row.principalId)) &&
      (account === undefined || row.account === account),
  )
  const page = pageOf(mine, input, Math.min(100, aws.pageSize))
  return page.is === 'refused' ? page : done(after, { AccountAssignments: page.items.map(shownRow), ...page.more })
}

export const assignmentOperations: Operations = {
  CreateAccountAssignment: starting('creation'),
  DeleteAccountAssignment: starting('deletion'),
  DescribeAccountAssignmentCreationStatus: describing('creation'),
  DescribeAccountAssignmentDeletionStatus: describing('deletion'),
  ListAccountAssignmentCreationStatus: listing('creation'),
  ListAccountAssignmentDeletionStatus: listing('deletion'),
  ListAccountAssignments: readsSet({ AccountId: ACCOUNT, ...pages }, ({ aws, input }, { center, arn }) => {
    const { rows, after } = rowsSeen(aws, center)
    const here = rows.filter(({ account, set }) => account === sure(input, 'AccountId') && set === arn)
    const page = pageOf(here, input, Math.min(100, aws.pageSize))
    return page.is === 'refused' ? page : done(after, { AccountAssignments: page.items.map(shownRow), ...page.more })
  }),
  ListAccountAssignmentsForPrincipal: {
    writes: false,
    takes: {
      InstanceArn: INSTANCE,
      PrincipalId: PRINCIPAL,
      PrincipalType: TYPE,
      'Filter?': structure({ 'AccountId?': ACCOUNT }),
      ...pages,
    },
    aims: ({ input }) => [{ resource: sure(input, 'InstanceArn') }],
    run: listForPrincipal,
  },
  ListAccountsForProvisionedPermissionSet: readsSet(
    {
      'ProvisioningStatus?': oneOf('LATEST_PERMISSION_SET_PROVISIONED', 'LATEST_PERMISSION_SET_NOT_PROVISIONED'),
      ...pages,
    },
    ({ aws, input }, { set }) => {
      const page = pageOf(Object.keys(set.roles), input, Math.min(100, aws.pageSize))
      return page.is === 'refused' ? page : done(aws, { AccountIds: page.items, ...page.more })
    },
  ),
  ListPermissionSetsProvisionedToAccount: {
    writes: false,
    takes: { InstanceArn: INSTANCE, AccountId: ACCOUNT, ...pages },
    aims: setAims,
    run: (asked) => {
      const center = centerOf(asked)
      if ('is' in center) return center
      const account = sure(asked.input, 'AccountId')
      const sets = Object.entries(center.sets).flatMap(([arn, set]) =>
        own(set.roles, account) === undefined ? [] : [arn],
      )
      const page = pageOf(sets, asked.input, Math.min(100, asked.aws.pageSize))
      return page.is === 'refused' ? page : done(asked.aws, { PermissionSets: page.items, ...page.more })
    },
  },
}
