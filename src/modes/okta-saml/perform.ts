// How one call is made: roles of the pool are written in AWS, who is let in by them in Okta.

import type { Answer } from '../../core/model/edge-error.ts'
import type { Call, CallOutcome } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { type Given, givenTo } from '../any/given.ts'
import { ALREADY, DONE, failed, outcomeOf, taken } from '../any/outcomes.ts'
import { addRole, removeRole } from './app-user.ts'
import { isWrite, type Write } from './calls.ts'
import { NO_OKTA } from './ground.ts'
import { POLICY } from './naming.ts'

export interface Performing {
  readonly aws: Aws
  /** null: Okta cannot be asked; roles in AWS can be emptied all the same. */
  readonly okta: Okta | null
}

const told = (answer: Answer<'done' | 'already'>): CallOutcome =>
  answer.is === 'unknown' ? failed(answer.because) : answer.value === 'done' ? DONE : ALREADY

const entering = ({ text }: Given) => ({
  app: text('app'),
  marker: text('marker'),
  role: text('role'),
  userId: text('userId'),
  login: text('login'),
})

const MAKE: Readonly<Record<Write, (asked: Performing, given: Given) => Promise<CallOutcome>>> = {
  PutRolePolicy: async ({ aws }, { text, value }) =>
    outcomeOf(
      await aws.iam(text('account'), 'PutRolePolicy', {
        RoleName: text('role'),
        PolicyName: POLICY,
        PolicyDocument: JSON.stringify(value('document')),
      }),
    ),
  TagRole: async ({ aws }, { text }) =>
    outcomeOf(
      await aws.iam(text('account'), 'TagRole', {
        RoleName: text('role'),
        Tags: [{ Key: text('key'), Value: text('value') }],
      }),
    ),
  DeleteRolePolicy: async ({ aws }, { text }) =>
    taken(await aws.iam(text('account'), 'DeleteRolePolicy', { RoleName: text('role'), PolicyName: POLICY })),
  addRoleToAppUser: async ({ okta }, given) =>
    okta === null ? failed(NO_OKTA) : told(await addRole(okta, entering(given))),
  removeRoleFromAppUser: async ({ okta }, given) =>
    okta === null ? failed(NO_OKTA) : told(await removeRole(okta, entering(given))),
}

export function perform(asked: Performing, call: Call): Promise<CallOutcome> {
  if (!isWrite(call.op)) throw new Error(`no operation of this mode is called ${call.op}`)
  return MAKE[call.op](asked, givenTo(call))
}
