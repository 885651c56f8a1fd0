// What the example company has in Identity Center and Okta before Daypass comes.

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

export const OKTA_BEFORE: OktaMore = {
  groups: [
    { name: 'Everyone', type: 'BUILT_IN' },
    { name: 'Grafana Admins', members: ['aiko'] },
  ],
}
