// Which of AWS's own policies the sandbox knows: well-known names with small documents of our own wording.

import { uniqueId } from './ids.ts'
import type { ManagedPolicy, Named } from './world.ts'

const allow = (...actions: readonly string[]) => ({ Effect: 'Allow', Action: actions, Resource: '*' })

const jobFunction = '/job-function/'

interface Entry {
  readonly path?: string
  readonly statements: readonly object[]
}

const reading = (service: string, ...more: readonly string[]): Entry => ({
  statements: [allow(`${service}:Get*`, `${service}:List*`, `${service}:Describe*`, ...more)],
})

const whole = (...services: readonly string[]): Entry => ({ statements: [allow(...services.map((one) => `${one}:*`))] })

const entries: Readonly<Record<string, Entry>> = {
  AdministratorAccess: { statements: [allow('*')] },
  PowerUserAccess: {
    statements: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow(
        'iam:ListRoles',
        'iam:CreateServiceLinkedRole',
        'organizations:DescribeOrganization',
        'account:ListRegions',
      ),
    ],
  },
  ReadOnlyAccess: {
    statements: [
      allow(
        's3:Get*',
        's3:List*',
        'dynamodb:Get*',
        'dynamodb:List*',
        'dynamodb:Describe*',
        'dynamodb:Query',
        'dynamodb:Scan',
      ),
      allow('ec2:Describe*', 'sqs:Get*', 'sqs:List*', 'logs:Get*', 'logs:Describe*', 'iam:Get*', 'iam:List*'),
    ],
  },
  ViewOnlyAccess: { path: jobFunction, statements: [allow('s3:ListAllMyBuckets', 'ec2:Describe*', 'sqs:ListQueues')] },
  SecurityAudit: { statements: [allow('iam:Get*', 'iam:List*', 's3:GetBucketPolicy', 'ec2:Describe*')] },
  IAMFullAccess: whole('iam'),
  IAMReadOnlyAccess: reading('iam', 'iam:Generate*', 'iam:Simulate*'),
  AmazonS3ReadOnlyAccess: reading('s3'),
  AmazonS3FullAccess: whole('s3', 's3-object-lambda'),
  AmazonDynamoDBReadOnlyAccess: reading('dynamodb', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:BatchGetItem'),
  AmazonDynamoDBFullAccess: whole('dynamodb', 'dax'),
  AmazonSQSReadOnlyAccess: reading('sqs'),
  AmazonSQSFullAccess: whole('sqs'),
  AmazonEC2ReadOnlyAccess: reading('ec2'),
  AmazonEC2FullAccess: whole('ec2', 'elasticloadbalancing', 'cloudwatch', 'autoscaling'),
  AmazonRDSReadOnlyAccess: reading('rds'),
  CloudWatchReadOnlyAccess: {
    statements: [allow('cloudwatch:Get*', 'cloudwatch:List*', 'cloudwatch:Describe*', 'logs:Get*')],
  },
  CloudWatchLogsReadOnlyAccess: reading('logs', 'logs:FilterLogEvents', 'logs:StartQuery', 'logs:StopQuery'),
  AWSLambda_ReadOnlyAccess: reading('lambda'),
  AWSDenyAll: { statements: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
}

/** 2015-02-06T18:39:46Z: about when AWS began to keep policies. */
const since = 1_423_247_986

/** By ARN, in this partition. */
export const managedPolicies = (partition: string): Named<ManagedPolicy> =>
  Object.fromEntries(
    Object.entries(entries).map(([name, { path = '/', statements }]) => {
      const document = JSON.stringify({ Version: '2012-10-17', Statement: statements })
      const policy: ManagedPolicy = {
        path,
        id: uniqueId('ANPA', name),
        created: since,
        updated: since,
        tags: {},
        versions: { v1: { document, created: since } },
        default: 'v1',
        last: 1,
      }
      return [`arn:${partition}:iam::aws:policy${path}${name}`, policy]
    }),
  )
