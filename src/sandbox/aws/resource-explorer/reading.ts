// What one view shows at one time: of the regions that its index knows, what it has seen and not yet forgotten.

import { uuidOf } from '../identity-center/ids.ts'
import { own } from '../world.ts'
import { queryOf } from './query.ts'
import type { Explorer, ExplorerView, IndexedResource } from './world.ts'

interface Where {
  readonly partition: string
  readonly account: string
}

export const viewArn = ({ partition, account }: Where, { region, name }: ExplorerView): string =>
  `arn:${partition}:resource-explorer-2:${region}:${account}:view/${name}/${uuidOf(`view/${account}/${region}/${name}`)}`

export const indexArn = ({ partition, account }: Where, region: string): string =>
  `arn:${partition}:resource-explorer-2:${region}:${account}:index/${uuidOf(`index/${account}/${region}`)}`

/** Of a region without an index of the account's own AWS shows what is tagged, and nothing else (October 2025). */
const PARTIAL = (one: IndexedResource): boolean => Object.keys(one.tags).length > 0

/** What lies nowhere in particular is indexed in us-east-1. */
const placeOf = ({ region }: IndexedResource): string => (region === 'global' ? 'us-east-1' : region)

export function shownIn(explorer: Explorer, view: ExplorerView, now: number): readonly IndexedResource[] {
  const index = own(explorer.indexes, view.region)
  const seen = (one: IndexedResource): boolean =>
    explorer.regions.includes(placeOf(one)) &&
    one.since + explorer.lag <= now &&
    (one.gone === undefined || now < one.gone + explorer.lag)
  const covers = (one: IndexedResource): boolean => {
    if (index === undefined) return placeOf(one) === view.region && PARTIAL(one)
    if (index.type === 'LOCAL') return placeOf(one) === view.region
    return own(explorer.indexes, placeOf(one)) !== undefined
  }
  const filter = queryOf(view.filter, 'filters') ?? (() => false)
  return explorer.resources.filter((one) => seen(one) && covers(one) && filter(one))
}
