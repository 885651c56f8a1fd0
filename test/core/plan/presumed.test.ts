// What is presumed to be ours when the record is lost.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Lapse } from '../../../src/core/model/permissions.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import type { Fate } from '../../../src/core/plan/desire.ts'
import { presumable, presume } from '../../../src/core/plan/presumed.ts'
import type { Observation, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { Ledger } from '../../../src/core/report/record.ts'
import { hours, NOON } from '../../support/builders.ts'
import { toyClaimed } from '../../support/toy-claimed.ts'
import { type Content, emptyToyWorld, toyMode } from '../../support/toy-mode.ts'
import { aClaim, aGrant, aGranted, aLedger, holdingOf } from './values.ts'

const GRANT = aGrant('a')

describe('an ended request', () => {
  const carrying = (group: Lapse | null) =>
    new Map([['toy', { statements: null, policy: null, narrowed: null, role: null, permissionSet: null, group }]])
  const over = (because: 'expired' | 'held' | 'refused'): Fate => ({ is: 'over', because, says: '' })
  const asked = (
    fate: Fate = over('expired'),
    group: Lapse | null = 'never',
    state: 'whole' | 'new' | 'lost' | null = 'lost',
  ) =>
    presumable(
      { wishes: [{ grant: GRANT, fate }], blocked: [] },
      carrying(group),
      state === null ? null : aLedger([], { state }),
      NOON,
    )

  it('is asked about where there is no record, whether lost or not begun', () => {
    expect([asked(), asked(undefined, 'never', 'new')]).toEqual([[GRANT], [GRANT]])
  })

  it.each<[string, Parameters<typeof asked>]>([
    ['while the record is whole', [undefined, 'never', 'whole']],
    ['while the record cannot be read', [undefined, 'never', null]],
    ['where it ends by itself', [undefined, 'always']],
    ['where it ends for new sessions', [undefined, 'depends']],
    ['where it cannot be given at all', [undefined, null]],
    ['that is live', [{ is: 'live' }]],
    ['that is over for another reason', [over('held')]],
  ])('is not asked about %s', (_when, parts) => {
    expect(asked(...parts)).toEqual([])
  })

  describe('that landed an hour before the record began', () => {
    const began = later(GRANT.landedAt, HOUR)
    const under = (fate: Fate, more: Partial<Ledger> = {}, now = later(NOON, hours(9))) =>
      presumable(
        { wishes: [{ grant: GRANT, fate }], blocked: [] },
        carrying('never'),
        aLedger([], { since: began, ...more }),
        now,
      )

    it.each<[string, Fate]>([
      ['has ended', over('expired')],
      ['is held', over('held')],
    ])('is asked about where it %s, though there is a record', (_what, fate) => {
      expect(under(fate)).toEqual([GRANT])
    })

    it('is asked about where there is no line of a record at all', () => {
      expect(under(over('held'), { since: null, state: 'new' }, began)).toEqual([GRANT])
      expect(under(over('held'), { since: null, state: 'new' }, later(began, -1))).toEqual([])
    })

    it.each<[string, Fate, Partial<Ledger>]>([
      ['landed later', over('expired'), { since: later(began, -1) }],
      ['was refused', over('refused'), {}],
      ['is live', { is: 'live' }, {}],
      ['is told of as given', over('expired'), aLedger([aGranted(GRANT)], { since: began })],
      [
        'is told of as claimed',
        over('expired'),
        { claims: new Map([[holdingOf(GRANT), aClaim({ versions: [GRANT.version] })]]) },
      ],
    ])('is not asked about where it %s', (_what, fate, more) => {
      expect(under(fate, more)).toEqual([])
    })
  })

  it('is not asked about where nobody knows how it is given', () => {
    const desired = { wishes: [{ grant: GRANT, fate: over('expired') }], blocked: [] }
    expect(presumable(desired, new Map(), aLedger([], { state: 'lost' }), NOON)).toEqual([])
  })
})

describe('an unmarked thing', () => {
  const MODE = toyClaimed(emptyToyWorld(), ['prod'], NOON)
  const resolved = (grant: typeof GRANT): Resolved => ({ grant, identity: 'id-of-marta', facts: [] })
  const content: Content = { target: 'prod', person: 'marta', name: 'blue', until: GRANT.until }
  const there = (more: Partial<Observed<Content>> = {}): Observed<Content> => ({
    key: holdingOf(GRANT),
    mode: id('claimed'),
    target: id('prod'),
    scope: id('prod'),
    state: 'there',
    mark: null,
    identity: 'id-of-marta',
    content,
    digest: id('0'.repeat(64)),
    says: 'badge blue of marta in prod',
    ...more,
  })
  const seen = (...observed: readonly Observed<Content>[]): Observation<Content> => ({
    asOf: NOON,
    scopes: new Map(),
    observed,
    facts: new Map(),
  })
  const NOTHING = { claims: new Map(), drift: [] }

  it('that ended requests name exactly is claimed for the one that ended last, and that is said', () => {
    const last = aGrant('b', { until: later(NOON, hours(4)) })
    const other = there({ key: id('prod/marta/amber') })
    const presumed = presume(MODE, [resolved(GRANT), resolved(last)], seen(other, there()))
    expect([...presumed.claims]).toEqual([
      [holdingOf(GRANT), { version: last.version, expires: later(NOON, hours(4)) }],
    ])
    expect(presumed.drift).toEqual([
      {
        holding: holdingOf(GRANT),
        grants: [GRANT.key, last.key],
        is: 'presumed-ours',
        says: 'badge blue of marta in prod: the record is lost, and a request that ended names exactly this, so it is taken away',
        found: { mode: 'claimed', target: 'prod' },
      },
    ])
  })

  it('that no ended request names is nobody’s business', () => {
    expect(presume(MODE, [], seen(there()))).toEqual(NOTHING)
    expect(presume(MODE, [resolved(aGrant('a', { badge: 'amber' }))], seen(there()))).toEqual(NOTHING)
  })

  it('of which the record tells is judged by what it tells', () => {
    expect(presume(MODE, [resolved(GRANT)], seen(there()), new Set([holdingOf(GRANT)]))).toEqual(NOTHING)
  })

  it('that is gone is not taken', () => {
    expect(presume(MODE, [resolved(GRANT)], seen())).toEqual(NOTHING)
  })

  it('that bears a mark speaks for itself', () => {
    const marked = there({ mark: { version: GRANT.version, expires: null } })
    expect(presume(MODE, [resolved(GRANT)], seen(marked))).toEqual(NOTHING)
  })

  it('of a way of giving that leaves marks was marked if it was ours', () => {
    const toy = toyMode(emptyToyWorld(), ['prod'], NOON)
    expect(presume(toy, [resolved(GRANT)], seen(there()))).toEqual(NOTHING)
  })

  it('is presumed of nobody’s request where none ends when it would', () => {
    const endless = {
      place: (...asked: Parameters<typeof MODE.place>) => {
        const { holdings, blocked } = MODE.place(...asked)
        return { holdings: holdings.map((one) => ({ ...one, until: later(one.until, 1) })), blocked }
      },
    }
    expect(presume(endless, [resolved(GRANT)], seen(there()))).toEqual(NOTHING)
  })
})
