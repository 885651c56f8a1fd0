// Which claims have nothing left to claim: made to take something, and it is gone.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { instantOf, later } from '../../../src/core/model/time.ts'
import type { Claim } from '../../../src/core/report/record.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { lasting } from '../../support/toy-day.ts'
import { A, type Day, given, planned, worn } from './drawing.ts'
import { aClaim, aLedger } from './values.ts'

const HOLDING = id<'holding'>('prod/marta/blue')
const END = later(NOON, hours(4))
const LONGER = landed(aRequest('b', { when: lasting(6) }))
const claim = (more: Partial<Claim> = {}): Claim => aClaim({ versions: [A.version.id], at: END, ...more })
const spent = async (one: Claim, { granted = [], more = {}, ...day }: Day = {}) => {
  const ledger = aLedger(granted, { claims: new Map([[HOLDING, one]]) })
  return (await planned({ standing: [A, LONGER], granted, hour: 5, ...day, more: { ledger, ...more } })).spent
}

describe('a claim is spent', () => {
  it('where it was made after the end of whoever it was made for, and its thing is gone', async () => {
    expect(await spent(claim())).toEqual([{ holding: HOLDING, claim: claim() }])
  })

  it.each<[string, Claim, Day?]>([
    ['was made before that end: to give it, and it may only not be visible yet', claim({ at: instantOf(END - 1) })],
    ['was made for somebody else, too, who had not ended', claim({ versions: [A.version.id, LONGER.version.id] })],
    ['was made for a request that is not there any more', claim({ versions: [id('e'.repeat(64))] })],
    ['is of something that was there before', claim({ existedBefore: true })],
    ['is of another way of giving', claim({ mode: id('lanyard') })],
    ['is of something that is there', claim(), { badges: [worn(A)] }],
    ['is of something that the record shows as given', claim(), { granted: [given(A)] }],
    ['is of a place that could not be read', claim(), { dark: ['prod'] }],
  ])('not where it %s', async (_why, one, day) => {
    expect(await spent(one, day)).toEqual([])
  })

  it('not where the record cannot be read', async () => {
    expect(await spent(claim(), { more: { ledger: null } })).toEqual([])
  })
})
