// What is told first: the verdict in one line, what failed, and the order of everything else.

import { describe, expect, it } from 'vitest'
import { DAY, later } from '../../../src/core/model/time.ts'
import { whenText } from '../../../src/core/report/comment-request.ts'
import {
  failedSteps,
  headlineOf,
  inOrder,
  itemsInOrder,
  type Missing,
  type RequestStory,
  type Story,
} from '../../../src/core/report/story.ts'
import { storyOfFindings } from '../../../src/core/report/story-of-findings.ts'
import { finding, NOW } from './stories.ts'
import { failed, ITEM, QUIET, REQUEST, SHRINK, STEP, TAKE, WAY } from './told.ts'

const headline = (over: Partial<Story>) => headlineOf({ ...QUIET, ...over })
const says = (over: Partial<RequestStory>) => headline({ requests: [{ ...REQUEST, ...over }] }).says
const waiting = (...missing: readonly (readonly Missing[])[]) =>
  says({ state: 'waiting', decision: { is: 'waiting', missing, until: null } })
const way = (of: string, approvals = 1): Missing => ({ ...WAY, of, approvals })

describe('the headline of one request', () => {
  it.each<[RequestStory['state'], string, string]>([
    ['blocked', 'bad', 'Blocked'],
    ['refused', 'bad', 'Not allowed'],
    ['partly ready', 'bad', 'Partly ready'],
    ['waiting', 'waits', 'Waiting'],
    ['granting', 'waits', 'Being given'],
    ['asked', 'waits', 'Asked'],
    ['allowed', 'good', 'Allowed: marta gets this until 2026-11-22 10:00 UTC'],
    ['ending', 'waits', 'Ending soon: marta has access until 2026-11-22 10:00 UTC'],
    ['ready', 'good', 'Ready: marta has access until 2026-11-22 10:00 UTC'],
    ['ended', 'quiet', 'Ended'],
  ])('that is %s is %s: %s', (state, tone, text) => {
    expect(headline({ requests: [{ ...REQUEST, state }] })).toEqual({ tone, says: text })
  })

  it('says no end where that hangs on the merge', () => {
    const window = { is: 'after merge', seconds: DAY, from: null } as const
    expect(says({ state: 'allowed', window })).toBe('Allowed: marta gets this when it is merged')
    expect(says({ state: 'ready', window })).toBe('Ready: marta has access')
    expect(says({ state: 'ending', window })).toBe('Ending soon: marta has access')
  })

  it('names whom it waits for, as long as that is short', () => {
    expect(waiting([way('leads')])).toBe('Waiting for 1 approval by leads')
    expect(waiting([way('a'), way('b', 2), way('c')])).toBe(
      'Waiting for 1 approval by a, or 2 approvals by b, or 1 approval by c',
    )
    expect(waiting([way('a'), way('b'), way('c'), way('d')])).toBe('Waiting for approval')
    expect(waiting([way('a')], [way('b')])).toBe('Waiting for approval')
    expect(waiting([])).toBe('Waiting for approval')
    expect(waiting()).toBe('Waiting for approval')
    const decision = { is: 'waiting', missing: [[way('leads')]], until: null } as const
    expect(says({ state: 'blocked', decision })).toBe('Blocked')
  })
})

describe('the headline of a report', () => {
  const two = [REQUEST, { ...REQUEST, state: 'waiting' }, { ...REQUEST, state: 'ready' }] as const
  const step = STEP.id
  const done = { step, is: 'done', already: false, confirmed: NOW } as const
  const skipped = { step, is: 'skipped', because: 'too-late' } as const
  const idle = { ...finding(1, 'x'), code: 'action-idle' } as const
  const blocked = { grants: [], because: 'No room.', cure: '' }

  it.each<[string, Partial<Story>, string, string]>([
    [
      'counts requests, most urgent first, in the tone of the first',
      { requests: two },
      'waits',
      '3 requests: 1 waiting, 2 ready',
    ],
    [
      'tells of errors beside them',
      { requests: two, findings: [finding(1, 'x')] },
      'bad',
      '3 requests: 1 waiting, 2 ready; 1 error in the files',
    ],
    ['leaves warnings to the report', { requests: two, findings: [idle] }, 'waits', '3 requests: 1 waiting, 2 ready'],
    [
      'shouts what could not be taken before all else',
      { requests: two, steps: [STEP, TAKE, SHRINK], outcomes: [STEP, TAKE, SHRINK].map((one) => failed(one, 'no')) },
      'bad',
      '2 things COULD NOT BE TAKEN AWAY',
    ],
    [
      'tells of steps that failed',
      { requests: two, steps: [STEP], outcomes: [failed(STEP, 'no')] },
      'bad',
      '1 step failed',
    ],
    [
      'tells of what is blocked',
      { blocked: [blocked, blocked], findings: [finding(1, 'x')] },
      'bad',
      '2 things cannot be given',
    ],
    [
      'tells first of what cannot be taken away',
      { blocked: [blocked, { ...blocked, does: 'takes' }] },
      'bad',
      '1 thing cannot be taken away',
    ],
    [
      'tells of errors',
      { findings: [finding(1, 'x'), finding(2, 'x'), idle], alarms: ['x'] },
      'bad',
      '2 errors in the files',
    ],
    ['calls an owner', { alarms: ['x'], findings: [idle], steps: [STEP] }, 'bad', 'Something needs an owner'],
    [
      'counts what is left for later',
      { steps: [STEP], outcomes: [done, skipped, skipped] },
      'waits',
      '1 step done, 2 left for the next run',
    ],
    ['counts what was done', { steps: [STEP], outcomes: [done, done] }, 'good', '2 steps done'],
    ['counts what would be done', { steps: [STEP, TAKE], findings: [idle] }, 'good', '2 steps to do'],
    ['counts findings', { findings: [idle] }, 'waits', '1 finding in the files'],
    ['is quiet', {}, 'quiet', 'Nothing to do'],
  ])('%s', (_says, over, tone, text) => {
    expect(headline(over)).toEqual({ tone, says: text })
  })
})

describe('what failed', () => {
  it('is told with what it should have taken first, otherwise in its order', () => {
    const [a, b] = [STEP, { ...STEP, id: 'other' as typeof STEP.id }]
    const revoke = { ...TAKE, effect: 'prepares' } as const
    const outcomes = [a, b, revoke, SHRINK].map((one) => failed(one, 'no'))
    const found = failedSteps({ steps: [a, b, revoke, SHRINK], outcomes })
    expect(found.map(({ step, took }) => [step.id, took])).toEqual([
      ['take', true],
      ['shrink', true],
      [a.id, false],
      ['other', false],
    ])
    expect(found[0]?.outcome).toEqual(outcomes[2])
  })

  it('is nothing that was done, skipped, or is no step of this report', () =>
    expect(
      failedSteps({
        steps: [STEP, TAKE],
        outcomes: [
          failed(SHRINK, 'no'),
          { step: STEP.id, is: 'done', already: false, confirmed: NOW },
          { step: TAKE.id, is: 'skipped', because: 'too-late' },
        ],
      }),
    ).toEqual([]))
})

describe('the order', () => {
  it('of requests is by urgency, then by path', () => {
    const all = [
      { ...REQUEST, path: 'b' },
      { ...REQUEST, path: 'c', state: 'ended' },
      { ...REQUEST, path: 'a' },
      { ...REQUEST, path: 'd', state: 'blocked' },
      { ...REQUEST, path: 'a', id: 'second' as typeof REQUEST.id },
    ] as const
    expect(inOrder(all).map(({ path, id }) => `${path} ${id}`)).toEqual([
      'd orders-queue-stuck',
      'a orders-queue-stuck',
      'a second',
      'b orders-queue-stuck',
      'c orders-queue-stuck',
    ])
  })

  it('of items is by danger, then as written', () =>
    expect(
      itemsInOrder(
        (['low', 'high', 'escalating', 'low', 'high'] as const).map((risk, at) => ({
          ...ITEM,
          risk,
          says: String(at),
        })),
      ).map((item) => item.says),
    ).toEqual(['2', '1', '4', '0', '3']))
})

describe('when', () => {
  it('is told in a few words', () => {
    expect(whenText({ is: 'window', from: NOW, until: later(NOW, 3600) })).toBe('2026-11-22 08:00 to 09:00 UTC')
    expect(whenText({ is: 'window', from: NOW, until: later(NOW, DAY) })).toBe(
      '2026-11-22 08:00 to 2026-11-23 08:00 UTC',
    )
    expect(whenText({ is: 'after merge', seconds: 5400, from: NOW })).toBe(
      '1h 30m from the merge, not before 2026-11-22 08:00 UTC',
    )
  })
})

describe('a check of the files', () => {
  const idle = { ...finding(1, 'x'), code: 'action-idle' } as const
  it.each([
    ['well', [], 1, 'good', '1 file read, nothing wrong'],
    ['well but for remarks', [idle, { ...idle, message: 'y' }], 3, 'good', '3 files read, nothing wrong, 2 remarks'],
    ['wrong', [finding(2, 'x')], 3, 'bad', '1 error in 3 files'],
    ['wrong, with remarks', [finding(2, 'x'), finding(3, 'x'), idle], 1, 'bad', '2 errors, 1 remark in 1 file'],
  ] as const)('tells that all is %s', (_says, findings, files, tone, text) => {
    expect(storyOfFindings(findings, files, NOW).headline).toEqual({ tone, says: text })
  })

  it('is a report of nothing but findings, in the order of the files', () =>
    expect(storyOfFindings([finding(9, 'x'), finding(2, 'y')], 1, NOW)).toEqual({
      headline: { tone: 'bad', says: '2 errors in 1 file' },
      now: NOW,
      basis: { is: 'git' },
      head: null,
      web: null,
      requests: [],
      steps: [],
      outcomes: [],
      blocked: [],
      findings: [finding(2, 'y'), finding(9, 'x')],
      alarms: [],
      lateness: null,
      live: [],
    }))
})
