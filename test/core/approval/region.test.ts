// Which region an ARN lies in, as far as it says so.

import { expect, it } from 'vitest'
import { regionOf } from '../../../src/core/approval/subject.ts'

it.each([
  ['arn:aws:dynamodb:eu-west-1:111111111111:table/x', 'eu-west-1'],
  ['arn:aws:s3:::bucket', ''],
  ['arn:aws:dynamodb:eu-*:111111111111:table/x', 'eu-*'],
  ['arn:aws:dyn*:table/x', '*'],
  ['arn:*:dynamodb:eu-west-1:1:table/x', '*'],
  ['arn:aws', '*'],
  ['*', '*'],
  ['plain', ''],
])('the region of %s is "%s"', (arn, region) => {
  expect(regionOf(arn)).toBe(region)
})
