// What a requester, an insider, a responder, a clock or a dying job cannot make a run do: found by attack, kept as sentences.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Hold, Settings } from '../../../src/core/model/settings.ts'
import { later } from '../../../src/core/model/time.ts'
import { chainOn } from '../../../src/core/report/chain.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { Entry } from '../../../src/core/report/record.ts'
import {
  anAccount,
  anyFilter,
  aPerson,
  aRequest,
  aRule,
  at,
  auto,
  HERE,
  hours,
  landed,
  NOON,
  type SettingsParts,
  someSettings,
} from '../../support/builders.ts'
import { lanyardKey, ROOM } from '../../support/toy-lanyard.ts'
import { type Badge, badgeKey, emptyToyWorld } from '../../support/toy-mode.ts'
import { aScene, proved, run, type Scene } from '../../support/toy-run.ts'

type Landed = ReturnType<typeof landed>

const company = (more: SettingsParts = {}): Settings =>
  someSettings({
    people: [aPerson('marta'), aPerson('paul')],
    accounts: [
      anAccount('prod'),
      anAccount('stage', { id: '222233334444' }),
      anAccount('lab', { id: '333344445555', mode: id('lanyard') }),
    ],
    ...more,
  })

const scene = (...standing: readonly Landed[]): Scene =>
  aScene({ world: emptyToyWorld(), settings: company(), standing, now: later(NOON, 60) })

const lasting = (count: number) => ({ is: 'duration', seconds: hours(count), from: null }) as const
const hold = (what: Hold['what']): Hold => ({ what, because: 'incident', since: null, at: HERE })
const BLUE = badgeKey('prod', 'marta', 'blue')

const ends = (of: Scene): readonly string[] =>
  [...of.world.badges]
    .map(([key, badge]) => `${key} until ${new Date(badge.until * 1000).toISOString().slice(11, 16)}`)
    .sort()
const pin = (of: Scene, badge: Partial<Badge>): void => {
  const before = of.world.badges.get(BLUE)
  const whole = {
    target: 'prod',
    person: 'marta',
    name: 'blue',
    until: later(NOON, hours(2)),
    mark: null,
    ...before,
    ...badge,
  }
  of.world.badges = new Map([...of.world.badges, [badgeKey(whole.target, whole.person, whole.name), whole]])
}
const unpin = (of: Scene): void => {
  of.world.badges = new Map([...of.world.badges].filter(([key]) => key !== BLUE))
}
const unproved = (...those: readonly Landed[]): Scene['verdict'] => {
  const versions = new Set(those.map(({ version }) => version.id))
  return (version) => (versions.has(version) ? { is: 'unknown', because: 'GitHub does not answer' } : proved(version))
}
const forge = (of: Scene, ...entries: readonly Entry[]): void => {
  of.lines.push(...chainOn(foldLines(of.lines).lastDigest, entries, of.now, 'forger'))
}
const given = (
  one: Landed,
  until = later(NOON, hours(9)),
  more: Partial<Extract<Entry, { is: 'granted' }>> = {},
): Entry => ({
  is: 'granted',
  grants: [{ grant: id(`${one.request.id}/marta/prod/badge:blue`), version: one.version.id }],
  identity: 'id-of-marta@example.com',
  content: id('0'.repeat(64)),
  until,
  confirmed: later(NOON, -hours(1)),
  holding: BLUE,
  mode: id('toy'),
  target: id('prod'),
  account: '111122223333',
  ...more,
})

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

describe('settings at the head that are not in force', () => {
  it('give nothing that those in force deny', async () => {
    const day = scene(landed(aRequest('a')))
    day.inForce = company({
      rules: [aRule('everything', [auto]), aRule('no', [], { what: anyFilter, deny: 'Not now' })],
    })
    await run(day)
    expect(ends(day)).toEqual([])
  })

  it('that name another account give nothing there, and what was given is taken', async () => {
    const day = scene(landed(aRequest('a')))
    await run(day)
    day.settings = company({ accounts: [anAccount('prod', { id: '999999999999' })] })
    const second = await run(day)
    expect(ends(day)).toEqual([])
    expect(second.plan.blocked.map((one) => one.because)).toContain(
      'prod is another account than when this was granted',
    )
  })
})

describe('a holder that is not proved any more', () => {
  it('is left out and its part cut when a later one is given; the later one goes on', async () => {
    const [first, second] = [
      landed(aRequest('first', { when: lasting(3) })),
      landed(aRequest('second'), later(NOON, 3000)),
    ]
    const day = scene(first)
    await run(day)
    day.standing = [first, landed(aRequest('second', { when: lasting(4) }), later(NOON, 600))]
    day.now = later(NOON, 660)
    day.verdict = (version) =>
      version === first.version.id ? { is: 'refused', because: 'rules-now', says: 'not allowed now' } : proved(version)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 16:10'])
    expect(second.version.id).not.toBe(first.version.id)
  })

  it('keeps what it has while its proof cannot be read', async () => {
    const first = landed(aRequest('first', { when: lasting(3) }))
    const day = scene(first)
    await run(day)
    day.standing = [first, landed(aRequest('second', { when: lasting(4) }), later(NOON, 600))]
    day.verdict = unproved(first)
    day.now = later(NOON, 660)
    await run(day)
    expect(ends(day)).toEqual(['prod/marta/blue until 15:00'])
  })
})

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
