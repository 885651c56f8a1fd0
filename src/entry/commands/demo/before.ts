// What the example company has in its accounts, Identity Center and Okta before Daypass comes.

import type { Opening } from './company.ts'
import type { CenterMore } from './company-center.ts'
import type { OktaMore } from './company-okta.ts'

const reading = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::harbor-warehouse/*' }],
}

export const BEFORE: CenterMore = {
  sets: { WarehouseReader: { inline: reading, sessionDuration: 'PT2H' }, WarehouseAdmin: { sessionDuration: 'PT1H' } },
  assignments: [{ account: 'analytics', set: 'WarehouseReader', person: 'samir' }],
}

export const RESOURCES: NonNullable<Opening['resources']> = {
  'orders-prod': {
    'arn:aws:s3:::orders-exports': { region: 'eu-west-1', tags: { team: 'orders' } },
    'arn:aws:sqs:eu-west-1:111122223333:orders-dead-letters': { tags: { team: 'orders' } },
    'arn:aws:dynamodb:eu-west-1:111122223333:table/orders': { tags: { team: 'orders' } },
  },
  'orders-stage': { 'arn:aws:s3:::orders-stage-exports': { region: 'eu-west-1' } },
  analytics: { 'arn:aws:s3:::harbor-warehouse': { region: 'eu-west-1', tags: { team: 'data' } } },
}

export const OKTA_BEFORE: OktaMore = {
  groups: [
    { name: 'Everyone', type: 'BUILT_IN' },
    { name: 'Grafana Admins', members: ['aiko'] },
  ],
}
