// How a changed permission set is brought to the accounts that have it.

import { type Answer, done } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { given, oneOf, sure } from '../json/forms.ts'
import type { Asked, Operations } from '../json/operation.ts'
import { type AwsWorld, own } from '../world.ts'
import { begin, cannotBegin, shownJob } from './assignments.ts'
import { uuidOf } from './ids.ts'
import { ACCOUNT, busy, centerOf, INSTANCE, outOfReach, SET, setAims, setIn, UUID } from './operation.ts'
import type { Job } from './world.ts'

function provision(asked: Asked): Answer<AwsWorld> {
  const on = setIn(asked)
  if ('is' in on) return on
  const { aws, input, now } = asked
  const account = given(input, 'TargetId')
  if (
    sure(input, 'TargetType') === 'AWS_ACCOUNT' &&
    (account === undefined || own(on.set.roles, account) === undefined)
  )
    return refuseJson.notFound('The permission set is not provisioned in this account.')
  const accounts = account === undefined ? Object.keys(on.set.roles) : [account]
  const bad =
    outOfReach(asked, on, account) ??
    busy(asked, on)?.refused ??
    accounts.map((one) => cannotBegin(on.center, one, 'provisioning')).find((one) => one !== null) ??
    null
  if (bad !== null) return bad
  const job: Job = {
    id: uuidOf(`job/${aws.made}`),
    born: now,
    calls: 0,
    state: 'IN_PROGRESS',
    does: 'provisioning',
    set: on.arn,
    ...(account === undefined ? {} : { account }),
  }
  return done(begin(aws, on.center, job), { PermissionSetProvisioningStatus: shownJob(job) })
}

export const provisioningOperations: Operations = {
  ProvisionPermissionSet: {
    writes: true,
    takes: {
      InstanceArn: INSTANCE,
      PermissionSetArn: SET,
      TargetType: oneOf('AWS_ACCOUNT', 'ALL_PROVISIONED_ACCOUNTS'),
      'TargetId?': ACCOUNT,
    },
    aims: setAims,
    run: provision,
  },
  DescribePermissionSetProvisioningStatus: {
    writes: false,
    takes: { InstanceArn: INSTANCE, ProvisionPermissionSetRequestId: UUID },
    aims: ({ input }) => [{ resource: sure(input, 'InstanceArn') }],
    run: (asked) => {
      const center = centerOf(asked)
      if ('is' in center) return center
      const job = center.jobs.find(
        ({ does, id }) => does === 'provisioning' && id === sure(asked.input, 'ProvisionPermissionSetRequestId'),
      )
      return job === undefined
        ? refuseJson.notFound('The request does not exist.')
        : done(asked.aws, { PermissionSetProvisioningStatus: shownJob(job) })
    },
  },
}
