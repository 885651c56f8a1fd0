// A run as plain data: what landed, what became of it, and what the run did. Nothing is computed that a test should say.

import { itemsOf } from '../../../src/core/approval/items.ts'
import type { Proof, Verdict } from '../../../src/core/approval/proof-verdict.ts'
import type { Standing, Version } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, type Instant, later } from '../../../src/core/model/time.ts'
import type { Fate, Wish } from '../../../src/core/plan/desire.ts'
import { makePlan, type Plan } from '../../../src/core/plan/plan.ts'
import type { Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import { type RunTold, storyOfRun } from '../../../src/core/report/story-of-run.ts'
import {
  type Ask,
  approvedBy,
  carries,
  documents,
  knowledge,
  NOON,
  request,
  rule,
  settings,
} from '../approval/company.ts'
import { STEP } from './told.ts'

export const RULES = [rule('leads', { ways: [approvedBy('@leads')] })]
export const SETTINGS = settings(RULES)

/** A request that landed an hour ago. */
export function landed(name: string, ask: Ask = {}, landedAt: Instant = later(NOON, -HOUR)): Standing {
  const asked = { ...request(ask), id: id<'request'>(name), path: `config/requests/${name}.yaml` }
  const version: Version = {
    id: id(`version of ${name}`),
    request: asked.id,
    path: asked.path,
    blob: asked.blob,
    landing: id('l'),
    landedAt,
  }
  return { request: asked, version }
}

/** What each of its items came to, in the order of their keys; the last fate is that of all that follow. */
export const wishes = ({ request: asked, version }: Standing, ...fates: readonly Fate[]): readonly Wish[] =>
  itemsOf(asked, SETTINGS, knowledge).items.map((item, at) => ({
    grant: {
      key: item.key,
      version: version.id,
      item,
      email: 'marta@example.com',
      account: '1',
      mode: id('iam-user'),
      from: version.landedAt,
      until: later(version.landedAt, 2 * HOUR),
      landedAt: version.landedAt,
      claimUntil: later(version.landedAt, DAY),
      directAttachment: false,
    },
    fate: fates[at] ?? fates.at(-1) ?? { is: 'live' },
  }))

export const stepOf = (name: string, { version }: Standing, more: Partial<Step> = {}): Step => ({
  ...STEP,
  id: id(name),
  holding: id(name),
  holders: [{ grant: id('g'), version: version.id }],
  ...more,
})

export const done = (name: string): StepOutcome => ({ step: id(name), is: 'done', already: false, confirmed: NOON })

export const provedBy = (more: Partial<Proof> = {}): Verdict => ({
  is: 'proved',
  proof: {
    version: id('v'),
    pull: 7,
    author: 100,
    reviews: [],
    mergedAt: NOON,
    window: { from: NOON, until: NOON },
    way: 'approvedBy',
    rule: 'leads',
    afterwards: null,
    settingsAtLanding: 's',
    settingsNow: 's',
    ...more,
  },
})

export interface Case {
  readonly standing?: readonly Standing[]
  readonly plan?: Partial<Omit<Plan, 'digest'>>
  readonly over?: Partial<RunTold>
}

export const ran = ({ standing = [], plan = {}, over = {} }: Case) =>
  storyOfRun({
    plan: makePlan({
      basis: 'live',
      head: id('head'),
      now: NOON,
      wishes: [],
      steps: [],
      unrecorded: [],
      vanished: [],
      spent: [],
      blocked: [],
      drift: [],
      unread: [],
      ...plan,
    }),
    verdicts: new Map(),
    outcomes: [],
    alarms: [],
    findings: [],
    settings: SETTINGS,
    standing,
    deciding: { knowledge, carries, documents, tags: new Map() },
    head: id('head'),
    web: null,
    granted: new Map(),
    lateness: null,
    ...over,
  })
