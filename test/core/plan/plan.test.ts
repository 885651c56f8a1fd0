// What a plan is: its order, its digest, and what is left of it for runs that may only take.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { endedOnly, explainedOnly, inOrder, revokingOnly } from '../../../src/core/plan/plan.ts'
import type { Step } from '../../../src/core/plan/provisioner.ts'
import { limitStrays } from '../../../src/core/plan/safeguards.ts'
import { hours, NOON } from '../../support/builders.ts'
import { aClaim, aGrant, aGranted, aPlan, aRevocation, aStep, holdingOf } from './values.ts'

const named = (badge: string) => aGrant('a', { badge })
const idsOf = (steps: readonly Step[]): readonly string[] => steps.map((step) => `${step.effect} ${step.holding}`)

describe('steps', () => {
  const steps = [
    aStep(named('b')),
    aStep(named('a')),
    aStep(named('d'), { effect: 'prepares' }),
    aStep(named('e'), { effect: 'takes', do: 'adjust' }),
    aRevocation(named('c')),
  ]
  const sorted = [
    'takes prod/marta/c',
    'takes prod/marta/e',
    'prepares prod/marta/d',
    'gives prod/marta/a',
    'gives prod/marta/b',
  ]

  it('take first, then prepare, then give, each by holding, from whichever order', () => {
    expect(idsOf(inOrder(steps))).toEqual(sorted)
    expect(idsOf(inOrder(steps.toReversed()))).toEqual(sorted)
    expect(idsOf(aPlan({ steps }).steps)).toEqual(sorted)
  })

  it('on one holding keep the order they were made in', () => {
    const twice = [aStep(named('a'), { id: id('first') }), aStep(named('a'), { id: id('second') })]
    expect(inOrder(twice).map((step) => step.id)).toEqual(['first', 'second'])
  })

  it('give the plan its digest: which they are, until when and by which calls, and not how they are told', () => {
    const { digest } = aPlan({ steps: [aStep(named('a'))] })
    const same: readonly Partial<Step>[] = [{ says: 'something else' }, { reach: ['wear it'] }, { because: 'renewed' }]
    const other: readonly Partial<Step>[] = [
      { id: id('other') },
      { effect: 'prepares' },
      { notAfter: NOON },
      { calls: [] },
      { calls: [{ op: 'paint', lane: id('toy:prod'), effect: 'gives', with: {} }] },
    ]
    const digestOf = (more: Partial<Step>): string => aPlan({ steps: [aStep(named('a'), more)] }).digest
    expect(same.map(digestOf)).toEqual([digest, digest, digest])
    expect(new Set([digest, ...other.map(digestOf)]).size).toBe(1 + other.length)
    expect(aPlan({ steps }).digest).toBe(aPlan({ steps: steps.toReversed() }).digest)
  })
})

it('what is blocked is told once, in an order of its own', () => {
  const [one, two] = [named('a').key, named('b').key]
  const blocked = [
    { grants: [two], because: 'the lanyard is full', cure: 'ask for less' },
    { grants: [one, two], because: 'no such person', cure: 'make one' },
    { grants: [two], because: 'the lanyard is full', cure: 'ask for less' },
    { grants: [one], because: 'no such person', cure: 'make one' },
    { grants: [one], because: 'another item', cure: 'see there' },
  ]
  const told = aPlan({ blocked }).blocked
  expect(told.map(({ grants, because }) => `${grants.join(' ')}: ${because}`)).toEqual([
    `${one} ${two}: no such person`,
    `${one}: another item`,
    `${one}: no such person`,
    `${two}: the lanyard is full`,
  ])
  expect(aPlan({ blocked: blocked.toReversed() }).blocked).toEqual(told)
})

describe('a run that may only take', () => {
  const [grant, late] = [named('a'), named('late')]
  const ended = aRevocation(named('ended'), { until: later(NOON, hours(1)) })
  const lasting = aRevocation(named('lasting'), { because: 'withdrawn', until: later(NOON, hours(1) + 1) })
  const endless = aRevocation(named('endless'), { because: 'held', until: null })
  const stray = aRevocation(named('stray'), { because: 'stray', until: later(NOON, -hours(1)) })
  const plan = aPlan({
    now: later(NOON, hours(1)),
    steps: [
      aStep(grant),
      aStep(named('shrinks'), { do: 'adjust', effect: 'takes', because: 'drift' }),
      aRevocation(named('odd'), { effect: 'gives' }),
      ended,
      lasting,
      endless,
      stray,
    ],
    unrecorded: [{ ...aStep(grant), is: 'unknown', identity: 'id', until: grant.until }],
    vanished: [{ granted: aGranted(late), because: 'expired' }],
    spent: [{ holding: holdingOf(late), claim: aClaim() }],
    blocked: [{ grants: [grant.key], because: 'not proved', cure: 'wait' }],
  })
  const holdings = (steps: readonly Step[]) => steps.map(({ holding }) => holding.replace('prod/marta/', ''))

  it.each([
    ['takes whole holdings, and shrinks none', revokingOnly, ['ended', 'endless', 'lasting', 'stray'], 1, 1],
    [
      'from a clone of unknown age leaves strays and claims alone',
      explainedOnly,
      ['ended', 'endless', 'lasting'],
      1,
      0,
    ],
    ['from an old clone takes what its own mark calls ended', endedOnly, ['ended', 'stray'], 0, 0],
  ] as const)('%s', (_which, cut, left, vanished, spent) => {
    const cutDown = cut<'live'>(plan)
    expect(holdings(cutDown.steps)).toEqual(left)
    expect([cutDown.unrecorded.length, cutDown.vanished.length, cutDown.spent.length]).toEqual([0, vanished, spent])
    expect(cutDown.blocked).toEqual(plan.blocked)
    expect(cutDown.digest).toBe(aPlan({ steps: cutDown.steps }).digest)
  })
})

describe('strays', () => {
  const stray = (target: string, badge: string): Step =>
    aRevocation(named(badge), { because: 'stray', target: id(target) })
  const expired = aRevocation(named('ended'), { target: id('prod') })
  const steps = [
    ...['a', 'b', 'c'].map((badge) => stray('prod', badge)),
    ...['a', 'b'].map((badge) => stray('stage', badge)),
    ...['a', 'b', 'c', 'd'].map((badge) => stray('lab', badge)),
    expired,
  ]

  it('of a target go together or not at all, and what can be explained goes always', () => {
    const { steps: left, blocked } = limitStrays(steps, 2)
    expect(left).toEqual([...steps.slice(3, 5), expired])
    const why = (count: number, target: string) => ({
      grants: [],
      because: `${count} things in ${target} carry our mark but no request explains them; at most 2 are removed in one run`,
      cure: 'look at them; when they may go, raise limits.strays in daypass.yaml',
      does: 'takes',
    })
    expect(blocked).toEqual([why(4, 'lab'), why(3, 'prod')])
  })

  it('as many as are allowed all go', () => {
    expect(limitStrays(steps, 4)).toEqual({ steps, blocked: [] })
  })
})
