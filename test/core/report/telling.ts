// Short ways to judge a request of the small company and to have it told.

import type { Rule } from '../../../src/core/model/rule.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { requestStory, type Telling } from '../../../src/core/report/story-of-request.ts'
import { type Ask, AT, approvedBy, judge, NOON, person, policy, request, rule, settings } from '../approval/company.ts'

export const LEADS = [rule('leads', { ways: [approvedBy('@leads')] })]

export interface Case {
  readonly rules?: readonly Rule[]
  readonly ask?: Ask
  readonly rest?: Partial<Settings>
  readonly over?: Partial<Telling>
}

function telling({ rules = LEADS, ask = {}, rest = {}, over = {} }: Case = {}): Telling {
  return {
    request: request(ask),
    judgement: judge(rules, ask, rest),
    tentative: null,
    textsAsOf: null,
    settings: settings(rules, rest),
    window: { from: NOON, until: later(NOON, 2 * HOUR) },
    landedAt: null,
    waitsUntil: null,
    requester: person(ask.author ?? ask.for ?? 'marta'),
    state: 'waiting',
    reach: [],
    ...over,
  }
}

export const told = (one: Case = {}) => requestStory(telling(one))

/** A policy cut down to a bucket. */
export const narrowed: ReturnType<typeof policy> = {
  ...policy('AmazonS3ReadOnlyAccess'),
  permissions: {
    form: 'narrowed',
    policy: { what: 'policy', by: 'name', value: 'AmazonS3ReadOnlyAccess', at: AT },
    to: [
      { arn: 'arn:aws:s3:::a', only: null, when: {} },
      { arn: 'arn:aws:s3:::a/*', only: null, when: {} },
    ],
  },
}
