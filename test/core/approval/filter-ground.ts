// What the tests of filters share: a row is one sentence about a filter, a request, and whether it is meant.

import { known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import { tagsKey } from '../../../src/core/model/tags.ts'
import { type Ask, actions, auto, type filter, rule } from './company.ts'

export type What = Parameters<typeof filter>[0]

export type Row = readonly [says: string, what: What, ask: () => Ask, is: 'yes' | 'no']

/** To read S3 by a policy of AWS, in orders-prod. */
export const USUAL = (): Ask => ({})

export const BUCKET = 'arn:aws:s3:::orders-exports'
export const TABLE = 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders'

/** One bucket, tagged so; null: nobody could read how. */
export const tagged = (tags: Readonly<Record<string, string>> | null): Ask => ({
  items: [{ ...actions('s3:GetObject', BUCKET), thing: BUCKET }],
  tags: new Map([
    [
      tagsKey('orders-prod', BUCKET),
      tags === null
        ? unknown({ kind: 'denied', call: 'tagging:GetResources', said: 'no' })
        : known(new Map(Object.entries(tags))),
    ],
  ]),
})

export const FREE = rule('free', { ways: [auto] })
export const rulesFor = (what: What): readonly Rule[] => [rule('r', { what, ways: [auto] })]
