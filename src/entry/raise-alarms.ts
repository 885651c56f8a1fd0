// How issues are kept as the record wants them, and how many pull requests are open: one look at GitHub at a run's end.

import { alarmGestures, alarmsWanted } from '../core/conversation/alarms.ts'
import type { Forum } from '../core/conversation/gesture.ts'
import { writeEdgeError } from '../core/model/edge-error.ts'
import type { Instant } from '../core/model/time.ts'
import type { Ledger } from '../core/report/record.ts'

export interface Raised {
  /** Open pull requests; null: GitHub was not asked, or did not answer. */
  readonly open: number | null
  readonly troubles: readonly string[]
}

/** GitHub being away is no reason to fail: the record keeps what must be said, and the next run says it. */
export async function raiseAlarms(forum: Forum, ledger: Ledger | null, now: Instant): Promise<Raised> {
  const seen = await forum.watch()
  if (seen.is === 'unknown')
    return { open: null, troubles: [`GitHub could not be looked at: ${writeEdgeError(seen.because)}`] }
  const { glance, alarms } = seen.value
  const { open } = glance
  if (ledger === null) return { open, troubles: [] }
  const made = await forum.make(glance, alarmGestures(alarmsWanted(ledger, now), alarms))
  const troubles = made.flatMap((one) =>
    one.is === 'unknown' ? [`An issue could not be written: ${writeEdgeError(one.because)}`] : [],
  )
  return { open, troubles }
}
