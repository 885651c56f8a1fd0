// How one call is made: Okta answers 204 to adding who is in and to removing who is not.

import type { Call, CallOutcome } from '../../core/plan/provisioner.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { assignUserToGroup, unassignUserFromGroup } from '../../edges/okta/operations.ts'
import { givenTo } from '../any/given.ts'
import { outcomeOf, taken } from '../any/outcomes.ts'

export async function perform(okta: Okta, call: Call): Promise<CallOutcome> {
  const { text } = givenTo(call)
  const member = { groupId: text('groupId'), userId: text('userId') }
  if (call.op === 'assignUserToGroup') return outcomeOf(await okta.send(assignUserToGroup, member))
  if (call.op === 'unassignUserFromGroup') return taken(await okta.send(unassignUserFromGroup, member))
  throw new Error(`no operation of this mode is called ${call.op}`)
}
