// What is written down of things that bear no mark, and which account an entry names.

import { describe, expect, it } from 'vitest'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import type { Drift } from '../../../src/core/plan/by-hand.ts'
import { claimEntries, foundEntries, letGo, spentEntries } from '../../../src/core/plan/claim-entries.ts'
import { accountOf, heldBy, type Remembering, versionsOf } from '../../../src/core/plan/remembering.ts'
import { NOON } from '../../support/builders.ts'
import { aClaim, aGrant, aGranted, aLedger, aPlan, aRemembering, aStep, holdingOf, versionOf } from './values.ts'

const [GRANT, SECOND] = [aGrant('a'), aGrant('b')]
const BLUE = holdingOf(GRANT)
const about = { holding: BLUE, mode: 'toy', target: 'prod', account: '111122223333' }
const holders = [SECOND, GRANT, SECOND].map((one) => ({ grant: one.key, version: one.version }))
const claiming = aStep(GRANT, { claims: true, holders })
const both = [GRANT.version, SECOND.version].toSorted()
const claimed = (versions: readonly (typeof GRANT.version)[], holding: HoldingKey = BLUE) =>
  aLedger([], { claims: new Map([[holding, aClaim({ versions })]]) })

describe('what a step will give', () => {
  const entries = (more: Partial<Remembering> = {}, step = claiming) =>
    claimEntries(aRemembering({ plan: aPlan({ steps: [step] }), ...more }))

  it('is claimed for everybody whom it is given to, each once', () => {
    expect(entries()).toEqual([{ is: 'claimed', versions: both, existedBefore: false, ...about }])
  })

  it('is not claimed where it bears a mark', () => {
    expect(entries({}, aStep(GRANT))).toEqual([])
  })

  it('is claimed again only for somebody new', () => {
    expect(entries({ ledger: claimed(both) })).toEqual([])
    expect(entries({ ledger: claimed([GRANT.version]) })).toMatchObject([{ versions: both }])
    expect(entries({ ledger: claimed(both, id('elsewhere')) })).toMatchObject([{ versions: both }])
  })
})

it('a claim that is spent ends for all who claimed it, and names its account', () => {
  const claim = aClaim({ versions: both, account: '444455556666' })
  const plan = aPlan({ spent: [{ holding: BLUE, claim }] })
  expect(spentEntries(aRemembering({ plan }))).toEqual([
    {
      is: 'ended',
      because: 'expired',
      versions: both,
      until: null,
      confirmed: plan.now,
      ...about,
      account: '444455556666',
    },
  ])
})

describe('what was there before', () => {
  const drift = (more: Partial<Drift> = {}): Drift => ({
    holding: BLUE,
    grants: [SECOND.key, GRANT.key, SECOND.key, id('nobody')],
    is: 'had-before',
    says: 'badge blue',
    found: { mode: id('toy'), target: id('prod') },
    ...more,
  })
  const wishes = [GRANT, SECOND].map((grant) => ({ grant, fate: { is: 'live' } as const }))
  const entries = (one: Drift, more: Partial<Remembering> = {}) =>
    foundEntries(aRemembering({ plan: aPlan({ wishes, drift: [one] }), ...more }))

  it('is written down as such, with whoever asks for it', () => {
    expect(entries(drift())).toEqual([{ is: 'claimed', versions: both, existedBefore: true, ...about }])
  })

  it('is written down as ours where it is presumed to be', () => {
    expect(entries(drift({ is: 'presumed-ours' }))).toMatchObject([{ versions: both, existedBefore: false }])
  })

  it('is not written down where anybody who asks may have been given it under a record that is lost', () => {
    const began = later(GRANT.landedAt, HOUR)
    const newer = { ...SECOND, landedAt: began }
    const asking = [GRANT, newer].map((grant) => ({ grant, fate: { is: 'live' } as const }))
    const written = (since: typeof began) =>
      foundEntries(aRemembering({ plan: aPlan({ wishes: asking, drift: [drift()] }), ledger: aLedger([], { since }) }))
    expect(written(began)).toEqual([])
    expect(written(later(began, -1))).toHaveLength(1)
  })

  it('names those who ask in one order, whoever comes first', () => {
    for (const grants of [
      [GRANT.key, SECOND.key],
      [SECOND.key, GRANT.key],
    ])
      expect(entries(drift({ grants }))).toMatchObject([{ versions: both }])
  })

  it('is written down once', () => {
    expect(entries(drift(), { ledger: claimed(both) })).toEqual([])
  })

  it('is not written down where a mark would have told', () => {
    const { found, ...marked } = drift()
    expect([found?.mode, entries(marked)]).toEqual(['toy', []])
  })
})

describe('what was not even begun', () => {
  it('lets go of the claim of this run', () => {
    expect(letGo(aRemembering(), claiming)).toEqual([
      { is: 'ended', because: 'changed', versions: both, until: GRANT.until, confirmed: NOON, ...about },
    ])
  })

  it('keeps a claim of an earlier run, and what bears a mark had none', () => {
    expect(letGo(aRemembering({ ledger: claimed([versionOf('c')]) }), claiming)).toEqual([])
    expect(letGo(aRemembering(), aStep(GRANT))).toEqual([])
  })
})

describe('the account of an entry', () => {
  const open = [
    { target: id<'target'>('stage'), account: '444444444444', mode: id<'mode'>('toy') },
    { target: id<'target'>('prod'), account: '333333333333', mode: id<'mode'>('toy') },
  ]
  const account = (more: Partial<Remembering>) => accountOf(aRemembering(more), BLUE, id('prod'))

  it.each([
    [
      'as it was recorded',
      { ledger: aLedger([aGranted(GRANT, { account: '222222222222' })], { open }) },
      '222222222222',
    ],
    ['else as the settings have it', { ledger: aLedger([], { open }) }, '111122223333'],
    ['else as something open there has it', { ledger: aLedger([], { open }), accounts: new Map() }, '333333333333'],
    ['and else the name itself', { accounts: new Map() }, 'prod'],
  ])('is told %s', (_how, more, is) => {
    expect(account(more)).toBe(is)
  })

  it('is that of what stands, and not of what ended', () => {
    const ended = { ended: { because: 'held', at: NOON } } as const
    const ledger = aLedger([
      aGranted(GRANT, { account: '222222222222', ...ended }),
      aGranted(SECOND, { account: '555555555555' }),
    ])
    expect(account({ ledger })).toBe('555555555555')
  })
})

it('those who stand on a thing are named once each, in order', () => {
  const [third, other] = [
    aGrant('c', { item: { ...aGrant('c').item, key: id('c/more') } }),
    aGrant('d', { badge: 'amber' }),
  ]
  const granted = [SECOND, GRANT, third, other].map((one) => aGranted(one))
  const twice = aGranted(GRANT, { grant: id('a/again') })
  const asked = aRemembering({ ledger: aLedger([...granted, twice]) })
  const three = [GRANT, SECOND, third].map((one) => one.version).toSorted()
  expect([heldBy(asked, BLUE), heldBy(asked, BLUE), heldBy(asked, id('nothing'))]).toEqual([three, three, []])
  expect(versionsOf(claiming)).toEqual(both)
})
