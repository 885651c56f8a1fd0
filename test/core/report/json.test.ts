// What programs read of a report: every field by its name, and nothing else.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { OUTPUT_VERSION, renderJson } from '../../../src/core/report/json.ts'
import type { RequestStory, Story } from '../../../src/core/report/story.ts'
import { finding, NOW, refused } from './stories.ts'
import { failed, ITEM, QUIET, REQUEST, STEP, TAKE, WAY } from './told.ts'

const json = (over: Partial<Story>) => JSON.parse(renderJson({ ...QUIET, ...over }))

describe('a report for programs', () => {
  it('has all fields even where there is nothing to tell', () => {
    expect(OUTPUT_VERSION).toBe(1)
    expect(json({})).toEqual({
      daypass: 1,
      headline: { tone: 'quiet', says: 'Nothing to do' },
      now: '2026-11-22T08:00:00Z',
      head: '3f786850e387550fdab836ed7e6dc881de23001b',
      basis: { is: 'live' },
      requests: [],
      steps: [],
      outcomes: [],
      blocked: [],
      findings: [],
      alarms: [],
      lateness: null,
    })
  })

  it('says of what time a look was that is not of now', () => {
    expect(json({ basis: { is: 'snapshot', asOf: later(NOW, -60) } }).basis).toEqual({
      is: 'snapshot',
      asOf: '2026-11-22T07:59:00Z',
    })
    expect(json({ basis: { is: 'git' }, head: null })).toMatchObject({ basis: { is: 'git' }, head: null })
  })

  it('has steps with their calls, and what came of them', () => {
    const [, second] = STEP.calls
    if (second === undefined) throw new Error('the stories have changed')
    const steps = [
      { ...STEP, calls: [second], reach: ['aws login'] },
      { ...TAKE, calls: [], until: null, notAfter: null, lapse: null, holders: [] },
    ]
    const told = json({
      steps,
      outcomes: [
        { step: STEP.id, is: 'done', already: true, confirmed: NOW },
        failed(TAKE, 'no'),
        { step: TAKE.id, is: 'skipped', because: 'too-late' },
      ],
    })
    const { id, says, holding } = STEP
    expect(told.steps).toEqual([
      {
        id,
        do: 'grant',
        because: 'asked',
        effect: 'gives',
        says,
        target: 'orders-prod',
        through: 'iam-user',
        holding,
        holders: [{ grant: 'orders-queue-stuck/marta/orders-prod/sqs', version: 'd'.repeat(64) }],
        until: '2026-11-22T10:00:00Z',
        notAfter: '2026-11-22T10:00:00Z',
        ends: 'by itself',
        reach: ['aws login'],
        calls: [
          {
            op: 'iam:AttachUserPolicy',
            lane: 'iam:111122223333',
            effect: 'gives',
            with: { account: '111122223333', user: 'marta@example.com', policy: 'daypass-marta-orders' },
          },
        ],
      },
      {
        id: 'take',
        do: 'revoke',
        because: 'held',
        effect: 'takes',
        says: 'the badge',
        target: 'orders-prod',
        through: 'iam-user',
        holding,
        holders: [],
        until: null,
        notAfter: null,
        ends: null,
        reach: [],
        calls: [],
      },
    ])
    expect(told.outcomes).toEqual([
      { step: id, is: 'done', already: true, confirmed: '2026-11-22T08:00:00Z' },
      {
        step: 'take',
        is: 'failed',
        call: 0,
        error: { kind: 'denied', call: 'iam:AttachUserPolicy in 111122223333', said: 'no' },
      },
      { step: 'take', is: 'skipped', because: 'too-late' },
    ])
  })

  it('has what is in the way, in the order of the files, with place and cure', () => {
    const at = { file: 'a.yaml', line: 1, column: 2 }
    const told = json({
      blocked: [
        { grants: ['g' as never], because: 'No room.', cure: 'Ask for less.', at },
        { grants: [], because: 'No user.', cure: '' },
      ],
      findings: [{ ...finding(9, 'Idle.'), code: 'action-idle' }, finding(2, 'Twice.')],
      alarms: ['Lost.'],
      lateness: 'On time.',
    })
    expect(told.blocked).toEqual([
      { grants: ['g'], because: 'No room.', cure: 'Ask for less.', at },
      { grants: [], because: 'No user.', cure: '', at: null },
    ])
    const file = 'config/requests/2026/11/orders-queue-stuck.yaml'
    expect(told.findings).toEqual([
      {
        code: 'yaml-syntax',
        severity: 'error',
        title: 'Not YAML',
        at: { file, line: 2, column: 3 },
        message: 'Twice.',
        cure: 'Write it once.',
      },
      {
        code: 'action-idle',
        severity: 'warning',
        title: 'An action that cannot be done there',
        at: { file, line: 9, column: 3 },
        message: 'Idle.',
        cure: 'Write it once.',
      },
    ])
    expect(told).toMatchObject({ alarms: ['Lost.'], lateness: 'On time.' })
  })
})

describe('a request for programs', () => {
  const told = (over: Partial<RequestStory>) => json({ requests: [{ ...REQUEST, ...over }] }).requests[0]

  it('has all that people read of it', () => {
    const over = {
      breakGlass: 'g',
      emergency: 'e',
      provided: 'p',
      reach: ['aws login'],
      reason: 'why',
      ticket: 'INC-1',
    }
    const item = { ...ITEM, exact: ['x'], leftOut: ['s3:ListAllMyBuckets'], escalating: ['iam:*'], bundle: 'oncall' }
    expect(told({ ...over, items: [item] })).toEqual({
      id: 'orders-queue-stuck',
      path: 'config/requests/2026/11/orders-queue-stuck.yaml',
      state: 'ready',
      person: 'marta',
      requester: 'marta',
      ...over,
      window: { is: 'window', from: '2026-11-22T08:00:00Z', until: '2026-11-22T10:00:00Z' },
      items: [
        {
          says: 'read and purge the queues orders*',
          target: 'orders-prod',
          account: '111122223333',
          bundle: 'oncall',
          risk: 'low',
          escalating: ['iam:*'],
          ends: 'by itself',
          exact: ['x'],
          leftOut: ['s3:ListAllMyBuckets'],
        },
      ],
      decision: REQUEST.decision,
    })
  })

  it('says how long it would last from the merge', () => {
    expect(told({ window: { is: 'after merge', seconds: 60, from: null } }).window).toEqual({
      is: 'after merge',
      seconds: 60,
      from: null,
    })
    expect(told({ window: { is: 'after merge', seconds: 60, from: NOW } }).window.from).toBe('2026-11-22T08:00:00Z')
  })

  it('says until when it waits, and has other decisions as they are', () => {
    expect(told({ decision: { is: 'waiting', missing: [[WAY]], until: NOW } }).decision).toEqual({
      is: 'waiting',
      missing: [[WAY]],
      until: '2026-11-22T08:00:00Z',
    })
    expect(told({ decision: { is: 'waiting', missing: [], until: null } }).decision.until).toBeNull()
    expect(json(refused).requests[0].decision).toEqual(refused.requests[0]?.decision)
  })

  it('stands in the order of urgency', () =>
    expect(
      json({ requests: [REQUEST, { ...REQUEST, state: 'blocked' }] }).requests.map((one: RequestStory) => one.state),
    ).toEqual(['blocked', 'ready']))
})
