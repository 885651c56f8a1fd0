// How a run that looked at pull requests ends: its summary, its outputs, its exit.

import { writeEdgeError } from '../core/model/edge-error.ts'
import type { Instant } from '../core/model/time.ts'
import { COMMENT_MARKER, renderComment } from '../core/report/comment.ts'
import { markdown } from '../core/report/escape.ts'
import { renderJson } from '../core/report/json.ts'
import { day, several } from '../core/report/words.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Unread } from './pulls.ts'
import type { JobEnd } from './run-job.ts'
import type { Told } from './told-pulls.ts'

export interface PullsLooked {
  readonly told: readonly Told[]
  readonly unread: readonly Unread[]
  /** What could not be said or done on GitHub. */
  readonly troubles: readonly string[]
  /** How many pull requests are open. */
  readonly open: number
  readonly now: Instant
  /** Requests made to GitHub's API. */
  readonly calls: number
}

const unreadLine = ({ number, because }: Unread): string =>
  `Pull request ${number} could not be read: ${writeEdgeError(because)}`

const isMergeable = ({ thread, judged }: Told): boolean =>
  thread.state === 'open' && !thread.draft && judged !== null && judged.previewed.unmerged === null

function rowOf({ thread, judged, view }: Told): string {
  const says = judged?.previewed.story.headline.says ?? (view === null ? 'nothing of ours' : 'told')
  return `| #${thread.number} | ${markdown(thread.title, 80)} | ${markdown(says, 120)} |`
}

const tableOf = (looked: PullsLooked): string => {
  const { told } = looked
  const rows = told.slice(0, 100).map(rowOf)
  const left = told.length - rows.length
  return [
    COMMENT_MARKER,
    `## ${several(told.length, 'pull request')} looked at`,
    ...(rows.length === 0 ? [] : [['| | what | how it stands |', '|---|---|---|', ...rows].join('\n')]),
    ...(left > 0 ? [`… and ${left} more`] : []),
    `<sub>Daypass · ${day(looked.now)}</sub>`,
    '',
  ].join('\n\n')
}

/** One pull request is told whole, several as a table. */
export function endOfPulls(looked: PullsLooked): JobEnd {
  const { told, unread, troubles, open, calls } = looked
  const bad = [...unread.map(unreadLine), ...troubles]
  const [first] = told
  const judged = told.length === 1 ? (first?.judged ?? null) : null
  const story = judged?.previewed.story ?? null
  const worst: Exit = bad.length > 0 ? EXIT.failed : (judged?.previewed.exit ?? EXIT.done)
  const words = story === null ? (first?.view?.words ?? null) : renderComment(story)
  const body = told.length === 1 && words !== null ? words : tableOf(looked)
  const says = [...bad, story?.headline.says ?? `${several(told.length, 'pull request')} looked at`].join(' · ')
  return {
    exit: worst,
    story,
    markdown: bad.length === 0 ? body : `${bad.map((line) => `🔴 ${markdown(line, 400)}`).join('\n\n')}\n\n${body}`,
    json:
      story === null ? `${JSON.stringify({ exit: worst, looked: told.length, troubles: bad })}\n` : renderJson(story),
    says: `${says} · GitHub calls: ${calls}`,
    outputs: {
      mergeable: told
        .filter(isMergeable)
        .map(({ thread }) => thread.number)
        .join(','),
      open: String(open),
    },
  }
}

export { isMergeable }
