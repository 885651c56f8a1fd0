// AWS through the real SDK, against the sandbox: sessions, time, failures and what is counted.

import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpointOf } from '../../src/edges/aws/endpoint.ts'
import { fetchToken } from '../../src/edges/aws/oidc.ts'
import { signToken } from '../../src/sandbox/github/oidc.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import {
  awsFor,
  environmentFor,
  type Heard,
  HUB,
  PROD,
  STAGE,
  settingsOf,
  someAws,
  startGround,
} from '../conformance/ground.ts'
import { NOON } from '../support/builders.ts'

let sandbox: Sandbox
let heard: Heard
const settings = settingsOf()

beforeEach(async () => {
  heard = { secrets: [], slept: [] }
  sandbox = await startGround(someAws({ users: { 'marta@example.com': {} } }))
})
afterEach(() => sandbox.close())

const open = (environment = environmentFor(sandbox), given = settings) => awsFor(sandbox, given, environment, heard)
const policy = { PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }
const sts = () => sandbox.journal.entries().filter(({ part }) => part === 'sts')

/** GitHub's token service: signs what a job would get. */
const tokenService = async (answer: () => { readonly status: number; readonly body: string }) => {
  const asked: { url: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization })
    const { status, body } = answer()
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { asked, url: `http://127.0.0.1:${port}/token?api=2`, close: () => server.close() }
}

describe('a session', () => {
  it('is for the job in the account, named, tagged and traceable to the run, and asked for once', async () => {
    const aws = open()
    expect((await aws.iam(PROD, 'GetPolicy', policy)).is).toBe('known')
    expect((await aws.iam(PROD, 'GetPolicy', policy)).is).toBe('known')
    expect(sts().map(({ op, where, input }) => ({ op, where, input }))).toEqual([
      {
        op: 'AssumeRole',
        where: PROD,
        input: expect.objectContaining({
          RoleArn: `arn:aws:iam::${PROD}:role/daypass/daypass-apply`,
          RoleSessionName: 'daypass-4711',
          SourceIdentity: 'daypass-4711',
          ExternalId: 'acme-7',
          Tags: [
            { Key: 'daypass:run', Value: '4711' },
            { Key: 'daypass:installation', Value: 'acme' },
            { Key: 'daypass:job', Value: 'apply' },
          ],
        }),
      },
    ])
    expect(Object.fromEntries(aws.calls())).toEqual({ 'sts:AssumeRole': 1, 'iam:GetPolicy': 2 })
    expect(heard.secrets).toHaveLength(2)
  })

  it('is one for each account', async () => {
    const aws = open()
    await Promise.all([PROD, STAGE, PROD].map((account) => aws.iam(account, 'GetPolicy', policy)))
    expect(aws.calls().get('sts:AssumeRole')).toBe(2)
  })

  it('that AWS calls over is asked for anew, once', async () => {
    const aws = open()
    await aws.iam(PROD, 'GetPolicy', policy)
    sandbox.clock.advance(4000)
    expect((await aws.iam(PROD, 'GetPolicy', policy)).is).toBe('known')
    expect(aws.calls().get('sts:AssumeRole')).toBe(2)
  })

  it('that is refused is told with the role, and nothing else is asked', async () => {
    const wrong = { ...settings, aws: settings.aws === null ? null : { ...settings.aws, externalId: 'other' } }
    const answer = await open(environmentFor(sandbox), wrong).iam(PROD, 'GetPolicy', policy)
    expect(answer).toMatchObject({
      is: 'unknown',
      because: { kind: 'denied', call: `sts:AssumeRole as arn:aws:iam::${PROD}:role/daypass/daypass-apply` },
    })
    expect(sandbox.journal.entries().map(({ op }) => op)).toEqual(['AssumeRole'])
  })

  it('in another account than the one asked for is not used', async () => {
    const role = { ...settings, aws: settings.aws === null ? null : { ...settings.aws, partition: 'aws-cn' } }
    const answer = await open(environmentFor(sandbox), role).iam(PROD, 'GetPolicy', policy)
    expect(answer.is).toBe('unknown')
    expect(sandbox.journal.entries().some(({ part }) => part === 'iam')).toBe(false)
  })
})

describe("GitHub's token", () => {
  const hub = `arn:aws:iam::${HUB}:role/daypass-hub`
  const withHub = {
    ...settings,
    aws: settings.aws === null ? null : { ...settings.aws, hub: { apply: hub, expire: null, inventory: null } },
  }
  const token = () => {
    const claims = {
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: 'repo:acme/access',
      exp: NOON + 300,
    }
    return signToken('sandbox-oidc-key', claims)
  }

  it('opens the hub, and the hub opens the account, without any stored key', async () => {
    const value = token()
    const service = await tokenService(() => ({ status: 200, body: JSON.stringify({ value }) }))
    const environment = {
      AWS_ENDPOINT_URL: `${sandbox.url}/aws`,
      ACTIONS_ID_TOKEN_REQUEST_URL: service.url,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'job-token',
    }
    const aws = open(environment, withHub)
    expect((await aws.iam(PROD, 'GetPolicy', policy)).is).toBe('known')
    expect((await aws.iam(STAGE, 'GetPolicy', policy)).is).toBe('known')
    service.close()
    expect(service.asked).toEqual([
      { url: '/token?api=2&audience=sts.amazonaws.com', authorization: 'bearer job-token' },
    ])
    expect(Object.fromEntries(aws.calls())).toEqual({
      'sts:AssumeRoleWithWebIdentity': 1,
      'sts:AssumeRole': 2,
      'iam:GetPolicy': 2,
    })
    expect(heard.secrets).toContain(value)
    expect(await aws.serverTime()).toEqual({ is: 'known', value: NOON })
    expect(aws.calls().has('sts:GetCallerIdentity')).toBe(false)
  })

  it.each([
    ['denied', 403, '{}'],
    ['unreachable', 500, '{}'],
    ['garbage', 200, '<html>'],
    ['garbage', 200, '{"value": 7}'],
  ] as const)('that is %s (%i %s) opens nothing', async (kind, status, body) => {
    const service = await tokenService(() => ({ status, body }))
    expect(await fetchToken({ url: service.url, bearer: 'x' })).toMatchObject({ is: 'unknown', because: { kind } })
    service.close()
  })

  it('is not asked for over plain HTTP', async () => {
    expect(await fetchToken({ url: 'http://tokens.example.com/', bearer: 'x' })).toMatchObject({
      because: { kind: 'invalid' },
    })
  })
})

describe('the time', () => {
  it("is the Date of STS's first answer, even when that is a refusal", async () => {
    const wrong = { ...settings, aws: settings.aws === null ? null : { ...settings.aws, externalId: 'other' } }
    const aws = open(environmentFor(sandbox), wrong)
    await aws.iam(PROD, 'GetPolicy', policy)
    sandbox.clock.advance(50)
    expect(await aws.serverTime()).toEqual({ is: 'known', value: NOON })
    expect(aws.calls().has('sts:GetCallerIdentity')).toBe(false)
  })

  it('is asked for when nothing was asked yet, and unknown when nobody answers', async () => {
    expect(await open().serverTime()).toEqual({ is: 'known', value: NOON })
    sandbox.faults.add({ when: { part: 'sts' }, do: 'fail-before' })
    expect(await open().serverTime()).toMatchObject({
      is: 'unknown',
      because: { kind: 'unreachable', call: 'sts:GetCallerIdentity' },
    })
  })
})

describe('a call', () => {
  it.each([
    ['throttle', 'known'],
    ['fail-before', 'known'],
    ['fail-after', 'known'],
  ] as const)('that meets one %s is made again', async (mishap, is) => {
    sandbox.faults.add({ when: { op: 'GetPolicy', nth: 1 }, do: mishap })
    const aws = open()
    expect((await aws.iam(PROD, 'GetPolicy', policy)).is).toBe(is)
    expect(aws.calls().get('iam:GetPolicy')).toBe(2)
    expect(heard.slept).toEqual([250])
  })

  it('that meets a quota fails at once', async () => {
    sandbox.faults.add({ when: { op: 'GetPolicy' }, do: { status: 409, code: 'LimitExceeded' } })
    const aws = open()
    expect(await aws.iam(PROD, 'GetPolicy', policy)).toMatchObject({
      is: 'unknown',
      because: { kind: 'quota', call: `iam:GetPolicy in ${PROD}` },
    })
    expect([aws.calls().get('iam:GetPolicy'), heard.slept]).toEqual([1, []])
  })

  it('that meets earlier writes still spreading is made again', async () => {
    sandbox.faults.add({
      when: { op: 'GetPolicy' },
      do: { status: 409, code: 'EntityTemporarilyUnmodifiable' },
      times: 2,
    })
    expect((await open().iam(PROD, 'GetPolicy', policy)).is).toBe('known')
    expect(heard.slept).toEqual([500, 1000])
  })

  it.each([
    ['GetPolicy', policy],
    ['GetAccountAuthorizationDetails', {}],
  ] as const)('%s answered by something that is not AWS is no empty answer', async (op, input) => {
    sandbox.faults.add({ when: { op }, do: 'garbage' })
    expect(await open().iam(PROD, op, input)).toMatchObject({ is: 'unknown', because: { kind: 'garbage' } })
  })

  it('is not sent to strangers', async () => {
    const environment = { ...environmentFor(sandbox), AWS_ENDPOINT_URL: 'https://aws.example.com' }
    expect(await open(environment).iam(PROD, 'GetPolicy', policy)).toMatchObject({
      is: 'unknown',
      because: { kind: 'invalid' },
    })
    expect(sandbox.journal.entries()).toEqual([])
  })
})

describe('an address for AWS', () => {
  it.each([
    [{}, 'vendor'],
    [{ AWS_ENDPOINT_URL: '' }, 'vendor'],
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1:8080/aws' }, 'loopback'],
    [{ AWS_ENDPOINT_URL: 'http://[::1]:8080' }, 'loopback'],
    [{ AWS_ENDPOINT_URL: 'http://localhost' }, 'loopback'],
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1.example.com' }, 'refused'],
    [{ AWS_ENDPOINT_URL: 'http://localhost@example.com' }, 'refused'],
    [{ AWS_ENDPOINT_URL: 'nonsense' }, 'refused'],
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1', AWS_ENDPOINT_URL_IAM: 'https://example.com' }, 'refused'],
    [{ AWS_ENDPOINT_URL_STS: 'https://example.com' }, 'vendor'],
  ] as const)('%j is %s for IAM', (environment, is) => {
    expect(endpointOf(environment, 'IAM').is).toBe(is)
  })
})
