// What the tests of the sandbox's Identity Center stand on: an organisation of four accounts and one outside, two sets, three people.

import {
  CreateAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin'
import { afterEach } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { account, allowing, awsWorld, keyOf, withKey } from '../../src/sandbox/aws/build.ts'
import {
  type CenterDraft,
  setArnFor,
  userIdOf,
  withIdentityCenter,
} from '../../src/sandbox/aws/identity-center/build.ts'
import { organization } from '../../src/sandbox/aws/organizations/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'

export const NOW = 1_796_130_000
export const MANAGEMENT = '111111111111'
export const DELEGATED = '222222222222'
export const MEMBER = '333333333333'
export const CLOSED = '444444444444'
export const OUTSIDE = '555555555555'
export const MARTA = userIdOf('marta')
export const READER = setArnFor('aws', 'Reader')
export const WRITER = setArnFor('aws', 'Writer')
export const SQS = 'arn:aws:sqs:eu-west-1:333333333333:orders'

/** Each test starts its own by start(). */
export let sandbox: Sandbox
export let instance = ''
afterEach(() => sandbox.close())

export async function start(center: CenterDraft = {}, admin: object = allowing(['sso:*', 'organizations:*'], '*')) {
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

export const client = (as = MANAGEMENT, region = 'eu-west-1'): SSOAdminClient =>
  new SSOAdminClient({ endpoint: `${sandbox.url}/aws`, region, credentials: keyOf(as, 'admin'), maxAttempts: 1 })

export const row = (more: { readonly account?: string; readonly set?: string; readonly user?: string } = {}) => ({
  InstanceArn: instance,
  PermissionSetArn: more.set ?? READER,
  TargetId: more.account ?? MEMBER,
  TargetType: 'AWS_ACCOUNT' as const,
  PrincipalType: 'USER' as const,
  PrincipalId: more.user ?? MARTA,
})

export const assign = (more: Parameters<typeof row>[0] = {}, as = MANAGEMENT) =>
  client(as).send(new CreateAccountAssignmentCommand(row(more)))

export async function followed(more: Parameters<typeof row>[0] = {}) {
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

export const why = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : 'something else'),
  )

export const may = (who: string, action: string, at = NOW): boolean =>
  mayDo(sandbox.world(), {
    as: { account: MEMBER, permissionSet: 'Reader', storeUser: who },
    action,
    resource: SQS,
    at,
  }).allowed
