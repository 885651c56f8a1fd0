// What the tests of the sandbox's IAM share: marta, what she may be given, and how.

import { CreatePolicyCommand, type IAMClient } from '@aws-sdk/client-iam'
import { allowing } from '../../src/sandbox/aws/build.ts'
import { orders } from './aws-ground.ts'

export const marta = 'marta@acme.test'
export const readOrders = JSON.stringify(
  allowing('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${orders}:table/orders`),
)
export const arnOf = (name: string, path = '/daypass/acme/') => `arn:aws:iam::${orders}:policy${path}${name}`

/** Makes a policy as Daypass does: below its path, and tagged. */
export const giveBy = (iam: IAMClient, name: string, document = readOrders) =>
  iam.send(
    new CreatePolicyCommand({
      PolicyName: name,
      Path: '/daypass/acme/',
      PolicyDocument: document,
      Tags: [{ Key: 'daypass', Value: 'acme' }],
    }),
  )
