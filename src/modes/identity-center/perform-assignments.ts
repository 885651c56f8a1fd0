// How people are assigned sets and taken off them, and how a changed set becomes real.

import type { Given } from '../any/given.ts'
import { ALREADY, outcomeOf, taken } from '../any/outcomes.ts'
import { rowsOfPair } from './assignments.ts'
import type { OnSet } from './performing.ts'

const assigning = (instance: string, arn: string, { text }: Given) => ({
  InstanceArn: instance,
  PermissionSetArn: arn,
  TargetId: text('in'),
  TargetType: 'AWS_ACCOUNT' as const,
  PrincipalType: text('type') === 'GROUP' ? ('GROUP' as const) : ('USER' as const),
  PrincipalId: text('id'),
})

export const assign: OnSet = async ({ instance, follow }, arn, given) =>
  outcomeOf(await follow.creation(assigning(instance, arn, given)))

/** A deletion that fails may have failed because there is nothing: that is looked at, never assumed. */
export const unassign: OnSet = async ({ aws, instance, follow }, arn, given) => {
  const gone = taken(await follow.deletion(assigning(instance, arn, given)))
  if (gone.is !== 'failed') return gone
  const rows = await rowsOfPair(aws, instance, given.text('in'), arn)
  const there =
    rows.is === 'unknown' || rows.value.some(({ id, type }) => id === given.text('id') && type === given.text('type'))
  return there ? gone : ALREADY
}

/** In every account that has it: somebody may have been assigned it elsewhere by hand. */
export const provision: OnSet = async ({ instance, follow }, arn) =>
  outcomeOf(
    await follow.provisioning({ InstanceArn: instance, PermissionSetArn: arn, TargetType: 'ALL_PROVISIONED_ACCOUNTS' }),
  )
