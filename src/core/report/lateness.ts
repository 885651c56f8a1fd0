// How late access was taken away, and what should have been taken and was not: measured from the record alone.

import { DAY, HOUR, type Instant, later, MINUTE, writeDuration } from '../model/time.ts'
import type { Granted, Ledger } from './record.ts'
import { several } from './words.ts'

/** Tidying may take an hour or two where AWS ends access by itself; beyond it somebody must look. Seconds. */
export const OVERDUE_AFTER = 2 * HOUR

/** What ended longer ago says nothing of how the schedules run now. */
const LOOKS_BACK = 30 * DAY

export interface Lateness {
  /**
   * Seconds between the end and its confirmation, of everything that expired lately, ascending. Whoever shared a thing that
   * goes on for others is left out: the record has the end of the thing.
   */
  readonly late: readonly number[]
  /** Still standing by the record, though its end is long past. */
  readonly overdue: readonly Granted[]
}

export function latenessOf({ granted }: Pick<Ledger, 'granted'>, now: Instant): Lateness {
  const late: number[] = []
  const overdue: Granted[] = []
  for (const one of granted.values()) {
    if (one.ended === null) {
      if (later(one.until, OVERDUE_AFTER) <= now) overdue.push(one)
    } else if (one.ended.because === 'expired' && one.ended.at >= one.until && later(one.ended.at, LOOKS_BACK) > now)
      late.push(one.ended.at - one.until)
  }
  return {
    late: late.sort((a, b) => a - b),
    overdue: overdue.sort((a, b) => a.until - b.until || (a.holding < b.holding ? -1 : 1)),
  }
}

/** Whole minutes: how fast the run itself was says nothing of the schedules. */
const minutes = (seconds: number): string =>
  seconds < MINUTE ? 'under 1m' : writeDuration(seconds - (seconds % MINUTE))

/** One line for reports; null: nothing ended lately. */
export function latenessText({ late }: Lateness): string | null {
  const [median, worst] = [late[Math.floor((late.length - 1) / 2)], late.at(-1)]
  if (median === undefined || worst === undefined) return null
  const taken = `${several(late.length, 'end')} in 30 days`
  return `Taken away ${minutes(median)} after the end in the middle, ${minutes(worst)} at worst (${taken}).`
}
