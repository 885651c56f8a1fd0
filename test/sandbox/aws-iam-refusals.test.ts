// What IAM would not take: documents, quotas, names, and what is missing or in the way.

import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  GetGroupCommand,
  GetPolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  type IAMClient,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { account, allowing } from '../../src/sandbox/aws/build.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { iamOf, open, orders, payerAccount, refusalOf, worldWith } from './aws-ground.ts'
import { arnOf, giveBy, marta, readOrders } from './aws-iam-ground.ts'

let sandbox: Sandbox
let iam: IAMClient
beforeEach(async () => {
  sandbox = await open()
  iam = iamOf(sandbox)
})
afterEach(() => sandbox.close())

const give = (name: string, document?: string) => giveBy(iam, name, document)

const bad = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }

describe('a document that IAM would not take', () => {
  it.each([
    ['is no JSON', '{'],
    ['is a list', '[]'],
    ['has an unknown version', JSON.stringify({ Version: '2020-01-01', Statement: [good] })],
    ['has no statement', JSON.stringify({ Version: '2012-10-17' })],
    ['has an empty list of statements', JSON.stringify({ Version: '2012-10-17', Statement: [] })],
    ['has an unknown key', JSON.stringify({ Version: '2012-10-17', Statement: [good], Extra: 1 })],
    [
      'repeats a Sid',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { ...good, Sid: 'A' },
          { ...good, Sid: 'A' },
        ],
      }),
    ],
    ['has a Sid with a dash', bad({ ...good, Sid: 'a-b' })],
    ['has a strange effect', bad({ ...good, Effect: 'allow' })],
    ['has no action', bad({ Effect: 'Allow', Resource: '*' })],
    ['has both Action and NotAction', bad({ ...good, NotAction: 's3:PutObject' })],
    ['has an empty list of actions', bad({ ...good, Action: [] })],
    ['has an action without a service', bad({ ...good, Action: 'GetObject' })],
    ['has no resource', bad({ Effect: 'Allow', Action: 's3:GetObject' })],
    ['has a resource that is no ARN', bad({ ...good, Resource: 'orders-exports' })],
    ['names a principal', bad({ ...good, Principal: '*' })],
    [
      'has an unknown operator',
      bad({ ...good, Condition: { DateBefore: { 'aws:CurrentTime': '2026-11-22T10:00:00Z' } } }),
    ],
    ['has a condition without keys', bad({ ...good, Condition: { StringEquals: 'x' } })],
  ])('%s', async (_what, document) => {
    const put = iam.send(new PutUserPolicyCommand({ UserName: marta, PolicyName: 'p', PolicyDocument: document }))
    expect(await refusalOf(put)).toMatchObject({ name: 'MalformedPolicyDocumentException', status: 400 })
    expect(sandbox.world().aws.accounts[orders]?.users[marta]?.inline).toEqual({})
  })
})

describe('quotas', () => {
  const big = (length: number) =>
    JSON.stringify(
      allowing(
        's3:GetObject',
        `arn:aws:s3:::b/${'x'.repeat(length - JSON.stringify(allowing('s3:GetObject', 'arn:aws:s3:::b/')).length)}`,
      ),
    )

  it('count characters without white space, to the last one', async () => {
    expect(await refusalOf(give('fits', big(6144)))).toBeNull()
    expect(await refusalOf(give('spaced', JSON.stringify(JSON.parse(big(6144)), null, 8)))).toBeNull()
    expect(await refusalOf(give('long', big(6145)))).toMatchObject({ name: 'LimitExceededException' })
  })

  it('add up the inline policies of a user', async () => {
    const put = (name: string, length: number) =>
      refusalOf(iam.send(new PutUserPolicyCommand({ UserName: marta, PolicyName: name, PolicyDocument: big(length) })))
    expect(await put('one', 1000)).toBeNull()
    expect(await put('two', 1048)).toBeNull()
    expect(await put('three', 200)).toMatchObject({ name: 'LimitExceededException' })
    expect(await put('one', 1000)).toBeNull()
  })

  it('bound attachments, groups and policies', async () => {
    await sandbox.close()
    const tight = account(orders, {
      users: { admin: { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] } },
      groups: { a: {}, b: {} },
      policies: { one: { document: readOrders } },
      quotas: { attachedPerUser: 1, groupsPerUser: 1, policies: 1 },
    })
    sandbox = await open(worldWith({ accounts: [tight, payerAccount] }))
    iam = iamOf(sandbox)
    await iam.send(new AddUserToGroupCommand({ UserName: 'admin', GroupName: 'a' }))
    const beyond = [
      iam.send(new AddUserToGroupCommand({ UserName: 'admin', GroupName: 'b' })),
      iam.send(new AttachUserPolicyCommand({ UserName: 'admin', PolicyArn: arnOf('one', '/') })),
      give('two'),
    ]
    for (const call of beyond.map(refusalOf)) expect(await call).toMatchObject({ name: 'LimitExceededException' })
  })
})

describe('names', () => {
  it.each([
    ['a user name of 65', () => new CreateUserCommand({ UserName: 'u'.repeat(65) })],
    ['a user name with a quote', () => new CreateUserCommand({ UserName: "o'hara" })],
    ['a path without a slash at the end', () => new CreateUserCommand({ UserName: 'u', Path: '/staff' })],
    [
      'a tag value with a question mark',
      () => new CreateUserCommand({ UserName: 'u', Tags: [{ Key: 'k', Value: '?' }] }),
    ],
  ])('%s is refused', async (_what, command) => {
    expect(await refusalOf(iam.send(command()))).toMatchObject({ name: 'ValidationError', status: 400 })
  })

  it('are the same in any case', async () => {
    expect(await refusalOf(iam.send(new CreateUserCommand({ UserName: 'IVAN' })))).toMatchObject({
      name: 'EntityAlreadyExistsException',
      status: 409,
    })
    await give('p')
    expect(await refusalOf(give('P'))).toMatchObject({ name: 'EntityAlreadyExistsException' })
  })

  it('may be those of JavaScript', async () => {
    await iam.send(new CreateUserCommand({ UserName: '__proto__', Tags: [{ Key: 'constructor', Value: 'x' }] }))
    const { User } = await iam.send(new GetUserCommand({ UserName: '__proto__' }))
    expect(User?.Tags).toEqual([{ Key: 'constructor', Value: 'x' }])
    expect(await refusalOf(iam.send(new GetUserCommand({ UserName: 'constructor' })))).toMatchObject({
      name: 'NoSuchEntityException',
    })
  })
})

describe('what is missing or in the way', () => {
  const missing = arnOf('missing')
  it.each([
    ['a user', () => iam.send(new GetUserCommand({ UserName: 'nobody' }))],
    [
      'a user to attach to',
      () =>
        iam.send(new AttachUserPolicyCommand({ UserName: 'nobody', PolicyArn: 'arn:aws:iam::aws:policy/AWSDenyAll' })),
    ],
    ['a policy to attach', () => iam.send(new AttachUserPolicyCommand({ UserName: marta, PolicyArn: missing }))],
    [
      'an attachment',
      () => iam.send(new DetachUserPolicyCommand({ UserName: marta, PolicyArn: arnOf('redrive', '/team/') })),
    ],
    ['a policy under another path', () => iam.send(new GetPolicyCommand({ PolicyArn: arnOf('redrive', '/') }))],
    ['a policy to delete', () => iam.send(new DeletePolicyCommand({ PolicyArn: missing }))],
    ['an inline policy', () => iam.send(new DeleteUserPolicyCommand({ UserName: marta, PolicyName: 'none' }))],
    ['an inline policy to read', () => iam.send(new GetUserPolicyCommand({ UserName: marta, PolicyName: 'none' }))],
    ['a group', () => iam.send(new GetGroupCommand({ GroupName: 'none' }))],
    ['a group to join', () => iam.send(new AddUserToGroupCommand({ GroupName: 'none', UserName: marta }))],
    ['a member', () => iam.send(new RemoveUserFromGroupCommand({ GroupName: 'engineers', UserName: 'nobody' }))],
  ])('%s is told as NoSuchEntity', async (_what, call) => {
    expect(await refusalOf(call())).toMatchObject({ name: 'NoSuchEntityException', status: 404 })
  })

  it('a user who still holds something is not deleted', async () => {
    expect(await refusalOf(iam.send(new DeleteUserCommand({ UserName: 'ivan' })))).toMatchObject({
      name: 'DeleteConflictException',
    })
    await iam.send(new DeleteUserPolicyCommand({ UserName: 'ivan', PolicyName: 'own' }))
    await iam.send(new DeleteUserCommand({ UserName: 'ivan' }))
    expect(sandbox.world().aws.accounts[orders]?.users).not.toHaveProperty('ivan')
  })

  it('a re-created user has another unique id', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'new' }))
    const before = await iam.send(new GetUserCommand({ UserName: 'new' }))
    await iam.send(new DeleteUserCommand({ UserName: 'new' }))
    const after = await iam.send(new CreateUserCommand({ UserName: 'new' }))
    expect(after.User?.UserId).toMatch(/^AIDA[A-Z2-7]{17}$/)
    expect(after.User?.UserId).not.toBe(before.User?.UserId)
  })

  it('an operation or a parameter that the sandbox does not serve is a loud 501', async () => {
    expect(await refusalOf(iam.send(new UpdateUserCommand({ UserName: marta, NewUserName: 'x' })))).toMatchObject({
      status: 501,
      message: expect.stringContaining('iam:UpdateUser'),
    })
  })
})
