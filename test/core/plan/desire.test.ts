// What becomes of what was asked for, now.

import { describe, expect, it } from 'vitest'
import { later, MINUTE } from '../../../src/core/model/time.ts'
import type { Asked } from '../../../src/core/plan/asked.ts'
import { type Desiring, desire, type Fate, liveGrants } from '../../../src/core/plan/desire.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import { hours, NOON } from '../../support/builders.ts'
import { proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger } from './values.ts'

const GRANT = aGrant('a')
const HELD = { is: 'over', because: 'held', says: 'held: incident' } as const
const asked = (more: Partial<Asked> = {}): Asked => ({ grant: GRANT, over: null, whole: true, bundle: 'same', ...more })
const desiring = (more: Partial<Desiring> = {}): Desiring => ({
  settlement: settlementOf(aLedger()),
  verdicts: new Map(),
  refusedBefore: new Map(),
  now: later(NOON, MINUTE),
  ...more,
})
const untold = settlementOf(null)
const standing = settlementOf(aLedger([aGranted(GRANT)]))
const endedBy = (because: 'held' | 'undone') =>
  settlementOf(aLedger([aGranted(GRANT, { ended: { because, at: NOON } })]))
const verdict = (says: string) =>
  new Map([[GRANT.version, { is: 'refused', because: 'edited', says }]]) as Desiring['verdicts']

describe('a grant', () => {
  const EXPIRED = { is: 'over', because: 'expired', says: 'ended 2026-12-01T14:00:00Z' }
  const DEAD = { is: 'dead', says: 'less than 5 minutes are left until 2026-12-01T14:00:00Z' }
  const refused = (says: string) => ({ is: 'over', because: 'refused', says })
  const atEnd = GRANT.until
  const refusedBefore = new Map([[GRANT.version, { says: 'edited once' }]])

  it.each<[string, Partial<Asked>, Partial<Desiring>, unknown]>([
    ['is live when nothing is in its way', {}, {}, { is: 'live' }],
    ['is live from the instant it is asked from', {}, { now: NOON }, { is: 'live' }],
    ['is not there yet before', {}, { now: later(NOON, -1) }, { is: 'not-yet', from: NOON }],
    ['is over at its end', {}, { now: atEnd }, EXPIRED],
    [
      'is over at its end whatever else is said of it',
      { over: HELD },
      { now: atEnd, verdicts: verdict('edited') },
      EXPIRED,
    ],
    ['is over where its proof is refused', { over: HELD }, { verdicts: verdict('edited') }, refused('edited')],
    ['stays refused in later runs', { over: HELD }, { refusedBefore }, refused('edited once')],
    ['is judged anew where it is asked again', {}, { refusedBefore, verdicts: verdict('again') }, refused('again')],
    [
      'is refused no more once it is proved',
      {},
      { refusedBefore, verdicts: new Map([[GRANT.version, proved(GRANT.version)]]) },
      { is: 'live' },
    ],
    ['is over where it is held, also before it begins', { over: HELD }, { now: later(NOON, -1) }, HELD],
    ['is worth giving with five minutes left', {}, { now: later(atEnd, -5 * MINUTE) }, { is: 'live' }],
    ['is not worth giving with less', {}, { now: later(atEnd, -5 * MINUTE + 1) }, DEAD],
    [
      'that ended before is not worth giving back either',
      {},
      { now: later(atEnd, -1), settlement: endedBy('held') },
      DEAD,
    ],
    ['that may stand goes on to its last second', {}, { now: later(atEnd, -1), settlement: untold }, { is: 'live' }],
    ['that stands goes on to its last second', {}, { now: later(atEnd, -1), settlement: standing }, { is: 'live' }],
  ])('%s', (_which, more, when, fate) => {
    expect(desire({ asked: [asked(more)], blocked: [] }, desiring(when)).wishes).toEqual([{ grant: GRANT, fate }])
  })
})

describe('what is asked for', () => {
  const other = aGrant('a', { badge: 'amber' })
  it('while the record cannot be read is whatever may stand: of broken files, and of bundles of then and of now', () => {
    const parts = [asked({ whole: false }), asked({ bundle: 'kept' }), asked({ grant: other, bundle: 'added' })]
    expect(badges(parts, { settlement: untold })).toEqual(['badge:blue', 'badge:blue', 'badge:amber'])
  })

  const badges = (parts: readonly Asked[], when: Partial<Desiring> = {}) =>
    desire({ asked: parts, blocked: [] }, desiring(when)).wishes.map(({ grant }) => grant.item.entitlement.what)

  it('of a file that is not whole is only what stands', () => {
    const both = [asked({ whole: false }), asked({ grant: other, whole: false })]
    expect(badges(both)).toEqual([])
    expect(badges(both, { settlement: standing })).toEqual(['badge:blue'])
    expect(badges(both, { settlement: endedBy('held') })).toEqual([])
  })

  it('of an old bundle goes on where it stands', () => {
    const kept = [asked({ bundle: 'kept' })]
    expect([badges(kept), badges(kept, { settlement: standing })]).toEqual([[], ['badge:blue']])
  })

  it('of a new bundle is for those who were never given the old one', () => {
    const parts = [asked(), asked({ grant: other, bundle: 'added' })]
    expect(badges(parts)).toEqual(['badge:blue', 'badge:amber'])
    for (const settlement of [standing, endedBy('held'), endedBy('undone')])
      expect(badges(parts, { settlement })).toEqual(['badge:blue'])
  })

  it('of a new bundle is nothing to those whose file is broken', () => {
    expect(badges([asked({ grant: other, bundle: 'added', whole: false })])).toEqual([])
  })

  it('of one version says nothing of another', () => {
    const later2 = aGrant('b', { badge: 'amber' })
    const parts = [asked(), asked({ grant: later2, bundle: 'added' })]
    expect(badges(parts, { settlement: standing })).toEqual(['badge:blue', 'badge:amber'])
  })
})

it('only live wishes are grants to be given, and what blocks them is told on', () => {
  const [held, ended] = [aGrant('b'), aGrant('c', { until: later(NOON, -hours(1)) })]
  const blocked = [{ grants: [GRANT.key], because: 'no', cure: 'yes' }]
  const desired = desire(
    { asked: [asked(), asked({ grant: held, over: HELD }), asked({ grant: ended })], blocked },
    desiring(),
  )
  expect(liveGrants(desired)).toEqual([GRANT])
  expect(desired.blocked).toBe(blocked)
  expect(desired.wishes.map(({ fate }): Fate['is'] => fate.is)).toEqual(['live', 'over', 'over'])
})
