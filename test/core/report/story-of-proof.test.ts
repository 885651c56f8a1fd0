// What a run says about who approved: as it was proved, refused or not known in it, or why nobody was asked.

import { describe, expect, it } from 'vitest'
import { REFUSALS, type Verdict } from '../../../src/core/approval/proof-verdict.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import type { Fate } from '../../../src/core/plan/desire.ts'
import { REFUSED } from '../../../src/core/report/words.ts'
import { actions, approvedBy, breakGlass, NOON, rule, settings } from '../approval/company.ts'
import { type Case, done, landed, provedBy, ran, stepOf, wishes } from './running.ts'

const ONE = landed('one', { items: [actions('s3:GetObject'), actions('s3:PutObject')] })
const live: Fate = { is: 'live' }

const told = (one: { readonly fates?: readonly Fate[]; readonly verdict?: Verdict; readonly plan?: Case['plan'] }) =>
  ran({
    standing: [ONE],
    plan: { wishes: wishes(ONE, ...(one.fates ?? [live])), steps: [stepOf('a', ONE)], ...one.plan },
    over: {
      outcomes: [done('a')],
      verdicts: new Map(one.verdict === undefined ? [] : [[ONE.version.id, one.verdict]]),
    },
  }).requests[0]?.decision

describe('what a run proved', () => {
  it('is told with the reviewers by handle, or by GitHub’s number where nobody has it any more', () =>
    expect(
      told({
        verdict: provedBy({
          rule: 'leads',
          reviews: [
            { id: 1, author: 102 },
            { id: 2, author: 999 },
          ],
        }),
      }),
    ).toEqual({ is: 'allowed', approvers: ['lena', '999'], rule: 'leads', at: null }))

  it('that was refused says why and what to do', () =>
    expect(told({ verdict: { is: 'refused', because: 'clock', says: 'an hour late' } })).toEqual({
      is: 'refused',
      objections: [{ says: 'an hour late', cure: REFUSED.clock.cure, rule: null, at: null }],
    }))

  it('could say what to do about any refusal', () => {
    for (const because of Object.keys(REFUSALS) as readonly (keyof typeof REFUSALS)[])
      expect(told({ verdict: { is: 'refused', because, says: 'x' } })).toMatchObject({
        objections: [{ cure: REFUSED[because].cure }],
      })
  })

  it('that could not be read is open', () =>
    expect(told({ verdict: { is: 'unknown', because: 'GitHub: timeout' } })).toEqual({
      is: 'undecided',
      because: 'GitHub: timeout',
    }))

  it('is loud where the glass was broken, and only there', () => {
    const rules = [rule('r', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })]
    const broken = landed('glass', { for: 'nils', glass: true })
    const glass = (verdict?: Verdict) =>
      ran({
        standing: [broken],
        plan: { wishes: wishes(broken), steps: [stepOf('a', broken)] },
        over: {
          settings: settings(rules),
          verdicts: new Map(verdict === undefined ? [] : [[broken.version.id, verdict]]),
        },
      }).requests[0]?.breakGlass
    expect(glass(provedBy({ way: 'breakGlass' }))).toMatch(/^Nobody approves this beforehand: sam must review it/)
    expect(glass(provedBy())).toBeNull()
    expect(glass()).toBeNull()
  })
})

describe('where a run proved nothing, because', () => {
  const refused = (...says: readonly string[]) => ({
    is: 'refused',
    objections: says.map((one) => ({ says: one, cure: '', rule: null, at: null })),
  })
  const over = (because: 'denied' | 'held' | 'closing' | 'expired', says: string): Fate => ({
    is: 'over',
    because,
    says,
  })

  it.each<[string, readonly Fate[], object]>([
    ['it stands', [live], { is: 'settled', says: 'Proved when it was given; nothing new to approve' }],
    [
      'it begins later',
      [{ is: 'not-yet', from: later(NOON, HOUR) }],
      { is: 'undecided', because: 'it begins at 2027-01-15 09:00 UTC, and who approved it is proved then' },
    ],
    ['too little time is left', [{ is: 'dead', says: 'under 5 minutes' }], refused('under 5 minutes')],
    ['a rule denies it', [over('denied', 'not here')], refused('not here')],
    ['it is on hold', [live, over('held', 'held: incident')], refused('held: incident')],
    ['the account is leaving', [over('closing', 'leaving')], refused('leaving')],
    ['each item has its reason', [over('held', 'a'), over('denied', 'b')], refused('a', 'b')],
    [
      'its time is over in part',
      [over('expired', 'ended'), live],
      { is: 'settled', says: 'Proved when it was given; nothing new to approve' },
    ],
  ])('%s, it says so', (_says, fates, decision) => {
    expect(told({ fates })).toEqual(decision)
  })

  it('nothing can be given, it says that nobody was asked', () => {
    const blocked = [{ grants: wishes(ONE).map(({ grant }) => grant.key), because: 'No room.', cure: '' }]
    expect(told({ plan: { blocked, steps: [] } })).toEqual({
      is: 'undecided',
      because: 'nothing of it can be given in this run, so nobody was asked who approved it',
    })
  })
})
