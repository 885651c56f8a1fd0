// Which claims have nothing left to claim: made to take something, and it is gone.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { HOUR, instantOf, later, MINUTE } from '../../../src/core/model/time.ts'
import type { Claim } from '../../../src/core/report/record.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { company, hold, lasting } from '../../support/toy-day.ts'
import { A, type Day, given, planned, worn } from './drawing.ts'
import { aClaim, aLedger } from './values.ts'

const HOLDING = id<'holding'>('prod/marta/blue')
const END = later(NOON, hours(4))
const GONE = id<'version'>('e'.repeat(64))
const HELD = company({ holds: [hold({ is: 'everything' })] })
const LATER = landed(aRequest('c', { when: { is: 'duration', from: later(NOON, hours(6)), seconds: hours(1) } }))
const LONGER = landed(aRequest('b', { when: lasting(6) }))
const claim = (more: Partial<Claim> = {}): Claim => aClaim({ versions: [A.version.id], at: END, ...more })
const spent = async (one: Claim, { granted = [], more = {}, ...day }: Day = {}) => {
  const ledger = aLedger(granted, { claims: new Map([[HOLDING, one]]) })
  return (await planned({ standing: [A, LONGER, LATER], granted, hour: 5, ...day, more: { ledger, ...more } })).spent
}

describe('a claim is spent', () => {
  it('where it was made after the end of whoever it was made for, and its thing is gone', async () => {
    expect(await spent(claim())).toEqual([{ holding: HOLDING, claim: claim() }])
  })

  it.each<[string, Claim, Day?]>([
    [
      'was made to give it, and it may only not be visible yet',
      claim({ at: instantOf(END - 1) }),
      { hour: 4 + (5 * MINUTE - 2) / HOUR },
    ],
    ['was made for somebody else, too, who asks for it', claim({ versions: [A.version.id, LONGER.version.id] })],
    ['was made for somebody who asks for it later', claim({ versions: [LATER.version.id], at: NOON })],
    ['is of something that was there before', claim({ existedBefore: true })],
    ['is of another way of giving', claim({ mode: id('lanyard') })],
    ['is of something that is there', claim(), { badges: [worn(A)] }],
    ['is of something that the record shows as given', claim(), { granted: [given(A)] }],
    ['is of a place that could not be read', claim(), { dark: ['prod'] }],
  ])('not where it %s', async (_why, one, day) => {
    expect(await spent(one, day)).toEqual([])
  })

  it.each<[string, Claim, Day]>([
    ['nobody asks for it any more', claim({ at: instantOf(END - 1) }), { hour: 4 + (5 * MINUTE - 1) / HOUR }],
    ['its request is not there any more', claim({ versions: [GONE], at: NOON }), {}],
    [
      'one of its requests is not there any more and the other has ended',
      claim({ versions: [A.version.id, GONE] }),
      {},
    ],
    ['whoever asks for it is held', claim({ versions: [LONGER.version.id], at: NOON }), { more: { settings: HELD } }],
  ])('where it was made to give it, long enough ago, and %s', async (_why, one, day) => {
    expect(await spent(one, day)).toEqual([{ holding: HOLDING, claim: one }])
  })

  it('not where the record cannot be read', async () => {
    expect(await spent(claim(), { more: { ledger: null } })).toEqual([])
  })
})
