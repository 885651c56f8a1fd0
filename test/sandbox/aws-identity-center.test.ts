// How the sandbox's Identity Center behaves under the real clients: in its own time, and within its limits.

import {
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DeletePermissionSetCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  ListInstancesCommand,
  ProvisionPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
} from '@aws-sdk/client-sso-admin'
import { describe, expect, it } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { allowing } from '../../src/sandbox/aws/build.ts'
import { assignmentsIn, userIdOf } from '../../src/sandbox/aws/identity-center/build.ts'
import { signIn } from '../../src/sandbox/aws/identity-center/entering.ts'
import {
  assign,
  CLOSED,
  client,
  DELEGATED,
  followed,
  instance,
  MEMBER,
  may,
  NOW,
  OUTSIDE,
  READER,
  row,
  SQS,
  sandbox,
  start,
  WRITER,
  why,
} from './aws-identity-center-ground.ts'

describe('an assignment', () => {
  it('is under way at first and there when it is done, with a role of its set in the account', async () => {
    await start()
    const { begun, end } = await followed()
    expect([begun?.Status, end?.Status]).toEqual(['IN_PROGRESS', 'SUCCEEDED'])
    expect(assignmentsIn(sandbox.world().aws)).toEqual([`marta has Reader in ${MEMBER}`])
    expect(Object.keys(sandbox.world().aws.accounts[MEMBER]?.roles ?? {})).toEqual([
      expect.stringMatching(/^AWSReservedSSO_Reader_[0-9a-f]{16}$/),
    ])
    expect([
      may('marta', 'sqs:ReceiveMessage'),
      may('marta', 'sqs:SendMessage'),
      may('jonas', 'sqs:ReceiveMessage'),
    ]).toEqual([true, false, false])
  })

  it.each([
    ['a policy that the account lacks', { set: WRITER }, /policy\/missing does not exist/],
    ['an account that is suspended', { account: CLOSED }, /SUSPENDED/],
    ['an account of somebody else', { account: OUTSIDE }, /not in the organization/],
    ['a user that is not there', { user: userIdOf('nobody') }, /does not exist/],
  ] as const)('is taken and failed later for %s', async (_why, more, reason) => {
    await start()
    const { begun, end } = await followed(more)
    expect([begun?.Status, end?.Status]).toEqual(['IN_PROGRESS', 'FAILED'])
    expect(end?.FailureReason).toMatch(reason)
  })

  it('takes its time by the clock where that is set', async () => {
    await start({ settles: { seconds: 30 } })
    expect((await followed()).end?.Status).toBe('IN_PROGRESS')
    sandbox.clock.advance(30)
    await client().send(new ListInstancesCommand({}))
    expect(assignmentsIn(sandbox.world().aws)).toHaveLength(1)
  })

  it('conflicts with another one in the same account, and not in another', async () => {
    await start({ settles: { seconds: 30 } })
    await assign()
    expect(await why(assign({ user: userIdOf('jonas') }))).toBe('ConflictException')
    expect(await why(assign({ account: DELEGATED }))).toBe('done')
  })

  it('is refused where too many are under way', async () => {
    await start({ settles: { seconds: 30 }, limits: { creationsInFlight: 1 } })
    await assign()
    expect(await why(assign({ account: DELEGATED }))).toBe('ThrottlingException')
  })

  it('that is not there cannot be deleted, and the last one takes the role with it', async () => {
    await start({ assignments: [{ account: MEMBER, set: 'Reader', user: 'marta' }] })
    const remove = async () => {
      const begun = await client().send(new DeleteAccountAssignmentCommand(row()))
      const seen = await client().send(
        new DescribeAccountAssignmentDeletionStatusCommand({
          InstanceArn: instance,
          AccountAssignmentDeletionRequestId: begun.AccountAssignmentDeletionStatus?.RequestId,
        }),
      )
      return seen.AccountAssignmentDeletionStatus?.Status
    }
    expect([await remove(), await remove()]).toEqual(['SUCCEEDED', 'FAILED'])
    expect(sandbox.world().aws.accounts[MEMBER]?.roles).toEqual({})
  })
})

describe('a permission set', () => {
  it('that was edited changes nothing until it is provisioned', async () => {
    await start({ assignments: [{ account: MEMBER, set: 'Reader', user: 'marta' }] })
    const on = { InstanceArn: instance, PermissionSetArn: READER }
    const text = JSON.stringify(allowing('sqs:SendMessage', '*'))
    await client().send(new PutInlinePolicyToPermissionSetCommand({ ...on, InlinePolicy: text }))
    expect(may('marta', 'sqs:SendMessage')).toBe(false)
    await client().send(new ProvisionPermissionSetCommand({ ...on, TargetType: 'ALL_PROVISIONED_ACCOUNTS' }))
    await client().send(new ListInstancesCommand({}))
    expect([may('marta', 'sqs:SendMessage'), may('marta', 'sqs:ReceiveMessage')]).toEqual([true, false])
  })

  it.each([
    ['of a name that is taken', { Name: 'Reader' }, 'ConflictException'],
    ['of a name that is too long', { Name: 'R'.repeat(33) }, 'ValidationException'],
    ['of sessions shorter than an hour', { Name: 'Short', SessionDuration: 'PT30M' }, 'ValidationException'],
  ] as const)('%s is refused', async (_which, more, code) => {
    await start()
    expect(await why(client().send(new CreatePermissionSetCommand({ InstanceArn: instance, ...more })))).toBe(code)
  })

  it('is refused when the quota is full, and not deleted while somebody is in it', async () => {
    await start({ limits: { sets: 2 }, assignments: [{ account: MEMBER, set: 'Reader', user: 'marta' }] })
    expect(await why(client().send(new CreatePermissionSetCommand({ InstanceArn: instance, Name: 'More' })))).toBe(
      'ServiceQuotaExceededException',
    )
    expect(
      await why(client().send(new DeletePermissionSetCommand({ InstanceArn: instance, PermissionSetArn: READER }))),
    ).toBe('ConflictException')
  })
})

describe('whoever enters', () => {
  it('enters by a group too, and never while disabled', async () => {
    await start({ assignments: [{ account: MEMBER, set: 'Reader', user: 'gone' }] })
    sandbox.change((world) => {
      const center = world.aws.identityCenter
      const group = Object.keys(center?.groups ?? {})[0]
      if (center === undefined || group === undefined) return world
      const byGroup = { account: MEMBER, set: READER, principalType: 'GROUP' as const, principalId: group }
      return {
        ...world,
        aws: { ...world.aws, identityCenter: { ...center, assignments: [...center.assignments, byGroup] } },
      }
    })
    expect([may('jonas', 'sqs:ReceiveMessage'), may('gone', 'sqs:ReceiveMessage')]).toEqual([true, false])
  })

  it('keeps a session when the assignment goes, as long as its very role is there', async () => {
    await start({ assignments: [{ account: MEMBER, set: 'Reader', user: 'marta' }], emptyRoles: 'stay' })
    const session = signIn(sandbox.world().aws, { account: MEMBER, permissionSet: 'Reader', storeUser: 'marta' }, NOW)
    sandbox.change((world) => ({ ...world, aws: session?.aws ?? world.aws }))
    await client().send(new DeleteAccountAssignmentCommand(row()))
    await client().send(new ListInstancesCommand({}))
    const inSession = (at: number): boolean =>
      mayDo(sandbox.world(), {
        as: { accessKeyId: session?.accessKeyId ?? '' },
        action: 'sqs:ReceiveMessage',
        resource: SQS,
        at,
      }).allowed
    expect([may('marta', 'sqs:ReceiveMessage'), inSession(NOW + 60), inSession(NOW + 3600)]).toEqual([
      false,
      true,
      false,
    ])
  })
})
