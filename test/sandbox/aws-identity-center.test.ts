// How the sandbox's Identity Center behaves under the real clients: in its own time, within its limits, and only for whom it may.

import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations'
import {
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DeletePermissionSetCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  ListAccountAssignmentsForPrincipalCommand,
  ListInstancesCommand,
  ListPermissionSetsCommand,
  ProvisionPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin'
import { afterEach, describe, expect, it } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { account, allowing, awsWorld, keyOf, withKey } from '../../src/sandbox/aws/build.ts'
import {
  assignmentsIn,
  type CenterDraft,
  setArnFor,
  userIdOf,
  withIdentityCenter,
} from '../../src/sandbox/aws/identity-center/build.ts'
import { signIn } from '../../src/sandbox/aws/identity-center/entering.ts'
import { organization } from '../../src/sandbox/aws/organizations/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'

const NOW = 1_796_130_000
const MANAGEMENT = '111111111111'
const DELEGATED = '222222222222'
const MEMBER = '333333333333'
const CLOSED = '444444444444'
const OUTSIDE = '555555555555'
const MARTA = userIdOf('marta')
const READER = setArnFor('aws', 'Reader')
const WRITER = setArnFor('aws', 'Writer')
const SQS = 'arn:aws:sqs:eu-west-1:333333333333:orders'

let sandbox: Sandbox
let instance = ''
afterEach(() => sandbox.close())

async function start(center: CenterDraft = {}, admin: object = allowing(['sso:*', 'organizations:*'], '*')) {
  const users = { admin: { inline: { all: admin } } }
  const bare = awsWorld({
    region: 'eu-west-1',
    accounts: [MANAGEMENT, DELEGATED, MEMBER, CLOSED, OUTSIDE].map((id) => account(id, { users })),
  })
  const organized = {
    ...bare,
    organizations: organization({
      management: MANAGEMENT,
      delegated: [DELEGATED],
      members: { [DELEGATED]: {}, [MEMBER]: {}, [CLOSED]: { status: 'SUSPENDED' } },
    }),
  }
  const centered = withIdentityCenter(organized, {
    users: { marta: {}, jonas: {}, gone: { status: 'DISABLED' } },
    groups: { readers: ['jonas'] },
    sets: {
      Reader: { inline: allowing('sqs:ReceiveMessage', '*') },
      Writer: { inline: allowing('sqs:SendMessage', '*'), customer: [{ name: 'missing', path: '/' }] },
    },
    ...center,
  })
  const aws = [MANAGEMENT, DELEGATED, MEMBER, CLOSED, OUTSIDE].reduce((all, id) => withKey(all, id, 'admin'), centered)
  instance = aws.identityCenter?.instanceArn ?? ''
  sandbox = await startSandbox({ world: { aws, github: emptyGithub(NOW) }, now: NOW })
}

const client = (as = MANAGEMENT, region = 'eu-west-1'): SSOAdminClient =>
  new SSOAdminClient({ endpoint: `${sandbox.url}/aws`, region, credentials: keyOf(as, 'admin'), maxAttempts: 1 })

const row = (more: { readonly account?: string; readonly set?: string; readonly user?: string } = {}) => ({
  InstanceArn: instance,
  PermissionSetArn: more.set ?? READER,
  TargetId: more.account ?? MEMBER,
  TargetType: 'AWS_ACCOUNT' as const,
  PrincipalType: 'USER' as const,
  PrincipalId: more.user ?? MARTA,
})

const assign = (more: Parameters<typeof row>[0] = {}, as = MANAGEMENT) =>
  client(as).send(new CreateAccountAssignmentCommand(row(more)))

async function followed(more: Parameters<typeof row>[0] = {}) {
  const begun = await assign(more)
  const id = begun.AccountAssignmentCreationStatus?.RequestId
  const seen = await client().send(
    new DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn: instance,
      AccountAssignmentCreationRequestId: id,
    }),
  )
  return { begun: begun.AccountAssignmentCreationStatus, end: seen.AccountAssignmentCreationStatus }
}

const why = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : 'something else'),
  )

const may = (who: string, action: string, at = NOW): boolean =>
  mayDo(sandbox.world(), {
    as: { account: MEMBER, permissionSet: 'Reader', storeUser: who },
    action,
    resource: SQS,
    at,
  }).allowed

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

describe('who may ask', () => {
  it.each([
    ['the management account', MANAGEMENT, 'eu-west-1', 1],
    ['a delegated administrator', DELEGATED, 'eu-west-1', 1],
    ['any other member', MEMBER, 'eu-west-1', 0],
    ['another region', MANAGEMENT, 'us-east-1', 0],
  ] as const)('%s', async (_who, as, region, instances) => {
    await start()
    expect((await client(as, region).send(new ListInstancesCommand({}))).Instances).toHaveLength(instances)
    const asked = why(client(as, region).send(new ListPermissionSetsCommand({ InstanceArn: instance })))
    expect(await asked).toBe(
      instances === 1 ? 'done' : as === MEMBER ? 'AccessDeniedException' : 'ResourceNotFoundException',
    )
  })

  it('for all that somebody holds: the management account alone', async () => {
    await start()
    const asked = { InstanceArn: instance, PrincipalType: 'USER' as const, PrincipalId: MARTA }
    expect(await why(client(DELEGATED).send(new ListAccountAssignmentsForPrincipalCommand(asked)))).toBe(
      'AccessDeniedException',
    )
    expect(await why(client().send(new ListAccountAssignmentsForPrincipalCommand(asked)))).toBe('done')
  })

  it('in the management account: not a delegated administrator', async () => {
    await start()
    expect(await why(assign({ account: MANAGEMENT }, DELEGATED))).toBe('AccessDeniedException')
  })

  it('by tags: each resource is judged alone', async () => {
    const tagged = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sso:*', Resource: 'arn:aws:sso:::instance/*' },
        {
          Effect: 'Allow',
          Action: 'sso:*',
          Resource: 'arn:aws:sso:::permissionSet/*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'orders' } },
        },
      ],
    }
    await start({ sets: { Reader: { tags: { team: 'orders' } }, Writer: {} } }, tagged)
    const put = (set: string) =>
      why(
        client().send(
          new PutInlinePolicyToPermissionSetCommand({
            InstanceArn: instance,
            PermissionSetArn: set,
            InlinePolicy: JSON.stringify(allowing('sqs:*', '*')),
          }),
        ),
      )
    expect([await put(READER), await put(WRITER)]).toEqual(['done', 'AccessDeniedException'])
  })

  it('for the accounts of the organisation: in pages of twenty at most', async () => {
    await start()
    const organizations = (as: string) =>
      new OrganizationsClient({
        endpoint: `${sandbox.url}/aws`,
        region: 'us-east-1',
        credentials: keyOf(as, 'admin'),
        maxAttempts: 1,
      })
    const page = await organizations(MANAGEMENT).send(new ListAccountsCommand({ MaxResults: 3 }))
    expect([page.Accounts?.length, page.NextToken !== undefined]).toEqual([3, true])
    expect(await why(organizations(MEMBER).send(new ListAccountsCommand({})))).toBe('AccessDeniedException')
    expect(await why(organizations(OUTSIDE).send(new ListAccountsCommand({})))).toBe(
      'AWSOrganizationsNotInUseException',
    )
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
