// What the check run on the pull request's head shows: the verdict, and every finding at its line.

import { severityOf } from '../model/finding.ts'
import { checkAnnotations } from '../report/annotations.ts'
import { COMMENT_MARKER, renderComment } from '../report/comment.ts'
import type { Story } from '../report/story.ts'
import type { CheckShown, Conclusion } from './gesture.ts'

/** GitHub takes 65,535 characters in a check run's summary, 255 in its title. */
const SUMMARY = 60_000
const TITLE = 200

function conclusionOf({ findings, requests, headline }: Story): Conclusion {
  if (findings.some((finding) => severityOf(finding) === 'error')) return 'failure'
  if (requests.some(({ state }) => state === 'refused' || state === 'blocked')) return 'failure'
  if (requests.some(({ state }) => state !== 'allowed')) return 'waiting'
  // Required checks let `neutral` pass, so that what waits must not be completed at all.
  return headline.tone === 'waits' ? 'waiting' : headline.tone === 'bad' ? 'failure' : 'success'
}

const withoutTime = (words: string): string =>
  words
    .replace(COMMENT_MARKER, '')
    .replace(/\n<sub>[^\n]*<\/sub>\n?$/, '')
    .trim()

/** The same story always gives the same check run: nothing in it tells the time. */
export const checkOf = (story: Story): CheckShown => ({
  conclusion: conclusionOf(story),
  title: story.headline.says.slice(0, TITLE),
  summary: withoutTime(renderComment(story)).slice(0, SUMMARY),
  annotations: checkAnnotations(story.findings).flat(),
})

/** Where it is required, it must say something of every pull request. */
export const NOTHING_OF_OURS: CheckShown = {
  conclusion: 'success',
  title: 'Nothing of Daypass changes here',
  summary: 'This pull request touches no request and no setting.',
  annotations: [],
}
