import { CreateUserCommand, GetUserCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyOf } from '../../src/sandbox/aws/build.ts'
import type { FaultRule } from '../../src/sandbox/faults.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { iamOf, open, orders, refusalOf } from './aws-ground.ts'

let sandbox: Sandbox
let iam: IAMClient
beforeEach(async () => {
  sandbox = await open()
  iam = iamOf(sandbox)
})
afterEach(() => sandbox.close())

const create = (name: string) => refusalOf(iam.send(new CreateUserCommand({ UserName: name })))
const isThere = (name: string) => Object.hasOwn(sandbox.world().aws.accounts[orders]?.users ?? {}, name)

describe('a fault', () => {
  it('before the effect leaves the world as it was and cuts the connection', async () => {
    sandbox.faults.add({ when: { op: 'CreateUser' }, do: 'fail-before' })
    expect((await create('new'))?.status).toBeUndefined()
    expect(isThere('new')).toBe(false)
    expect(sandbox.journal.entries()).toMatchObject([
      { op: 'CreateUser', writes: true, changed: false, status: 0, error: 'fail-before' },
    ])
  })

  it('after the effect changes the world and loses the reply', async () => {
    sandbox.faults.add({ when: { op: 'CreateUser' }, do: 'fail-after' })
    expect((await create('new'))?.status).toBeUndefined()
    expect(isThere('new')).toBe(true)
    expect(sandbox.journal.entries()).toMatchObject([
      { op: 'CreateUser', writes: true, changed: true, status: 0, error: 'fail-after' },
    ])
    expect(await create('new')).not.toBeNull()
  })

  it.each<[string, FaultRule['do'], object]>([
    ['throttling is told as IAM tells it', 'throttle', { name: 'Throttling', status: 400 }],
    [
      'a vendor error by its code',
      { status: 409, code: 'ConcurrentModification' },
      { name: 'ConcurrentModificationException', status: 409 },
    ],
    [
      'a service failure',
      { status: 500, code: 'ServiceFailure', message: 'broken' },
      { name: 'ServiceFailureException', message: 'broken' },
    ],
  ])('%s', async (_what, mishap, expected) => {
    sandbox.faults.add({ when: { op: 'CreateUser' }, do: mishap })
    expect(await create('new')).toMatchObject(expected)
    expect(isThere('new')).toBe(false)
  })

  it('of garbage is no answer', async () => {
    sandbox.faults.add({ when: { op: 'ListUsers' }, do: 'garbage' })
    const outcome = await iam.send(new ListUsersCommand({})).then(
      (answer) => answer.Users,
      (error: unknown) => (error instanceof Error ? 'refused' : error),
    )
    expect([undefined, 'refused']).toContainEqual(outcome)
    expect(sandbox.journal.entries()).toMatchObject([{ op: 'ListUsers', error: 'garbage' }])
  })

  it('that hangs holds up nobody else', async () => {
    sandbox.faults.add({ when: { op: 'CreateUser' }, do: 'hang' })
    const impatient = new IAMClient({
      endpoint: `${sandbox.url}/aws`,
      region: 'us-east-1',
      credentials: keyOf(orders, 'admin'),
      maxAttempts: 1,
      requestHandler: { requestTimeout: 200, throwOnRequestTimeout: true },
    })
    const hanging = refusalOf(impatient.send(new CreateUserCommand({ UserName: 'new' })))
    expect(await refusalOf(iam.send(new ListUsersCommand({})))).toBeNull()
    expect(await hanging).toMatchObject({ name: 'TimeoutError' })
    expect(isThere('new')).toBe(false)
  })

  it('that hangs ends when the sandbox closes', async () => {
    sandbox.faults.add({ when: {}, do: 'hang' })
    const hanging = create('new')
    while (sandbox.journal.entries().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await sandbox.close()
    expect(await hanging).not.toBeNull()
    sandbox = await open()
  })

  it('is survived by the retries of the SDK itself', async () => {
    sandbox.faults.add({ when: { op: 'CreateUser' }, do: 'throttle', times: 1 })
    const patient = new IAMClient({
      endpoint: `${sandbox.url}/aws`,
      region: 'us-east-1',
      credentials: keyOf(orders, 'admin'),
    })
    await patient.send(new CreateUserCommand({ UserName: 'new' }))
    expect(sandbox.journal.entries().map((one) => one.status)).toEqual([400, 200])
  })
})

describe('a rule strikes', () => {
  /** Outcomes of six calls: CreateUser and GetUser by turns. */
  const outcomes = async (): Promise<string> => {
    const calls = ['a', 'b', 'c'].flatMap((name) => [
      () => create(name),
      () => refusalOf(iam.send(new GetUserCommand({ UserName: 'ivan' }))),
    ])
    let text = ''
    for (const call of calls) text += (await call()) === null ? '.' : 'x'
    return text
  }

  it.each<[string, FaultRule, string]>([
    ['every call', { when: {}, do: 'throttle' }, 'xxxxxx'],
    ['calls of one operation', { when: { op: 'GetUser' }, do: 'throttle' }, '.x.x.x'],
    ['calls of operations that fit', { when: { op: /^Create/ }, do: 'throttle' }, 'x.x.x.'],
    ['calls of one part', { when: { part: 'sts' }, do: 'throttle' }, '......'],
    ['calls to one account', { when: { where: orders }, do: 'throttle' }, 'xxxxxx'],
    ['calls to another account', { when: { where: '999999999999' }, do: 'throttle' }, '......'],
    ['writes', { when: { writes: true }, do: 'throttle' }, 'x.x.x.'],
    ['reads', { when: { writes: false }, do: 'throttle' }, '.x.x.x'],
    ['the third call', { when: { nth: 3 }, do: 'throttle' }, '..x...'],
    ['the second write', { when: { writes: true, nth: 2 }, do: 'throttle' }, '..x...'],
    ['every second call', { when: { every: 2 }, do: 'throttle' }, '.x.x.x'],
    ['twice at most', { when: {}, do: 'throttle', times: 2 }, 'xx....'],
    ['every second call, once', { when: { every: 2 }, do: 'throttle', times: 1 }, '.x....'],
  ])('%s', async (_what, rule, expected) => {
    sandbox.faults.add(rule)
    expect(await outcomes()).toBe(expected)
  })

  it('no more once it is cleared', async () => {
    sandbox.faults.add({ when: {}, do: 'throttle' })
    sandbox.faults.clear()
    expect(await outcomes()).toBe('......')
  })

  it('beside others, each with its own count', async () => {
    sandbox.faults.add({ when: { nth: 1 }, do: 'throttle' }, { when: { nth: 2 }, do: 'fail-before' })
    expect(await outcomes()).toBe('xx....')
  })
})
