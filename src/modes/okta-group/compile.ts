// Which calls one change of one membership takes.

import type { Call, Change } from '../../core/plan/provisioner.ts'
import { callOf, type Write } from './calls.ts'
import type { Content } from './content.ts'

/** Somebody is in a group or not: a membership that goes on for longer changes nothing in Okta. */
export function compile(change: Change<Content>): readonly Call<Write>[] {
  if (change.do === 'grant') return [callOf('assignUserToGroup', change.want.content)]
  return change.do === 'revoke' ? [callOf('unassignUserFromGroup', change.have.content)] : []
}
