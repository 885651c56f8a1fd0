import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../../src/core/approval/proof-verdict.ts'
import { EDGE_ERRORS } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { whenText } from '../../../src/core/report/comment-request.ts'
import { headlineOf } from '../../../src/core/report/story.ts'
import { BECAUSE, DOES, day, EDGE, ENDS, REFUSED, SKIPPED, STATES, several } from '../../../src/core/report/words.ts'
import { failing, NOW, ready, refused, waiting } from './stories.ts'

describe('the words', () => {
  it('exist for every code', () => {
    expect(Object.keys(REFUSED).toSorted()).toEqual(Object.keys(REFUSALS).toSorted())
    expect(Object.keys(EDGE).toSorted()).toEqual([...EDGE_ERRORS].toSorted())
  })

  it('are none that people should never have to read', () => {
    const words = JSON.stringify([BECAUSE, DOES, EDGE, ENDS, Object.values(REFUSED), SKIPPED, Object.values(STATES)])
    expect(words).not.toMatch(/\b(principals?|entitlements?|lapses?|modes?)\b/i)
  })

  it('say what to do about every refusal', () => {
    for (const { says, cure } of Object.values(REFUSED)) {
      expect(says).toMatch(/^[A-Z].*\.$/)
      expect(cure).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('count', () => {
    expect([several(1, 'step'), several(2, 'step'), several(5000, 'step')]).toEqual([
      '1 step',
      '2 steps',
      '5,000 steps',
    ])
    expect(several(1_234_567, 'step')).toBe('1,234,567 steps')
    expect(day(NOW)).toBe('2026-11-22 08:00 UTC')
  })

  it('say when', () => {
    expect(whenText({ is: 'after merge', seconds: 5400, from: null })).toBe('1h 30m from the merge')
    expect(whenText({ is: 'after merge', seconds: 5400, from: NOW })).toContain('not before 2026-11-22 08:00 UTC')
    expect(whenText({ is: 'window', from: NOW, until: later(NOW, 3600) })).toBe('2026-11-22 08:00 to 09:00 UTC')
    expect(whenText({ is: 'window', from: NOW, until: later(NOW, 86_400) })).toBe(
      '2026-11-22 08:00 to 2026-11-23 08:00 UTC',
    )
  })
})

describe('the headline', () => {
  const none = { ...ready, requests: [], steps: [], outcomes: [], findings: [], alarms: [], blocked: [] }
  const left = [...ready.outcomes, { step: id<'step'>('x'), is: 'skipped', because: 'out-of-time' }] as const
  const cases = [
    ['waits for whom', waiting, 'waits', 'Waiting for 1 approval by orders-leads, or 2 approvals by platform'],
    ['is refused', refused, 'bad', 'Not allowed; 1 error in the files'],
    ['is ready until when', ready, 'good', 'Ready: marta has access until 2026-11-22 10:00 UTC'],
    ['shouts before all else', failing, 'bad', '1 thing COULD NOT BE TAKEN AWAY'],
    [
      'counts several requests',
      { ...none, requests: [...waiting.requests, ...refused.requests] },
      'bad',
      '2 requests: 1 not allowed, 1 waiting',
    ],
    ['is quiet', none, 'quiet', 'Nothing to do'],
    ['counts steps to do', { ...none, steps: ready.steps }, 'good', '1 step to do'],
    ['counts steps done', { ...none, steps: ready.steps, outcomes: ready.outcomes }, 'good', '1 step done'],
    ['tells of findings', { ...none, findings: refused.findings }, 'bad', '1 error in the files'],
    [
      'tells what is left',
      { ...none, steps: failing.steps, outcomes: left },
      'waits',
      '1 step done, 1 left for the next run',
    ],
    ['tells of what is blocked', { ...none, blocked: failing.blocked }, 'bad', '1 thing cannot be given'],
    ['calls an owner', { ...none, alarms: failing.alarms }, 'bad', 'Something needs an owner'],
  ] as const
  it.each(cases)('%s', (_, story, tone, says) => {
    expect(headlineOf(story)).toEqual({ tone, says })
  })
})
