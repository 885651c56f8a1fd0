// Which regions an account has switched on.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { everyPage } from './pages.ts'

/** As AWS has them (Account Management API reference, ListRegions). */
export async function regionsOf(aws: Aws, account: string): Promise<Answer<readonly string[]>> {
  const pages = await everyPage(`account:ListRegions in ${account}`, (next) =>
    aws.regions(account, {
      MaxResults: 50,
      RegionOptStatusContains: ['ENABLED', 'ENABLING', 'ENABLED_BY_DEFAULT'],
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages
  return known(pages.value.flatMap(({ Regions }) => (Regions ?? []).flatMap(({ RegionName }) => RegionName ?? [])))
}
