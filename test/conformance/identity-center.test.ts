// The mode of Identity Center before the suite of all modes.

import type { Entitlement } from '../../src/core/model/entitlement.ts'
import { id } from '../../src/core/model/id.ts'
import type { Permissions } from '../../src/core/model/permissions.ts'
import type { Content } from '../../src/modes/identity-center/content.ts'
import { identityCenter } from '../../src/modes/identity-center/provisioner.ts'
import { userIdOf, withoutAssignments } from '../../src/sandbox/aws/identity-center/build.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE } from '../support/builders.ts'
import { awsFor, PROD, startGround } from './ground.ts'
import {
  centerAws,
  centerSettings,
  inOurRoles,
  inOurSets,
  MARTA,
  may,
  ROLE,
  TABLE,
  thingsIn,
} from './identity-center-ground.ts'
import { type Example, provisionerSuite } from './provisioner.suite.ts'

const entitlement = (kind: string, what: string, permissions: Permissions): Entitlement => ({
  kind: id(kind),
  what: `${kind}:${what}`,
  says: what,
  permissions,
  facets: {},
  at: HERE,
})

/** Somebody takes Marta off every set. */
const unassign = (world: World): World => ({
  ...world,
  aws: withoutAssignments(world.aws, ({ principalId }) => principalId === userIdOf(MARTA)),
})

const addedTo = (text: string | undefined): string => {
  const read: { Statement: object[] } = JSON.parse(text ?? '{"Statement":[]}')
  return JSON.stringify({
    ...read,
    Statement: [...read.Statement, { Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  })
}

/** Somebody adds S3 to our sets and provisions them. */
const addS3 = (world: World): World =>
  inOurRoles((role) => ({
    ...role,
    inline: { AwsSSOInlinePolicy: addedTo(role.inline['AwsSSOInlinePolicy']) },
  }))(inOurSets((set) => ({ ...set, inline: addedTo(set.inline) }))(world))

const ownSet = { take: unassign, widen: addS3, wide: may('s3:GetObject', 'arn:aws:s3:::orders/1') }

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
    writes: 3,
    held: may('dynamodb:GetItem', TABLE),
    ...ownSet,
  },
  {
    name: "a policy of AWS's",
    entitlement: entitlement('policy', 'AmazonSQSReadOnlyAccess', {
      form: 'policy',
      policy: { what: 'policy', by: 'name', value: 'AmazonSQSReadOnlyAccess', at: HERE },
    }),
    lapse: 'always',
    writes: 4,
    held: may('sqs:GetQueueUrl', `arn:aws:sqs:eu-west-1:${PROD}:orders`),
    ...ownSet,
  },
  {
    name: "a policy of the account's",
    entitlement: entitlement('policy', 'requeue', {
      form: 'policy',
      policy: { what: 'policy', by: 'name', value: 'requeue', at: HERE },
    }),
    lapse: 'always',
    writes: 4,
    held: may('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${PROD}:orders`),
    ...ownSet,
  },
  {
    name: 'a role',
    entitlement: entitlement('role', 'orders-admin', {
      form: 'existing',
      thing: { what: 'role', by: 'name', value: 'orders-admin', at: HERE },
    }),
    lapse: 'depends',
    writes: 3,
    held: may('sts:AssumeRole', ROLE),
    ...ownSet,
  },
  {
    name: 'a permission set as it is',
    entitlement: entitlement('permissionSet', 'OrdersReadOnly', {
      form: 'existing',
      thing: { what: 'permissionSet', by: 'name', value: 'OrdersReadOnly', at: HERE },
    }),
    lapse: 'never',
    claimed: true,
    writes: 1,
    held: may('dynamodb:Query', TABLE),
    take: unassign,
    widen: null,
    wide: () => false,
  },
]

const settings = centerSettings()
const names = { names: new Map(), keep: () => undefined }

provisionerSuite<Content, World, Sandbox>({
  mode: 'identity-center',
  examples,
  target: 'prod',
  account: PROD,
  things: thingsIn,
  start: () => startGround({ ...centerAws(), pageSize: 2 }),
  open: (sandbox) => identityCenter({ settings, aws: awsFor(sandbox, settings), names }),
  blind: (sandbox) =>
    sandbox.faults.add({ when: { op: 'ListPermissionSets' }, do: { status: 400, code: 'AccessDeniedException' } }),
  blinded: ['unknown', 'unknown'],
})
