// What the record says of grants and of the things that hold them.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later, MINUTE } from '../../../src/core/model/time.ts'
import {
  claimMarks,
  isSettling,
  isStanding,
  mayStand,
  recordedIn,
  settlementOf,
  standingHoldings,
  stuckOn,
} from '../../../src/core/plan/settlement.ts'
import type { Trouble } from '../../../src/core/report/record.ts'
import { hours, NOON } from '../../support/builders.ts'
import { aClaim, aGrant, aGranted, aLedger, holdingOf, versionOf } from './values.ts'

const GRANT = aGrant('a')
const ended = (because: 'held' | 'undone') => ({ ended: { because, at: NOON } })

it('what could not be taken is known by its request and its thing', () => {
  const [other, third] = [aGrant('b', { badge: 'amber' }), aGrant('c')]
  const trouble: Trouble = { is: 'failed', does: 'takes', says: 'no', cure: '', at: NOON }
  const ledger = aLedger([], {
    trouble: new Map([
      [GRANT.version, { ...trouble, holding: holdingOf(GRANT) }],
      [other.version, { ...trouble, does: 'gives', holding: holdingOf(other) }],
      [third.version, trouble],
    ]),
  })
  expect([...stuckOn(ledger)]).toEqual([[GRANT.version, holdingOf(GRANT)]])
  expect([...stuckOn(null)]).toEqual([])
})

describe('a grant', () => {
  it.each([
    ['that the record does not know is new', [], 'new'],
    ['of which only another version was given is new', [aGranted(GRANT, { version: versionOf('b') })], 'new'],
    ['that was given and not ended stands', [aGranted(GRANT)], 'standing'],
    ['that Daypass took away has ended', [aGranted(GRANT, ended('held'))], 'ended'],
    ['that somebody else took away is undone', [aGranted(GRANT, ended('undone'))], 'undone'],
  ] as const)('%s', (_which, granted, is) => {
    const settlement = settlementOf(aLedger(granted))
    expect(settlement(GRANT)).toEqual(is === 'new' ? { is } : { is, granted: granted[0] })
    expect(isStanding(settlement, GRANT)).toBe(is === 'standing')
    expect(settlement(GRANT)).toBe(settlement(GRANT))
  })

  it('may stand where the record cannot be read, and is not taken for standing', () => {
    const settlement = settlementOf(null)
    expect(settlement(GRANT)).toEqual({ is: 'untold' })
    expect([mayStand(settlement, GRANT), isStanding(settlement, GRANT)]).toEqual([true, false])
  })

  it('may stand only where the record says that it does, where that can be read', () => {
    const given = [[], [aGranted(GRANT)], [aGranted(GRANT, ended('held'))], [aGranted(GRANT, ended('undone'))]]
    expect(given.map((granted) => mayStand(settlementOf(aLedger(granted)), GRANT))).toEqual([false, true, false, false])
  })

  it('may only not be visible yet for five minutes after it was confirmed', () => {
    const granted = aGranted(GRANT, { confirmed: later(NOON, MINUTE) })
    expect([5 * MINUTE, 6 * MINUTE - 1, 6 * MINUTE].map((s) => isSettling(granted, later(NOON, s)))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('what stands', () => {
  const [second, other, gone] = [aGrant('b'), aGrant('c', { badge: 'amber' }), aGrant('d', { badge: 'coral' })]
  const [blue, amber] = [holdingOf(GRANT), holdingOf(other)]
  const granted = [
    aGranted(GRANT, { identity: 'id-of-then' }),
    aGranted(other),
    aGranted(second),
    aGranted(gone, ended('held')),
  ]

  it('is told by where it is held, with every grant on it', () => {
    const standing = standingHoldings(aLedger(granted))
    expect([...standing.keys()]).toEqual([blue, amber])
    expect(standing.get(blue)).toEqual([granted[0], granted[2]])
    expect(standing.get(amber)).toEqual([granted[1]])
    expect(standingHoldings(null)).toEqual(new Map())
  })

  it('and what is claimed is looked at, with whom it was given to', () => {
    const claim = aClaim({ versions: [GRANT.version] })
    const claims = new Map([
      [blue, claim],
      [id<'holding'>('prod/paul/blue'), claim],
    ])
    expect([...recordedIn(aLedger(granted, { claims }))]).toEqual([
      [blue, 'id-of-then'],
      ['prod/paul/blue', null],
      [amber, 'id-of-marta@example.com'],
    ])
    expect(recordedIn(null)).toEqual(new Map())
  })
})

describe('a claim', () => {
  const blue = holdingOf(GRANT)
  const claims = new Map([[blue, aClaim({ versions: [versionOf('old'), GRANT.version] })]])

  it('is a mark of the newest version that claimed it, with the latest end that stands', () => {
    const granted = [hours(2), hours(5), hours(3)].map((until, at) =>
      aGranted(aGrant(`r${at}`), { until: later(NOON, until) }),
    )
    expect([...claimMarks(aLedger(granted, { claims }))]).toEqual([
      [blue, { version: GRANT.version, expires: later(NOON, hours(5)) }],
    ])
  })

  it('of what was never given has no end', () => {
    const elsewhere = aGranted(aGrant('c', { badge: 'amber' }))
    expect([...claimMarks(aLedger([elsewhere, aGranted(GRANT, ended('held'))], { claims }))]).toEqual([
      [blue, { version: GRANT.version, expires: null }],
    ])
  })

  it('of nobody names no version', () => {
    const nobody = new Map([[blue, aClaim({ versions: [] })]])
    expect([...claimMarks(aLedger([], { claims: nobody }))]).toEqual([[blue, { version: '', expires: null }]])
  })

  it('of what was there before is no mark, and an unreadable record claims nothing', () => {
    const before = new Map([[blue, aClaim({ versions: [GRANT.version], existedBefore: true })]])
    expect([claimMarks(aLedger([], { claims: before })).size, claimMarks(null).size]).toEqual([0, 0])
  })
})
