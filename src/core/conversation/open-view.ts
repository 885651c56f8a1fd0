// What an open pull request should look like: the preview's verdict, whom it waits for, and how long still.

import type { EdgeError } from '../model/edge-error.ts'
import type { PersonId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import { renderComment } from '../report/comment.ts'
import { markdown } from '../report/escape.ts'
import type { Story } from '../report/story.ts'
import { checkOf, NOTHING_OF_OURS } from './check.ts'
import { BREAK_GLASS_LABEL, labelOf } from './labels.ts'
import { reviewersFor, type Wanted, wantedOf } from './reviewers.ts'
import type { Thread } from './thread.ts'
import type { View } from './view.ts'
import { closingLine, reminderLine, waitingOf } from './waiting.ts'

export interface Open {
  readonly thread: Thread
  readonly story: Story
  readonly settings: Settings
  readonly author: PersonId | null
  /** Owners who are missing for a change of settings; null: it changes none. */
  readonly owners: Wanted | null
  readonly now: Instant
}

const labelsFor = ({ requests, findings, headline }: Story): readonly string[] => {
  const [first] = requests
  const label =
    first !== undefined
      ? labelOf(headline.tone === 'bad' ? 'refused' : first.state)
      : findings.length > 0 && headline.tone === 'bad'
        ? labelOf('refused')
        : null
  const broken = requests.some(({ breakGlass }) => breakGlass !== null) ? [BREAK_GLASS_LABEL] : []
  return [...(label === null ? [] : [label]), ...broken]
}

const isSettled = ({ requests, headline }: Story): boolean =>
  requests.length === 0 || (headline.tone !== 'bad' && requests.every(({ state }) => state === 'allowed'))

/** A draft asks nobody yet: it is told what would be, and neither reminded of nor closed. */
export function openView(open: Open): View {
  const { thread, story, settings, owners, now } = open
  const shown = { words: renderComment(story), by: 'preview', check: checkOf(story), labels: labelsFor(story) } as const
  const waiting = waitingOf(thread.since, settings.limits.waitingTime, now)
  if (thread.draft || (isSettled(story) && owners === null)) return { ...shown, ask: [], lines: [], close: false }
  const wanted = owners === null ? wantedOf(story.requests) : [owners]
  const ask = reviewersFor(wanted, settings, thread.number)
  // Changes of settings are the owners' own business, however long they take.
  if (waiting.over && owners === null)
    return { ...shown, ask: [], lines: [closingLine(thread.since, settings.limits.waitingTime)], close: true }
  const remind = waiting.half && !waiting.over && ask.length > 0
  const until = owners === null ? waiting.until : null
  const lines = remind ? [reminderLine(thread.since, until, wanted, ask)] : []
  return { ...shown, ask, lines, close: false }
}

/** Said once for each head: somebody else has to press the button. */
export const unmergedView = (view: View, thread: Thread, because: EdgeError): View => ({
  ...view,
  lines: [
    ...view.lines,
    {
      key: `unmerged:${thread.head.slice(0, 12)}`,
      body: `🟠 This is allowed, but GitHub does not let Daypass merge it: ${markdown(because.said, 300)}. Somebody who may has to press the button.\n`,
    },
  ],
})

/** Of a pull request that touches none of our files; where it is asked for by name, since a required check waits. */
export const strangersView: View = {
  words: null,
  by: 'preview',
  check: NOTHING_OF_OURS,
  labels: [],
  ask: [],
  lines: [],
  close: false,
}
