import { CreateUserCommand, GetUserCommand, ListUsersCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterEach, describe, expect, it } from 'vitest'
import { allowing } from '../../src/sandbox/aws/build.ts'
import type { Part } from '../../src/sandbox/protocol.ts'
import { type Sandbox, type SandboxStart, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { iamOf, open, orders, refusalOf, start, stsOf, worldWith } from './aws-ground.ts'

const opened: Sandbox[] = []
const begin = async (more: Partial<SandboxStart> = {}): Promise<Sandbox> => {
  const sandbox = await open(worldWith(), more)
  opened.push(sandbox)
  return sandbox
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** A part that takes its time and appends what it was asked to the alias of an account. */
const slow = (running: string[]): Part<World> => ({
  prefix: '/slow',
  describe: (_world, { url }) => ({ part: 'slow', op: url.pathname, writes: true, where: '', input: {} }),
  handle: async (world, { url }) => {
    running.push(`begins ${url.pathname}`)
    await wait(30)
    running.push(`ends ${url.pathname}`)
    const alias = `${world.aws.region}${url.pathname.at(-1)}`
    return {
      world: { ...world, aws: { ...world.aws, region: alias } },
      reply: { status: 200, headers: {}, body: alias },
    }
  },
})

describe('the server', () => {
  it('serves one request at a time', async () => {
    const running: string[] = []
    const sandbox = await startSandbox({ world: worldWith(), now: start, parts: [slow(running)] })
    opened.push(sandbox)
    await Promise.all(['a', 'b', 'c'].map((name) => fetch(`${sandbox.url}/slow/${name}`)))
    expect(running.map((line) => line.split(' ')[0])).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends'])
    expect(sandbox.world().aws.region).toHaveLength('us-east-1'.length + 3)
  })

  it('keeps an edit by hand that comes while a part waits', async () => {
    const sandbox = await startSandbox({ world: worldWith(), now: start, parts: [slow([])] })
    opened.push(sandbox)
    const call = fetch(`${sandbox.url}/slow/a`)
    await wait(15)
    sandbox.change((world) => ({ ...world, aws: { ...world.aws, pageSize: 7 } }))
    await call
    expect(sandbox.world().aws).toMatchObject({ region: 'us-east-1a', pageSize: 7 })
  })

  it('tells the time of its own clock, which stands still', async () => {
    const sandbox = await begin()
    const dateOf = async () => (await fetch(`${sandbox.url}/aws`, { method: 'POST' })).headers.get('date')
    expect(await dateOf()).toBe('Sun, 22 Nov 2026 08:00:00 GMT')
    sandbox.clock.advance(3600)
    expect(await dateOf()).toBe('Sun, 22 Nov 2026 09:00:00 GMT')
    sandbox.clock.set(start)
    expect(sandbox.clock.now()).toBe(start)
  })

  it('answers 501 to what nobody serves, and says what it was', async () => {
    const sandbox = await begin()
    const nowhere = await fetch(`${sandbox.url}/azure/x`)
    expect([nowhere.status, await nowhere.text()]).toEqual([501, expect.stringContaining('/azure/x')])
    const body = new URLSearchParams({ Action: 'CreateVirtualMFADevice', Version: '2010-05-08' })
    const unserved = await fetch(`${sandbox.url}/aws`, { method: 'POST', body })
    expect([unserved.status, await unserved.text()]).toEqual([
      501,
      expect.stringContaining('iam:CreateVirtualMFADevice'),
    ])
    expect(sandbox.journal.entries()).toMatchObject([{ op: 'CreateVirtualMFADevice', status: 501, changed: false }])
  })

  it('shows its own bugs', async () => {
    const broken: Part<World> = { ...slow([]), handle: () => Promise.reject(new Error('the part broke')) }
    const sandbox = await startSandbox({ world: worldWith(), now: start, parts: [broken] })
    opened.push(sandbox)
    const answer = await fetch(`${sandbox.url}/slow/a`)
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('the part broke')])
    expect((await fetch(`${sandbox.url}/slow/b`)).status).toBe(500)
  })

  it('speaks XML as AWS does', async () => {
    const sandbox = await begin()
    const headers = {
      authorization:
        'AWS4-HMAC-SHA256 Credential=NOBODY/20261122/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0',
    }
    const body = new URLSearchParams({ Action: 'ListUsers', Version: '2010-05-08' })
    const answer = await fetch(`${sandbox.url}/aws`, { method: 'POST', headers, body })
    expect(answer.headers.get('content-type')).toBe('text/xml')
    expect(await answer.text()).toMatch(
      /^<ErrorResponse xmlns="https:\/\/iam.amazonaws.com\/doc\/2010-05-08\/"><Error><Type>Sender<\/Type><Code>InvalidClientTokenId<\/Code><Message>.+<\/Message><\/Error><RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/,
    )
  })

  it('makes the calls of a part wait, at the same time', async () => {
    const sandbox = await begin({ latency: { iam: 100 } })
    const began = Date.now()
    const iam = iamOf(sandbox)
    await Promise.all([1, 2, 3, 4, 5].map(() => iam.send(new ListUsersCommand({}))))
    const took = Date.now() - began
    expect(took).toBeGreaterThanOrEqual(95)
    expect(took).toBeLessThan(450)
  })

  it('has a world that survives JSON', async () => {
    const sandbox = await begin()
    await iamOf(sandbox).send(new CreateUserCommand({ UserName: 'new' }))
    expect(JSON.parse(JSON.stringify(sandbox.world()))).toEqual(sandbox.world())
  })
})

describe('the journal', () => {
  it('tells every call, which of them write, and which had an effect', async () => {
    const sandbox = await begin()
    const iam = iamOf(sandbox)
    await iam.send(new ListUsersCommand({ PathPrefix: '/staff/' }))
    sandbox.clock.advance(5)
    const document = JSON.stringify(allowing('s3:GetObject', '*'))
    await iam.send(new PutUserPolicyCommand({ UserName: 'ivan', PolicyName: 'p', PolicyDocument: document }))
    await refusalOf(
      iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'p', PolicyDocument: document })),
    )
    expect(sandbox.journal.entries()).toEqual([
      {
        n: 1,
        at: start,
        part: 'iam',
        op: 'ListUsers',
        where: orders,
        writes: false,
        input: { PathPrefix: '/staff/' },
        status: 200,
        changed: false,
      },
      {
        n: 2,
        at: start + 5,
        part: 'iam',
        op: 'PutUserPolicy',
        where: orders,
        writes: true,
        input: { UserName: 'ivan', PolicyName: 'p', PolicyDocument: document },
        status: 200,
        changed: true,
      },
      expect.objectContaining({ n: 3, op: 'PutUserPolicy', status: 404, changed: false, error: 'NoSuchEntity' }),
    ])
    expect(sandbox.journal.writes().map((one) => one.n)).toEqual([2, 3])
    expect(sandbox.journal.since(2).map((one) => one.n)).toEqual([3])
    sandbox.journal.clear()
    expect(sandbox.journal.entries()).toEqual([])
    await iam.send(new GetUserCommand({ UserName: 'ivan' }))
    expect(sandbox.journal.entries().map((one) => one.n)).toEqual([4])
  })

  it('counts a session as addressed to the account of its role, and as no write', async () => {
    const sandbox = await begin()
    const sts = stsOf(sandbox)
    await sts.send(new GetCallerIdentityCommand({}))
    await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${orders}:role/daypass-control/daypass`,
        RoleSessionName: 'daypass-1',
        ExternalId: 'daypass-acme',
        Tags: [{ Key: 'a', Value: 'b' }],
      }),
    )
    expect(sandbox.journal.entries()).toMatchObject([
      { part: 'sts', op: 'GetCallerIdentity', where: '444455556666', writes: false, changed: false },
      {
        part: 'sts',
        op: 'AssumeRole',
        where: orders,
        writes: false,
        changed: false,
        input: { Tags: [{ Key: 'a', Value: 'b' }] },
      },
    ])
  })
})
