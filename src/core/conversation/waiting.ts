// How long a pull request may still wait: a reminder when half of the time is over, and its end.

import { type Instant, later, writeDuration } from '../model/time.ts'
import { markdown } from '../report/escape.ts'
import { day } from '../report/words.ts'
import type { Wanted } from './reviewers.ts'
import type { Line, Reviewer } from './view.ts'

export interface Waiting {
  readonly until: Instant
  readonly half: boolean
  readonly over: boolean
}

/** `since`: opened, reopened or made ready. `waitingTime` in seconds. */
export function waitingOf(since: Instant, waitingTime: number, now: Instant): Waiting {
  const until = later(since, waitingTime)
  return { until, half: now >= later(since, Math.floor(waitingTime / 2)), over: now >= until }
}

const mention = ({ login }: Pick<Reviewer, 'login'>): string =>
  /^[\w-]+$/.test(login) ? `@${login}` : markdown(login, 40)

const several = (count: number): string => `${count} ${count === 1 ? 'approval' : 'approvals'}`

/** Calls those who were asked, once for each waiting. `until`: when it is closed; null: it never is. */
export const reminderLine = (
  since: Instant,
  until: Instant | null,
  wanted: readonly Wanted[],
  reviewers: readonly Reviewer[],
): Line => {
  const missing = wanted.reduce((most, { approvals }) => Math.max(most, approvals), 1)
  const who = reviewers.length === 0 ? 'This' : `${reviewers.map(mention).join(' ')}: this`
  const closed = until === null ? 'A' : `It is closed at ${day(until)}; a`
  return {
    key: `reminder:${since}`,
    body: `⏳ ${who} still waits for ${several(missing)}. ${closed} review of this pull request is all it takes.\n`,
  }
}

export const closingLine = (since: Instant, waitingTime: number): Line => ({
  key: `closed:${since}`,
  body: `⚪ Nobody settled this within ${writeDuration(waitingTime)}, so it is closed. Reopen it to ask again: the time begins anew.\n`,
})

export { mention }
