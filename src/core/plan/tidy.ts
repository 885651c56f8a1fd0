// Which request files may go: what they asked for is over, and the record says that nothing of it is left.

import { windowOf } from '../approval/items.ts'
import type { Standing } from '../model/grant.ts'
import type { Settings } from '../model/settings.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { Ledger } from '../report/record.ts'

export interface Over {
  readonly path: string
  readonly request: string
  readonly until: Instant
}

/** A day after the end: whoever looks for it the next morning still finds the file. */
const RESTS = DAY

/** One pull request people can look through. */
export const MOST_TIDIED = 500

export function overLongAgo(
  standing: readonly Standing[],
  ledger: Pick<Ledger, 'granted' | 'trouble' | 'glass'>,
  settings: Settings,
  now: Instant,
): readonly Over[] {
  const left = new Set<string>()
  for (const { version, ended } of ledger.granted.values()) if (ended === null) left.add(version)
  for (const [version, { does }] of ledger.trouble) if (does === 'takes') left.add(version)
  for (const [version, { reviewed }] of ledger.glass) if (reviewed === null) left.add(version)
  return standing
    .flatMap(({ request, version }): Over[] => {
      const window = windowOf(request, settings, version.landedAt)
      if (window === null || later(window.until, RESTS) > now || left.has(version.id)) return []
      return [{ path: version.path, request: request.id, until: window.until }]
    })
    .toSorted((a, b) => a.until - b.until || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_TIDIED)
}
