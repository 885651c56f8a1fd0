// Which editions must be told on GitHub now: those the record has news of, and those that are about to end.

import type { VersionId } from '../model/id.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { Granted, Ledger } from '../report/record.ts'
import { soonAt } from './life.ts'

/** What happened longer ago is nobody's news: a record that was never told is not told from its beginning. */
const STALE = 7 * DAY

/** What one run tells; the rest is the next run's. */
export const MOST_TOLD = 200

export interface News {
  readonly due: readonly VersionId[]
  /** When they are told, so many lines of the record are: the rest is the next run's. */
  readonly through: number
}

function newestOf(ledger: Ledger, granted: readonly Granted[], version: VersionId): Instant | null {
  const times = [
    ...granted.flatMap((one) => (one.ended === null ? [one.confirmed, one.until] : [one.ended.at])),
    ledger.trouble.get(version)?.at,
    ledger.accepted.get(version)?.at,
    ledger.glass.get(version)?.until,
    ledger.glass.get(version)?.reviewed?.at,
  ].filter((at) => at !== undefined)
  return times.length === 0 ? null : times.reduce((one, other) => (other > one ? other : one))
}

/** By version, so that ten thousand grants are looked through once. */
export const grantsByVersion = (ledger: Ledger): ReadonlyMap<VersionId, readonly Granted[]> =>
  Map.groupBy(ledger.granted.values(), ({ version }) => version)

const endsSoon = ({ telling }: Ledger, granted: Granted, now: Instant): boolean => {
  const soon = soonAt({ from: granted.at, until: granted.until })
  return granted.ended === null && soon <= now && now < granted.until && (telling.at === null || telling.at < soon)
}

export function newsIn(ledger: Ledger, now: Instant): News {
  const byVersion = grantsByVersion(ledger)
  const soon = [...ledger.granted.values()].filter((one) => endsSoon(ledger, one, now)).map(({ version }) => version)
  const { news } = ledger.telling
  const fresh = [...news]
    .toSorted(([, one], [, other]) => one - other)
    .filter(([version]) => {
      const newest = newestOf(ledger, byVersion.get(version) ?? [], version)
      // Of a refusal no time is kept; it is final, and told once.
      return newest === null || later(newest, STALE) > now
    })
  const next = fresh[MOST_TOLD]
  const due = [...new Set([...soon, ...fresh.slice(0, MOST_TOLD).map(([version]) => version)])]
  return { due, through: next === undefined ? ledger.lines : next[1] - 1 }
}
