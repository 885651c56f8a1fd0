// What dying jobs, lost records and odd clocks cannot break.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import { aRequest, at, hours, landed, NOON } from '../../support/builders.ts'
import { ends, lasting, pin, scene, unpin, unproved } from '../../support/toy-day.ts'
import { proved, run } from '../../support/toy-run.ts'

describe('a job that dies', () => {
  it('after giving and before closing the record leaves something that is proved once more and kept', async () => {
    const day = scene(landed(aRequest('a')))
    day.dies = true
    await run(day)
    day.dies = false
    day.verdict = unproved(...day.standing)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
    day.verdict = proved
    await run(day)
    await run(day)
    expect(day.world.journal).toHaveLength(1)
    expect(foldLines(day.lines).granted.size).toBe(1)
  })

  it('after taking what was withdrawn and before closing the record leaves no story of somebody’s hand', async () => {
    const request = landed(aRequest('a'))
    const day = scene(request)
    await run(day)
    day.standing = []
    day.past = [request.version.id]
    day.dies = true
    await run(day)
    day.dies = false
    await run(day)
    expect(day.lines.flatMap(({ entry }) => (entry.is === 'ended' ? [entry.because] : []))).toEqual(['withdrawn'])
  })
})

describe('a record', () => {
  it('that is lost while GitHub does not answer loses nobody what they have', async () => {
    const request = landed(aRequest('a', { when: lasting(72) }))
    const day = scene(request)
    await run(day)
    day.lines = []
    day.verdict = unproved(request)
    for (const hour of [1, 30]) {
      day.now = later(NOON, hours(hour))
      await run(day)
      expect(ends(day)).toEqual(['prod/marta/blue until 12:00'])
    }
    day.verdict = proved
    await run(day)
    await run(day)
    expect(day.world.journal).toHaveLength(1)
    expect(foldLines(day.lines).granted.size).toBe(1)
  })

  it('that cannot be read loses nobody what they have, and still cuts what is too long', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.ledger = 'unreadable'
    await run(day)
    expect(day.world.journal).toHaveLength(1)
    pin(day, { until: later(NOON, hours(9)) })
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
  })
})

describe('the clock', () => {
  it('that jumps back past an end gives nothing without proving it again, and never beyond the end', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.now = at('2026-12-01T14:00:00Z')
    await run(day)
    day.now = at('2026-12-01T13:00:00Z')
    const asked = day.asked
    await run(day)
    expect(day.asked).toBe(asked + 1)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
  })

  it('that jumps back does not make an end by hand forgotten', async () => {
    const day = scene(landed(aRequest('a', { when: lasting(9) })))
    await run(day)
    unpin(day)
    day.now = later(NOON, 900)
    await run(day)
    day.now = later(NOON, 30)
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('that lags behind the cloud does not make a read that is too early an end by hand', async () => {
    const day = scene(landed(aRequest('a', { when: lasting(9) })))
    const before = { badges: day.world.badges, lanyards: day.world.lanyards }
    await run(day)
    day.world.stale = before
    await run(day)
    day.standing = [...day.standing, landed(aRequest('b'))]
    const early = await run(day)
    expect(early.plan.blocked.map((one) => one.because)).toEqual([
      'what is there of prod/marta/blue cannot be told for sure now',
    ])
    day.world.stale = null
    day.now = later(NOON, 900)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 21:00'])
  })
})
