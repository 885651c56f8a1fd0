// What is written down of grants that a hold, a denying rule or a closing account keeps away.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Fate, Wish } from '../../../src/core/plan/desire.ts'
import { liftable } from '../../../src/core/plan/liftable.ts'
import type { Plan } from '../../../src/core/plan/plan.ts'
import type { Because } from '../../../src/core/plan/provisioner.ts'
import type { Entry, Granted } from '../../../src/core/report/record.ts'
import { NOON } from '../../support/builders.ts'
import { aGrant, aGranted, aLedger, aPlan, holdingOf } from './values.ts'

const GRANT = aGrant('a')
const SECOND = aGrant('a', { badge: 'amber' })

const over = (because: Because): Fate => ({ is: 'over', because, says: `${because}: for a reason` })
const HELD: readonly Wish[] = [{ grant: GRANT, fate: over('held') }]

interface Day extends Partial<Plan<'live'>> {
  readonly granted?: readonly Granted[]
  readonly made?: readonly Entry[]
}
const reasons = ({ granted = [], made = [], ...plan }: Day) =>
  [...liftable({ plan: aPlan({ wishes: HELD, ...plan }), ledger: aLedger(granted) }, made)].map(
    ([version, { because, cure }]) => `${version === GRANT.version ? 'a' : 'another'}: ${because}; ${cure}`,
  )

const gone: Entry = {
  is: 'ended',
  because: 'held',
  versions: [GRANT.version],
  until: null,
  confirmed: NOON,
  holding: holdingOf(GRANT),
  mode: id('toy'),
  target: id('prod'),
  account: '1',
}

describe('a reason that can be lifted', () => {
  it.each([
    ['held', 'once the hold is lifted, what time is left is given'],
    ['denied', 'once no rule denies it, what time is left is given; or ask for what a rule allows'],
    ['closing', 'ask for it in an account that stays'],
  ] as const)('is told where it is %s', (because, cure) => {
    expect(reasons({ wishes: [{ grant: GRANT, fate: over(because) }] })).toEqual([
      `a: ${because}: for a reason; ${cure}`,
    ])
  })

  it.each<[string, Fate]>([
    ['over for good', over('expired')],
    ['refused', over('refused')],
    ['given', { is: 'live' }],
    ['not there yet', { is: 'not-yet', from: NOON }],
  ])('is none where it is %s', (_what, fate) => {
    expect(reasons({ wishes: [{ grant: GRANT, fate }] })).toEqual([])
  })

  it.each<[string, number, Day]>([
    ['that was never given', 1, {}],
    ['that stands until this run has taken it', 0, { granted: [aGranted(GRANT)] }],
    ['that this run has taken', 1, { granted: [aGranted(GRANT)], made: [gone] }],
    [
      'beside which something else was taken',
      0,
      { granted: [aGranted(GRANT)], made: [{ ...gone, holding: id('other') }] },
    ],
    [
      'of which the taking failed',
      0,
      {
        granted: [aGranted(GRANT)],
        made: [{ ...gone, is: 'failed', does: 'takes', says: 'no', versions: [GRANT.version] } as Entry],
      },
    ],
    ['that ended before', 1, { granted: [aGranted(GRANT, { ended: { because: 'held', at: NOON } })] }],
    ['that somebody undid by hand', 0, { granted: [aGranted(GRANT, { ended: { because: 'undone', at: NOON } })] }],
    [
      'of which this run sees that somebody undid it',
      0,
      { granted: [aGranted(GRANT)], made: [gone], vanished: [{ granted: aGranted(GRANT), because: 'undone' }] },
    ],
    [
      'of which this run sees that it is gone in another way',
      1,
      { granted: [aGranted(GRANT)], made: [gone], vanished: [{ granted: aGranted(GRANT), because: 'withdrawn' }] },
    ],
  ])('of what %s: %i', (_which, count, day) => {
    expect(reasons(day)).toHaveLength(count)
  })

  it('is the first of a request', () => {
    const wishes = [...HELD, { grant: SECOND, fate: over('denied') }]
    expect(reasons({ wishes })).toEqual([expect.stringContaining('held')])
    expect(reasons({ wishes: wishes.toReversed() })).toEqual([expect.stringContaining('denied')])
  })
})
