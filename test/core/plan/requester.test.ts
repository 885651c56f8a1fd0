// What a requester cannot make a run do.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { ends, lasting, scene, unproved } from '../../support/toy-day.ts'
import { lanyardKey, ROOM } from '../../support/toy-lanyard.ts'
import { run } from '../../support/toy-run.ts'

describe('the requester', () => {
  it('does not keep what ended by asking again with something that cannot be proved', async () => {
    const first = landed(aRequest('first'))
    const day = scene(first)
    await run(day)
    const second = landed(aRequest('second', { when: lasting(9) }), later(NOON, 600))
    day.standing = [first, second]
    day.verdict = unproved(second)
    day.now = later(NOON, hours(2))
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('does not keep it from the expire job either', async () => {
    const first = landed(aRequest('first'))
    const day = scene(first)
    await run(day)
    day.standing = [first, landed(aRequest('second', { when: lasting(9) }), later(NOON, 600))]
    day.now = later(NOON, hours(2))
    await run(day, 'expire')
    expect(ends(day)).toEqual([])
  })

  it('does not keep what ended by a request that came too late to be given', async () => {
    const first = landed(aRequest('first', { when: lasting(48) }))
    const late = landed(aRequest('late', { when: lasting(72) }), later(NOON, hours(12)))
    const day = scene(first)
    await run(day)
    day.standing = [first, late]
    day.now = later(NOON, hours(48))
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('does not stop another from being renewed with a request that cannot be proved', async () => {
    const [first, second, third] = [
      landed(aRequest('first')),
      landed(aRequest('second', { when: lasting(4) })),
      landed(aRequest('third', { when: lasting(6) })),
    ]
    const day = scene(first)
    await run(day)
    day.standing = [first, second, third]
    day.verdict = unproved(third)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 16:00'])
  })

  it('takes nothing from those who stand by asking for more than fits', async () => {
    const first = landed(aRequest('first', { target: 'lab', badges: ['blue'] }))
    const day = scene(first)
    await run(day)
    const many = Array.from({ length: ROOM }, (_, index) => `b${index}`)
    day.standing = [first, landed(aRequest('more', { target: 'lab', badges: many }))]
    const second = await run(day)
    expect(Object.keys(day.world.lanyards.get(lanyardKey('lab', 'marta'))?.badges ?? {})).toEqual(['blue'])
    expect(second.plan.blocked.map((one) => one.because)).toContain('the lanyard is full')
  })

  it('gets nothing of a file of which one item cannot be given', async () => {
    const both = aRequest('both')
    const lines = [...both.lines, ...aRequest('both', { target: 'stage' }).lines]
    const day = scene(landed({ ...both, lines }))
    day.world.absent.add('stage marta')
    const first = await run(day)
    expect(ends(day)).toEqual([])
    expect(first.plan.blocked.map((one) => one.because)).toEqual([
      'another item of its request cannot be given',
      'the person marta@example.com does not exist in stage',
    ])
    expect(day.asked).toBe(0)
  })

  it('gets what can be read of a file of which one target cannot', async () => {
    const both = aRequest('both')
    const day = scene(landed({ ...both, lines: [...both.lines, ...aRequest('both', { target: 'stage' }).lines] }))
    day.world.dark.add('stage')
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
  })
})
