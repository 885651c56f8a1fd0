// What bears no mark is claimed in the record before it is given, and only what was claimed is taken.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { anAccount, aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { BLUE, company, ends, forge, hold, lasting, pin } from '../../support/toy-day.ts'
import { emptyToyWorld } from '../../support/toy-mode.ts'
import { aScene, run, type Scene } from '../../support/toy-run.ts'

const ASKED = landed(aRequest('once', { when: lasting(2) }))
const CLAIMING = company({ accounts: [anAccount('prod', { mode: id('claimed') })] })

const scene = (...standing: Parameters<typeof aScene>[0]['standing']): Scene =>
  aScene({ world: emptyToyWorld(), settings: CLAIMING, standing, now: later(NOON, 60) })

const entries = ({ lines }: Scene): readonly string[] => lines.map(({ entry }) => entry.is)
const passes = (of: Scene, count: number): void => {
  of.now = later(NOON, hours(count))
}

describe('a claim', () => {
  it('stands in the record before the access does', async () => {
    const day = scene(ASKED)
    await run(day)
    expect(entries(day)).toEqual(['opened', 'proved', 'claimed', 'granted', 'closed'])
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
  })

  it('is written once for a thing, and lets it be taken at its end', async () => {
    const day = scene(ASKED)
    await run(day)
    await run(day)
    expect(entries(day).filter((is) => is === 'claimed')).toHaveLength(1)
    passes(day, 3)
    await run(day, 'expire')
    expect(ends(day)).toEqual([])
  })

  it('of a run that died lets what it gave be taken', async () => {
    const day = scene(ASKED)
    day.dies = true
    await run(day)
    expect(entries(day)).toEqual(['opened', 'proved', 'claimed'])
    day.dies = false
    day.past = [ASKED.version.id]
    day.standing = []
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('of a run that died is recorded as given once it is proved again', async () => {
    const day = scene(ASKED)
    day.dies = true
    await run(day)
    day.dies = false
    await run(day)
    expect(day.lines.at(-2)?.entry.is).toBe('granted')
    expect(ends(day)).toEqual(['prod/marta/blue until 14:00'])
  })

  it('that names no version that ever landed takes nothing', async () => {
    const day = scene()
    pin(day, {})
    forge(day, {
      is: 'claimed',
      versions: [id('f'.repeat(64))],
      existedBefore: false,
      holding: BLUE,
      mode: id('claimed'),
      target: id('prod'),
      account: '111122223333',
    })
    const last = await run(day)
    expect(ends(day)).toHaveLength(1)
    expect(last.plan.drift.map(({ is }) => is)).toEqual(['forged-mark'])
  })

  it('is not made of what was there before', async () => {
    const day = scene(ASKED)
    pin(day, {})
    await run(day)
    await run(day)
    const claims = day.lines.flatMap(({ entry }) => (entry.is === 'claimed' ? [entry.existedBefore] : []))
    expect(claims).toEqual([true])
    passes(day, 3)
    await run(day, 'expire')
    expect(ends(day)).toHaveLength(1)
  })

  it('is let go where its step was not even begun', async () => {
    const day = scene(ASKED)
    day.budget = 0
    await run(day)
    expect(entries(day)).toEqual(['opened', 'proved', 'claimed', 'ended', 'closed'])
    pin(day, {})
    day.budget = 3600
    day.standing = []
    day.past = [ASKED.version.id]
    await run(day)
    expect(ends(day)).toHaveLength(1)
  })
})

describe('a claim of what was not given', () => {
  const byHand = async (day: Scene): Promise<readonly string[]> => {
    passes(day, 48)
    await run(day)
    pin(day, {})
    await run(day)
    return ends(day)
  }

  it('ends with its request where giving failed, and takes nothing from whoever is given it by hand', async () => {
    const day = scene(ASKED)
    day.world.fault = { call: 1, when: 'before' }
    await run(day)
    day.standing = []
    day.past = [ASKED.version.id]
    expect(await byHand(day)).toHaveLength(1)
  })

  it('ends with its request where the run that claimed it died', async () => {
    const day = scene(ASKED)
    day.world.fault = { call: 1, when: 'before' }
    day.dies = true
    await run(day)
    day.dies = false
    day.world.fault = null
    expect(await byHand(day)).toHaveLength(1)
  })
})

it('what was given minutes ago and is not visible yet is not let go of when its request is withdrawn', async () => {
  const day = scene(ASKED)
  const before = { badges: day.world.badges, lanyards: day.world.lanyards }
  await run(day)
  day.world.stale = before
  day.standing = []
  day.past = [ASKED.version.id]
  day.now = later(NOON, 120)
  await run(day)
  day.world.stale = null
  passes(day, 1)
  await run(day)
  expect(ends(day)).toEqual([])
})

describe('when the record is lost', () => {
  it('what an ended request names exactly is presumed ours, taken, and said', async () => {
    const day = scene(ASKED)
    await run(day)
    day.lines = []
    passes(day, 3)
    const last = await run(day, 'expire')
    expect(ends(day)).toEqual([])
    expect(last.plan.drift.map(({ is }) => is)).toEqual(['presumed-ours'])
  })

  it('what is presumed ours is claimed before it is taken, so that a run that dies in between takes it when it comes again', async () => {
    const day = scene(ASKED)
    await run(day)
    day.lines = []
    passes(day, 3)
    const there = day.world.badges
    await run(day, 'expire')
    expect(entries(day)).toEqual(['opened', 'claimed', 'ended', 'closed'])
    day.lines = day.lines.slice(0, 2)
    day.world.badges = there
    await run(day, 'expire')
    expect(ends(day)).toEqual([])
    expect(entries(day).slice(2)).toEqual(['opened', 'ended', 'closed'])
  })

  it('what was presumed ours and is gone is claimed no more, where the run that took it died before it said so', async () => {
    const day = scene(ASKED)
    await run(day)
    day.lines = []
    passes(day, 3)
    await run(day, 'expire')
    day.lines = day.lines.slice(0, 2)
    await run(day, 'expire')
    expect(entries(day)).toEqual(['opened', 'claimed', 'opened', 'ended', 'closed'])
    pin(day, {})
    await run(day, 'expire')
    expect(ends(day)).toHaveLength(1)
  })

  it('what a live request names could be anybody’s, and stays', async () => {
    const day = scene(ASKED)
    await run(day)
    day.lines = []
    await run(day)
    expect(ends(day)).toHaveLength(1)
  })

  it('what a request from before the loss names is taken at its end, whatever was written meanwhile', async () => {
    const other = landed(aRequest('other', { badges: ['amber'], when: lasting(2) }))
    const day = scene(ASKED)
    await run(day)
    day.lines = []
    passes(day, 1)
    day.standing = [ASKED, other]
    await run(day)
    await run(day)
    passes(day, 3)
    await run(day, 'expire')
    expect(ends(day)).toEqual([])
    pin(day, {})
    await run(day, 'expire')
    expect(ends(day)).toHaveLength(1)
  })

  it('what a request from before the loss names is taken while it is held', async () => {
    const day = scene(ASKED)
    await run(day)
    day.lines = []
    passes(day, 1.5)
    day.settings = { ...CLAIMING, holds: [hold({ is: 'everything' })] }
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('what no request names stays', async () => {
    const day = scene(ASKED)
    await run(day)
    pin(day, { person: 'paul' })
    day.lines = []
    passes(day, 3)
    await run(day, 'expire')
    expect(ends(day)).toEqual(['prod/paul/blue until 14:00'])
  })
})
