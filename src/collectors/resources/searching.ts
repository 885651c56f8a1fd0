// Everything that a view shows, where only searching is permitted: a query that reaches its cap is split until none does.

import { type Answer, known } from '../../core/model/edge-error.ts'
import { everyPage } from '../../modes/aws/pages.ts'
import { type Found, typesIn, type Viewed } from './listing.ts'

interface Searched {
  readonly found: readonly Found[]
  /** A search shows 1,000 resources on all its pages together, and says when there are more. */
  readonly complete: boolean
}

async function searched({ aws, account, region, view }: Viewed, query: string): Promise<Answer<Searched>> {
  const pages = await everyPage(`resource-explorer-2:Search in ${account} (${region})`, (next) =>
    aws.explorer(account, region, 'Search', {
      ViewArn: view,
      QueryString: query,
      MaxResults: 1000,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages
  return known({
    found: pages.value.flatMap(({ Resources }) => Resources ?? []),
    complete: pages.value.every(({ Count }) => Count?.Complete === true),
  })
}

/** What a query is cut by next: values so far seen, and, since more may hide behind the cap, everything but them. */
type Cut = readonly { readonly filter: string; readonly of: (found: Found) => string }[]

const CUTS: Cut = [
  { filter: 'region', of: ({ Region }) => Region ?? '' },
  { filter: 'accountid', of: ({ OwningAccountId }) => OwningAccountId ?? '' },
]

export interface SearchedWhole {
  readonly found: readonly Found[]
  /** Queries that could not be split any further, and still reached their cap. */
  readonly cut: readonly string[]
}

async function whole(viewed: Viewed, query: string, cuts: Cut): Promise<Answer<SearchedWhole>> {
  const first = await searched(viewed, query)
  if (first.is === 'unknown') return first
  if (first.value.complete) return known({ found: first.value.found, cut: [] })
  const [cut, ...rest] = cuts
  if (cut === undefined) return known({ found: first.value.found, cut: [query] })
  const terms = new Set(query.split(' '))
  // What shows although the query excludes it would be cut by for ever.
  const values = [...new Set(first.value.found.map(cut.of))]
    .filter((value) => value !== '' && !terms.has(`-${cut.filter}:${value}`))
    .sort()
  const queries = [
    ...values.map((value) => `${query} ${cut.filter}:${value}`),
    `${query} ${values.map((value) => `-${cut.filter}:${value}`).join(' ')}`,
  ]
  const found: Found[] = [...first.value.found]
  const left: string[] = []
  for (const [index, part] of queries.entries()) {
    // The remainder may hold values that were not seen yet: it is cut by the same once more, until it is empty.
    const further = index === queries.length - 1 && values.length > 0 ? cuts : rest
    const read = await whole(viewed, part, further)
    if (read.is === 'unknown') return read
    found.push(...read.value.found)
    left.push(...read.value.cut)
  }
  return known({ found, cut: left })
}

/** Kind by kind, then by region and account; what is still cut is told, never hidden. */
export async function searchedWhole(viewed: Viewed): Promise<Answer<SearchedWhole>> {
  const types = await typesIn(viewed)
  if (types.is === 'unknown') return types
  const found: Found[] = []
  const cut: string[] = []
  for (const type of types.value) {
    const part = await whole(viewed, `resourcetype:${type}`, CUTS)
    if (part.is === 'unknown') return part
    found.push(...part.value.found)
    cut.push(...part.value.cut)
  }
  return known({ found, cut })
}
