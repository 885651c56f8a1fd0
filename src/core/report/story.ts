// What a report is made of: plain data that every renderer reads and none adds to.

import { type Finding, severityOf } from '../model/finding.ts'
import type { CommitId, PersonId, RequestId, TargetId } from '../model/id.ts'
import type { Place } from '../model/place.ts'
import type { Instant, Window } from '../model/time.ts'
import type { Blocked, Step, StepOutcome } from '../plan/provisioner.ts'
import { day, type Ends, STATES, type State, several } from './words.ts'

export type Tone = 'good' | 'waits' | 'bad' | 'quiet'

/** The verdict, in one line. */
export interface Headline {
  readonly tone: Tone
  readonly says: string
}

/** What the world was known from: looked at just now, as it was once, or not at all. */
export type Basis =
  | { readonly is: 'live' }
  | { readonly is: 'snapshot'; readonly asOf: Instant }
  | { readonly is: 'git' }

export type Risk = 'low' | 'high' | 'escalating'

/** One thing asked for at one target. */
export interface ItemStory {
  readonly says: string
  readonly target: TargetId
  /** Twelve digits, or the organisation. */
  readonly account: string
  readonly bundle: string | null
  readonly risk: Risk
  /** How it could be turned into lasting access: actions or sentences; empty unless escalating. */
  readonly escalating: readonly string[]
  readonly ends: Ends
  /** The exact permissions, one entry a line (a policy as indented JSON, a name as it is); empty where not known yet. */
  readonly exact: readonly string[]
  /** Actions that are not in it, because AWS can limit them to no single resource. */
  readonly leftOut: readonly string[]
}

/** Without a window the clock starts at the merge (or at `from`, when that is later). Seconds. */
export type WhenStory =
  | ({ readonly is: 'window' } & Window)
  | { readonly is: 'after merge'; readonly seconds: number; readonly from: Instant | null }

/** One way to what is missing: so many more approvals by any of these people. */
export interface Missing {
  readonly approvals: number
  /** Whose, in words: `orders-leads`, `marta's manager`. */
  readonly of: string
  /** Handles of those who could, where they can be counted. */
  readonly people: readonly string[]
  readonly rule: string
  readonly at: Place | null
}

export interface Objection {
  readonly says: string
  readonly cure: string
  readonly rule: string | null
  readonly at: Place | null
}

export type DecisionStory =
  /** `approvers`: handles; empty where the rule asks for nobody. */
  | { readonly is: 'allowed'; readonly approvers: readonly string[]; readonly rule: string; readonly at: Place | null }
  /** All of `missing` must be met, each by any one of its ways. `until`: after it the request is dead. */
  | { readonly is: 'waiting'; readonly missing: readonly (readonly Missing[])[]; readonly until: Instant | null }
  | { readonly is: 'refused'; readonly objections: readonly Objection[] }
  | { readonly is: 'undecided'; readonly because: string }
  /** Judged when it was given, and not again since. */
  | { readonly is: 'settled'; readonly says: string }

export interface RequestStory {
  readonly id: RequestId
  readonly path: string
  readonly person: PersonId
  readonly requester: PersonId | null
  readonly reason: string | null
  readonly ticket: string | null
  readonly window: WhenStory
  readonly items: readonly ItemStory[]
  readonly decision: DecisionStory
  /** What the decision still hangs on; null = nothing. */
  readonly provided: string | null
  /** Broken glass, to be told loudly: who must review it until when; null = the ordinary way. */
  readonly breakGlass: string | null
  /** How this person could break the glass instead of waiting; null: they could not, or need not. */
  readonly emergency: string | null
  readonly state: State
  /** How the person uses what they got, one instruction a line. */
  readonly reach: readonly string[]
}

/** Something held now or soon, for the timeline. */
export interface Live {
  readonly person: PersonId
  readonly target: TargetId
  readonly says: string
  readonly window: Window
  readonly ends: Ends
}

export interface Story {
  readonly headline: Headline
  readonly now: Instant
  readonly basis: Basis
  /** The commit that was looked at. */
  readonly head: CommitId | null
  /** `https://github.com/owner/repository`, for links; null: no links. */
  readonly web: string | null
  readonly requests: readonly RequestStory[]
  readonly steps: readonly Step[]
  readonly outcomes: readonly StepOutcome[]
  readonly blocked: readonly Blocked[]
  readonly findings: readonly Finding[]
  /** Red lines: unproved settings, a lost ledger, unreadable scopes, a wrong clock, drift. Failed steps speak for themselves. */
  readonly alarms: readonly string[]
  /** How late access was taken away lately; null: not known here, or nothing ended. */
  readonly lateness: string | null
  readonly live: readonly Live[]
}

/** Steps whose call failed, with the outcome: those that should have taken something away first. */
export function failedSteps(story: Pick<Story, 'steps' | 'outcomes'>): readonly FailedStep[] {
  const failed = new Map<string, Failed>()
  for (const outcome of story.outcomes) if (outcome.is === 'failed') failed.set(outcome.step, outcome)
  const found = story.steps.flatMap((step) => {
    const outcome = failed.get(step.id)
    return outcome === undefined ? [] : [{ step, outcome, took: step.do === 'revoke' || step.effect === 'takes' }]
  })
  return found.toSorted((a, b) => Number(b.took) - Number(a.took))
}

type Failed = Extract<StepOutcome, { is: 'failed' }>

export interface FailedStep {
  readonly step: Step
  readonly outcome: Failed
  readonly took: boolean
}

/** Most urgent first, then by path: what must not be missed is never what is cut. */
export const inOrder = (requests: readonly RequestStory[]): readonly RequestStory[] =>
  requests.toSorted(
    (a, b) => STATES[b.state].urgency - STATES[a.state].urgency || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  )

const RISKS: Readonly<Record<Risk, number>> = { escalating: 2, high: 1, low: 0 }

/** Most dangerous first; otherwise as written. */
export const itemsInOrder = (items: readonly ItemStory[]): readonly ItemStory[] =>
  items.toSorted((a, b) => RISKS[b.risk] - RISKS[a.risk])

const TONES: Readonly<Record<State, Tone>> = {
  blocked: 'bad',
  refused: 'bad',
  'partly ready': 'bad',
  waiting: 'waits',
  granting: 'waits',
  asked: 'waits',
  allowed: 'good',
  ending: 'waits',
  ready: 'good',
  'had before': 'quiet',
  ended: 'quiet',
}

/** The verdict that follows from the rest of a story, for whoever fills it. */
export function headlineOf(story: Omit<Story, 'headline'>): Headline {
  const failed = failedSteps(story)
  const taking = failed.filter(({ took }) => took).length
  if (taking > 0) return { tone: 'bad', says: `${several(taking, 'thing')} COULD NOT BE TAKEN AWAY` }
  if (failed.length > 0) return { tone: 'bad', says: `${several(failed.length, 'step')} failed` }
  const requests = inOrder(story.requests)
  const errors = story.findings.filter((finding) => severityOf(finding) === 'error').length
  const first = requests[0]
  if (first !== undefined) {
    const says = requests.length === 1 ? aboutOne(first) : aboutAll(requests)
    if (errors === 0) return { tone: TONES[first.state], says }
    return { tone: 'bad', says: `${says}; ${several(errors, 'error')} in the files` }
  }
  const untaken = story.blocked.filter(({ does }) => does === 'takes').length
  if (untaken > 0) return { tone: 'bad', says: `${several(untaken, 'thing')} cannot be taken away` }
  if (story.blocked.length > 0)
    return { tone: 'bad', says: `${several(story.blocked.length, 'thing')} cannot be given` }
  if (errors > 0) return { tone: 'bad', says: `${several(errors, 'error')} in the files` }
  if (story.alarms.length > 0) return { tone: 'bad', says: 'Something needs an owner' }
  return aboutSteps(story)
}

function aboutSteps({ steps, outcomes, findings }: Omit<Story, 'headline'>): Headline {
  const skipped = outcomes.filter(({ is }) => is === 'skipped').length
  const done = outcomes.length - skipped
  if (skipped > 0) return { tone: 'waits', says: `${several(done, 'step')} done, ${skipped} left for the next run` }
  if (done > 0) return { tone: 'good', says: `${several(done, 'step')} done` }
  if (steps.length > 0) return { tone: 'good', says: `${several(steps.length, 'step')} to do` }
  if (findings.length > 0) return { tone: 'waits', says: `${several(findings.length, 'finding')} in the files` }
  return { tone: 'quiet', says: 'Nothing to do' }
}

function aboutOne(request: RequestStory): string {
  const { decision, state } = request
  if (state === 'waiting' && decision.is === 'waiting') {
    const ways = decision.missing[0] ?? []
    if (decision.missing.length !== 1 || ways.length === 0 || ways.length > 3) return 'Waiting for approval'
    return `Waiting for ${ways.map((way) => `${several(way.approvals, 'approval')} by ${way.of}`).join(', or ')}`
  }
  const until = request.window.is === 'window' ? ` until ${day(request.window.until)}` : ''
  if (state === 'allowed')
    return `Allowed: ${request.person} gets this ${until === '' ? 'when it is merged' : until.trim()}`
  if (state === 'ending') return `Ending soon: ${request.person} has access${until}`
  if (state === 'ready') return `Ready: ${request.person} has access${until}`
  return STATES[state].word
}

function aboutAll(requests: readonly RequestStory[]): string {
  const counts = new Map<State, number>()
  for (const { state } of requests) counts.set(state, (counts.get(state) ?? 0) + 1)
  return `${several(requests.length, 'request')}: ${[...counts].map(([state, count]) => `${count} ${STATES[state].word.toLowerCase()}`).join(', ')}`
}
