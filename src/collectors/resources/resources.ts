// Every resource of an account that Resource Explorer knows, with its tags, and where it is known to lack some.

import type { ResourceLine } from '../../core/inventory/line.ts'
import type { Collected } from '../../core/inventory/merge.ts'
import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Collecting, Collector } from '../collector.ts'
import { type Found, listed, type Viewed } from './listing.ts'
import { placesOf } from './places.ts'
import { searchedWhole } from './searching.ts'
import { viewOf } from './view.ts'

function tagsOf({ Properties }: Found): Readonly<Record<string, string>> {
  const data: unknown = Properties?.find(({ Name }) => Name === 'tags')?.Data
  if (!Array.isArray(data)) return {}
  return Object.fromEntries(
    data.flatMap((pair: unknown): [string, string][] => {
      const [key, value] = [Reflect.get(Object(pair), 'Key'), Reflect.get(Object(pair), 'Value')]
      return typeof key === 'string' && typeof value === 'string' ? [[key, value]] : []
    }),
  )
}

/** What lies in another account is that account's, whoever may see it here. */
const linesOf = (account: string, found: readonly Found[]): readonly ResourceLine[] =>
  found.flatMap((one): ResourceLine[] => {
    const { Arn: arn, OwningAccountId: owner, Region: region, ResourceType: type } = one
    if (arn === undefined || owner !== account) return []
    return [{ is: 'resource', arn, type: type ?? '', region: region ?? 'global', tags: tagsOf(one) }]
  })

interface Seen {
  readonly found: readonly Found[]
  readonly lacks: string | null
}

async function seenThrough(viewed: Viewed): Promise<Answer<Seen>> {
  const list = await listed(viewed)
  if (list.is === 'known') return known({ found: list.value, lacks: null })
  if (list.because.kind !== 'denied') return list
  const search = await searchedWhole(viewed)
  if (search.is === 'unknown') return search
  const { found, cut } = search.value
  return known({ found, lacks: cut.length === 0 ? null : `more than a search shows: ${cut.join('; ')}` })
}

async function collect(asked: Collecting): Promise<Answer<Collected>> {
  const { aws, account } = asked
  const places = await placesOf(asked)
  if (places.is === 'unknown') return places
  const lines: ResourceLine[] = []
  const partial: Record<string, string> = { ...places.value.partial }
  for (const region of places.value.asked) {
    const view = await viewOf(aws, account, region)
    if (view.is === 'unknown') return view
    const seen = await seenThrough({ aws, account, region, view: view.value.arn })
    if (seen.is === 'unknown') return seen
    const lacks = [view.value.hides, seen.value.lacks].filter((one) => one !== null)
    if (lacks.length > 0) partial[region] = lacks.join('; ')
    lines.push(...linesOf(account, seen.value.found))
  }
  return known({ lines: [...new Map(lines.map((line) => [line.arn, line])).values()], partial })
}

export const resources: Collector = { section: 'resources', says: 'resources', collect }
