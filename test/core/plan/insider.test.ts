// What somebody who edits the cloud or the ledger cannot make a run do.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { BLUE, ends, forge, given, lasting, pin, scene, unpin, unproved } from '../../support/toy-day.ts'
import { run } from '../../support/toy-run.ts'

describe('somebody who edits the cloud', () => {
  it('does not get an unproved request written down as granted by widening what is there', async () => {
    const first = landed(aRequest('first'))
    const day = scene(first)
    await run(day)
    const second = landed(aRequest('second', { when: lasting(4) }), later(NOON, 600))
    day.standing = [first, second]
    day.verdict = unproved(second)
    pin(day, { until: later(NOON, hours(99)) })
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
    expect([...foldLines(day.lines).granted.values()].map((one) => one.version)).toEqual([first.version.id])
  })

  it('cannot make a mark of an unproved request last, once that is refused', async () => {
    const request = landed(aRequest('a'))
    const day = scene(request)
    pin(day, { mark: request.version.id })
    day.verdict = unproved(request)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
    day.verdict = () => ({ is: 'refused', because: 'no-pull-request', says: 'pushed' })
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('does not keep a forged mark of a request that came too late beyond what is proved', async () => {
    const request = landed(aRequest('a', { when: lasting(72) }))
    const day = scene(request)
    day.now = later(NOON, hours(30))
    pin(day, { mark: request.version.id, until: later(NOON, hours(50)) })
    await run(day)
    expect(ends(day)).toEqual([])
  })
})

describe('somebody who writes into the ledger', () => {
  it('does not make an unproved request outlast what was given', async () => {
    const [first, second] = [landed(aRequest('first')), landed(aRequest('second', { when: lasting(9) }))]
    const day = scene(first)
    await run(day)
    day.standing = [first, second]
    day.verdict = unproved(second)
    forge(day, given(second))
    await run(day)
    day.now = later(NOON, hours(2))
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('gives nothing by calling it granted', async () => {
    const request = landed(aRequest('a', { when: lasting(9) }))
    const day = scene(request)
    forge(day, given(request))
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('cannot have removed what somebody held before, unless history names the request', async () => {
    const day = scene()
    pin(day, {})
    forge(day, given(landed(aRequest('never'))))
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
  })

  it('does not bring back what was undone by telling another end', async () => {
    const request = landed(aRequest('a', { when: lasting(9) }))
    const day = scene(request)
    await run(day)
    unpin(day)
    day.now = later(NOON, 600)
    await run(day)
    forge(day, {
      is: 'ended',
      because: 'held',
      versions: [],
      until: null,
      confirmed: day.now,
      holding: BLUE,
      mode: id('toy'),
      target: id('prod'),
      account: '',
    })
    forge(day, given(request))
    await run(day)
    expect(ends(day)).toEqual([])
  })
})
