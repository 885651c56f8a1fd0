// What a run writes into the record when it is done: what was given, taken, failed or left.

import { describe, expect, it } from 'vitest'
import type { EdgeErrorKind } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Wish } from '../../../src/core/plan/desire.ts'
import { entriesAfter } from '../../../src/core/plan/entries.ts'
import type { Because, Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import type { Remembering } from '../../../src/core/plan/remembering.ts'
import type { Entry } from '../../../src/core/report/record.ts'
import { NOON } from '../../support/builders.ts'
import { proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger, aPlan, aRemembering, aRevocation, aStep, holdingOf } from './values.ts'

const [GRANT, OTHER] = [aGrant('a'), aGrant('b', { badge: 'amber' })]
const BLUE = { holding: holdingOf(GRANT), mode: 'toy', target: 'prod', account: '111122223333' }
const AMBER = { ...BLUE, holding: holdingOf(OTHER) }

describe('after a step', () => {
  const confirmed = later(NOON, 30)
  const done = (step: Step): StepOutcome => ({ step: step.id, is: 'done', already: false, confirmed })
  const failed = (step: Step): StepOutcome => ({
    step: step.id,
    is: 'failed',
    call: 0,
    error: { kind: 'denied', call: 'iam:AttachUserPolicy', said: 'no' },
  })
  const skipped = (step: Step): StepOutcome => ({ step: step.id, is: 'skipped', because: 'out-of-time' })
  const made = (step: Step, outcome: (of: Step) => StepOutcome, more: Partial<Remembering> = {}) =>
    entriesAfter(aRemembering({ plan: aPlan({ steps: [step] }), ...more }), [outcome(step)], 0).slice(0, -1)

  const step = aStep(GRANT, { reach: ['wear blue'] })
  const GRANTED = {
    is: 'granted',
    grants: [{ grant: GRANT.key, version: GRANT.version }],
    identity: 'id-of-marta@example.com',
    content: step.content,
    until: GRANT.until,
    reach: ['wear blue'],
    confirmed,
    ...BLUE,
  }
  const both = aStep(GRANT, { ...step, holders: [...step.holders, { grant: OTHER.key, version: OTHER.version }] })
  const PROVED = { verdicts: new Map([[GRANT.version, proved(GRANT.version)]]) }

  it('what was given is written down', () => {
    expect(made(step, done, PROVED)).toEqual([GRANTED])
  })

  it('after whoever stood there and goes on no more, each with why', () => {
    const [held, late, gone] = [aGrant('b'), aGrant('c'), aGrant('d')]
    const over = (grant: typeof held, because: Because): Wish => ({ grant, fate: { is: 'over', because, says: '' } })
    const wishes = [over(held, 'held'), over(late, 'expired'), { grant: GRANT, fate: { is: 'live' as const } }]
    const ledger = aLedger([held, GRANT, late, gone].map((one) => aGranted(one)))
    const ends = (written: readonly Entry[]) =>
      written.map((one) => (one.is === 'ended' ? `${one.because} ${one.versions.join()}` : one.is))
    const expected = [`held ${held.version}`, `expired ${late.version}`, `withdrawn ${gone.version}`, 'granted']
    const asked = aRemembering({ plan: aPlan({ steps: [step], wishes }), ledger, ...PROVED })
    expect(ends(entriesAfter(asked, [done(step)], 0)).slice(0, 4)).toEqual(expected)
    const outdated = { ...step, is: 'outdated' as const, identity: 'id', until: GRANT.until }
    const plan = aPlan({ unrecorded: [outdated], wishes })
    expect(ends(entriesAfter(aRemembering({ plan, ledger }), [], 0)).slice(0, 4)).toEqual(expected)
  })

  it('only of those who are proved, or had it before', () => {
    expect(made(both, done, PROVED)).toEqual([GRANTED])
    expect(made(both, done, { ...PROVED, ledger: aLedger([aGranted(OTHER)]) })).toEqual([
      { ...GRANTED, grants: both.holders },
    ])
    expect(made(both, done, { ledger: aLedger([aGranted(GRANT, { ended: { because: 'held', at: NOON } })]) })).toEqual(
      [],
    )
  })

  it.each([
    ['nobody', { identity: null }],
    ['no end', { until: null }],
    ['no holder', { holders: [] }],
  ])('nothing is written down as given to %s', (_whom, more) => {
    expect(made(aStep(GRANT, { ...step, ...more }), done, PROVED)).toEqual([])
  })

  it('what failed says what, of whom and where', () => {
    expect(made(both, failed, PROVED)).toEqual([
      {
        is: 'failed',
        does: 'gives',
        versions: [GRANT.version, OTHER.version].toSorted(),
        says: 'iam:AttachUserPolicy: no',
        ...BLUE,
      },
    ])
  })

  const taking = aRevocation(GRANT, { because: 'withdrawn' })
  const second = aGrant('c')
  const held = aLedger([aGranted(GRANT), aGranted(second), aGranted(OTHER)])
  const holders = [GRANT.version, second.version].toSorted()

  it('what could not be taken is told of everybody who stands on it', () => {
    expect(made(taking, failed, { ledger: held })).toMatchObject([{ is: 'failed', does: 'takes', versions: holders }])
  })

  describe('a taking of several calls', () => {
    const call = (effect: Step['calls'][number]['effect']) => ({ op: effect, lane: taking.lane, effect, with: {} })
    const failingIn = (
      step: Step,
      at: number,
      kind: EdgeErrorKind,
      effects: readonly Step['calls'][number]['effect'][],
    ) =>
      made(
        { ...step, calls: effects.map(call) },
        (of) => ({ step: of.id, is: 'failed', call: at, error: { kind, call: 'x', said: 'no' } }),
        { ledger: held },
      ).map((entry) => entry.is)
    const failing = (at: number, kind: EdgeErrorKind, ...effects: readonly Step['calls'][number]['effect'][]) =>
      failingIn(taking, at, kind, effects)

    it('that could only not be tidied up any more has ended, by our own hand', () => {
      expect(failing(1, 'denied', 'takes', 'tidies')).toEqual(['failed', 'ended'])
      expect(failing(2, 'garbage', 'takes', 'tidies', 'tidies')).toEqual(['failed', 'ended'])
    })

    it('has not ended in a place that left the settings, which nobody would read any more', () => {
      expect(failingIn({ ...taking, target: id('gone') }, 1, 'denied', ['takes', 'tidies'])).toEqual(['failed'])
    })

    it('has not ended by a step that changes a thing', () => {
      expect(failingIn({ ...taking, do: 'adjust' }, 1, 'denied', ['takes', 'tidies'])).toEqual(['failed'])
    })

    it.each<[string, number, EdgeErrorKind, readonly Step['calls'][number]['effect'][]]>([
      ['that failed before it took anything', 0, 'denied', ['takes', 'tidies']],
      ['that had more to take', 1, 'denied', ['takes', 'takes', 'tidies']],
      ['that had something to take after it tidied up', 1, 'denied', ['takes', 'tidies', 'takes']],
      ['that had only to tidy up: what is there may not be visible yet', 0, 'denied', ['tidies']],
      ['whose tidying meets with what is in use after all', 1, 'conflict', ['takes', 'tidies']],
    ])('%s has not ended', (_which, at, kind, effects) => {
      expect(failing(at, kind, ...effects)).toEqual(['failed'])
    })
  })

  it('what had to go as a whole has ended for each with their own reason', () => {
    const held = aGrant('b')
    const wishes: readonly Wish[] = [
      { grant: held, fate: { is: 'over', because: 'held', says: '' } },
      { grant: GRANT, fate: { is: 'live' } },
    ]
    const ledger = aLedger([held, GRANT].map((one) => aGranted(one)))
    const taking = aRevocation(GRANT, { because: 'changed' })
    const plan = aPlan({ steps: [taking], wishes })
    const ends = entriesAfter(aRemembering({ plan, ledger }), [done(taking)], 0).flatMap((one) =>
      one.is === 'ended' ? [`${one.because} ${one.versions.join()}`] : [],
    )
    expect(ends.slice(0, 2)).toEqual([`held ${held.version}`, `changed ${GRANT.version}`])
    const withdrawn = aRevocation(GRANT, { because: 'withdrawn' })
    const whole = entriesAfter(
      aRemembering({ plan: aPlan({ steps: [withdrawn], wishes }), ledger }),
      [done(withdrawn)],
      0,
    )
    expect(whole.filter(({ is }) => is === 'ended')).toHaveLength(1)
  })

  it('what was taken has ended for everybody who stood on it', () => {
    expect(made(taking, done, { ledger: held })).toEqual([
      { is: 'ended', because: 'withdrawn', versions: holders, until: GRANT.until, confirmed, ...BLUE },
    ])
  })

  it.each(['asked', 'renewed', 'drift'] as const)('what was taken because it was %s has changed', (because) => {
    expect(made({ ...taking, because }, done)).toMatchObject([{ is: 'ended', because: 'changed' }])
  })

  it('a step that was not begun leaves nothing', () => {
    expect(made(step, skipped, PROVED)).toEqual([])
  })

  it('a step of which nothing is known leaves nothing either', () => {
    const asked = aRemembering({ plan: aPlan({ steps: [step] }), ...PROVED })
    expect(entriesAfter(asked, [], 0)).toEqual([{ is: 'closed', exit: 0, done: 0, failed: 0, skipped: 0 }])
  })

  it('what stood already is written down as it was found', () => {
    const { holders: given, ...found } = aStep(OTHER, { reach: ['wear amber'] })
    const unrecorded = { ...found, is: 'unknown' as const, holders: given, identity: 'id-of-then', until: OTHER.until }
    expect(entriesAfter(aRemembering({ plan: aPlan({ unrecorded: [unrecorded] }) }), [], 0).slice(0, -1)).toEqual([
      {
        is: 'granted',
        grants: given,
        identity: 'id-of-then',
        content: found.content,
        until: OTHER.until,
        reach: ['wear amber'],
        confirmed: NOON,
        ...AMBER,
      },
    ])
  })

  it('the record is closed with how it went', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const steps = names.map((badge) => aStep(aGrant('a', { badge })))
    const ends = [done, failed, skipped, done, skipped, done]
    const outcomes = steps.map((one, at) => (ends[at] ?? done)(one))
    expect(entriesAfter(aRemembering({ plan: aPlan({ steps }) }), outcomes, 3).at(-1)).toEqual({
      is: 'closed',
      exit: 3,
      done: 3,
      failed: 1,
      skipped: 2,
    })
  })
})
