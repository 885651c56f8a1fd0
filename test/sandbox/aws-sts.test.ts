import { GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam'
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { account, allowing, inAccount, keyOf, role, trusting } from '../../src/sandbox/aws/build.ts'
import { having, lacking } from '../../src/sandbox/aws/world.ts'
import { identityToken, signToken } from '../../src/sandbox/github/oidc.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import {
  type Credentials,
  iamOf,
  open,
  orders,
  ordersAccount,
  payer,
  payerAccount,
  refusalOf,
  start,
  stsOf,
  worldWith,
} from './aws-ground.ts'

const spoke = `arn:aws:iam::${orders}:role/daypass-control/daypass`
const full: AssumeRoleCommandInput = {
  RoleArn: spoke,
  RoleSessionName: 'daypass-42',
  ExternalId: 'daypass-acme',
  DurationSeconds: 900,
  SourceIdentity: 'gh-42',
  Tags: [{ Key: 'request', Value: 'orders-redrive' }],
}

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await open()
})
afterEach(() => sandbox.close())

const assume = async (more: Partial<AssumeRoleCommandInput> = {}, by?: Credentials) => {
  const answer = await stsOf(sandbox, by).send(new AssumeRoleCommand({ ...full, ...more }))
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {}
  return {
    answer,
    expiration: Expiration,
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
  }
}

describe('a session of a role', () => {
  it('acts in the account of the role until it is over', async () => {
    const { answer, credentials, expiration } = await assume()
    expect(expiration).toEqual(new Date((start + 900) * 1000))
    expect(answer.AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${orders}:assumed-role/daypass/daypass-42`)
    expect(answer.SourceIdentity).toBe('gh-42')
    const who = await stsOf(sandbox, credentials).send(new GetCallerIdentityCommand({}))
    expect(who).toMatchObject({ Account: orders, Arn: `arn:aws:sts::${orders}:assumed-role/daypass/daypass-42` })
    const iam = iamOf(sandbox, credentials)
    expect((await iam.send(new ListUsersCommand({}))).Users).toHaveLength(3)
    expect(await refusalOf(iam.send(new GetUserCommand({})))).toMatchObject({ name: 'ValidationError' })
    sandbox.clock.advance(899)
    expect(await refusalOf(iam.send(new ListUsersCommand({})))).toBeNull()
    sandbox.clock.advance(1)
    expect(await refusalOf(iam.send(new ListUsersCommand({})))).toMatchObject({ name: 'ExpiredToken', status: 403 })
  })

  it('needs its own token', async () => {
    const { credentials } = await assume()
    const forged = { ...credentials, sessionToken: 'somebody-elses' }
    expect(await refusalOf(iamOf(sandbox, forged).send(new ListUsersCommand({})))).toMatchObject({
      name: 'InvalidClientTokenId',
    })
  })

  it('ends with its role, also if that is made again', async () => {
    const { credentials } = await assume()
    const edit = (fresh: 'gone' | 'again') =>
      sandbox.change((world) => ({
        ...world,
        aws: inAccount(world.aws, orders, (one) => ({
          ...one,
          roles:
            fresh === 'gone'
              ? lacking(one.roles, 'daypass')
              : having(
                  one.roles,
                  'daypass',
                  role({ trust: trusting('*'), inline: { all: allowing('iam:*', '*') } }, 'AROAOTHER'),
                ),
        })),
      }))
    for (const how of ['gone', 'again'] as const) {
      edit(how)
      expect(await refusalOf(iamOf(sandbox, credentials).send(new ListUsersCommand({})))).toMatchObject({
        name: 'InvalidClientTokenId',
      })
    }
  })

  it.each<[string, Partial<AssumeRoleCommandInput>, string]>([
    ['the wrong external id', { ExternalId: 'other' }, 'AccessDenied'],
    ['no external id', { ExternalId: undefined }, 'AccessDenied'],
    ['a role that is not there', { RoleArn: `arn:aws:iam::${orders}:role/none` }, 'AccessDenied'],
    ['a role under another path', { RoleArn: `arn:aws:iam::${orders}:role/daypass` }, 'AccessDenied'],
    ['tags where only assuming is trusted', { RoleArn: `arn:aws:iam::${orders}:role/deployer` }, 'AccessDenied'],
    ['less than 900 seconds', { DurationSeconds: 899 }, 'ValidationError'],
    ['more than the role allows', { DurationSeconds: 3601 }, 'ValidationError'],
    ['a session name of one letter', { RoleSessionName: 'x' }, 'ValidationError'],
    ['a session name with a slash', { RoleSessionName: 'a/b' }, 'ValidationError'],
  ])('is not given for %s', async (_what, more, name) => {
    expect(await refusalOf(assume(more))).toMatchObject({ name })
  })

  it('is not given to who may not assume', async () => {
    expect(await refusalOf(assume({}, keyOf(orders, 'marta@acme.test')))).toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('sts:AssumeRole'),
    })
  })

  it('lasts an hour at most where roles are chained, and keeps its source identity', async () => {
    await sandbox.close()
    const next = role({ trust: trusting({ AWS: '*' }, undefined, ['sts:*']), maxSession: 43_200 }, 'AROANEXT')
    const chain = {
      ...ordersAccount,
      roles: having(
        having(ordersAccount.roles, 'next', next),
        'daypass',
        role(
          {
            path: '/daypass-control/',
            trust: trusting({ AWS: '*' }, undefined, ['sts:*']),
            inline: { s: allowing('sts:*', '*') },
          },
          'AROAHUB',
        ),
      ),
    }
    sandbox = await open(worldWith({ accounts: [chain, payerAccount] }))
    const { credentials } = await assume({ TransitiveTagKeys: ['request'] })
    const on = { RoleArn: `arn:aws:iam::${orders}:role/next`, Tags: undefined, SourceIdentity: undefined }
    expect(await refusalOf(assume({ ...on, DurationSeconds: 3601 }, credentials))).toMatchObject({
      name: 'ValidationError',
    })
    expect(await refusalOf(assume({ ...on, SourceIdentity: 'other' }, credentials))).toMatchObject({
      name: 'AccessDenied',
    })
    const second = await assume({ ...on, DurationSeconds: 3600 }, credentials)
    expect(second.answer.SourceIdentity).toBe('gh-42')
    expect(sandbox.world().aws.credentials[second.credentials.accessKeyId]).toMatchObject({
      tags: { request: 'orders-redrive' },
    })
  })

  it('is limited by a session policy', async () => {
    const { credentials } = await assume({ Policy: JSON.stringify(allowing('iam:GetUser', '*')) })
    expect(await refusalOf(iamOf(sandbox, credentials).send(new ListUsersCommand({})))).toMatchObject({
      name: 'AccessDenied',
    })
  })
})

describe('a job of GitHub', () => {
  const hub = `arn:aws:iam::${payer}:role/daypass-hub`
  const issuer = 'token.actions.githubusercontent.com'
  const claims = {
    iss: `https://${issuer}`,
    aud: 'sts.amazonaws.com',
    sub: 'repo:acme/access:environment:daypass',
    repository_id: '7001',
    environment: 'daypass',
    ref: 'refs/heads/main',
    job_workflow_ref: 'acme/access/.github/workflows/apply.yml@refs/heads/main',
    run_id: '42',
    exp: start + 300,
  }
  const condition = (more: object = {}) => ({
    StringEquals: {
      [`${issuer}:aud`]: 'sts.amazonaws.com',
      [`${issuer}:sub`]: 'repo:acme/access:environment:daypass',
      [`${issuer}:repository_id`]: '7001',
      [`${issuer}:ref`]: 'refs/heads/main',
      ...more,
    },
    StringLike: { [`${issuer}:job_workflow_ref`]: 'acme/access/.github/workflows/apply.yml@*' },
  })
  const trust = (more: object = {}) =>
    trusting(
      { Federated: `arn:aws:iam::${payer}:oidc-provider/${issuer}` },
      condition(more),
      'sts:AssumeRoleWithWebIdentity',
    )

  const begin = async (more: object = {}, audiences = ['sts.amazonaws.com']) => {
    await sandbox.close()
    const spare = account(payer, { roles: { 'daypass-hub': { trust: trust(more) } }, githubAudiences: audiences })
    sandbox = await open(worldWith({ accounts: [ordersAccount, spare] }))
  }
  const exchange = (token: string) =>
    stsOf(sandbox, { accessKeyId: 'none', secretAccessKey: 'none' }).send(
      new AssumeRoleWithWebIdentityCommand({ RoleArn: hub, RoleSessionName: 'daypass-42', WebIdentityToken: token }),
    )
  const signed = (more: object = {}) => signToken(sandbox.world().github.oidcKey, { ...claims, ...more })

  it('gets a session for its token', async () => {
    await begin()
    const answer = await exchange(signed())
    expect(answer).toMatchObject({ SubjectFromWebIdentityToken: claims.sub, Audience: 'sts.amazonaws.com' })
    expect(answer.AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${payer}:assumed-role/daypass-hub/daypass-42`)
  })

  it('gets one for the token that the sandbox itself mints', async () => {
    await begin()
    sandbox.change((world) => ({ ...world, github: { ...world.github, oidcJobs: { 'run-42': claims } } }))
    const token = identityToken(sandbox.world().github, 'run-42', 'sts.amazonaws.com', start)
    expect((await exchange(token ?? '')).Credentials?.AccessKeyId).toMatch(/^ASIA/)
  })

  it.each<[string, object, string]>([
    ['another repository', { repository_id: '7002' }, 'AccessDenied'],
    ['another branch', { ref: 'refs/heads/evil' }, 'AccessDenied'],
    ['another environment', { sub: 'repo:acme/access:environment:plan' }, 'AccessDenied'],
    [
      'another workflow',
      { job_workflow_ref: 'acme/access/.github/workflows/evil.yml@refs/heads/main' },
      'AccessDenied',
    ],
    ['another audience', { aud: 'somebody' }, 'InvalidIdentityTokenException'],
    ['another issuer', { iss: 'https://evil.test' }, 'InvalidIdentityTokenException'],
    ['a token that is over', { exp: start }, 'ExpiredTokenException'],
  ])('gets none for %s', async (_what, more, name) => {
    await begin()
    expect(await refusalOf(exchange(signed(more)))).toMatchObject({ name })
  })

  it('gets none for a token signed by somebody else', async () => {
    await begin()
    expect(await refusalOf(exchange(signToken('another-key', claims)))).toMatchObject({
      name: 'InvalidIdentityTokenException',
    })
    expect(await refusalOf(exchange('no.token.at-all'))).toMatchObject({ name: 'InvalidIdentityTokenException' })
  })

  it('gets none by a claim that AWS makes no condition key of', async () => {
    await begin({ [`${issuer}:run_id`]: '42' })
    expect(await refusalOf(exchange(signed()))).toMatchObject({ name: 'AccessDenied' })
  })
})
