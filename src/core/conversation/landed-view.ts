// What a pull request should look like when it has just been merged, or closed: until the record says more.

import { type Instant, instantOf } from '../model/time.ts'
import { renderComment } from '../report/comment.ts'
import type { RequestStory, Story } from '../report/story.ts'
import { day } from '../report/words.ts'
import { BREAK_GLASS_LABEL, labelOf } from './labels.ts'
import type { Thread } from './thread.ts'
import { toldIn, type View } from './view.ts'

const QUIET = { by: 'preview', check: null, ask: [], lines: [], close: false } as const

type BeginsLater = RequestStory & { readonly window: { readonly from: Instant } }

const beginsAfter = (request: RequestStory, now: Instant): request is BeginsLater =>
  request.window.from !== null && request.window.from > now

/** As it was decided at the merge; whether it is given is the proof's to say. */
const landed =
  (now: Instant) =>
  (request: RequestStory): RequestStory => {
    if (request.state === 'allowed') return { ...request, state: beginsAfter(request, now) ? 'allowed' : 'granting' }
    return request.state === 'waiting' ? { ...request, state: 'refused' } : request
  }

/** The story of a preview, told once it landed: what was allowed is on its way, what was not is never given. */
export function landedStory(story: Story): Story {
  const requests = story.requests.map(landed(story.now))
  const refused = requests.filter(({ state }) => state === 'refused')
  const begins = requests.flatMap((one) =>
    one.state === 'allowed' && beginsAfter(one, story.now) ? [one.window.from] : [],
  )
  const headline: Story['headline'] =
    requests.length === 0
      ? { tone: 'quiet', says: 'Merged: it counts from now on' }
      : refused.length > 0
        ? { tone: 'bad', says: 'Merged before it was allowed: it is not given' }
        : begins.length === requests.length
          ? { tone: 'good', says: `Merged: it is given at ${day(instantOf(Math.min(...begins)))}` }
          : { tone: 'waits', says: 'Merged: the access is on its way' }
  return { ...story, requests, headline }
}

/** null: the record has spoken already, and knows better. */
export function mergedView(thread: Thread, story: Story): View | null {
  if (toldIn(thread).by === 'record') return null
  const told = landedStory(story)
  const broken = told.requests.some(({ breakGlass }) => breakGlass !== null) ? [BREAK_GLASS_LABEL] : []
  const labels = told.requests.slice(0, 1).map(({ state }) => labelOf(state))
  return { ...QUIET, words: renderComment(told), labels: [...labels, ...broken] }
}

const plainStory = (story: Pick<Story, 'now' | 'head' | 'web'>, headline: Story['headline'], says: string): Story => ({
  ...story,
  headline,
  basis: { is: 'git' },
  requests: [],
  steps: [],
  outcomes: [],
  blocked: [],
  findings: [],
  alarms: says === '' ? [] : [says],
  lateness: null,
  live: [],
})

type About = Pick<Story, 'now' | 'head' | 'web'>

/** Only where something of ours stands there already. */
export const closedView = (thread: Thread, about: About): View | null =>
  thread.sticky === null
    ? null
    : {
        ...QUIET,
        words: renderComment(plainStory(about, { tone: 'quiet', says: 'Closed: nothing is given' }, '')),
        labels: [],
      }

export const otherBaseView = (thread: Thread, about: About, defaultBranch: string): View => ({
  ...QUIET,
  words: renderComment(
    plainStory(
      about,
      { tone: 'bad', says: 'This goes to another branch, from where nothing is ever given' },
      `It is to be merged into ${thread.baseRef}; requests count on ${defaultBranch} alone`,
    ),
  ),
  labels: [],
})

export const brokenView = (about: About): View => ({
  ...QUIET,
  words: renderComment(
    plainStory(
      about,
      { tone: 'bad', says: 'Nothing can be judged' },
      'The settings of the default branch are broken; `daypass validate` tells where',
    ),
  ),
  labels: [],
})
