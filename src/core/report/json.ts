// What machines read: the whole story as JSON with a stable shape, instants as `2026-11-22T08:00:00Z`, no secrets in it.

import { FINDINGS, severityOf, sortFindings } from '../model/finding.ts'
import { type Instant, writeInstant } from '../model/time.ts'
import { jsonText } from './escape.ts'
import { type DecisionStory, inOrder, type RequestStory, type Story, type WhenStory } from './story.ts'
import { ENDS } from './words.ts'

/** Grows when a field is added; a field that is there keeps its name and meaning. */
export const OUTPUT_VERSION = 1

const orNull = (at: Instant | null): string | null => (at === null ? null : writeInstant(at))

/**
 * `{daypass, headline{tone, says}, now, head, basis{is, asOf?}, requests[], steps[], outcomes[], blocked[], findings[],
 * alarms[], lateness}`. Requests most urgent first; steps in the order they are performed; `outcomes[].step` names a `steps[].id`;
 * `failed.call` counts from 0. Text is as it was written: whoever shows it must escape it.
 */
export const renderJson = (story: Story): string => jsonText(outputOf(story))

function outputOf(story: Story): object {
  const { basis, steps, outcomes } = story
  return {
    daypass: OUTPUT_VERSION,
    headline: { tone: story.headline.tone, says: story.headline.says },
    now: writeInstant(story.now),
    head: story.head,
    basis: basis.is === 'snapshot' ? { is: basis.is, asOf: writeInstant(basis.asOf) } : { is: basis.is },
    requests: inOrder(story.requests).map(requestOutput),
    steps: steps.map((step) => ({
      id: step.id,
      do: step.do,
      because: step.because,
      effect: step.effect,
      says: step.says,
      target: step.target,
      through: step.mode,
      holding: step.holding,
      holders: step.holders.map(({ grant, version }) => ({ grant, version })),
      until: orNull(step.until),
      notAfter: orNull(step.notAfter),
      ends: step.lapse === null ? null : ENDS[step.lapse],
      reach: step.reach,
      calls: step.calls.map(({ op, lane, effect, with: parameters }) => ({ op, lane, effect, with: parameters })),
    })),
    outcomes: outcomes.map((outcome) => {
      if (outcome.is === 'done')
        return {
          step: outcome.step,
          is: outcome.is,
          already: outcome.already,
          confirmed: writeInstant(outcome.confirmed),
        }
      if (outcome.is === 'skipped') return { step: outcome.step, is: outcome.is, because: outcome.because }
      const { kind, call, said } = outcome.error
      return { step: outcome.step, is: outcome.is, call: outcome.call, error: { kind, call, said } }
    }),
    blocked: story.blocked.map(({ grants, because, cure, at }) => ({ grants, because, cure, at: at ?? null })),
    findings: sortFindings(story.findings).map((finding) => ({
      code: finding.code,
      severity: severityOf(finding),
      title: FINDINGS[finding.code].title,
      at: finding.at,
      message: finding.message,
      cure: finding.cure,
    })),
    alarms: story.alarms,
    lateness: story.lateness,
  }
}

const requestOutput = (request: RequestStory): object => ({
  id: request.id,
  path: request.path,
  state: request.state,
  person: request.person,
  requester: request.requester,
  reason: request.reason,
  ticket: request.ticket,
  window: windowOutput(request.window),
  items: request.items.map((item) => ({
    says: item.says,
    target: item.target,
    account: item.account,
    bundle: item.bundle,
    risk: item.risk,
    escalating: item.escalating,
    ends: item.ends,
    exact: item.exact,
    leftOut: item.leftOut,
  })),
  decision: decisionOutput(request.decision),
  provided: request.provided,
  breakGlass: request.breakGlass,
  emergency: request.emergency,
  reach: request.reach,
})

const windowOutput = (window: WhenStory): object =>
  window.is === 'window'
    ? { is: window.is, from: writeInstant(window.from), until: writeInstant(window.until) }
    : { is: window.is, seconds: window.seconds, from: orNull(window.from) }

const decisionOutput = (decision: DecisionStory): object =>
  decision.is === 'waiting' ? { ...decision, until: orNull(decision.until) } : decision
