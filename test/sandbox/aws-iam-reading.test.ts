// What reads through the real IAM client show, in which pages, and how late.

import {
  DeletePolicyCommand,
  GetAccountSummaryCommand,
  GetPolicyCommand,
  GetUserCommand,
  type IAMClient,
  ListPoliciesCommand,
  ListPolicyTagsCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListPolicies,
} from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { iamOf, open, orders, refusalOf, worldWith } from './aws-ground.ts'
import { arnOf, giveBy, marta } from './aws-iam-ground.ts'

let sandbox: Sandbox
let iam: IAMClient
beforeEach(async () => {
  sandbox = await open()
  iam = iamOf(sandbox)
})
afterEach(() => sandbox.close())

const give = (name: string) => giveBy(iam, name)

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
