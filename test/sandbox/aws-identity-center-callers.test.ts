// Whom the sandbox's Identity Center answers: by account, by region and by tags.

import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations'
import {
  ListAccountAssignmentsForPrincipalCommand,
  ListInstancesCommand,
  ListPermissionSetsCommand,
  PutInlinePolicyToPermissionSetCommand,
} from '@aws-sdk/client-sso-admin'
import { describe, expect, it } from 'vitest'
import { allowing, keyOf } from '../../src/sandbox/aws/build.ts'
import {
  assign,
  client,
  DELEGATED,
  instance,
  MANAGEMENT,
  MARTA,
  MEMBER,
  OUTSIDE,
  READER,
  sandbox,
  start,
  WRITER,
  why,
} from './aws-identity-center-ground.ts'

describe('who may ask', () => {
  it.each([
    ['the management account', MANAGEMENT, 'eu-west-1', 1],
    ['a delegated administrator', DELEGATED, 'eu-west-1', 1],
    ['any other member', MEMBER, 'eu-west-1', 0],
    ['another region', MANAGEMENT, 'us-east-1', 0],
  ] as const)('%s', async (_who, as, region, instances) => {
    await start()
    expect((await client(as, region).send(new ListInstancesCommand({}))).Instances).toHaveLength(instances)
    const asked = why(client(as, region).send(new ListPermissionSetsCommand({ InstanceArn: instance })))
    expect(await asked).toBe(
      instances === 1 ? 'done' : as === MEMBER ? 'AccessDeniedException' : 'ResourceNotFoundException',
    )
  })

  it('for all that somebody holds: the management account alone', async () => {
    await start()
    const asked = { InstanceArn: instance, PrincipalType: 'USER' as const, PrincipalId: MARTA }
    expect(await why(client(DELEGATED).send(new ListAccountAssignmentsForPrincipalCommand(asked)))).toBe(
      'AccessDeniedException',
    )
    expect(await why(client().send(new ListAccountAssignmentsForPrincipalCommand(asked)))).toBe('done')
  })

  it('in the management account: not a delegated administrator', async () => {
    await start()
    expect(await why(assign({ account: MANAGEMENT }, DELEGATED))).toBe('AccessDeniedException')
  })

  it('by tags: each resource is judged alone', async () => {
    const tagged = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sso:*', Resource: 'arn:aws:sso:::instance/*' },
        {
          Effect: 'Allow',
          Action: 'sso:*',
          Resource: 'arn:aws:sso:::permissionSet/*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'orders' } },
        },
      ],
    }
    await start({ sets: { Reader: { tags: { team: 'orders' } }, Writer: {} } }, tagged)
    const put = (set: string) =>
      why(
        client().send(
          new PutInlinePolicyToPermissionSetCommand({
            InstanceArn: instance,
            PermissionSetArn: set,
            InlinePolicy: JSON.stringify(allowing('sqs:*', '*')),
          }),
        ),
      )
    expect([await put(READER), await put(WRITER)]).toEqual(['done', 'AccessDeniedException'])
  })

  it('for the accounts of the organisation: in pages of twenty at most', async () => {
    await start()
    const organizations = (as: string) =>
      new OrganizationsClient({
        endpoint: `${sandbox.url}/aws`,
        region: 'us-east-1',
        credentials: keyOf(as, 'admin'),
        maxAttempts: 1,
      })
    const page = await organizations(MANAGEMENT).send(new ListAccountsCommand({ MaxResults: 3 }))
    expect([page.Accounts?.length, page.NextToken !== undefined]).toEqual([3, true])
    expect(await why(organizations(MEMBER).send(new ListAccountsCommand({})))).toBe('AccessDeniedException')
    expect(await why(organizations(OUTSIDE).send(new ListAccountsCommand({})))).toBe(
      'AWSOrganizationsNotInUseException',
    )
  })
})
