// Which requests are told to need nothing, since their people had before what they ask for.

import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import type { VersionId } from '../../../src/core/model/id.ts'
import type { Drift } from '../../../src/core/plan/by-hand.ts'
import type { Wish } from '../../../src/core/plan/desire.ts'
import { entriesAfter, entriesBefore } from '../../../src/core/plan/entries.ts'
import { hadEntries } from '../../../src/core/plan/had-entries.ts'
import type { Plan } from '../../../src/core/plan/plan.ts'
import type { Because, Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import type { Remembering } from '../../../src/core/plan/remembering.ts'
import type { Trouble } from '../../../src/core/report/record.ts'
import { NOON } from '../../support/builders.ts'
import { aGrant, aGranted, aLedger, aPlan, aRemembering, aRevocation, aStep, holdingOf } from './values.ts'

const [BLUE, AMBER] = [aGrant('a'), aGrant('a', { badge: 'amber' })]
const CORAL = aGrant('b', { badge: 'coral' })

const live = (...grants: readonly Grant[]): readonly Wish[] => grants.map((grant) => ({ grant, fate: { is: 'live' } }))
const over = (grant: Grant, because: Because = 'held'): Wish => ({ grant, fate: { is: 'over', because, says: 'held' } })
const found = (grant: Grant): Drift => ({
  holding: holdingOf(grant),
  grants: [grant.key],
  is: 'had-before',
  says: `${holdingOf(grant)}: held before`,
})
const HAD = { is: 'had', version: BLUE.version, request: 'a', says: 'prod/marta/blue: held before' }

interface Day extends Partial<Plan<'live'>> {
  readonly stands?: readonly Grant[]
  readonly trouble?: Pick<Trouble, 'is' | 'does'>
  readonly moved?: readonly VersionId[]
  readonly more?: Partial<Remembering>
}
const told = ({ stands = [], trouble, moved = [], more = {}, ...plan }: Day) => {
  const was = trouble && new Map([[BLUE.version, { says: 'no', cure: '', at: NOON, ...trouble }]])
  const asked = aRemembering({ plan: aPlan(plan), ledger: aLedger([], was && { trouble: was }), ...more })
  return hadEntries(asked, (grant) => stands.includes(grant), new Set(moved))
}

describe('a request', () => {
  const wishes = live(BLUE, AMBER)
  const drift = [found(BLUE)]

  it('of which everything was there before is told all of it, in one order', () => {
    const says = 'prod/marta/amber: held before; prod/marta/blue: held before'
    for (const order of [
      [BLUE, AMBER],
      [AMBER, BLUE],
    ])
      expect(told({ wishes: live(...order), drift: order.map(found) })).toEqual([{ ...HAD, says }])
  })

  it('of which the rest stands needs nothing either', () => {
    expect(told({ wishes, drift, stands: [AMBER] })).toEqual([HAD])
  })

  it('of which the rest is over needs nothing either', () => {
    expect(told({ wishes: [...live(BLUE), over(AMBER)], drift })).toEqual([HAD])
  })

  it('of which the rest is still to come is not told so', () => {
    expect(told({ wishes, drift })).toEqual([])
  })

  it('that is blocked is not told so, whatever was found', () => {
    const blocked = [{ grants: [BLUE.key], because: 'no such user', cure: 'make one' }]
    expect(told({ wishes: live(BLUE), drift, blocked })).toEqual([])
  })

  it('that stands as a whole is not told what was found of another', () => {
    expect(told({ wishes: live(BLUE, CORAL), drift, stands: [CORAL] })).toEqual([HAD])
  })

  it('that is not at the head is told nothing', () => {
    expect(told({ wishes: live(BLUE), drift, more: { versions: new Map() } })).toEqual([])
  })

  it('is told so once, and again when the record forgot it', () => {
    const day: Day = { wishes: live(BLUE), drift, trouble: { is: 'had', does: 'gives' } }
    expect([told(day), told({ ...day, moved: [BLUE.version] })]).toEqual([[], [HAD]])
  })

  it('of which something could not be taken away is not told so until it was', () => {
    const day: Day = { wishes: live(BLUE), drift, trouble: { is: 'failed', does: 'takes' } }
    expect([told(day), told({ ...day, moved: [BLUE.version] })]).toEqual([[], [HAD]])
    expect(told({ ...day, trouble: { is: 'failed', does: 'gives' } })).toEqual([HAD])
  })
})

describe('when a run is over', () => {
  const confirmed = NOON
  const done = ({ id: step }: Step): StepOutcome => ({ step, is: 'done', already: false, confirmed })
  const failed = ({ id: step }: Step): StepOutcome => ({
    step,
    is: 'failed',
    call: 0,
    error: { kind: 'denied', call: 'pin', said: 'no' },
  })
  const written = (step: Step, outcome: StepOutcome, wishes: readonly Wish[]) => {
    const plan = aPlan({ wishes, drift: [found(BLUE)], steps: [step] })
    return entriesAfter(aRemembering({ plan, ledger: aLedger([aGranted(AMBER)]) }), [outcome], 0).map(({ is }) => is)
  }

  it('a request of which something was given is told again that the rest needs nothing', () => {
    const widening = aStep(AMBER, { do: 'adjust' })
    const plan = aPlan({ wishes: live(BLUE, AMBER), drift: [found(BLUE)], steps: [widening] })
    const had = { is: 'had', does: 'gives', says: 'no', cure: '', at: NOON } as const
    const ledger = aLedger([aGranted(AMBER)], { trouble: new Map([[BLUE.version, had]]) })
    const written = entriesAfter(aRemembering({ plan, ledger }), [done(widening)], 0)
    expect(written.map(({ is }) => is)).toEqual(['granted', 'had', 'closed'])
  })

  it('a request of which something failed is told that, and not that it needs nothing', () => {
    const widening = aStep(AMBER, { do: 'adjust' })
    const wishes = live(BLUE, AMBER)
    expect(written(widening, failed(widening), wishes)).toEqual(['failed', 'closed'])
    expect(written(widening, done(widening), wishes)).toEqual(['granted', 'had', 'closed'])
  })

  it('a request of which something was taken for good is told that the rest needs nothing', () => {
    const taking = aRevocation(AMBER, { because: 'held' })
    expect(written(taking, done(taking), [...live(BLUE), over(AMBER, 'expired')])).toEqual(['ended', 'had', 'closed'])
  })

  it('a request of which something is held is told of the hold', () => {
    const plan = aPlan({ wishes: [...live(BLUE), over(AMBER)], drift: [found(BLUE)] })
    const cure = 'once the hold is lifted, what time is left is given'
    const told = { is: 'blocked', does: 'gives', says: 'held', cure, at: NOON } as const
    const ledger = aLedger([], { trouble: new Map([[BLUE.version, told]]) })
    expect(entriesBefore(aRemembering({ plan }))).toHaveLength(1)
    expect(entriesBefore(aRemembering({ plan, ledger }))).toEqual([])
    const taking = aRevocation(AMBER, { because: 'held' })
    expect(written(taking, done(taking), [...live(BLUE), over(AMBER)])).toEqual(['ended', 'blocked', 'closed'])
  })
})
