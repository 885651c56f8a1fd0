// How a run is told: the requests it touched, what it did, what it could not do, and what must be read in red.

import { windowOf } from '../approval/items.ts'
import { judgeRequest } from '../approval/judge.ts'
import type { Deciding } from '../approval/routing.ts'
import { writeEdgeError } from '../model/edge-error.ts'
import type { Finding } from '../model/finding.ts'
import type { Standing } from '../model/grant.ts'
import type { CommitId, PersonId, VersionId } from '../model/id.ts'
import { carriedBy } from '../model/permissions.ts'
import type { Settings } from '../model/settings.ts'
import { later } from '../model/time.ts'
import type { Wish } from '../plan/desire.ts'
import type { Plan } from '../plan/plan.ts'
import type { Because, StepOutcome } from '../plan/provisioner.ts'
import type { Verdicts } from '../plan/verdicts.ts'
import { eachOnce } from './reach.ts'
import { grantedKey, type Ledger } from './record.ts'
import { type DecisionStory, headlineOf, type Live, type RequestStory, type Story } from './story.ts'
import { requestStory } from './story-of-request.ts'
import { day, ENDS, REFUSED, type State } from './words.ts'

export interface RunTold {
  readonly plan: Plan
  readonly verdicts: Verdicts
  readonly outcomes: readonly StepOutcome[]
  readonly alarms: readonly string[]
  readonly findings: readonly Finding[]
  readonly settings: Settings
  readonly standing: readonly Standing[]
  readonly deciding: Deciding
  readonly head: CommitId
  readonly web: string | null
  /** By the record, when all was done; null: it could not be read, and nobody can say what stands. */
  readonly granted: Ledger['granted'] | null
  /** By the record; null: it was not read, or nothing ended lately. */
  readonly lateness: string | null
}

function stateOf(told: RunTold, version: VersionId, wishes: readonly Wish[]): State {
  const refused = wishes.some(({ fate }) => fate.is === 'over' && fate.because === 'refused')
  if (refused) return 'refused'
  if (wishes.some(({ fate }) => fate.is === 'dead')) return 'refused'
  if (wishes.every(({ fate }) => fate.is === 'over')) return 'ended'
  if (wishes.every(({ fate }) => fate.is === 'not-yet')) return 'allowed'
  const keys = new Set<string>(wishes.map(({ grant }) => grant.key))
  const blocked = told.plan.blocked.some((one) => one.grants.some((grant) => keys.has(grant)))
  const steps = told.plan.steps.filter((step) => step.holders.some((holder) => holder.version === version))
  const done = told.outcomes.filter(
    (outcome) => outcome.is === 'done' && steps.some((step) => step.id === outcome.step),
  )
  if (steps.length > 0 && done.length === steps.length) return blocked ? 'partly ready' : 'ready'
  if (done.length > 0) return 'partly ready'
  if (blocked) return 'blocked'
  return steps.length > 0 ? 'granting' : 'ready'
}

/** Newly landed, and for now nothing comes of it: its people must not be left wondering. */
function waitsOrStopped(told: RunTold, { grant, fate }: Wish): boolean {
  const nothing = fate.is === 'not-yet' || fate.is === 'dead' || (fate.is === 'over' && NOT_ALLOWED.has(fate.because))
  if (!nothing) return false
  const landed = told.standing.find(({ version }) => version.id === grant.version)?.version.landedAt
  return landed !== undefined && told.plan.now < later(landed, told.settings.limits.claimWithin)
}

const NOT_ALLOWED: ReadonlySet<Because> = new Set(['held', 'denied', 'closing'])

/** Versions that the run did something about, could not, refused, or that landed only to wait. */
function touched(told: RunTold): ReadonlySet<VersionId> {
  const blocked = new Set<string>(told.plan.blocked.flatMap((one) => one.grants))
  return new Set([
    ...told.plan.steps.flatMap((step) => step.holders.map((holder) => holder.version)),
    ...told.plan.unrecorded.flatMap(({ is, holders }) =>
      is === 'unknown' ? holders.map(({ version }) => version) : [],
    ),
    ...told.plan.wishes.filter(({ grant }) => blocked.has(grant.key)).map(({ grant }) => grant.version),
    ...told.plan.wishes.filter((wish) => waitsOrStopped(told, wish)).map(({ grant }) => grant.version),
    ...[...told.verdicts].filter(([, verdict]) => verdict.is !== 'proved').map(([version]) => version),
  ])
}

/** Of a version that needed no proof in this run. */
const UNASKED = {
  stands: { is: 'settled', says: 'Proved when it was given; nothing new to approve' },
  blocked: { is: 'undecided', because: 'nothing of it can be given in this run, so nobody was asked who approved it' },
} as const

function unaskedDecision(state: State, wishes: readonly Wish[]): DecisionStory {
  const stopped = wishes.flatMap(({ fate }) =>
    fate.is === 'dead' || (fate.is === 'over' && NOT_ALLOWED.has(fate.because)) ? [fate.says] : [],
  )
  if (stopped.length > 0)
    return {
      is: 'refused',
      objections: [...new Set(stopped)].map((says) => ({ says, cure: '', rule: null, at: null })),
    }
  const begins = wishes.flatMap(({ fate }) => (fate.is === 'not-yet' ? [fate.from] : []))[0]
  if (begins !== undefined)
    return { is: 'undecided', because: `it begins at ${day(begins)}, and who approved it is proved then` }
  return UNASKED[state === 'blocked' ? 'blocked' : 'stands']
}

function storyOf(told: RunTold, { request, version }: Standing, wishes: readonly Wish[]): readonly RequestStory[] {
  const { settings } = told
  const window = windowOf(request, settings, version.landedAt)
  if (window === null) return []
  const verdict = told.verdicts.get(version.id)
  const person = request.for.value as PersonId
  const judgement = judgeRequest({ ...told.deciding, request, settings, window, author: person, opinions: [] })
  const reach = told.plan.steps
    .filter((step) => step.holders.some((holder) => holder.version === version.id))
    .map((step) => step.reach)
  const story = requestStory({
    request,
    judgement,
    tentative: null,
    textsAsOf: null,
    settings,
    window,
    landedAt: version.landedAt,
    waitsUntil: null,
    requester: null,
    state: stateOf(told, version.id, wishes),
    reach: eachOnce(reach),
  })
  if (verdict?.is === 'refused')
    return [
      {
        ...story,
        decision: {
          is: 'refused',
          objections: [{ says: verdict.says, cure: REFUSED[verdict.because].cure, rule: null, at: null }],
        },
      },
    ]
  if (verdict?.is === 'unknown') return [{ ...story, decision: { is: 'undecided', because: verdict.because } }]
  if (verdict?.is !== 'proved') return [{ ...story, breakGlass: null, decision: unaskedDecision(story.state, wishes) }]
  const reviewers = verdict.proof.reviews.map(
    (review) =>
      [...settings.people.values()].find((one) => one.githubId === review.author)?.handle ?? String(review.author),
  )
  return [
    {
      ...story,
      breakGlass: verdict.proof.way === 'breakGlass' ? story.breakGlass : null,
      decision: { is: 'allowed', approvers: reviewers, rule: verdict.proof.rule, at: null },
    },
  ]
}

/** Asked for is not held: what was blocked, failed or taken by hand is not there. */
const liveOf = (told: RunTold): readonly Live[] =>
  told.plan.wishes
    .filter(({ grant, fate }) => {
      const granted = told.granted?.get(grantedKey(grant.key, grant.version))
      return fate.is === 'live' && granted !== undefined && granted.ended === null
    })
    .map(({ grant }) => ({
      person: grant.item.person,
      target: grant.item.target,
      says: grant.item.entitlement.says,
      window: { from: grant.from, until: grant.until },
      ends: ENDS[told.deciding.carries.get(grant.mode)?.[carriedBy(grant.item.entitlement.permissions)] ?? 'never'],
    }))

export function storyOfRun(told: RunTold): Story {
  const wishes = new Map<VersionId, Wish[]>()
  for (const wish of told.plan.wishes) wishes.set(wish.grant.version, [...(wishes.get(wish.grant.version) ?? []), wish])
  const versions = touched(told)
  const requests = told.standing
    .filter(({ version }) => versions.has(version.id))
    .flatMap((standing) => storyOf(told, standing, wishes.get(standing.version.id) ?? []))
  const unread = told.plan.unread.map((one) => `${one.target} could not be read: ${writeEdgeError(one.because)}`)
  const story: Omit<Story, 'headline'> = {
    now: told.plan.now,
    basis: told.plan.basis === 'live' ? { is: 'live' } : { is: 'git' },
    head: told.head,
    web: told.web,
    requests,
    steps: told.plan.steps,
    outcomes: told.outcomes,
    blocked: told.plan.blocked,
    findings: told.findings,
    alarms: [
      ...told.alarms,
      ...unread,
      ...told.plan.drift.filter((one) => one.is !== 'had-before').map((one) => one.says),
    ],
    lateness: told.lateness,
    live: liveOf(told),
  }
  return { ...story, headline: headlineOf(story) }
}
