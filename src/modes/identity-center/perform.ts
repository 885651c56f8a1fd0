// How each call is made and confirmed: by the set's ARN as AWS tells it now, and followed until AWS is done.

import type { Call, CallOutcome } from '../../core/plan/provisioner.ts'
import { givenTo } from '../any/given.ts'
import { isWrite, type Write } from './calls.ts'
import { assign, provision, unassign } from './perform-assignments.ts'
import { attach, create, deleteInline, detach, put, remove } from './perform-on-sets.ts'
import { onSet, type Perform, type Performing } from './performing.ts'
import { following, type Limit } from './under-way.ts'

const PERFORM: Readonly<Record<Write, Perform>> = {
  CreatePermissionSet: create,
  PutInlinePolicyToPermissionSet: onSet('failed', put),
  AttachManagedPolicyToPermissionSet: onSet('failed', attach),
  AttachCustomerManagedPolicyReferenceToPermissionSet: onSet('failed', attach),
  CreateAccountAssignment: onSet('failed', assign),
  ProvisionPermissionSet: onSet('already', provision),
  DetachManagedPolicyFromPermissionSet: onSet('already', detach),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: onSet('already', detach),
  DeleteInlinePolicyFromPermissionSet: onSet('already', deleteInline),
  DeleteAccountAssignment: onSet('already', unassign),
  DeletePermissionSet: onSet('already', remove),
}

/** Ends when AWS has confirmed it; never throws for what AWS says. */
export async function perform(asked: Omit<Performing, 'follow'>, limit: Limit, call: Call): Promise<CallOutcome> {
  if (!isWrite(call.op)) throw new Error(`${call.op} is no call of this mode`)
  return PERFORM[call.op]({ ...asked, follow: following(asked.aws, asked.instance, limit) }, givenTo(call))
}
