// What a run writes down of requests that need nothing, since their people had it before Daypass came.

import type { Grant } from '../model/grant.ts'
import type { GrantKey, VersionId } from '../model/id.ts'
import type { Entry } from '../report/record.ts'
import type { Remembering } from './remembering.ts'

type Stands = (grant: Grant) => boolean

/** What was found there, by the grants that it made needless. */
const foundIn = ({ plan }: Remembering): ReadonlyMap<GrantKey, string> =>
  new Map(
    plan.drift.flatMap(({ is, grants, says }) =>
      is === 'had-before' ? grants.map((key): [GrantKey, string] => [key, says]) : [],
    ),
  )

/**
 * Once for each: it is the one line that takes back what was said to block a request of which nothing is ever given.
 * `stands`: whether a grant is given when the run is over. `moved`: as for reasons, what the run gave makes it be forgotten.
 */
export function hadEntries(
  asked: Remembering,
  stands: Stands,
  moved: ReadonlySet<VersionId>,
): readonly Extract<Entry, { readonly is: 'had' }>[] {
  const { plan, ledger, versions } = asked
  const found = foundIn(asked)
  if (found.size === 0) return []
  const blocked = new Set(plan.blocked.flatMap(({ grants }) => grants))
  const live = plan.wishes.flatMap(({ grant, fate }) => (fate.is === 'live' ? [grant] : []))
  return [...Map.groupBy(live, ({ version }) => version)].flatMap(([id, grants]) => {
    const version = versions.get(id)
    const says = [...new Set(grants.flatMap(({ key }) => found.get(key) ?? []))].sort()
    if (version === undefined || says.length === 0) return []
    if (!grants.every((grant) => (found.has(grant.key) && !blocked.has(grant.key)) || stands(grant))) return []
    const before = ledger.trouble.get(id)
    // What could not be taken away is not over because the rest needs nothing.
    if ((before?.is === 'had' || before?.does === 'takes') && !moved.has(id)) return []
    return [{ is: 'had', version: id, request: version.request, says: says.join('; ') }]
  })
}
