// What a run does to a world of badges: the flow's promises, one sentence each, over the smallest mode there is.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { type Instant, later } from '../../../src/core/model/time.ts'
import { anAccount, aPerson, aRequest, at, hours, landed, NOON, someSettings } from '../../support/builders.ts'
import { type Badge, emptyToyWorld } from '../../support/toy-mode.ts'
import { aScene, run, type Scene } from '../../support/toy-run.ts'

const scene = (...requests: readonly ReturnType<typeof landed>[]): Scene =>
  aScene({
    world: emptyToyWorld(),
    settings: someSettings({
      people: [aPerson('marta'), aPerson('paul')],
      accounts: [anAccount('prod'), anAccount('stage', { id: '222233334444' })],
    }),
    standing: requests,
    now: later(NOON, 60),
  })

const keys = (of: Scene): readonly string[] => [...of.world.badges.keys()].sort()
const calls = (of: Scene): readonly string[] => of.world.journal.map(({ op, key }) => `${op} ${key}`)
const pin = (of: Scene, key: string, badge: Badge): void => {
  of.world.badges = new Map([...of.world.badges, [id(key), badge]])
}
const unpin = (of: Scene, key: string): void => {
  of.world.badges = new Map([...of.world.badges].filter(([one]) => one !== key))
}

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

  it('writes nothing to the record when there is nothing to do', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    const lines = day.lines.length
    await run(day)
    expect(day.lines).toHaveLength(lines)
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
