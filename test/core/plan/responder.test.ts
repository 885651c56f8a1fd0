// What stays away when an incident responder, or a hold, took it away.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { company, ends, hold, lasting, pin, scene, unpin } from '../../support/toy-day.ts'
import { run } from '../../support/toy-run.ts'

describe('the incident responder', () => {
  const long = landed(aRequest('long', { when: lasting(9) }))

  it('is not undone when the same thing is asked for by a second and a third request', async () => {
    const day = scene(long)
    await run(day)
    unpin(day)
    day.now = later(NOON, 600)
    await run(day)
    for (const [name, minutes] of [
      ['second', 20],
      ['third', 40],
    ] as const) {
      day.now = later(NOON, minutes * 60)
      day.standing = [...day.standing, landed(aRequest(name), later(day.now, -60))]
      await run(day)
      await run(day)
    }
    expect(ends(day)).toEqual(['prod/marta/blue until 14:39'])
  })

  it('is told as long as the request stands, and what comes back without a request is removed', async () => {
    const day = scene(long)
    await run(day)
    const before = day.world.badges
    unpin(day)
    day.now = later(NOON, 600)
    await run(day)
    day.world.badges = before
    const last = await run(day)
    expect(ends(day)).toEqual([])
    expect(last.plan.steps.map((step) => step.because)).toEqual(['undone'])
    expect((await run(day)).plan.drift.map((one) => one.is)).toEqual(['taken-by-hand'])
    expect(day.asked).toBe(1)
  })

  it('is not undone when nobody looked between the removal and the next request', async () => {
    const day = scene(long)
    await run(day)
    unpin(day)
    for (const [name, minutes] of [
      ['second', 20],
      ['third', 40],
    ] as const) {
      day.now = later(NOON, minutes * 60)
      day.standing = [...day.standing, landed(aRequest(name), later(day.now, -60))]
      await run(day)
    }
    expect(ends(day)).toEqual(['prod/marta/blue until 14:39'])
  })

  it('who cuts something short is not undone by a request for the same thing', async () => {
    const day = scene(long)
    await run(day)
    day.now = later(NOON, 600)
    pin(day, { until: later(NOON, hours(1)) })
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 13:00'])
    day.standing = [long, landed(aRequest('second'), day.now)]
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:10'])
    day.standing = [...day.standing, landed(aRequest('third', { when: lasting(3) }), day.now)]
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 15:10'])
  })

  it('who cuts something short sees it end then', async () => {
    const day = scene(long)
    await run(day)
    pin(day, { until: later(NOON, hours(1)) })
    day.now = later(NOON, hours(1))
    await run(day)
    expect(ends(day)).toEqual([])
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('who cuts something short and then holds is not undone when the hold is lifted', async () => {
    const day = scene(long)
    await run(day)
    day.now = later(NOON, 600)
    pin(day, { until: later(NOON, hours(1)) })
    day.settings = company({ holds: [hold({ is: 'everything' })] })
    await run(day)
    day.settings = company()
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('who removes and then holds is not undone when the hold is lifted', async () => {
    const day = scene(long)
    await run(day)
    unpin(day)
    day.settings = company({ holds: [hold({ is: 'everything' })] })
    day.now = later(NOON, 600)
    await run(day)
    day.settings = company()
    await run(day)
    expect(ends(day)).toEqual([])
  })
})

describe('a hold', () => {
  const [first, second] = [landed(aRequest('first', { when: lasting(6) })), landed(aRequest('second'))]

  it('of one request cuts its part of what two hold, and lifted it is given again after proof', async () => {
    const day = scene(first, second)
    await run(day)
    day.settings = company({ holds: [hold({ is: 'request', request: 'first' })] })
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
    day.settings = company()
    const asked = day.asked
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 18:00'])
    expect(day.asked).toBe(asked + 1)
  })

  it('on one target takes at once, though another target of the same request cannot be read', async () => {
    const both = aRequest('both')
    const day = scene(landed({ ...both, lines: [...both.lines, ...aRequest('both', { target: 'stage' }).lines] }))
    await run(day)
    day.world.dark.add('stage')
    day.settings = company({ holds: [hold({ is: 'target', target: id('prod') })] })
    await run(day)
    expect(ends(day)).toEqual(['stage/marta/blue until 14:00'])
  })

  it('at the head counts though it is not proved, and lifting it at the head does not', async () => {
    const day = scene(first)
    await run(day)
    const held = company({ holds: [hold({ is: 'person', person: id('marta') })] })
    day.settings = held
    day.inForce = company()
    await run(day)
    expect(ends(day)).toEqual([])
    day.settings = company()
    day.inForce = held
    await run(day)
    expect(ends(day)).toEqual([])
  })
})
