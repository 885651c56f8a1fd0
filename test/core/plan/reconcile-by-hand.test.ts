// What a run does about what somebody changed by hand, what is not ours, and marks that are forged or gone.

import { describe, expect, it } from 'vitest'
import { type Instant, later } from '../../../src/core/model/time.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import type { Badge } from '../../support/toy-mode.ts'
import { run } from '../../support/toy-run.ts'
import { calls, keys, pin, scene, unpin } from './reconcile-ground.ts'

describe('a run', () => {
  it('never gives back what somebody took away by hand, and says so', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    unpin(day, 'prod/marta/blue')
    const second = await run(day)
    expect(keys(day)).toEqual([])
    expect(second.plan.drift.map((one) => one.is)).toEqual(['taken-by-hand'])
    expect(day.asked).toBe(1)
  })

  it('does not revive a grant taken by hand when the same thing is asked for again', async () => {
    const first = landed(aRequest('first', { when: { is: 'duration', seconds: hours(6), from: null } }))
    const day = scene(first)
    await run(day)
    unpin(day, 'prod/marta/blue')
    await run(day)
    day.standing = [first, landed(aRequest('second'), later(NOON, 600))]
    day.now = later(NOON, 660)
    await run(day)
    expect([...day.world.badges.values()].map((badge) => badge.until)).toEqual([later(NOON, 600 + hours(2))])
    await run(day)
    expect([...day.world.badges.values()].map((badge) => badge.until)).toEqual([later(NOON, 600 + hours(2))])
  })

  it('shortens what somebody prolonged by hand, without proof', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    const badge = [...day.world.badges.values()][0]
    if (badge === undefined) throw new Error('no badge')
    pin(day, 'prod/marta/blue', { ...badge, until: later(NOON, hours(9)) })
    const second = await run(day)
    expect(second.plan.steps.map((step) => [step.do, step.effect, step.because])).toEqual([
      ['adjust', 'takes', 'drift'],
    ])
    expect([...day.world.badges.values()][0]?.until).toBe(later(NOON, hours(2)))
    expect(day.asked).toBe(1)
  })

  it('leaves alone what is not ours, even where it is the very thing asked for', async () => {
    const day = scene(landed(aRequest('a')))
    const theirs: Badge = { target: 'prod', person: 'marta', name: 'blue', until: later(NOON, hours(99)), mark: null }
    pin(day, 'prod/marta/blue', theirs)
    const first = await run(day)
    expect(first.plan.drift.map((one) => one.is)).toEqual(['had-before'])
    day.now = later(NOON, hours(3))
    await run(day)
    expect([...day.world.badges.values()]).toEqual([theirs])
  })

  it('removes what was given even if somebody took our mark off it', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    const badge = [...day.world.badges.values()][0]
    if (badge === undefined) throw new Error('no badge')
    pin(day, 'prod/marta/blue', { ...badge, mark: null })
    day.now = later(NOON, hours(3))
    await run(day)
    expect(keys(day)).toEqual([])
  })

  it('removes a forged mark that no history explains, and never more of them than the limit', async () => {
    const day = scene()
    for (let n = 0; n < 11; n += 1)
      pin(day, `prod/marta/f${n}`, {
        target: 'prod',
        person: 'marta',
        name: `f${n}`,
        until: later(NOON, hours(9)),
        mark: 'f'.repeat(40),
      })
    const first = await run(day)
    expect(keys(day)).toHaveLength(11)
    expect(first.plan.blocked[0]?.cure).toContain('limits.strays')
    unpin(day, 'prod/marta/f3')
    await run(day)
    expect(keys(day)).toEqual([])
  })

  it('a forged mark of a live version gives nothing without proof', async () => {
    const request = landed(aRequest('a'))
    const day = scene(request)
    pin(day, 'prod/marta/blue', {
      target: 'prod',
      person: 'marta',
      name: 'blue',
      until: later(NOON, hours(2)),
      mark: request.version.id,
    })
    day.verdict = () => ({ is: 'refused', because: 'no-pull-request', says: 'pushed' })
    await run(day)
    expect(calls(day)).toEqual(['unpin prod/marta/blue'])
  })

  it('proves once what is there but not in the record, then leaves it', async () => {
    const request = landed(aRequest('a'))
    const day = scene(request)
    await run(day)
    day.lines = []
    await run(day)
    await run(day)
    expect(calls(day)).toHaveLength(1)
    expect(day.asked).toBe(2)
  })

  it('records the end of what vanished before it was taken', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    unpin(day, 'prod/marta/blue')
    day.now = later(NOON, hours(3)) as Instant
    await run(day)
    expect(day.lines.map((line) => line.entry.is)).toEqual([
      'opened',
      'proved',
      'granted',
      'closed',
      'opened',
      'ended',
      'closed',
    ])
    const lines = day.lines.length
    await run(day)
    expect(day.lines).toHaveLength(lines)
  })
})
