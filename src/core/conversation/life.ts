// How far the access of one edition is, by the record alone: on its way, there, about to end, over, or why not.

import type { GrantKey } from '../model/id.ts'
import { HOUR, type Instant, instantOf, later, MINUTE, type Window } from '../model/time.ts'
import type { BrokenGlass, Granted, Trouble } from '../report/record.ts'
import type { State } from '../report/words.ts'

/** Everything the record says of one edition. */
export interface Recorded {
  readonly granted: readonly Granted[]
  readonly refused: { readonly because: string; readonly says: string } | null
  readonly trouble: Trouble | null
  readonly glass: BrokenGlass | null
}

/** People are called when the last quarter begins: at most an hour, at least a quarter of one, before the end. */
export const soonAt = ({ from, until }: Window): Instant =>
  later(until, -Math.min(HOUR, Math.max(15 * MINUTE, Math.floor((until - from) / 4))))

const TROUBLED: Readonly<Record<Trouble['is'], State>> = {
  blocked: 'blocked',
  failed: 'blocked',
  had: 'had before',
  withdrawn: 'ended',
}

/** `asked`: every item of the request. `window`: of the edition. */
export function lifeOf(
  { granted, refused, trouble }: Recorded,
  asked: readonly GrantKey[],
  window: Window,
  now: Instant,
): State {
  const standing = granted.filter(({ ended }) => ended === null)
  if (refused !== null && standing.length === 0) return 'refused'
  if (standing.length > 0) {
    const there = new Set(standing.map(({ grant }) => grant))
    // What stood there before was never given, and is there all the same.
    if (trouble?.is !== 'had' && asked.some((key) => !there.has(key))) return 'partly ready'
    const until = instantOf(Math.max(...standing.map((one) => one.until)))
    // What could not be taken away by its end is not over.
    if (until <= now) return 'partly ready'
    return soonAt({ from: window.from, until }) <= now ? 'ending' : 'ready'
  }
  if (granted.length > 0) return 'ended'
  if (trouble !== null) return TROUBLED[trouble.is]
  return window.from > now ? 'allowed' : 'granting'
}
