// How what AWS does in its own time comes to its end: assignments made and unmade, roles brought up to date.

import { type AwsWorld, own } from '../world.ts'
import { deprovision, provision } from './roles.ts'
import type { Assignment, IdentityCenter, Job } from './world.ts'

interface Both {
  readonly aws: AwsWorld
  readonly center: IdentityCenter
}

type Ended = Both & { readonly reason: string | null }

export const sameAssignment = (a: Assignment, b: Assignment): boolean =>
  a.account === b.account && a.set === b.set && a.principalType === b.principalType && a.principalId === b.principalId

const withRows = (center: IdentityCenter, assignments: readonly Assignment[]): IdentityCenter => ({
  ...center,
  assignments,
  ...(center.stale > 0
    ? { before: { assignments: center.before?.assignments ?? center.assignments, reads: center.stale } }
    : {}),
})

function create({ aws, center }: Both, assignment: Assignment, now: number): Ended {
  const { account, set: arn, principalType, principalId } = assignment
  const who = principalType === 'USER' ? own(center.users, principalId) : own(center.groups, principalId)
  if (who === undefined) return { aws, center, reason: `The principal ${principalId} does not exist.` }
  if (center.assignments.some((one) => sameAssignment(one, assignment))) return { aws, center, reason: null }
  const set = own(center.sets, arn)
  const there = set === undefined ? undefined : own(set.roles, account)
  const made =
    there === undefined ? provision(aws, center, arn, account, now) : ({ is: 'provisioned', aws, center } as const)
  if (made.is === 'failed') return { aws, center, reason: made.reason }
  return { aws: made.aws, center: withRows(made.center, [...made.center.assignments, assignment]), reason: null }
}

function remove({ aws, center }: Both, assignment: Assignment): Ended {
  if (!center.assignments.some((one) => sameAssignment(one, assignment)))
    return { aws, center, reason: 'The assignment does not exist.' }
  const left = withRows(
    center,
    center.assignments.filter((one) => !sameAssignment(one, assignment)),
  )
  const used = left.assignments.some(({ account, set }) => account === assignment.account && set === assignment.set)
  if (used || center.emptyRoles === 'stay') return { aws, center: left, reason: null }
  return { ...deprovision(aws, left, assignment.set, assignment.account), reason: null }
}

function bringUpToDate(both: Both, arn: string, account: string | undefined, now: number): Ended {
  const accounts = account === undefined ? Object.keys(own(both.center.sets, arn)?.roles ?? {}) : [account]
  let current = both
  for (const one of accounts) {
    const made = provision(current.aws, current.center, arn, one, now)
    if (made.is === 'failed') return { ...current, reason: made.reason }
    current = made
  }
  return { ...current, reason: null }
}

function end(both: Both, job: Job, now: number): Ended {
  if (job.does === 'provisioning') return bringUpToDate(both, job.set, job.account, now)
  return job.does === 'creation' ? create(both, job.assignment, now) : remove(both, job.assignment)
}

const isDue = ({ settles }: IdentityCenter, { calls, born }: Job, now: number): boolean =>
  (settles.calls !== undefined && calls >= settles.calls) ||
  (settles.seconds !== undefined && now - born >= settles.seconds)

/** Another call arrived: whatever is due by now is done, oldest first. */
export function settle(aws: AwsWorld, now: number): AwsWorld {
  const center = aws.identityCenter
  if (center === undefined || !center.jobs.some(({ state }) => state === 'IN_PROGRESS')) return aws
  const counted = center.jobs.map((job) => (job.state === 'IN_PROGRESS' ? { ...job, calls: job.calls + 1 } : job))
  let both: Both = { aws, center: { ...center, jobs: counted } }
  for (const job of counted) {
    if (job.state !== 'IN_PROGRESS' || !isDue(center, job, now)) continue
    const { reason, ...after } = end(both, job, now)
    const done: Job = { ...job, ...(reason === null ? { state: 'SUCCEEDED' } : { state: 'FAILED', reason }) }
    both = {
      aws: after.aws,
      center: { ...after.center, jobs: after.center.jobs.map((one) => (one.id === job.id ? done : one)) },
    }
  }
  return { ...both.aws, identityCenter: both.center }
}

export const accountOf = (job: Job): string | undefined =>
  job.does === 'provisioning' ? job.account : job.assignment.account

export const setOf = (job: Job): string => (job.does === 'provisioning' ? job.set : job.assignment.set)

export const running = ({ jobs }: IdentityCenter): readonly Job[] => jobs.filter(({ state }) => state === 'IN_PROGRESS')
