// What could not be read, and what was given once and is over without a call of ours.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later, MINUTE } from '../../../src/core/model/time.ts'
import { draftPlan } from '../../../src/core/plan/draft.ts'
import type { Mode } from '../../../src/core/plan/mode.ts'
import { NOTHING_ASKED } from '../../../src/core/plan/verdicts.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { anAccount, aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { company, hold, lasting } from '../../support/toy-day.ts'
import { badgeDigest } from '../../support/toy-mode.ts'
import { A, type Day, drawn, given, planned, worn } from './drawing.ts'

describe('what could not be read', () => {
  const down = { kind: 'unreachable', call: 'toy:look', said: 'dark' }

  it('is told with why', async () => {
    expect((await planned({ dark: ['stage'] })).unread).toEqual([
      { scope: 'stage', target: 'stage', mode: 'toy', because: down },
    ])
  })

  it('is told, too, where the answer says nothing of it', async () => {
    const { unread } = await planned({ seen: (seen) => ({ ...seen, scopes: new Map() }) })
    expect(unread.map(({ scope, because }) => [scope, because])).toEqual(
      ['prod', 'stage', 'lab'].map((scope) => [
        scope,
        { kind: 'garbage', call: `reading ${scope}`, said: 'nothing was read' },
      ]),
    )
  })

  it('plans nothing where a way of giving was not looked at', async () => {
    const plan = await planned({ standing: [A], seen: () => null })
    expect([plan.steps, plan.unread, plan.blocked]).toEqual([[], [], []])
  })
})

describe('what was given and is not there any more', () => {
  const gone = { granted: [given(A)] }
  const held = { settings: company({ holds: [hold({ is: 'everything' })] }) }
  const vanished = async (day: Day) =>
    (await planned(day)).vanished.map(({ granted, because }) => [granted.holding, because])

  it.each<[string, Day, string]>([
    ['ended by itself', { ...gone, standing: [A], hour: 4 }, 'expired'],
    ['was withdrawn', gone, 'withdrawn'],
    ['was held, and somebody had been there before', { ...gone, standing: [A], more: held }, 'undone'],
    ['is asked for and was taken by hand', { ...gone, standing: [A] }, 'undone'],
  ])('is over because it %s', async (_why, day, because) => {
    expect(await vanished(day)).toEqual([['prod/marta/blue', because]])
  })

  it.each<[string, Day]>([
    ['where it is there', { ...gone, badges: [worn(A)], standing: [A] }],
    ['where the place could not be read', { ...gone, dark: ['prod'] }],
    ['of another way of giving', { granted: [given(A, { mode: id('lanyard') })] }],
    ['of a place that nobody reads any more', { granted: [given(A, { target: id('sold') })] }],
    [
      'that may only not be visible yet',
      { granted: [given(A, { confirmed: later(NOON, hours(1) - MINUTE) })], standing: [A], more: held },
    ],
    ['that ended already', { granted: [given(A, { ended: { because: 'held', at: NOON } })] }],
  ])('is not over %s', async (_which, day) => {
    expect(await vanished(day)).toEqual([])
  })

  it('is told of everybody who stood on it, and of each thing by itself', async () => {
    const b = landed(aRequest('b'))
    const granted = [given(A), given(b), given(A, {}, { name: 'amber' })]
    expect(await vanished({ granted, badges: [worn(A, { name: 'amber' })] })).toEqual([
      ['prod/marta/blue', 'withdrawn'],
      ['prod/marta/blue', 'withdrawn'],
    ])
  })

  it('in a place of two parts is only known to be gone when both were read', async () => {
    const twoParts = (mode: Mode): Mode => ({
      ...mode,
      scopes: [...mode.scopes, { scope: id('more'), target: id('prod') }],
    })
    const { drawing, looked } = await drawn(gone)
    const plan = draftPlan({ ...drawing, modes: drawing.modes.map(twoParts) }, looked, NOTHING_ASKED)
    expect(plan.vanished).toEqual([])
  })
})

describe('what is taken though it could be wanted again', () => {
  const held = { settings: company({ holds: [hold({ is: 'everything' })] }) }
  const day = (content: Partial<Granted>, more: Day = {}): Day => ({
    standing: [A],
    granted: [given(A, content)],
    badges: [worn(A)],
    more: held,
    ...more,
  })
  const cut = { content: badgeDigest(worn(A, { until: later(NOON, hours(9)) })) }
  const vanished = async (of: Day) => {
    const plan = await planned(of)
    expect(plan.steps.map((step) => step.do)).toEqual(['revoke'])
    return plan.vanished.map(({ because }) => because)
  }

  it('stays away where somebody had cut it by hand', async () => {
    expect(await vanished(day(cut))).toEqual(['undone'])
  })

  it('is only renewed where somebody asks again', async () => {
    const b = landed(aRequest('b', { when: lasting(6) }), later(NOON, MINUTE))
    const plan = await planned({ standing: [A, b], granted: [given(A)], badges: [worn(A)] })
    expect([plan.steps.map(({ because }) => because), plan.vanished]).toEqual([['renewed'], []])
  })

  it.each<[string, Day]>([
    ['it is what was given', day({})],
    ['the change may only not be visible yet', day({ ...cut, confirmed: later(NOON, hours(1) - MINUTE) })],
    ['it was withdrawn', day(cut, { standing: [], more: {} })],
    ['it ended', day(cut, { hour: 4, more: {} })],
  ])('is not said to be undone where %s', async (_where, of) => {
    expect(await vanished(of)).toEqual([])
  })
})

it('what nothing explains goes as a stray, but in an account that is closing as that', async () => {
  const because = async (closing: boolean) => {
    const settings = company({ accounts: [anAccount('prod', { closing }), anAccount('stage', { closing: !closing })] })
    const plan = await planned({ badges: [worn(A, { mark: 'f'.repeat(40) })], more: { settings } })
    return plan.steps.map((step) => step.because)
  }
  expect([await because(false), await because(true)]).toEqual([['stray'], ['closing']])
})
