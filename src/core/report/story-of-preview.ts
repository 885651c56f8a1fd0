// How a change is told before it is merged: who would get what, until when, and whose approval is missing.

import type { Finding } from '../model/finding.ts'
import { severityOf, sortFindings } from '../model/finding.ts'
import type { CommitId, PersonId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import { type Instant, later } from '../model/time.ts'
import type { Preview, Previewed } from '../plan/preview.ts'
import type { Step } from '../plan/provisioner.ts'
import { type DecisionStory, type Headline, headlineOf, type RequestStory, type Story } from './story.ts'
import { decisionStory, requestStory } from './story-of-request.ts'
import { type State, several } from './words.ts'

export interface PreviewTold {
  readonly preview: Preview
  /** What giving it would take, as far as that can be told without looking. */
  readonly steps: readonly Step[]
  readonly settings: Settings
  readonly author: PersonId | null
  readonly findings: readonly Finding[]
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

function storyOf(told: PreviewTold, { request, judgement, tentative, window }: Previewed): RequestStory {
  const { settings } = told
  return requestStory({
    request,
    judgement,
    tentative,
    settings,
    window,
    landedAt: null,
    waitsUntil: told.openedAt === null ? null : later(told.openedAt, settings.limits.waitingTime),
    requester: told.author ?? (request.for.value as PersonId),
    state: STATE[decisionStory(tentative ?? judgement, settings, null).is],
    reach: [],
  })
}

const settingsLine = ({ preview, settings }: PreviewTold): readonly string[] =>
  preview.settings.length === 0
    ? []
    : [
        `This changes settings (${preview.settings.join(', ')}): ${settings.owners.approvals} owners other than the author must approve it (${settings.owners.people.map((one) => one.value).join(', ')})`,
      ]

/** Of a change that asks for nothing; null where requests speak. */
function quietHeadline({ preview, settings }: PreviewTold): Headline | null {
  if (preview.requests.length > 0) return null
  const { approvals } = settings.owners
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
    alarms: [...settingsLine(told), ...ended],
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
