// What a run does where it cannot read or write, where everything is held, and where an account is closing.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { anAccount, aPerson, aRequest, hours, landed, NOON, someSettings } from '../../support/builders.ts'
import { run, type Scene } from '../../support/toy-run.ts'
import { calls, keys, scene } from './reconcile-ground.ts'

describe('a run', () => {
  it('neither gives nor takes in a target that could not be read, and goes on elsewhere', async () => {
    const day = scene(landed(aRequest('a')), landed(aRequest('b', { target: 'stage' })))
    await run(day)
    day.world.dark.add('prod')
    day.now = later(NOON, hours(3))
    const second = await run(day)
    expect(keys(day)).toEqual(['prod/marta/blue'])
    expect(second.plan.unread.map((one) => one.target)).toEqual(['prod'])
  })

  it('gives nothing while the record cannot be read, but still takes what ended', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.standing = [...day.standing, landed(aRequest('b', { badges: ['red'] }), later(NOON, hours(3)))]
    day.now = later(NOON, hours(3))
    day.ledger = 'unreadable'
    await run(day)
    expect(calls(day)).toEqual(['pin prod/marta/blue', 'unpin prod/marta/blue'])
  })

  it('gives nothing while the record cannot be written, but still takes what ended', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.standing = [...day.standing, landed(aRequest('b', { badges: ['red'] }), later(NOON, hours(3)))]
    day.now = later(NOON, hours(3))
    day.ledger = 'not writable'
    const second = await run(day)
    expect(calls(day)).toEqual(['pin prod/marta/blue', 'unpin prod/marta/blue'])
    expect(second.alarms.join()).toContain('could not be opened')
  })

  it('takes away what is held, and gives it back only after proving it again', async () => {
    const request = landed(aRequest('a', { when: { is: 'duration', seconds: hours(9), from: null } }))
    const day = scene(request)
    await run(day)
    const held: Scene = {
      ...day,
      settings: someSettings({
        people: [aPerson('marta')],
        accounts: [anAccount('prod')],
        holds: [
          {
            what: { is: 'everything' },
            because: 'incident',
            since: null,
            at: { file: 'holds.yaml', line: 1, column: 1 },
          },
        ],
      }),
    }
    const second = await run(held)
    expect(second.plan.steps.map((step) => step.because)).toEqual(['held'])
    expect(keys(day)).toEqual([])
    day.lines = held.lines
    await run(day)
    expect(keys(day)).toEqual(['prod/marta/blue'])
    expect(day.asked).toBe(2)
  })

  it('takes everything of ours away in a closing account and gives nothing there', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    const closing: Scene = {
      ...day,
      settings: someSettings({ people: [aPerson('marta')], accounts: [anAccount('prod', { closing: true })] }),
    }
    const second = await run(closing)
    expect(second.plan.steps.map((step) => step.because)).toEqual(['closing'])
    await run(closing)
    expect(keys(day)).toEqual([])
  })
})
