// What the tests of the sandbox's AWS stand on: two accounts, real SDK clients, keys for an administrator and for marta.

import { IAMClient } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import { type AwsDraft, account, allowing, awsWorld, keyOf, trusting, withKey } from '../../src/sandbox/aws/build.ts'
import type { AwsWorld } from '../../src/sandbox/aws/world.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { type Sandbox, type SandboxStart, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'

/** 2026-11-22T08:00:00Z. */
export const start = Date.UTC(2026, 10, 22, 8) / 1000

export const orders = '111122223333'
export const payer = '444455556666'

export const hubTrust = trusting(
  { AWS: `arn:aws:iam::${payer}:root` },
  { StringEquals: { 'sts:ExternalId': 'daypass-acme' } },
  ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
)

export const ordersAccount = account(orders, {
  alias: 'orders-prod',
  users: {
    admin: { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    'marta@acme.test': { groups: ['engineers'], tags: { email: 'marta@acme.test' } },
    ivan: { path: '/staff/', inline: { own: allowing('s3:GetObject', 'arn:aws:s3:::orders-exports/*') } },
  },
  groups: { engineers: { attached: ['arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess'] }, operators: {} },
  policies: {
    redrive: { path: '/team/', document: allowing('sqs:StartMessageMoveTask', `arn:aws:sqs:eu-west-1:${orders}:*`) },
  },
  roles: {
    deployer: { trust: trusting({ AWS: `arn:aws:iam::${orders}:root` }) },
    daypass: { path: '/daypass-control/', trust: hubTrust, inline: { iam: allowing('iam:*', '*') } },
  },
})

export const payerAccount = account(payer, {
  users: {
    hub: { inline: { assume: allowing(['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'], '*') } },
  },
  githubAudiences: ['sts.amazonaws.com'],
})

export const worldWith = (more: Partial<AwsDraft> = {}): World => {
  const bare = awsWorld({ accounts: [ordersAccount, payerAccount], ...more })
  const holders: readonly (readonly [string, string])[] = [
    [orders, 'admin'],
    [orders, 'marta@acme.test'],
    [payer, 'hub'],
  ]
  const aws = holders.reduce<AwsWorld>(
    (world, [id, name]) => (world.accounts[id] === undefined ? world : withKey(world, id, name)),
    bare,
  )
  return { aws, github: emptyGithub(start) }
}

export const open = (world: World = worldWith(), more: Partial<SandboxStart> = {}): Promise<Sandbox> =>
  startSandbox({ world, now: start, ...more })

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** One attempt only: tests judge single answers. */
const settings = (sandbox: Pick<Sandbox, 'url'>, credentials: Credentials) => ({
  endpoint: `${sandbox.url}/aws`,
  region: 'us-east-1',
  credentials,
  maxAttempts: 1,
})

export const iamOf = (sandbox: Pick<Sandbox, 'url'>, credentials: Credentials = keyOf(orders, 'admin')): IAMClient =>
  new IAMClient(settings(sandbox, credentials))

export const stsOf = (sandbox: Pick<Sandbox, 'url'>, credentials: Credentials = keyOf(payer, 'hub')): STSClient =>
  new STSClient(settings(sandbox, credentials))

/** What went wrong, as the SDK shows it; null where nothing did. */
export const refusalOf = async (
  call: Promise<unknown>,
): Promise<{ readonly name: string; readonly message: string; readonly status: number | undefined } | null> => {
  try {
    await call
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const metadata = '$metadata' in error && typeof error.$metadata === 'object' ? error.$metadata : null
    const status = metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined
    return { name: error.name, message: error.message, status: typeof status === 'number' ? status : undefined }
  }
}
