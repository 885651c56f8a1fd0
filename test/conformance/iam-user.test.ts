// The mode of IAM users before the suite of all modes.

import type { Entitlement } from '../../src/core/model/entitlement.ts'
import { id } from '../../src/core/model/id.ts'
import type { Permissions } from '../../src/core/model/permissions.ts'
import type { Instant } from '../../src/core/model/time.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import type { Content } from '../../src/modes/iam-user/content.ts'
import { iamUser } from '../../src/modes/iam-user/provisioner.ts'
import { mayDo } from '../../src/sandbox/access.ts'
import { allowing, inAccount, trusting } from '../../src/sandbox/aws/build.ts'
import type { Account, ManagedPolicy, User } from '../../src/sandbox/aws/world.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE } from '../support/builders.ts'
import { awsFor, PROD, settingsOf, someAws, startGround } from './ground.ts'
import { type Example, provisionerSuite } from './provisioner.suite.ts'

const TABLE = `arn:aws:dynamodb:eu-west-1:${PROD}:table/orders`
const ROLE = `arn:aws:iam::${PROD}:role/orders-admin`
const MARTA = 'marta@example.com'

const entitlement = (kind: string, what: string, permissions: Permissions): Entitlement => ({
  kind: id(kind),
  what: `${kind}:${what}`,
  says: what,
  permissions,
  facets: {},
  at: HERE,
})

const may = (action: string, resource: string) => (world: World, at: Instant) =>
  mayDo(world, { as: { account: PROD, user: MARTA }, action, resource, at }).allowed

const inProd =
  (edit: (account: Account) => Account) =>
  (world: World): World => ({
    ...world,
    aws: inAccount(world.aws, PROD, edit),
  })

const withMarta = (edit: (user: User) => User) =>
  inProd((account) => {
    const marta = account.users[MARTA]
    return marta === undefined ? account : { ...account, users: { ...account.users, [MARTA]: edit(marta) } }
  })

const detachOurs = withMarta((user) => ({
  ...user,
  attached: user.attached.filter((arn) => !arn.includes('/daypass/')),
}))

/** Adds S3 to every policy of ours. */
const addS3 = inProd((account) => ({
  ...account,
  policies: Object.fromEntries(
    Object.entries(account.policies).map(([name, policy]) => [
      name,
      policy.path.startsWith('/daypass/') ? addedTo(policy) : policy,
    ]),
  ),
}))

const addedTo = (policy: ManagedPolicy): ManagedPolicy => {
  const current = policy.versions[policy.default]
  const read: { Statement: object[] } = JSON.parse(current?.document ?? '{"Statement":[]}')
  const document = JSON.stringify({
    ...read,
    Statement: [...read.Statement, { Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  })
  return { ...policy, versions: { ...policy.versions, [policy.default]: { document, created: current?.created ?? 0 } } }
}

const ownPolicy = { take: detachOurs, widen: addS3, wide: may('s3:GetObject', 'arn:aws:s3:::orders/1') }

const examples: readonly Example<World>[] = [
  {
    name: 'actions',
    entitlement: entitlement('actions', 'read orders', {
      form: 'statements',
      document: {
        version: '2012-10-17',
        statements: [
          { effect: 'Allow', actions: { only: ['dynamodb:GetItem'] }, resources: { only: [TABLE] }, conditions: {} },
        ],
      },
    }),
    lapse: 'always',
    writes: 2,
    held: may('dynamodb:GetItem', TABLE),
    ...ownPolicy,
  },
  {
    name: "a policy of AWS's",
    entitlement: entitlement('policy', 'AmazonSQSReadOnlyAccess', {
      form: 'policy',
      policy: { what: 'policy', by: 'name', value: 'AmazonSQSReadOnlyAccess', at: HERE },
    }),
    lapse: 'always',
    writes: 2,
    held: may('sqs:GetQueueUrl', `arn:aws:sqs:eu-west-1:${PROD}:orders`),
    ...ownPolicy,
  },
  {
    name: 'a role',
    entitlement: entitlement('role', 'orders-admin', {
      form: 'existing',
      thing: { what: 'role', by: 'name', value: 'orders-admin', at: HERE },
    }),
    lapse: 'depends',
    writes: 2,
    held: may('sts:AssumeRole', ROLE),
    ...ownPolicy,
  },
  {
    name: 'a group',
    entitlement: entitlement('group', 'orders-team', {
      form: 'existing',
      thing: { what: 'group', by: 'name', value: 'Orders-Team', at: HERE },
    }),
    lapse: 'never',
    writes: 2,
    held: may('dynamodb:Query', TABLE),
    take: withMarta((user) => ({ ...user, groups: user.groups.filter((group) => group !== 'orders-team') })),
    widen: null,
    wide: () => false,
  },
  {
    name: 'a policy that can only be attached as it is',
    entitlement: entitlement('policy', 'publishers', {
      form: 'policy',
      policy: { what: 'policy', by: 'name', value: 'publishers', at: HERE },
    }),
    lapse: 'never',
    directAttachment: true,
    writes: 2,
    held: may('sns:Publish', `arn:aws:sns:eu-west-1:${PROD}:orders`),
    take: withMarta((user) => ({ ...user, attached: user.attached.filter((arn) => !arn.endsWith('/publishers')) })),
    widen: null,
    wide: () => false,
  },
]

const knowledge = await loadKnowledge()
const settings = settingsOf()

provisionerSuite<Content, World, Sandbox>({
  mode: 'iam-user',
  examples,
  target: 'prod',
  account: PROD,
  things: (world) => ({ ...world.aws, credentials: null, made: null }),
  start: () =>
    startGround({
      ...someAws({
        users: {
          [MARTA]: {
            inline: { own: allowing('ec2:DescribeInstances', '*') },
            tags: { team: 'orders' },
            groups: ['everybody'],
          },
          'mario@example.com': {},
        },
        groups: {
          everybody: { inline: { own: allowing('iam:GetUser', '*') } },
          'orders-team': { inline: { own: allowing('dynamodb:Query', TABLE) } },
        },
        roles: { 'orders-admin': { trust: trusting({ AWS: `arn:aws:iam::${PROD}:root` }) } },
        policies: {
          publishers: {
            document: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: 'sns:*', Resource: '*' },
                { Effect: 'Deny', Action: 'sns:DeleteTopic', Resource: '*' },
              ],
            },
          },
          theirs: { document: allowing('s3:ListBucket', '*'), path: '/daypass/other-installation/' },
        },
      }),
      pageSize: 2,
    }),
  open: (sandbox) => iamUser({ settings, knowledge, aws: awsFor(sandbox, settings) }),
  blinded: ['known', 'unknown'],
  blind: (sandbox) =>
    sandbox.faults.add({
      when: { op: 'GetAccountAuthorizationDetails', where: PROD },
      do: { status: 403, code: 'AccessDenied' },
    }),
})
