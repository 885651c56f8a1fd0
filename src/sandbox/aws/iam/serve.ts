// How a call to IAM is served: checked, authorised by the caller's own policies, then run.

import { decide } from '../../access/decide.ts'
import type { Principal } from '../../access/principal.ts'
import { type Answer, done, type Refused, refuse } from '../answer.ts'
import { uniqueId } from '../ids.ts'
import type { Asked, Operation } from '../operation.ts'
import { checkParameters } from '../parameters.ts'
import type { Parameters } from '../query.ts'
import { afterWrite, asRead } from '../stale.ts'
import { type AwsWorld, having, own } from '../world.ts'

const unauthorised = (asked: Asked, action: string, operation: Operation): Refused | null => {
  const { resource, context = {}, also = [] } = operation.aim?.(asked) ?? { resource: '*' }
  const refused = [action, ...also].find(
    (one) => !decide(asked.aws, asked.caller, { action: one, resource, at: asked.now, context }).allowed,
  )
  return refused === undefined
    ? null
    : refuse.accessDenied(`User: ${asked.caller.arn} is not authorized to perform: ${refused} on resource: ${resource}`)
}

/** The account is the caller's: IAM knows no other way to say which one is meant. */
export const serveIam = (
  aws: AwsWorld,
  caller: Principal,
  name: string,
  operation: Operation,
  input: Parameters,
  now: number,
): Answer<AwsWorld> => {
  const current = own(aws.accounts, caller.account)
  if (current === undefined) throw new Error(`The caller's account ${caller.account} is not in the world.`)
  const seen = operation.writes ? { account: current, aws } : asRead(aws, caller.account, now)
  if (seen === null) throw new Error(`The account ${caller.account} is not in the world.`)
  let made = aws.made
  const asked: Asked = {
    aws,
    account: seen.account,
    caller,
    input,
    now,
    newId: (prefix) => {
      made += 1
      return uniqueId(prefix, `${caller.account}/${made}`)
    },
  }
  const bad =
    checkParameters(input, operation.takes) ?? unauthorised({ ...asked, account: current }, `iam:${name}`, operation)
  if (bad !== null) return bad
  const answer = operation.run(asked)
  if (answer.is === 'refused') return answer
  if (!operation.writes) return done(seen.aws, answer.output)
  if (answer.after === current) return done(aws, answer.output)
  const after = afterWrite(aws, current, answer.after, now)
  return done({ ...aws, made, accounts: having(aws.accounts, caller.account, after) }, answer.output)
}
