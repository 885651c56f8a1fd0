// How one change of one holding becomes a step.

import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/core/model/canonical.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Call, Change, Effect, Holding, Observed, Provisioner } from '../../../src/core/plan/provisioner.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import { stepOf } from '../../../src/core/plan/step.ts'
import { hours, NOON } from '../../support/builders.ts'
import { type Content, emptyToyWorld, toyMode } from '../../support/toy-mode.ts'
import { aGrant, aGranted, aLedger, holdingOf, versionOf } from './values.ts'

const GRANT = aGrant('a')
const KEY = holdingOf(GRANT)
const TOY = toyMode(emptyToyWorld(), ['prod'], NOON)
const SEEN = { asOf: NOON, scopes: new Map(), observed: [], facts: new Map() }

const wanted = (...grants: readonly (typeof GRANT)[]): Holding<Content> => {
  const [holding] = TOY.place(
    grants.map((grant) => ({ grant, identity: 'id-of-marta', facts: [] })),
    SEEN,
  ).holdings
  if (holding === undefined) throw new Error('nothing is wanted')
  return holding
}
const there: Observed<Content> = {
  ...wanted(GRANT),
  state: 'there',
  mark: { version: GRANT.version, expires: later(NOON, hours(1)) },
  identity: 'id-of-then',
  digest: digest('then'),
  says: 'badge blue of marta in prod',
}
const call = (effect: Effect, op: string = effect): Call => ({ op, lane: id('toy:prod'), effect, with: {} })

const step = (
  change: Change<Content>,
  {
    calls,
    granted = [],
    drifted = [],
  }: {
    calls?: readonly Call[]
    granted?: readonly ReturnType<typeof aGranted>[]
    drifted?: readonly (typeof KEY)[]
  } = {},
) => {
  const provisioner: Provisioner<Content> = calls === undefined ? TOY : { ...TOY, compile: () => calls }
  return stepOf(
    { provisioner, seen: SEEN, settlement: settlementOf(aLedger(granted)), drifted: new Set(drifted) },
    change,
  )
}

describe('a step', () => {
  it('that gives says who gets what, until when, and until when it may be made', () => {
    const want = wanted(GRANT)
    expect(step({ do: 'grant', want })).toEqual({
      id: digest(['toy', 'grant', KEY]).slice(0, 16),
      mode: 'toy',
      holding: KEY,
      target: 'prod',
      scope: 'prod',
      lane: 'toy:prod',
      do: 'grant',
      effect: 'gives',
      because: 'asked',
      says: 'the badge blue for marta in prod',
      holders: [{ grant: GRANT.key, version: GRANT.version }],
      identity: 'id-of-marta',
      content: want.digest,
      until: GRANT.until,
      lapse: 'never',
      calls: [
        { op: 'pin', lane: 'toy:prod', effect: 'gives', with: { key: KEY, mark: GRANT.version, ...want.content } },
      ],
      notAfter: GRANT.until,
      reach: ['wear blue'],
    })
  })

  it('that takes tells of the thing as it is', () => {
    expect(step({ do: 'revoke', have: there, because: 'withdrawn' })).toEqual({
      id: digest(['toy', 'revoke', KEY]).slice(0, 16),
      mode: 'toy',
      holding: KEY,
      target: 'prod',
      scope: 'prod',
      lane: 'toy:prod',
      do: 'revoke',
      effect: 'takes',
      because: 'withdrawn',
      says: 'badge blue of marta in prod',
      holders: [],
      identity: 'id-of-then',
      content: digest('then'),
      until: later(NOON, hours(1)),
      lapse: null,
      calls: [{ op: 'unpin', lane: 'toy:prod', effect: 'takes', with: { key: KEY } }],
      notAfter: null,
      reach: [],
    })
  })

  it('that takes what bears no mark, or one without an end, tells none', () => {
    const untilOf = (mark: Observed<Content>['mark']) =>
      step({ do: 'revoke', have: { ...there, mark }, because: 'held' })?.until
    expect([untilOf(null), untilOf({ version: GRANT.version, expires: null })]).toEqual([null, null])
  })

  it('that changes what is there tells how it will be', () => {
    const want = wanted(GRANT, aGrant('b', { until: later(NOON, hours(4)) }))
    expect(step({ do: 'adjust', have: there, want, effect: 'gives' })).toMatchObject({
      id: digest(['toy', 'adjust', KEY]).slice(0, 16),
      do: 'adjust',
      effect: 'gives',
      because: 'asked',
      says: 'the badge blue for marta in prod',
      holders: [{ version: GRANT.version }, { version: versionOf('b') }],
      identity: 'id-of-marta',
      content: want.digest,
      until: later(NOON, hours(4)),
      notAfter: later(NOON, hours(4)),
      reach: ['wear blue'],
    })
  })

  it('of nobody is told by its key', () => {
    expect(step({ do: 'grant', want: { ...wanted(GRANT), holders: [] } }, { calls: [call('gives')] })?.says).toBe(KEY)
  })

  it('without a call is none', () => {
    expect(step({ do: 'grant', want: wanted(GRANT) }, { calls: [] })).toBeNull()
  })

  it('goes in the lane of its first call', () => {
    const calls = [{ ...call('prepares'), lane: id<'lane'>('iam:1') }, call('gives')]
    expect(step({ do: 'grant', want: wanted(GRANT) }, { calls })?.lane).toBe('iam:1')
  })

  it.each<[Change<Content>['do'], readonly Effect[], Effect]>([
    ['grant', ['prepares', 'gives', 'takes'], 'gives'],
    ['adjust', ['takes', 'gives'], 'gives'],
    ['adjust', ['prepares', 'takes'], 'takes'],
    ['adjust', ['prepares'], 'prepares'],
    ['grant', ['prepares'], 'prepares'],
    ['revoke', ['prepares'], 'takes'],
    ['revoke', ['takes', 'prepares'], 'takes'],
    // Where removing a cut comes last it could give for a moment: it is judged as what gives.
    ['revoke', ['takes', 'gives'], 'gives'],
  ])('of a %s by calls that %j does as a whole what %s', (does, effects, whole) => {
    const calls = effects.map((effect) => call(effect))
    const want = wanted(GRANT)
    const change: Change<Content> =
      does === 'grant'
        ? { do: does, want }
        : does === 'adjust'
          ? { do: does, have: there, want, effect: 'gives' }
          : { do: does, have: there, because: 'held' }
    const made = step(change, { calls })
    expect([made?.effect, made?.notAfter]).toEqual([whole, whole === 'gives' && does !== 'revoke' ? GRANT.until : null])
  })
})

describe('why a step is made', () => {
  const adjust = (effect: Effect): Change<Content> => ({
    do: 'adjust',
    have: there,
    want: wanted(GRANT, aGrant('b')),
    effect,
  })

  it.each([
    ['somebody changed it by hand', adjust('takes'), { drifted: [KEY] }, 'drift'],
    ['something else drifted', adjust('takes'), { drifted: [id<'holding'>('other')] }, 'changed'],
    ['it shrinks', adjust('takes'), { granted: [aGranted(GRANT)] }, 'changed'],
    ['one who has it asked again', adjust('gives'), { granted: [aGranted(GRANT)] }, 'renewed'],
    [
      'nobody had it any more',
      adjust('gives'),
      { granted: [aGranted(GRANT, { ended: { because: 'held', at: NOON } })] },
      'asked',
    ],
    [
      'it is given for the first time, whatever drifted',
      { do: 'grant', want: wanted(GRANT) },
      { drifted: [KEY] },
      'asked',
    ],
    ['it is held', { do: 'revoke', have: there, because: 'held' }, { drifted: [KEY] }, 'held'],
  ] as const)('is told where %s', (_where, change, asked, because) => {
    expect(step(change, asked)?.because).toBe(because)
  })
})

describe('until when a step may be made', () => {
  const soon = later(NOON, hours(1))
  const soonest = later(NOON, 60)
  const [claims, later1] = [aGrant('b', { claimUntil: soon }), aGrant('c', { claimUntil: soonest })]

  it.each([
    ['to the end of what is given', [GRANT], [], GRANT.until],
    ['to the end of claiming, where that comes first', [GRANT, claims], [], soon],
    ['to the soonest end of claiming', [later1, claims], [], soonest],
    ['to the soonest in any order', [claims, later1], [], soonest],
    ['what was given once need not be claimed', [later1, claims], [aGranted(later1)], soon],
    [
      'what ended need not be claimed',
      [claims],
      [aGranted(claims, { ended: { because: 'held', at: NOON } })],
      GRANT.until,
    ],
  ] as const)('%s', (_which, grants, granted, notAfter) => {
    expect(step({ do: 'grant', want: wanted(...grants) }, { granted })?.notAfter).toBe(notAfter)
  })
})

it('what takes no mark is claimed before it is given, and only then', () => {
  const want: Holding<Content> = { ...wanted(GRANT), markedBy: 'claim' }
  expect(step({ do: 'grant', want })?.claims).toBe(true)
  expect(step({ do: 'adjust', have: there, want, effect: 'gives' })).not.toHaveProperty('claims')
  expect(step({ do: 'grant', want: wanted(GRANT) })).not.toHaveProperty('claims')
})
