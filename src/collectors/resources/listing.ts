// Everything that a view shows: listed page by page; where a list breaks off, kind by kind.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Aws, ExplorerOutput } from '../../edges/aws/aws.ts'
import { everyPage } from '../../modes/aws/pages.ts'

export type Found = NonNullable<ExplorerOutput<'ListResources'>['Resources']>[number]

export interface Viewed {
  readonly aws: Aws
  readonly account: string
  readonly region: string
  /** ARN of the view. */
  readonly view: string
}

/** Asked for 1,000 at once, ListResources does not say that more follows (Resource Explorer API reference). */
const PAGE = 500

async function filtered({ aws, account, region, view }: Viewed, filter: string): Promise<Answer<readonly Found[]>> {
  const pages = await everyPage(`resource-explorer-2:ListResources in ${account} (${region})`, (next) =>
    aws.explorer(account, region, 'ListResources', {
      ViewArn: view,
      MaxResults: PAGE,
      ...(filter === '' ? {} : { Filters: { FilterString: filter } }),
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  return pages.is === 'unknown' ? pages : known(pages.value.flatMap(({ Resources }) => Resources ?? []))
}

/** Every kind of resource that Resource Explorer knows. */
export async function typesIn({ aws, account, region }: Viewed): Promise<Answer<readonly string[]>> {
  const pages = await everyPage(`resource-explorer-2:ListSupportedResourceTypes in ${account}`, (next) =>
    aws.explorer(account, region, 'ListSupportedResourceTypes', {
      MaxResults: 1000,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages
  const types = pages.value.flatMap(({ ResourceTypes }) =>
    (ResourceTypes ?? []).flatMap((one) => one.ResourceType ?? []),
  )
  return known([...new Set(types)].sort())
}

/** Pages die with their token, and a list of many can outlive it: then each kind is a list of its own. */
export async function listed(viewed: Viewed): Promise<Answer<readonly Found[]>> {
  const all = await filtered(viewed, '')
  if (all.is === 'known' || all.because.kind === 'denied') return all
  const types = await typesIn(viewed)
  if (types.is === 'unknown') return all
  const found: Found[] = []
  for (const type of types.value) {
    const part = await filtered(viewed, `resourcetype:${type}`)
    if (part.is === 'unknown') return part
    found.push(...part.value)
  }
  return known(found)
}
