// Why something of ours that is there is not wanted.

import type { HoldingKey, TargetId, VersionId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import { type Granted, grantedKey } from '../report/record.ts'
import type { Desire, Fate } from './desire.ts'
import type { Because, Mark, Observed } from './provisioner.ts'

/** As much of a version as every mark has room for. */
const MARKED = 40

/** Whether a mark names a version; marks keep as much of it as they have room for. */
export const names = (mark: Mark | null, version: VersionId): boolean =>
  mark !== null && mark.version.slice(0, MARKED) === version.slice(0, MARKED)

/** Whether a mark names any of these versions. */
export function naming(versions: ReadonlySet<VersionId>): (mark: Mark) => boolean {
  const marked = once(() => new Set([...versions].map((version) => version.slice(0, MARKED))))
  return (mark) => marked().has(mark.version.slice(0, MARKED))
}

export interface WhyNot {
  readonly desired: Desire
  readonly fateOf: FateOf
  /** Every version that ever landed on the first-parent chain. */
  readonly everyVersion: ReadonlySet<VersionId>
  readonly recorded: ReadonlyMap<HoldingKey, readonly Granted[]>
  readonly closing: ReadonlySet<string>
  readonly now: Instant
}

/** What becomes of a grant; undefined = it is asked for no more. */
export type FateOf = (granted: Pick<Granted, 'grant' | 'version'>) => Fate | undefined

/** Most runs take nothing away: what is needed for saying why is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

export function fatesOf(desired: Pick<Desire, 'wishes'>): FateOf {
  const fates = once(
    () => new Map(desired.wishes.map(({ grant, fate }) => [grantedKey(grant.key, grant.version), fate])),
  )
  return ({ grant, version }) => fates().get(grantedKey(grant, version))
}

/** Why a grant is over that nothing holds any more; what is no wish at all was withdrawn with its file. */
export function becauseOf(fate: Fate | undefined): Because {
  if (fate === undefined) return 'withdrawn'
  return fate.is === 'over' ? fate.because : fate.is === 'dead' ? 'expired' : 'changed'
}

/** Whether what stands must be taken before its end: what merely ended lapses by its own date. */
export function mustGo(fate: Fate | undefined): boolean {
  return fate === undefined || (fate.is === 'over' && fate.because !== 'expired')
}

/** Returns a function of a holding; null = it must be left alone: nothing in Git explains it, and it bears no mark. */
export function whyNot(asked: WhyNot): (have: Observed<unknown>) => Because | null {
  const marked = once(
    () =>
      new Map(
        asked.desired.wishes.map(({ grant, fate }) => [`${grant.item.target} ${grant.version.slice(0, MARKED)}`, fate]),
      ),
  )
  const ever = once(() => new Set([...asked.everyVersion].map((version) => version.slice(0, MARKED))))
  const byMark = (mark: Mark, target: TargetId): Because => {
    const version = mark.version.slice(0, MARKED)
    return ever().has(version) ? becauseOf(marked().get(`${target} ${version}`)) : 'stray'
  }
  return ({ key, target, mark }) => {
    const first = asked.recorded.get(key)?.find(({ version }) => ever().has(version.slice(0, MARKED)))
    const over = first !== undefined ? becauseOf(asked.fateOf(first)) : mark !== null ? byMark(mark, target) : null
    if (over === null) return null
    if (mark?.expires != null && mark.expires <= asked.now) return 'expired'
    return asked.closing.has(target) ? 'closing' : over
  }
}
