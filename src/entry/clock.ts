// The time of a run: the machine's, put right by what servers say.

import { type Instant, instantOf, later } from '../core/model/time.ts'

export function openClock() {
  const started = performance.now()
  let offset = 0
  const local = (): Instant => instantOf(Date.now() / 1000)
  return {
    now: (): Instant => later(local(), offset),
    /** The world's time, as a server told it just now. */
    set: (at: Instant): void => {
      offset = at - local()
    },
    offset: (): number => offset,
    ticks: (): number => performance.now() - started,
  }
}
