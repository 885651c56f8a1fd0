// What becomes of writes through the real IAM client: grants, versions of a policy, roles, tags and groups.

import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachUserPolicyCommand,
  GetGroupCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  type IAMClient,
  ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListGroupsForUserCommand,
  ListPolicyVersionsCommand,
  PutRolePolicyCommand,
  RemoveUserFromGroupCommand,
  SetDefaultPolicyVersionCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { trusting } from '../../src/sandbox/aws/build.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { iamOf, open, orders, refusalOf, start } from './aws-ground.ts'
import { arnOf, giveBy, marta, readOrders } from './aws-iam-ground.ts'

let sandbox: Sandbox
let iam: IAMClient
beforeEach(async () => {
  sandbox = await open()
  iam = iamOf(sandbox)
})
afterEach(() => sandbox.close())

const give = (name: string) => giveBy(iam, name)

describe('a grant through the real IAM client', () => {
  it('is made of a policy and its attachment, and both can be read back', async () => {
    const made = await give('marta-orders')
    expect(made.Policy).toMatchObject({ Arn: arnOf('marta-orders'), DefaultVersionId: 'v1', AttachmentCount: 0 })
    expect(made.Policy?.CreateDate).toEqual(new Date(start * 1000))
    await iam.send(new AttachUserPolicyCommand({ UserName: marta, PolicyArn: arnOf('marta-orders') }))
    const attached = await iam.send(new ListAttachedUserPoliciesCommand({ UserName: marta }))
    expect(attached.AttachedPolicies).toEqual([{ PolicyName: 'marta-orders', PolicyArn: arnOf('marta-orders') }])
    const policy = await iam.send(new GetPolicyCommand({ PolicyArn: arnOf('marta-orders') }))
    expect(policy.Policy).toMatchObject({ AttachmentCount: 1, Tags: [{ Key: 'daypass', Value: 'acme' }] })
    const version = await iam.send(new GetPolicyVersionCommand({ PolicyArn: arnOf('marta-orders'), VersionId: 'v1' }))
    expect(version.PolicyVersion?.Document).toMatch(/^%7B%22Version/)
    expect(decodeURIComponent(version.PolicyVersion?.Document ?? '')).toBe(readOrders)
    const entities = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn: arnOf('marta-orders') }))
    expect(entities.PolicyUsers?.map((one) => one.UserName)).toEqual([marta])
    expect(entities).toMatchObject({ PolicyRoles: [], PolicyGroups: [], IsTruncated: false })
  })

  it('gives what it says, and takes it away again', async () => {
    const may = () =>
      mayDo(sandbox.world(), {
        as: { account: orders, user: marta },
        action: 'dynamodb:GetItem',
        resource: `arn:aws:dynamodb:eu-west-1:${orders}:table/orders`,
        at: start,
      }).allowed
    expect(may()).toBe(false)
    await give('marta-orders')
    await iam.send(new AttachUserPolicyCommand({ UserName: marta, PolicyArn: arnOf('marta-orders') }))
    expect(may()).toBe(true)
    await iam.send(new DetachUserPolicyCommand({ UserName: marta, PolicyArn: arnOf('marta-orders') }))
    expect(may()).toBe(false)
    await iam.send(new DeletePolicyCommand({ PolicyArn: arnOf('marta-orders') }))
    expect(await refusalOf(iam.send(new GetPolicyCommand({ PolicyArn: arnOf('marta-orders') })))).toMatchObject({
      name: 'NoSuchEntityException',
      status: 404,
    })
  })

  it('may be asked for twice where AWS takes it twice', async () => {
    await give('marta-orders')
    const attach = new AttachUserPolicyCommand({ UserName: marta, PolicyArn: arnOf('marta-orders') })
    await iam.send(attach)
    const once = sandbox.world()
    await iam.send(attach)
    await iam.send(new AddUserToGroupCommand({ UserName: marta, GroupName: 'engineers' }))
    await iam.send(new RemoveUserFromGroupCommand({ UserName: marta, GroupName: 'operators' }))
    expect(sandbox.world()).toBe(once)
  })
})

describe('versions of a managed policy', () => {
  it('are five at most, numbered without reuse, and the default one stays', async () => {
    await give('p')
    const next = () =>
      iam.send(
        new CreatePolicyVersionCommand({ PolicyArn: arnOf('p'), PolicyDocument: readOrders, SetAsDefault: true }),
      )
    for (const id of ['v2', 'v3', 'v4', 'v5']) expect((await next()).PolicyVersion?.VersionId).toBe(id)
    expect(await refusalOf(next())).toMatchObject({ name: 'LimitExceededException', status: 409 })
    expect(
      await refusalOf(iam.send(new DeletePolicyVersionCommand({ PolicyArn: arnOf('p'), VersionId: 'v5' }))),
    ).toMatchObject({ name: 'DeleteConflictException' })
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn: arnOf('p'), VersionId: 'v3' }))
    expect((await next()).PolicyVersion).toMatchObject({ VersionId: 'v6', IsDefaultVersion: true })
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: arnOf('p'), VersionId: 'v1' }))
    const all = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: arnOf('p') }))
    expect(all.Versions?.map((one) => one.VersionId)).toEqual(['v6', 'v5', 'v4', 'v2', 'v1'])
    expect(all.Versions?.find((one) => one.IsDefaultVersion)?.VersionId).toBe('v1')
    expect(await refusalOf(iam.send(new DeletePolicyCommand({ PolicyArn: arnOf('p') })))).toMatchObject({
      name: 'DeleteConflictException',
    })
  })
})

describe('roles', () => {
  const trust = JSON.stringify(trusting({ AWS: `arn:aws:iam::${orders}:root` }))
  it('are made, changed and only deleted when they hold nothing', async () => {
    await iam.send(new CreateRoleCommand({ RoleName: 'pool-1', Path: '/daypass/', AssumeRolePolicyDocument: trust }))
    await iam.send(new PutRolePolicyCommand({ RoleName: 'pool-1', PolicyName: 'inline', PolicyDocument: readOrders }))
    expect(await refusalOf(iam.send(new DeleteRoleCommand({ RoleName: 'pool-1' })))).toMatchObject({
      name: 'DeleteConflictException',
    })
    const next = JSON.stringify(trusting({ AWS: `arn:aws:iam::${orders}:user/${marta}` }))
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'pool-1', PolicyDocument: next }))
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'pool-1' }))
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(next)
    expect(Role?.MaxSessionDuration).toBe(3600)
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'pool-1', PolicyName: 'inline' }))
    await iam.send(new DeleteRoleCommand({ RoleName: 'pool-1' }))
    expect(await refusalOf(iam.send(new GetRoleCommand({ RoleName: 'pool-1' })))).toMatchObject({
      name: 'NoSuchEntityException',
    })
  })

  it('trust nobody who is not there', async () => {
    const nobody = JSON.stringify(trusting({ AWS: `arn:aws:iam::${orders}:user/nobody` }))
    const made = iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: nobody }))
    expect(await refusalOf(made)).toMatchObject({ name: 'MalformedPolicyDocumentException', status: 400 })
  })
})

describe('tags and groups', () => {
  it('are set, replaced ignoring case, and removed', async () => {
    await iam.send(
      new TagUserCommand({
        UserName: marta,
        Tags: [
          { Key: 'Email', Value: 'm@acme.test' },
          { Key: 'daypass:x', Value: 'y' },
        ],
      }),
    )
    expect(sandbox.world().aws.accounts[orders]?.users[marta]?.tags).toEqual({ Email: 'm@acme.test', 'daypass:x': 'y' })
    await iam.send(new UntagUserCommand({ UserName: marta, TagKeys: ['email'] }))
    expect(sandbox.world().aws.accounts[orders]?.users[marta]?.tags).toEqual({ 'daypass:x': 'y' })
  })

  it('show members both ways', async () => {
    const group = await iam.send(new GetGroupCommand({ GroupName: 'engineers' }))
    expect(group.Users?.map((one) => one.UserName)).toEqual([marta])
    const groups = await iam.send(new ListGroupsForUserCommand({ UserName: marta }))
    expect(groups.Groups?.map((one) => one.GroupName)).toEqual(['engineers'])
  })
})
