// What a run writes down of requests that were deleted, or changed, before anything of them was given.

import type { Entry } from '../report/record.ts'
import type { Remembering } from './remembering.ts'

/** Once for each that something was in the way of: no later line would take that back. What stands ends with a line of its own. */
export function withdrawnEntries({ ledger, versions, everyVersion }: Remembering): readonly Entry[] {
  const gone = [...ledger.trouble].flatMap(([version, { is, does }]) =>
    (is === 'blocked' || is === 'failed') && does !== 'takes' && everyVersion.has(version) && !versions.has(version)
      ? [version]
      : [],
  )
  if (gone.length === 0) return []
  const stands = new Set(
    [...ledger.granted.values()].flatMap(({ version, ended }) => (ended === null ? [version] : [])),
  )
  return gone.filter((version) => !stands.has(version)).map((version) => ({ is: 'withdrawn', version }))
}
