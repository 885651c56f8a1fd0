// Whether an account's resources can be read: indexes, the region that brings them together, the view, and a search.

import { placesOf } from '../../collectors/resources/places.ts'
import { viewOf } from '../../collectors/resources/view.ts'
import { type EdgeError, writeEdgeError } from '../../core/model/edge-error.ts'
import type { AwsIntegration } from '../../core/model/settings.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { type Check, fine, note } from '../check.ts'

const ABOUT = 'inventory'

const RUN = 'run inventory.sh, which `daypass setup` prints'

function failed({ kind, ...because }: EdgeError): Check {
  const says = writeEdgeError({ kind, ...because })
  if (kind === 'not-found') return { state: 'missing', about: ABOUT, says: because.said, cure: RUN }
  return kind === 'denied'
    ? { state: 'missing', about: ABOUT, says, cure: 'deploy what `daypass setup` prints for this account' }
    : { state: 'unknown', about: ABOUT, says: `could not check: ${says}`, cure: 'run daypass verify again' }
}

/** What an index of one region is doing: a new one has not seen everything yet. */
async function stateIn(aws: Aws, account: string, region: string): Promise<readonly Check[]> {
  const index = await aws.explorer(account, region, 'GetIndex', {})
  if (index.is === 'unknown') return [failed(index.because)]
  const { State: state } = index.value
  return state === 'ACTIVE'
    ? []
    : [note(ABOUT, `the index of ${region} is ${state ?? 'in no state'}: until all is seen it takes up to 36 hours`)]
}

async function searchIn(aws: Aws, account: string, region: string): Promise<readonly Check[]> {
  const view = await viewOf(aws, account, region)
  if (view.is === 'unknown') return [failed(view.because)]
  const { arn, hides } = view.value
  const hidden: readonly Check[] =
    hides === null ? [] : [{ state: 'differs', about: ABOUT, says: `${region} is partial: ${hides}`, cure: RUN }]
  const found = await aws.explorer(account, region, 'Search', { ViewArn: arn, QueryString: '', MaxResults: 1 })
  if (found.is === 'unknown') return [...hidden, failed(found.because)]
  return [...hidden, fine(ABOUT, `a search in ${region} answers`)]
}

/** An index that AWS keeps by itself shows only what is tagged or new: it counts as none. */
export async function inventoryChecks(
  aws: Aws,
  account: string,
  { region, inventory }: AwsIntegration,
): Promise<readonly Check[]> {
  if (inventory === null) return []
  const places = await placesOf({ aws, account, region })
  if (places.is === 'unknown') return [failed(places.because)]
  const { asked, partial } = places.value
  const apart: readonly Check[] =
    asked.length > 1
      ? [{ state: 'differs', about: ABOUT, says: 'no region brings the others together', cure: RUN }]
      : []
  const lacking = Object.entries(partial).map(
    ([one, why]): Check => ({ state: 'differs', about: ABOUT, says: `${one} is partial: ${why}`, cure: RUN }),
  )
  const inRegions: Check[] = []
  for (const one of asked) {
    inRegions.push(...(await stateIn(aws, account, one)), ...(await searchIn(aws, account, one)))
  }
  return [...apart, ...lacking, ...inRegions]
}
