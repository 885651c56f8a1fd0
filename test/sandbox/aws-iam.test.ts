import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  GetAccountSummaryCommand,
  GetGroupCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  type IAMClient,
  ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListGroupsForUserCommand,
  ListPoliciesCommand,
  ListPolicyTagsCommand,
  ListPolicyVersionsCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListPolicies,
  RemoveUserFromGroupCommand,
  SetDefaultPolicyVersionCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mayDo } from '../../src/sandbox/access.ts'
import { account, allowing, keyOf, trusting, withKey } from '../../src/sandbox/aws/build.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { iamOf, open, orders, payerAccount, refusalOf, start, worldWith } from './aws-ground.ts'

const marta = 'marta@acme.test'
const readOrders = JSON.stringify(allowing('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${orders}:table/orders`))
const arnOf = (name: string, path = '/daypass/acme/') => `arn:aws:iam::${orders}:policy${path}${name}`

let sandbox: Sandbox
let iam: IAMClient
beforeEach(async () => {
  sandbox = await open()
  iam = iamOf(sandbox)
})
afterEach(() => sandbox.close())

const give = async (name: string, document = readOrders) =>
  iam.send(
    new CreatePolicyCommand({
      PolicyName: name,
      Path: '/daypass/acme/',
      PolicyDocument: document,
      Tags: [{ Key: 'daypass', Value: 'acme' }],
    }),
  )

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

describe('a read of everything', () => {
  const readAll = async (client: IAMClient, pageSize: number) => {
    const pages: number[] = []
    const users: string[] = []
    const policies: string[] = []
    const roles: string[] = []
    for await (const page of paginateGetAccountAuthorizationDetails({ client, pageSize }, {})) {
      pages.push(
        [page.UserDetailList, page.GroupDetailList, page.RoleDetailList, page.Policies]
          .map((list) => list?.length ?? 0)
          .reduce((sum, length) => sum + length, 0),
      )
      users.push(...(page.UserDetailList ?? []).map((one) => one.UserName ?? ''))
      policies.push(...(page.Policies ?? []).map((one) => one.PolicyName ?? ''))
      roles.push(...(page.RoleDetailList ?? []).map((one) => one.RoleName ?? ''))
    }
    return { pages, users, policies, roles }
  }

  it('comes in short pages, whatever was asked for, and is whole in the end', async () => {
    await sandbox.close()
    sandbox = await open(worldWith({ pageSize: 3 }))
    const { pages, users, policies, roles } = await readAll(iamOf(sandbox), 1000)
    expect(pages).toEqual([3, 3, 3, 1])
    expect(users).toEqual(['admin', marta, 'ivan'])
    expect(roles).toEqual(['deployer', 'daypass'])
    expect(policies).toEqual(['redrive', 'AdministratorAccess', 'AmazonSQSReadOnlyAccess'])
  })

  it('shows tags, groups and documents of users, and no tags of policies', async () => {
    await give('tagged')
    const pages = []
    for await (const page of paginateGetAccountAuthorizationDetails(
      { client: iam },
      { Filter: ['User', 'LocalManagedPolicy'] },
    ))
      pages.push(page)
    const [page] = pages
    const seen = page?.UserDetailList?.find((one) => one.UserName === marta)
    expect(seen).toMatchObject({
      Arn: `arn:aws:iam::${orders}:user/${marta}`,
      GroupList: ['engineers'],
      Tags: [{ Key: 'email', Value: marta }],
      AttachedManagedPolicies: [],
    })
    const ivan = page?.UserDetailList?.find((one) => one.UserName === 'ivan')
    expect(ivan?.Path).toBe('/staff/')
    expect(JSON.parse(decodeURIComponent(ivan?.UserPolicyList?.[0]?.PolicyDocument ?? ''))).toMatchObject({
      Version: '2012-10-17',
    })
    const policy = page?.Policies?.find((one) => one.PolicyName === 'tagged')
    expect(policy?.PolicyVersionList?.[0]).toMatchObject({ VersionId: 'v1', IsDefaultVersion: true })
    expect(policy).not.toHaveProperty('Tags')
    expect(page?.RoleDetailList ?? []).toEqual([])
    const tags = await iam.send(new ListPolicyTagsCommand({ PolicyArn: arnOf('tagged') }))
    expect(tags.Tags).toEqual([{ Key: 'daypass', Value: 'acme' }])
  })

  it('lists users without their tags, which are read one by one', async () => {
    const users = await iam.send(new ListUsersCommand({ PathPrefix: '/staff/' }))
    expect(users.Users?.map((one) => one.UserName)).toEqual(['ivan'])
    expect((await iam.send(new ListUsersCommand({}))).Users?.every((one) => one.Tags === undefined)).toBe(true)
    expect((await iam.send(new GetUserCommand({ UserName: marta }))).User?.Tags).toHaveLength(1)
    expect((await iam.send(new ListUserTagsCommand({ UserName: marta }))).Tags).toEqual([
      { Key: 'email', Value: marta },
    ])
  })

  it('knows the policies of AWS, in every account, beside the local ones', async () => {
    const local = await iam.send(new ListPoliciesCommand({ Scope: 'Local' }))
    expect(local.Policies?.map((one) => one.PolicyName)).toEqual(['redrive'])
    const names: (string | undefined)[] = []
    for await (const page of paginateListPolicies({ client: iam, pageSize: 4 }, { Scope: 'AWS' }))
      names.push(...(page.Policies ?? []).map((one) => one.PolicyName))
    expect(names).toEqual(expect.arrayContaining(['AdministratorAccess', 'AmazonS3ReadOnlyAccess', 'PowerUserAccess']))
    const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    expect((await iam.send(new GetPolicyCommand({ PolicyArn: arn }))).Policy?.DefaultVersionId).toBe('v1')
    expect(await refusalOf(iam.send(new DeletePolicyCommand({ PolicyArn: arn })))).toMatchObject({
      name: 'AccessDenied',
    })
  })

  it('tells the quotas', async () => {
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}))
    expect(SummaryMap).toMatchObject({
      Users: 3,
      PoliciesQuota: 1500,
      AttachedPoliciesPerUserQuota: 10,
      PolicySizeQuota: 6144,
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

describe('authorisation', () => {
  it('denies what the caller may not do, and names the action', async () => {
    const asMarta = iamOf(sandbox, keyOf(orders, marta))
    const refused = await refusalOf(asMarta.send(new ListUsersCommand({})))
    expect(refused).toMatchObject({ name: 'AccessDenied', status: 403 })
    expect(refused?.message).toContain(
      `arn:aws:iam::${orders}:user/${marta} is not authorized to perform: iam:ListUsers`,
    )
  })

  it('needs the right to tag for creating with tags', async () => {
    await iam.send(
      new PutUserPolicyCommand({
        UserName: marta,
        PolicyName: 'own',
        PolicyDocument: JSON.stringify(allowing('iam:CreatePolicy', `arn:aws:iam::${orders}:policy/daypass/*`)),
      }),
    )
    iam = iamOf(sandbox, keyOf(orders, marta))
    expect(await refusalOf(give('p'))).toMatchObject({ message: expect.stringContaining('iam:TagPolicy') })
    const untagged = { PolicyName: 'p', Path: '/daypass/acme/', PolicyDocument: readOrders }
    expect(await refusalOf(iam.send(new CreatePolicyCommand(untagged)))).toBeNull()
    const outside = iam.send(new CreatePolicyCommand({ ...untagged, PolicyName: 'q', Path: '/' }))
    expect(await refusalOf(outside)).toMatchObject({ name: 'AccessDenied' })
  })

  it('judges an attachment by the policy that is attached', async () => {
    const only = allowing('iam:AttachUserPolicy', '*', { Condition: { ArnLike: { 'iam:PolicyARN': arnOf('*') } } })
    await iam.send(
      new PutUserPolicyCommand({ UserName: marta, PolicyName: 'own', PolicyDocument: JSON.stringify(only) }),
    )
    await give('p')
    const asMarta = iamOf(sandbox, keyOf(orders, marta))
    const attach = (PolicyArn: string) =>
      refusalOf(asMarta.send(new AttachUserPolicyCommand({ UserName: 'ivan', PolicyArn })))
    expect(await attach(arnOf('p'))).toBeNull()
    expect(await attach('arn:aws:iam::aws:policy/AdministratorAccess')).toMatchObject({ name: 'AccessDenied' })
  })

  it.each([
    ['an unknown key', { accessKeyId: 'AKIAUNKNOWNUNKNOWN00', secretAccessKey: 'x' }, 'InvalidClientTokenId'],
    ['the key of a user who is gone', keyOf(orders, 'gone'), 'InvalidClientTokenId'],
  ])('knows %s', async (_what, key, name) => {
    sandbox.change((world) => ({ ...world, aws: withKey(world.aws, orders, 'gone') }))
    expect(await refusalOf(iamOf(sandbox, key).send(new ListUsersCommand({})))).toMatchObject({ name, status: 403 })
  })
})

describe('eventual consistency', () => {
  const names = async (client: IAMClient) =>
    (await client.send(new ListPoliciesCommand({ Scope: 'Local' }))).Policies?.map((one) => one.PolicyName)

  it('shows reads the state before the write, for so many seconds', async () => {
    await sandbox.close()
    sandbox = await open(worldWith({ stale: { seconds: 10 } }))
    iam = iamOf(sandbox)
    await give('p')
    expect(await names(iam)).toEqual(['redrive'])
    sandbox.clock.advance(9)
    expect(await names(iam)).toEqual(['redrive'])
    sandbox.clock.advance(1)
    expect(await names(iam)).toEqual(['redrive', 'p'])
  })

  it('or for so many reads', async () => {
    await sandbox.close()
    sandbox = await open(worldWith({ stale: { reads: 2 } }))
    iam = iamOf(sandbox)
    await give('p')
    expect([await names(iam), await names(iam), await names(iam)]).toEqual([['redrive'], ['redrive'], ['redrive', 'p']])
    expect(await refusalOf(give('p'))).toMatchObject({ name: 'EntityAlreadyExistsException' })
  })
})
