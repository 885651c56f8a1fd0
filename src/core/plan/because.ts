// Why something of ours that is there is not wanted.

import type { HoldingKey, VersionId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import { type Granted, grantedKey } from '../report/record.ts'
import type { Desire, Fate } from './desire.ts'
import type { Because, Mark, Observed } from './provisioner.ts'

/** As much of a version as every mark has room for. */
const MARKED = 40

/** Whether a mark names a version; marks keep as much of it as they have room for. */
export const names = (mark: Mark | null, version: VersionId): boolean =>
  mark !== null && mark.version.slice(0, MARKED) === version.slice(0, MARKED)

export interface WhyNot {
  readonly desired: Desire
  /** Every version that ever landed on the first-parent chain. */
  readonly everyVersion: ReadonlySet<VersionId>
  readonly recorded: ReadonlyMap<HoldingKey, readonly Granted[]>
  readonly closing: ReadonlySet<string>
  readonly now: Instant
}

const becauseOf = (fate: Fate): Because =>
  fate.is === 'over' ? fate.because : fate.is === 'dead' ? 'expired' : 'changed'

/** Why a grant that nothing is wanted of any more ended; one that is no wish at all was withdrawn with its file. */
export function fatesOf(desired: Desire): (granted: Pick<Granted, 'grant' | 'version'>) => Because {
  const fates = new Map(desired.wishes.map(({ grant, fate }) => [grantedKey(grant.key, grant.version), becauseOf(fate)]))
  return ({ grant, version }) => fates.get(grantedKey(grant, version)) ?? 'withdrawn'
}

/** Returns a function of a holding; null = it must be left alone: nothing in Git explains it, and it bears no mark. */
export function whyNot(asked: WhyNot): (have: Observed<unknown>) => Because | null {
  const fateOf = fatesOf(asked.desired)
  const marked = new Map<string, Because>()
  for (const { grant, fate } of asked.desired.wishes)
    marked.set(`${grant.item.target} ${grant.version.slice(0, MARKED)}`, becauseOf(fate))
  const ever = new Set([...asked.everyVersion].map((version) => version.slice(0, MARKED)))
  return ({ key, target, mark }) => {
    const first = asked.recorded.get(key)?.find(({ version }) => ever.has(version.slice(0, MARKED)))
    if (mark === null && first === undefined) return null
    if (mark?.expires != null && mark.expires <= asked.now) return 'expired'
    if (asked.closing.has(target)) return 'closing'
    if (first !== undefined) return fateOf(first)
    if (mark === null) return null
    const version = mark.version.slice(0, MARKED)
    return marked.get(`${target} ${version}`) ?? (ever.has(version) ? 'withdrawn' : 'stray')
  }
}
