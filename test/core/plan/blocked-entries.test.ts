// Which reasons for not being given are written down, and when again.

import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Fate } from '../../../src/core/plan/desire.ts'
import { entriesAfter, entriesBefore } from '../../../src/core/plan/entries.ts'
import type { Plan } from '../../../src/core/plan/plan.ts'
import type { Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import type { Remembering } from '../../../src/core/plan/remembering.ts'
import type { Granted, Trouble } from '../../../src/core/report/record.ts'
import { aRequest, landed, NOON } from '../../support/builders.ts'
import { proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger, aPlan, aRevocation, aStep, versionOf } from './values.ts'

const GRANT = aGrant('a')
const LIVE: Fate = { is: 'live' }
const WHY = { grants: [GRANT.key], because: 'no such user', cure: 'make one' }
const BLOCKED = { is: 'blocked', version: GRANT.version, request: 'a', because: WHY.because, cure: WHY.cure }

interface Day {
  readonly plan?: Partial<Plan<'live'>>
  readonly granted?: readonly Granted[]
  readonly trouble?: Partial<Trouble>
  readonly more?: Partial<Remembering>
  readonly outcomes?: readonly StepOutcome[]
}
const asked = ({ plan = {}, granted = [], trouble, more = {} }: Day): Remembering => {
  const was: Trouble = { is: 'blocked', does: 'gives', says: WHY.because, cure: WHY.cure, at: NOON, ...trouble }
  const ledger = aLedger(granted, { trouble: trouble === undefined ? new Map() : new Map([[GRANT.version, was]]) })
  return {
    plan: aPlan({ wishes: [{ grant: GRANT, fate: LIVE }], blocked: [WHY], ...plan }),
    verdicts: new Map(),
    versions: new Map(['a', 'b'].map((name) => [versionOf(name), landed(aRequest(name)).version])),
    ledger,
    everyVersion: new Set(['a', 'b'].map(versionOf)),
    job: 'apply',
    accounts: new Map([['prod', '111122223333']]),
    ...more,
  }
}
const MOVES = ['granted', 'ended', 'failed', 'closed']
const told = (day: Day = {}) => entriesAfter(asked(day), day.outcomes ?? [], 2).filter(({ is }) => !MOVES.includes(is))

describe('a reason', () => {
  it('that is new is written down, and makes the run write', () => {
    expect(told()).toEqual([BLOCKED])
    expect(entriesBefore(asked({}))).toHaveLength(1)
  })

  it('that the record knows is not written down again, and makes no run write', () => {
    expect(told({ trouble: {} })).toEqual([])
    expect(entriesBefore(asked({ trouble: {} }))).toEqual([])
  })

  it.each([
    ['reason', { says: 'the lanyard is full' }],
    ['cure', { cure: 'wait' }],
    ['sort of trouble', { is: 'failed' }],
  ] as const)('with another %s is written down anew', (_what, trouble) => {
    expect(told({ trouble })).toEqual([BLOCKED])
  })

  it.each<[string, Day]>([
    ['of what is over', { plan: { wishes: [{ grant: GRANT, fate: { is: 'over', because: 'expired', says: '' } }] } }],
    ['of what nobody asks for', { plan: { wishes: [] } }],
    ['of what stands', { granted: [aGranted(GRANT)] }],
    [
      'of what somebody undid, which is not given anyway',
      { granted: [aGranted(GRANT, { ended: { because: 'undone', at: NOON } })] },
    ],
    [
      'of what this run sees that somebody undid',
      { granted: [aGranted(GRANT)], plan: { vanished: [{ granted: aGranted(GRANT), because: 'undone' }] } },
    ],
    ['of a version that is not at the head', { more: { versions: new Map() } }],
    [
      'of what is refused, which is told as that',
      { more: { verdicts: new Map([[GRANT.version, { is: 'refused', because: 'edited', says: '' }]]) } },
    ],
  ])('%s is not written down', (_which, day) => {
    expect(told(day)).toEqual([])
  })

  it.each<[string, Day]>([
    ['of what is not there yet', { plan: { wishes: [{ grant: GRANT, fate: { is: 'not-yet', from: NOON } }] } }],
    ['of what is taken in this run', { granted: [aGranted(GRANT)], plan: { steps: [aRevocation(GRANT)] } }],
    ['of what ended', { granted: [aGranted(GRANT, { ended: { because: 'held', at: NOON } })] }],
    [
      'of what is gone',
      { granted: [aGranted(GRANT)], plan: { vanished: [{ granted: aGranted(GRANT), because: 'withdrawn' }] } },
    ],
    [
      'of what is not proved yet',
      { more: { verdicts: new Map([[GRANT.version, { is: 'unknown', because: 'silent' }]]) } },
    ],
  ])('%s is written down', (_which, day) => {
    expect(told(day)).toEqual([BLOCKED])
  })

  it('of what is held is the hold, whatever else is in the way', () => {
    const held: Fate = { is: 'over', because: 'held', says: 'held: Forensics' }
    const day: Day = { plan: { wishes: [{ grant: GRANT, fate: held }] } }
    expect(told(day)).toMatchObject([{ is: 'blocked', because: 'held: Forensics' }])
    expect(told({ ...day, trouble: {} })).toMatchObject([{ because: 'held: Forensics' }])
    const cure = 'once the hold is lifted, what time is left is given'
    expect(told({ ...day, trouble: { says: 'held: Forensics', cure } })).toEqual([])
  })

  it('is not written over what could not be taken away', () => {
    expect(told({ trouble: { is: 'failed', does: 'takes' } })).toEqual([])
    expect(entriesBefore(asked({ trouble: { is: 'failed', does: 'takes' } }))).toEqual([])
  })

  it('of what stands is not written down because of a step that changes it', () => {
    expect(told({ granted: [aGranted(GRANT)], plan: { steps: [aStep(GRANT, { do: 'adjust' })] } })).toEqual([])
  })
})

describe('reasons', () => {
  const other: Grant = aGrant('b', { badge: 'amber' })
  const second = aGrant('a', { badge: 'amber' })
  const wishes = [GRANT, second, other].map((grant) => ({ grant, fate: LIVE }))

  it('of one version are told by the first', () => {
    const full = { grants: [second.key], because: 'zz: the lanyard is full', cure: 'ask for less' }
    expect(told({ plan: { wishes, blocked: [full, WHY] } })).toMatchObject([{ because: full.because }])
  })

  it('are written in the order of versions', () => {
    const grants = [other.key, GRANT.key]
    const sorted = [GRANT.version, other.version].toSorted()
    for (const order of [grants, grants.toReversed()]) {
      const blocked = [{ ...WHY, grants: order }]
      expect(told({ plan: { wishes, blocked } }).map((one) => 'version' in one && one.version)).toEqual(sorted)
    }
  })

  const done = (step: Step): StepOutcome => ({ step: step.id, is: 'done', already: false, confirmed: NOON })
  const giving = aStep(second)
  const taking = aRevocation(second)

  it('are written down again once part of the file was given, since the record forgot them by that', () => {
    const day: Day = { plan: { wishes, steps: [giving] }, trouble: {}, outcomes: [done(giving)] }
    const verdicts = new Map([[second.version, proved(second.version)]])
    expect(told({ ...day, more: { verdicts } })).toEqual([BLOCKED])
    expect(told(day)).toEqual([])
  })

  it('are written down again once part of the file was taken', () => {
    const day: Day = { plan: { wishes, steps: [taking] }, trouble: {}, outcomes: [done(taking)] }
    expect(told({ ...day, granted: [aGranted(second)] })).toEqual([BLOCKED])
  })

  it('are written down where giving failed, and not again', () => {
    const error = { kind: 'denied', call: 'pin', said: 'no' } as const
    const outcomes: readonly StepOutcome[] = [{ step: giving.id, is: 'failed', call: 0, error }]
    expect(told({ plan: { wishes, steps: [giving] }, outcomes })).toEqual([BLOCKED])
    expect(told({ plan: { wishes, steps: [giving] }, outcomes, trouble: {} })).toEqual([])
  })

  it('are not written down where taking failed, which matters more', () => {
    const error = { kind: 'denied', call: 'unpin', said: 'no' } as const
    const outcomes: readonly StepOutcome[] = [{ step: taking.id, is: 'failed', call: 0, error }]
    const day: Day = { plan: { wishes, steps: [taking] }, outcomes, granted: [aGranted(second)] }
    expect(told(day)).toEqual([])
    expect(told({ ...day, trouble: {} })).toEqual([])
  })

  it('are written down where all was taken, and could only not be tidied up', () => {
    const calls = [...taking.calls, { ...aRevocation(second).calls[0], op: 'sweep', effect: 'tidies' }] as Step['calls']
    const untidy = { ...taking, calls }
    const error = { kind: 'denied', call: 'sweep', said: 'no' } as const
    const outcomes: readonly StepOutcome[] = [{ step: untidy.id, is: 'failed', call: 1, error }]
    expect(told({ plan: { wishes, steps: [untidy] }, trouble: {}, outcomes, granted: [aGranted(second)] })).toEqual([
      BLOCKED,
    ])
  })

  it('are written down again once part of the file was found standing', () => {
    const unrecorded = [
      { ...giving, is: 'unknown' as const, identity: 'id', until: second.until, holding: id<'holding'>('x') },
    ]
    expect(told({ plan: { wishes, unrecorded }, trouble: {} })).toEqual([BLOCKED])
  })
})
