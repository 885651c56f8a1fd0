// Where an account's Resource Explorer is to be asked, and what it is known not to see.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { ExplorerOutput } from '../../edges/aws/aws.ts'
import { everyPage } from '../../modes/aws/pages.ts'
import { regionsOf } from '../../modes/aws/regions.ts'
import type { Collecting } from '../collector.ts'

type Asked = Pick<Collecting, 'aws' | 'account' | 'region'>

export interface Places {
  /** Regions whose view is asked: that of the aggregator alone, or each one that has an index. */
  readonly asked: readonly string[]
  /** Region → why its resources are not all seen. */
  readonly partial: Readonly<Record<string, string>>
}

type Index = NonNullable<ExplorerOutput<'ListIndexes'>['Indexes']>[number]

const PAGE = 100

async function indexesOf({ aws, account, region }: Asked): Promise<Answer<readonly Index[]>> {
  const pages = await everyPage(`resource-explorer-2:ListIndexes in ${account}`, (next) =>
    aws.explorer(account, region, 'ListIndexes', {
      MaxResults: PAGE,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  return pages.is === 'unknown' ? pages : known(pages.value.flatMap(({ Indexes }) => Indexes ?? []))
}

const WITHOUT = 'it has no index of its own: AWS shows of it only what is tagged or new'

export async function placesOf(asked: Asked): Promise<Answer<Places>> {
  const { aws, account } = asked
  const indexes = await indexesOf(asked)
  if (indexes.is === 'unknown') return indexes
  if (indexes.value.length === 0)
    return unknown({
      kind: 'not-found',
      call: `resource-explorer-2:ListIndexes in ${account}`,
      said: 'there is no index in any region: run what daypass setup prints for the inventory',
    })
  const enabled = await regionsOf(aws, account)
  const regions = indexes.value.flatMap(({ Region }) => Region ?? []).toSorted()
  const missing = enabled.is === 'known' ? enabled.value.filter((region) => !regions.includes(region)) : []
  const untold: Readonly<Record<string, string>> =
    enabled.is === 'known' ? {} : { '*': 'which regions there are could not be read, so some may be missing' }
  const aggregator = indexes.value.find(({ Type }) => Type === 'AGGREGATOR')?.Region
  return known({
    asked: aggregator === undefined ? regions : [aggregator],
    partial: { ...Object.fromEntries(missing.map((region) => [region, WITHOUT])), ...untold },
  })
}
