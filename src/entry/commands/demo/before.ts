// What the example company has in Identity Center before Daypass comes.

import type { CenterMore } from './company-center.ts'

const reading = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::harbor-warehouse/*' }],
}

export const BEFORE: CenterMore = {
  sets: { WarehouseReader: { inline: reading, sessionDuration: 'PT2H' }, WarehouseAdmin: { sessionDuration: 'PT1H' } },
  assignments: [{ account: 'analytics', set: 'WarehouseReader', person: 'samir' }],
}
