// How a change is told before it is merged: who would get what, until when, and whose approval is missing.

import type { Finding } from '../model/finding.ts'
import { severityOf, sortFindings } from '../model/finding.ts'
import type { CommitId, PersonId } from '../model/id.ts'
import type { Hold, Settings } from '../model/settings.ts'
import { type Instant, later } from '../model/time.ts'
import type { Preview, Previewed } from '../plan/preview.ts'
import type { Step } from '../plan/provisioner.ts'
import { type DecisionStory, type Headline, headlineOf, type RequestStory, type Story } from './story.ts'
import { decisionStory, requestStory } from './story-of-request.ts'
import { REFUSED, type State, several } from './words.ts'

export interface PreviewTold {
  readonly preview: Preview
  /** What giving it would take, as far as that can be told without looking. */
  readonly steps: readonly Step[]
  readonly settings: Settings
  /** Holds that it adds, where that is all it does to settings; null otherwise. */
  readonly holds: readonly Hold[] | null
  /** What a change of settings means for AWS, in sentences for owners. */
  readonly installation: readonly string[]
  /** Owners who approved a change of settings so far. */
  readonly owners: readonly PersonId[]
  readonly author: PersonId | null
  /** Why nobody of the people file stands behind it; null where somebody does, or where there is no author yet. */
  readonly stranger: string | null
  readonly findings: readonly Finding[]
  /** How old what the inventory tells of policies is; null: it tells nothing. */
  readonly textsAsOf: Instant | null
  readonly now: Instant
  /** When the pull request was opened; null: there is none yet. */
  readonly openedAt: Instant | null
  readonly head: CommitId | null
  readonly web: string | null
}

const STATE: Readonly<Record<DecisionStory['is'], State>> = {
  allowed: 'allowed',
  waiting: 'waiting',
  refused: 'refused',
  undecided: 'asked',
  settled: 'ready',
}

/** What the proof would refuse after the merge, whatever the rules say. */
const refusedStranger = (says: string): DecisionStory => ({
  is: 'refused',
  objections: [
    {
      says,
      cure: REFUSED['author-unknown'].cure,
      rule: null,
      at: null,
    },
  ],
})

function storyOf(told: PreviewTold, previewed: Previewed): RequestStory {
  const story = judgedStory(told, previewed)
  return told.stranger === null
    ? story
    : { ...story, requester: null, state: 'refused', breakGlass: null, decision: refusedStranger(told.stranger) }
}

function judgedStory(told: PreviewTold, { request, judgement, tentative, window }: Previewed): RequestStory {
  const { settings } = told
  return requestStory({
    request,
    judgement,
    tentative,
    textsAsOf: told.textsAsOf,
    settings,
    window,
    landedAt: null,
    waitsUntil: told.openedAt === null ? null : later(told.openedAt, settings.limits.waitingTime),
    requester: told.author ?? (request.for.value as PersonId),
    state: STATE[decisionStory(tentative ?? judgement, settings, null).is],
    reach: [],
  })
}

const settingsLine = ({ preview, settings, holds, owners }: PreviewTold): readonly string[] => {
  if (holds !== null) return holds.map((hold) => `The red button: ${heldWords(hold)} (${hold.because})`)
  if (preview.settings.length === 0) return []
  const so = owners.length === 0 ? '' : `; approved so far by ${owners.join(', ')}`
  return [
    `This changes settings (${preview.settings.join(', ')}): ${several(settings.owners.approvals, 'owner')} other than the author must approve it (${settings.owners.people.map((one) => one.value).join(', ')})${so}`,
  ]
}

const HELD: { readonly [I in Hold['what']['is']]: (what: Extract<Hold['what'], { readonly is: I }>) => string } = {
  everything: () => 'nobody holds anything any more',
  person: ({ person }) => `${person} holds nothing any more`,
  target: ({ target }) => `nobody holds anything in ${target} any more`,
  request: ({ request }) => `what ${request} asked for is not held any more`,
}

function wordsOfHeld<I extends Hold['what']['is']>(
  what: Extract<Hold['what'], { readonly is: I }> & { is: I },
): string {
  return HELD[what.is](what)
}

const heldWords = ({ what }: Hold): string => `${wordsOfHeld(what)}, until an owner lifts the hold`

/** Of a change that asks for nothing; null where requests speak. */
function quietHeadline({ preview, settings, holds, owners }: PreviewTold): Headline | null {
  if (preview.requests.length > 0) return null
  const approvals = settings.owners.approvals - owners.length
  if (holds !== null)
    return { tone: 'quiet', says: 'The red button: it counts when it is merged; nobody has to approve that' }
  if (preview.settings.length > 0 && approvals <= 0)
    return { tone: 'good', says: `A change of settings, approved by ${owners.join(', ')}: it counts when it is merged` }
  if (preview.settings.length > 0)
    return {
      tone: 'waits',
      says: `A change of settings: ${several(approvals, 'owner')} other than the author must approve it`,
    }
  if (preview.removed.length === 0) return null
  return {
    tone: 'quiet',
    says: `Ends early: ${preview.removed.map((request) => request.id).join(', ')}; nobody has to approve that`,
  }
}

export function storyOfPreview(told: PreviewTold): Story {
  const findings = sortFindings([...told.findings, ...told.preview.findings])
  const requests = told.preview.requests.map((one) => storyOf(told, one))
  const ended = told.preview.removed.map((request) => `Ends early: ${request.path} (needs no approval)`)
  const story: Omit<Story, 'headline'> = {
    now: told.now,
    basis: { is: 'git' },
    head: told.head,
    web: told.web,
    requests,
    steps: told.steps,
    outcomes: [],
    blocked: [],
    findings,
    alarms: [...settingsLine(told), ...told.installation, ...ended],
    lateness: null,
    live: [],
  }
  const broken = findings.filter((finding) => severityOf(finding) === 'error').length
  if (broken > 0)
    return {
      ...story,
      headline: { tone: 'bad', says: `${broken} ${broken === 1 ? 'finding' : 'findings'} to mend first` },
    }
  return { ...story, headline: quietHeadline(told) ?? headlineOf(story) }
}
