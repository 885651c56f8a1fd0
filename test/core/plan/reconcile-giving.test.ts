// What a run gives and takes of a world of badges, and when: the flow's promises, one sentence each.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { aRequest, at, hours, landed, NOON } from '../../support/builders.ts'
import { run } from '../../support/toy-run.ts'
import { calls, keys, scene } from './reconcile-ground.ts'

describe('a run', () => {
  it('gives what a proved request asks for, once', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    expect(calls(day)).toEqual(['pin prod/marta/blue'])
    await run(day)
    expect(calls(day)).toHaveLength(1)
    expect(day.asked).toBe(1)
  })

  it('gives nothing when the proof is refused, and does not ask again', async () => {
    const day = scene(landed(aRequest('a')))
    day.verdict = () => ({ is: 'refused', because: 'no-pull-request', says: 'pushed straight to main' })
    const first = await run(day)
    expect(keys(day)).toEqual([])
    expect(first.plan.wishes[0]?.fate).toMatchObject({ is: 'over', because: 'refused' })
    await run(day)
    expect(day.asked).toBe(1)
  })

  it('gives nothing while the proof is unknown, and asks again', async () => {
    const day = scene(landed(aRequest('a')))
    day.verdict = () => ({ is: 'unknown', because: 'GitHub did not answer' })
    const first = await run(day)
    expect(keys(day)).toEqual([])
    expect(first.plan.blocked[0]?.because).toContain('GitHub did not answer')
    await run(day)
    expect(day.asked).toBe(2)
  })

  it('takes away what ended, without asking GitHub', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.now = later(NOON, hours(2))
    const last = await run(day, 'expire')
    expect(last.plan.steps.map((step) => [step.do, step.because])).toEqual([['revoke', 'expired']])
    expect(keys(day)).toEqual([])
    expect(day.asked).toBe(1)
  })

  it('takes away what was withdrawn by deleting the file', async () => {
    const request = landed(aRequest('a'))
    const day = scene(request)
    await run(day)
    day.standing = []
    day.past = [request.version.id]
    const last = await run(day)
    expect(last.plan.steps[0]?.because).toBe('withdrawn')
    expect(keys(day)).toEqual([])
  })

  it('lets two requests for the same thing never cut each other', async () => {
    const short = landed(aRequest('short'))
    const long = landed(aRequest('long', { when: { is: 'duration', seconds: hours(4), from: null } }))
    const day = scene(short, long)
    await run(day)
    expect([...day.world.badges.values()].map((badge) => badge.until)).toEqual([later(NOON, hours(4))])
    day.now = later(NOON, hours(3))
    await run(day)
    expect(keys(day)).toEqual(['prod/marta/blue'])
    expect(calls(day)).toHaveLength(1)
  })

  it('renews without a gap when a later request arrives', async () => {
    const short = landed(aRequest('short'))
    const day = scene(short)
    await run(day)
    day.standing = [
      short,
      landed(aRequest('long', { when: { is: 'duration', seconds: hours(4), from: null } }), later(NOON, 600)),
    ]
    day.now = later(NOON, 660)
    const second = await run(day)
    expect(second.plan.steps.map((step) => [step.do, step.because])).toEqual([['adjust', 'renewed']])
    expect(day.asked).toBe(2)
  })

  it('takes before it gives', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.standing = [...day.standing, landed(aRequest('b', { badges: ['amber'] }), later(NOON, hours(3)))]
    day.now = later(NOON, hours(3))
    await run(day)
    expect(calls(day).slice(1)).toEqual(['unpin prod/marta/blue', 'pin prod/marta/amber'])
  })

  it('does not give what was not claimed in time', async () => {
    const day = scene(landed(aRequest('a', { when: { is: 'duration', seconds: hours(72), from: null } })))
    day.now = later(NOON, hours(25))
    const late = await run(day)
    expect(keys(day)).toEqual([])
    expect(late.plan.blocked[0]?.because).toContain('was not granted before 2026-12-02T12:00:00Z')
  })

  it('does not give with less than five minutes left', async () => {
    const day = scene(landed(aRequest('a')))
    day.now = later(NOON, hours(2) - 299)
    expect((await run(day)).plan.wishes[0]?.fate).toMatchObject({ is: 'dead' })
    expect(keys(day)).toEqual([])
  })

  it('waits for the start that was asked for', async () => {
    const day = scene(
      landed(aRequest('a', { when: { is: 'duration', seconds: hours(1), from: at('2026-12-01T15:00:00Z') } })),
    )
    expect((await run(day)).plan.wishes[0]?.fate).toMatchObject({ is: 'not-yet' })
    day.now = at('2026-12-01T15:00:00Z')
    await run(day)
    expect(keys(day)).toEqual(['prod/marta/blue'])
  })

  it('writes nothing to the record when there is nothing to do', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    const lines = day.lines.length
    await run(day)
    expect(day.lines).toHaveLength(lines)
  })
})
