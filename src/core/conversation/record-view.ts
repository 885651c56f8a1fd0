// What a merged pull request should look like by the record: how far each of its requests is, and whom that calls.

import { windowOf } from '../approval/items.ts'
import { judgeRequest } from '../approval/judge.ts'
import type { Deciding } from '../approval/routing.ts'
import { digest } from '../model/canonical.ts'
import type { Version } from '../model/grant.ts'
import type { PersonId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant, Window } from '../model/time.ts'
import { renderComment } from '../report/comment.ts'
import { markdown, prose } from '../report/escape.ts'
import { eachOnce } from '../report/reach.ts'
import type { Accepted, Trouble } from '../report/record.ts'
import { type DecisionStory, headlineOf, inOrder, type RequestStory, type Story } from '../report/story.ts'
import { requestStory } from '../report/story-of-request.ts'
import { BECAUSE, day } from '../report/words.ts'
import { BREAK_GLASS_LABEL, labelOf } from './labels.ts'
import { lifeOf, type Recorded } from './life.ts'
import type { Thread } from './thread.ts'
import type { Line, View } from './view.ts'
import { mention } from './waiting.ts'

/** One edition that the pull request brought. */
export interface Landed {
  readonly version: Version
  readonly request: Request
  readonly recorded: Recorded
  readonly accepted: Accepted | null
}

export interface Telling {
  readonly thread: Thread
  readonly landed: readonly Landed[]
  readonly settings: Settings
  readonly deciding: Deciding
  readonly now: Instant
  readonly web: string | null
}

const nobody = (says: string, cure: string): DecisionStory => ({
  is: 'refused',
  objections: [{ says, cure, rule: null, at: null }],
})

/** By whose reviews: the record keeps their ids, GitHub who wrote them. One that is not shown was there all the same. */
function approversOf({ thread, settings }: Telling, { reviews }: Accepted): readonly string[] {
  const people = new Map([...settings.people.values()].map((person) => [person.githubId, person.handle]))
  const said = thread.reviews.is === 'known' ? thread.reviews.value : []
  return reviews.map((number) => {
    const review = said.find(({ id }) => id === number)
    if (review === undefined) return `review ${number}`
    return review.author === null ? 'a deleted account' : (people.get(review.author.id) ?? review.author.login)
  })
}

function decisionOf(telling: Telling, { recorded, accepted }: Landed): DecisionStory {
  const { refused, trouble } = recorded
  if (refused !== null) return nobody(refused.says, '')
  if (accepted !== null) {
    const rule = telling.settings.rules.find(({ name }) => name === accepted.rule)
    return { is: 'allowed', approvers: approversOf(telling, accepted), rule: accepted.rule, at: rule?.at ?? null }
  }
  if (trouble?.is === 'had') return { is: 'settled', says: trouble.says }
  if (trouble?.is === 'withdrawn') return { is: 'undecided', because: 'nobody asks for it any more' }
  return { is: 'undecided', because: trouble?.says ?? 'the record says nothing of it yet' }
}

/** Why it is over, in words; the newest end speaks. */
function endOf({ granted, trouble }: Recorded): string | null {
  const ends = granted.flatMap(({ ended }) => (ended === null ? [] : [ended]))
  if (trouble?.is === 'withdrawn' && ends.length === 0) return `Nothing was given, because ${trouble.says}.`
  if (ends.length === 0 || granted.some(({ ended }) => ended === null)) return null
  const last = ends.reduce((one, other) => (other.at >= one.at ? other : one))
  return `It ended at ${day(last.at)}, because ${BECAUSE[last.because]}.`
}

function glassOf({ glass }: Recorded): string | null {
  if (glass === null) return null
  const { by, until, reviewed } = glass
  if (reviewed === null)
    return `Given without approval: ${by.join(', ')} must review this pull request until ${day(until)}.`
  const how = reviewed.verdict === 'approved' ? 'approved' : 'objected'
  return `Given without approval; ${reviewed.by} reviewed it at ${day(reviewed.at)} and ${how}.`
}

interface Told {
  readonly story: RequestStory
  readonly landed: Landed
  readonly window: Window
}

function toldOf(telling: Telling, landed: Landed): readonly Told[] {
  const { settings, deciding, now } = telling
  const { request, version, recorded } = landed
  const window = windowOf(request, settings, version.landedAt)
  if (window === null) return []
  const person = request.for.value as PersonId
  const judgement = judgeRequest({ ...deciding, request, settings, window, author: person, opinions: [] })
  const keys = judgement.items.map(({ item }) => item.key)
  const reach = eachOnce(recorded.granted.flatMap((one) => (one.ended === null ? [one.reach] : [])))
  const story = requestStory({
    textsAsOf: null,
    request,
    judgement,
    tentative: null,
    settings,
    window,
    landedAt: version.landedAt,
    waitsUntil: null,
    requester: null,
    state: lifeOf(recorded, keys, window, now),
    reach,
  })
  const provided = endOf(recorded)
  return [
    {
      story: { ...story, decision: decisionOf(telling, landed), breakGlass: glassOf(recorded), provided },
      landed,
      window,
    },
  ]
}

/** Nothing is given after the claim has run out, however often it is tried. */
const triedUntil = ({ settings }: Telling, { window, landed }: Told): Instant => {
  const { when } = landed.request
  const from = when.is !== 'default' && when.from !== null ? when.from : landed.version.landedAt
  return Math.min(window.until, from + settings.limits.claimWithin) as Instant
}

/** Cures are written as parts of sentences; nothing is said where there is none. */
const cureIn = ({ cure }: Trouble): readonly string[] => (cure === '' ? [] : [whole(cure)])

const whole = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)

const troublesOf = (telling: Telling, all: readonly Told[]): Story['blocked'] =>
  all.flatMap((told): Story['blocked'] => {
    const { trouble } = told.landed.recorded
    if (trouble === null || trouble.is === 'had' || trouble.is === 'withdrawn') return []
    const again = `Daypass tries again with every run, at least once an hour, until ${day(triedUntil(telling, told))}.`
    const taking = trouble.does === 'takes'
    return [
      {
        grants: [],
        because: taking ? `COULD NOT BE TAKEN AWAY: ${trouble.says}` : trouble.says,
        cure: taking
          ? 'Daypass tries again with every run; an owner should look.'
          : [...cureIn(trouble), again].join(' '),
        does: taking ? 'takes' : 'gives',
      },
    ]
  })

function storyOf(telling: Telling, all: readonly Told[]): Story {
  const story: Omit<Story, 'headline'> = {
    now: telling.now,
    basis: { is: 'live' },
    head: telling.thread.mergeCommit,
    web: telling.web,
    requests: all.map((one) => one.story),
    steps: [],
    outcomes: [],
    blocked: troublesOf(telling, all),
    findings: [],
    alarms: [],
    lateness: null,
    live: [],
  }
  return { ...story, headline: headlineOf(story) }
}

const SHORT = 12

/** Who is in the people file no more cannot be called, and is named. */
function called({ settings }: Telling, handles: readonly string[]): string {
  return handles
    .map((handle) => {
      const person = settings.people.get(handle as PersonId)
      return person === undefined ? markdown(handle, 60) : mention(person)
    })
    .join(' ')
}

/** Who must hear of it, once: what is there, what ends, what fails, and what must be looked at afterwards. */
function linesOf(telling: Telling, { story, landed, window }: Told): readonly Line[] {
  const name = landed.version.id.slice(0, SHORT)
  const who = called(telling, [story.person])
  const until = day(window.until)
  const { trouble, glass, refused } = landed.recorded
  const lines: Line[] = []
  if (story.state === 'ready')
    lines.push({
      key: `ready:${name}`,
      body: `🟢 ${who}: your access is there until ${until}. How to use it stands above.\n`,
    })
  if (story.state === 'ending')
    lines.push({
      key: `ending:${name}`,
      body: `🟠 ${who}: this ends at ${until}. Comment \`/extend 2h\` to ask for more time, or \`/end\` when you are done.\n`,
    })
  if (story.state === 'refused' && refused !== null)
    lines.push({ key: `refused:${name}`, body: `🔴 ${who}: this is not given. ${markdown(refused.says, 300)}\n` })
  if (story.state === 'blocked' && trouble !== null) {
    const key = `blocked:${digest(`${landed.version.id} ${trouble.says}`).slice(0, SHORT)}`
    const what = cureIn(trouble).map((cure) => ` **What to do:** ${prose(cure, 300)}`)
    lines.push({
      key,
      body: `🔴 ${who}: this cannot be given for now: ${[prose(whole(trouble.says), 300), ...what].join('')}\n`,
    })
  }
  if (story.state === 'had before' && trouble !== null)
    lines.push({
      key: `had:${name}`,
      body: `⚪ ${who}: you had this before Daypass came, so nothing was given, and nothing will be taken. ${markdown(trouble.says, 300)}\n`,
    })
  if (glass !== null && glass.reviewed === null)
    lines.push({
      key: `glass:${name}`,
      body: `🔴 **BREAK GLASS** ${called(telling, glass.by)}: somebody took this without approval. Review this pull request until ${day(glass.until)}.\n`,
    })
  return lines
}

/** null: none of it can be told, since its settings or requests cannot be read any more. */
export function recordView(telling: Telling): View | null {
  const all = telling.landed.flatMap((one) => toldOf(telling, one))
  if (all.length === 0) return null
  const story = storyOf(telling, all)
  const labels = inOrder(story.requests).map(({ state }) => labelOf(state))
  const broken = story.requests.some(({ breakGlass }) => breakGlass !== null) ? [BREAK_GLASS_LABEL] : []
  return {
    words: renderComment(story),
    by: 'record',
    check: null,
    labels: [...labels.slice(0, 1), ...broken],
    ask: [],
    lines: all.flatMap((one) => linesOf(telling, one)),
    close: false,
  }
}
