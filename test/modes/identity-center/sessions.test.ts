// What becomes of sessions that are open when access ends, also where AWS leaves the role of a set behind.

import { afterEach, describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { mayDo } from '../../../src/sandbox/access.ts'
import { signIn } from '../../../src/sandbox/aws/identity-center/entering.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import { PROD, startGround } from '../../conformance/ground.ts'
import { centerAws, isOurs, MARTA, TABLE } from '../../conformance/identity-center-ground.ts'
import { hours, NOON } from '../../support/builders.ts'
import { actions, aGrant, give, look, managed, open, perform } from './support.ts'

let sandbox: Sandbox
afterEach(() => sandbox.close())

const QUEUE = `arn:aws:sqs:eu-west-1:${PROD}:orders`

/** Marta's session of the set that she was given; `later` with its answers to what she may do. */
async function openSession(permissions: Parameters<typeof aGrant>[0]) {
  sandbox = await startGround(centerAws({ center: { emptyRoles: 'stay', assignments: [], users: { [MARTA]: {} } } }))
  const recorded = await give(open(sandbox), aGrant(permissions))
  const set = Object.values(sandbox.world().aws.identityCenter?.sets ?? {}).find(({ name }) => isOurs(name))
  const session = signIn(sandbox.world().aws, { account: PROD, permissionSet: set?.name ?? '', storeUser: MARTA }, NOON)
  if (session === null) throw new Error('nobody can sign in')
  sandbox.change((world) => ({ ...world, aws: session.aws }))
  const may = (action: string, resource: string, at = NOON): boolean =>
    mayDo(sandbox.world(), { as: { accessKeyId: session.accessKeyId }, action, resource, at }).allowed
  const end = async (at: number): Promise<void> => {
    sandbox.clock.set(at)
    const mode = open(sandbox)
    const seen = await look(mode, [], recorded)
    for (const have of seen.observed) await perform(mode, { do: 'revoke', have, because: 'withdrawn' }, seen)
  }
  return { may, end }
}

describe('a session that is open', () => {
  it.each([
    ['actions', actions('dynamodb:GetItem'), 'dynamodb:GetItem', TABLE],
    ["a policy of AWS's", managed('AmazonSQSReadOnlyAccess'), 'sqs:GetQueueUrl', QUEUE],
    ["a policy of the account's", managed('requeue'), 'sqs:SendMessage', QUEUE],
  ] as const)(
    'with %s loses it at once when it is taken before its end',
    async (_what, permissions, action, resource) => {
      const { may, end } = await openSession(permissions)
      expect(may(action, resource)).toBe(true)
      await end(NOON + 60)
      expect(may(action, resource, later(NOON, 120))).toBe(false)
    },
  )

  it.each([
    ['actions', actions('dynamodb:GetItem'), 'dynamodb:GetItem', TABLE],
    ["a policy of AWS's", managed('AmazonSQSReadOnlyAccess'), 'sqs:GetQueueUrl', QUEUE],
  ] as const)(
    'with %s has nothing from its end on, though no run comes',
    async (_what, permissions, action, resource) => {
      const { may } = await openSession(permissions)
      // The session itself would last to 13:00.
      const short = later(NOON, hours(1) - 1)
      expect(may(action, resource, short)).toBe(true)
      expect(may(action, resource, later(NOON, hours(2)))).toBe(false)
    },
  )
})
