// How fast calls may follow one another: writes in one account, all calls to one Identity Center.

import type { Pause } from './retry.ts'

/** AWS publishes no rates for IAM; five writes a second an account stay clear of throttling. */
export const WRITES_PER_SECOND = 5

/**
 * Identity Center takes 20 calls a second of a whole organisation, reads too (IAM Identity Center user guide, quotas): the
 * rest is for everybody else.
 */
export const CALLS_PER_SECOND = 15

export interface Pacing {
  readonly perSecond: number
  readonly pause: Pause
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number
}

/** Returns a function that waits until the next call in a lane is due; one second's worth may go at once. */
export function paceWrites(pacing: Pacing): (lane: string) => Promise<void> {
  const free = new Map<string, number>()
  const every = 1000 / pacing.perSecond
  return async (lane) => {
    const now = pacing.ticks()
    const due = Math.max(free.get(lane) ?? 0, now - 1000)
    free.set(lane, due + every)
    if (due > now) await pacing.pause.sleep(due - now)
  }
}
