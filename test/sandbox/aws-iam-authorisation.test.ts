// Who may call what, judged by the policies of the caller.

import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  type IAMClient,
  ListUsersCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allowing, keyOf, withKey } from '../../src/sandbox/aws/build.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { iamOf, open, orders, refusalOf } from './aws-ground.ts'
import { arnOf, giveBy, marta, readOrders } from './aws-iam-ground.ts'

let sandbox: Sandbox
let iam: IAMClient
beforeEach(async () => {
  sandbox = await open()
  iam = iamOf(sandbox)
})
afterEach(() => sandbox.close())

const give = (name: string) => giveBy(iam, name)

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
