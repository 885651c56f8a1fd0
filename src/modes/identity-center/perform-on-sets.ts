// How permission sets of ours are made, written and removed.

import { canonicalJson } from '../../core/model/canonical.ts'
import type { Answer } from '../../core/model/edge-error.ts'
import type { CallOutcome } from '../../core/plan/provisioner.ts'
import type { Given } from '../any/given.ts'
import { ALREADY, DONE, failed, outcomeOf, taken } from '../any/outcomes.ts'
import { rowsOfSets } from './assignments.ts'
import { assignee } from './content.ts'
import { readDefinition } from './contents.ts'
import { originOf } from './own-sets.ts'
import type { OnSet, Performing } from './performing.ts'

/** A name that is taken is ours only if its tags say so, nobody is in it and nothing is attached: then a run made it and died. */
export async function create(asked: Performing, { text, value }: Given): Promise<CallOutcome> {
  const { aws, instance, sets, installation } = asked
  const tags = Object.entries(Object(value('tags'))).map(([key, tag]) => ({ Key: key, Value: String(tag) }))
  const input = {
    InstanceArn: instance,
    Name: text('name'),
    Description: text('description'),
    SessionDuration: 'PT1H',
    Tags: tags,
  }
  const made = await aws.sso('CreatePermissionSet', input, 'tell')
  if (made.is === 'known') {
    const arn = made.value.PermissionSet?.PermissionSetArn
    if (arn === undefined) return failed({ kind: 'garbage', call: 'sso:CreatePermissionSet', said: 'no ARN' })
    sets.learn(text('name'), arn)
    return DONE
  }
  if (made.because.kind !== 'conflict') return failed(made.because)
  const arn = await sets.arnOf(instance, text('name'))
  if (arn === 'absent') return outcomeOf(await again(asked, input))
  if (arn.is === 'unknown') return failed(arn.because)
  const origin = await originOf(aws, instance, installation, { arn: arn.value, name: text('name') })
  if (origin.is === 'unknown') return failed(origin.because)
  const rows = await rowsOfSets(aws, instance, [arn.value])
  if (rows.is === 'unknown') return failed(rows.because)
  const there = await readDefinition(aws, instance, arn.value)
  if (there.is === 'unknown') return failed(there.because)
  const empty = (there.value?.managed.length ?? 0) + (there.value?.customer.length ?? 0) === 0
  return origin.value !== null && rows.value.length === 0 && empty
    ? ALREADY
    : failed({ ...made.because, said: `${text('name')} is taken by something that is not ours` })
}

/** The name is free, so the conflict was of earlier writes that still spread. */
async function again({ aws, sets }: Performing, input: Parameters<typeof aws.sso<'CreatePermissionSet'>>[1]) {
  const made = await aws.sso('CreatePermissionSet', input)
  const { Name: name, PermissionSetArn: arn } = made.is === 'known' ? (made.value.PermissionSet ?? {}) : {}
  if (name !== undefined && arn !== undefined) sets.learn(name, arn)
  return made
}

const AWS_POLICY = /^arn:/

const reference = (path: string) => {
  const slash = path.lastIndexOf('/') + 1
  return { Path: path.slice(0, slash), Name: path.slice(slash) }
}

/** A conflict may mean that the policy is attached already. */
export const attach: OnSet = async ({ aws, instance }, arn, { text }) => {
  const policy = text('policy')
  const on = { InstanceArn: instance, PermissionSetArn: arn }
  const make = (conflicts: 'tell' | 'settle') =>
    AWS_POLICY.test(policy)
      ? aws.sso('AttachManagedPolicyToPermissionSet', { ...on, ManagedPolicyArn: policy }, conflicts)
      : aws.sso(
          'AttachCustomerManagedPolicyReferenceToPermissionSet',
          { ...on, CustomerManagedPolicyReference: reference(policy) },
          conflicts,
        )
  const first: Answer<unknown> = await make('tell')
  if (first.is === 'known' || first.because.kind !== 'conflict') return outcomeOf(first)
  const there = await readDefinition(aws, instance, arn)
  if (there.is === 'unknown') return failed(there.because)
  const { managed = [], customer = [] } = there.value ?? {}
  return [...managed, ...customer].includes(policy) ? ALREADY : outcomeOf(await make('settle'))
}

export const detach: OnSet = async ({ aws, instance }, arn, { text }) => {
  const policy = text('policy')
  const on = { InstanceArn: instance, PermissionSetArn: arn }
  return taken(
    AWS_POLICY.test(policy)
      ? await aws.sso('DetachManagedPolicyFromPermissionSet', { ...on, ManagedPolicyArn: policy })
      : await aws.sso('DetachCustomerManagedPolicyReferenceFromPermissionSet', {
          ...on,
          CustomerManagedPolicyReference: reference(policy),
        }),
  )
}

/** A set that people are in is written only for those who may be: nobody else's access grows with it. */
export const put: OnSet = async (asked, arn, { value }) => {
  const { aws, instance } = asked
  const stays = value('stays')
  if (Array.isArray(stays) && stays.length > 0) {
    const cleared = await unassignAllBut(asked, arn, stays)
    if (cleared.is === 'failed') return cleared
  }
  return outcomeOf(
    await aws.sso('PutInlinePolicyToPermissionSet', {
      InstanceArn: instance,
      PermissionSetArn: arn,
      InlinePolicy: canonicalJson(value('document')),
    }),
  )
}

export const deleteInline: OnSet = async ({ aws, instance }, arn) =>
  taken(await aws.sso('DeleteInlinePolicyFromPermissionSet', { InstanceArn: instance, PermissionSetArn: arn }))

/** Somebody may have been assigned it by hand, where only the person was looked at: they go, since the set is ours. */
async function unassignAllBut(
  { aws, instance, follow }: Performing,
  arn: string,
  stays: readonly string[],
): Promise<CallOutcome> {
  const rows = await rowsOfSets(aws, instance, [arn])
  if (rows.is === 'unknown') return taken(rows)
  for (const { account, type, id } of rows.value) {
    if (stays.includes(assignee(account, type, id))) continue
    const gone = taken(
      await follow.deletion({
        InstanceArn: instance,
        PermissionSetArn: arn,
        TargetId: account,
        TargetType: 'AWS_ACCOUNT',
        PrincipalType: type,
        PrincipalId: id,
      }),
    )
    if (gone.is === 'failed') return gone
  }
  return DONE
}

export const remove: OnSet = async (asked, arn, { text }) => {
  const { aws, instance, sets } = asked
  const on = { InstanceArn: instance, PermissionSetArn: arn }
  const first = await aws.sso('DeletePermissionSet', on, 'tell')
  if (first.is === 'unknown' && first.because.kind === 'conflict') {
    const cleared = await unassignAllBut(asked, arn, [])
    if (cleared.is === 'failed') return cleared
  }
  const gone =
    first.is === 'unknown' && first.because.kind === 'conflict' ? await aws.sso('DeletePermissionSet', on) : first
  const outcome = taken(gone)
  if (outcome.is !== 'failed') sets.forget(text('set'))
  return outcome
}
