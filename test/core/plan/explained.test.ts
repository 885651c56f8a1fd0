// While the record cannot be read a mark may speak for whoever asks for the thing: taken is only what nobody asks for.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { type Compared, diff } from '../../../src/core/plan/diff.ts'
import type { Observed } from '../../../src/core/plan/provisioner.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import { hours, NOON } from '../../support/builders.ts'
import type { Content } from '../../support/toy-mode.ts'
import { compared, LATER, resolved, TOY, there } from './comparing.ts'
import { aGrant, aLedger, holdingOf } from './values.ts'

const [SHORT, LONG] = [aGrant('a', { until: later(NOON, hours(3)) }), aGrant('b', { until: later(NOON, hours(5)) })]
const BLUE = holdingOf(SHORT)

type Withheld = Partial<NonNullable<Compared<Content>['withheld']>>
const told = (have: Observed<Content>, withheld: Withheld, more: Partial<Compared<Content>> = {}) =>
  diff(
    compared(
      { observed: [have] },
      { settlement: settlementOf(null), withheld: { unproved: [], late: [], ...withheld }, ...more },
    ),
  ).changes.map((one) => (one.do === 'grant' ? one.do : `${one.do} ${one.have.key}`))

describe('a thing that bears a mark', () => {
  it('of somebody who asks for it no more is cut to what others ask for', () => {
    expect(told(there(LONG), { unproved: [resolved(SHORT)] })).toEqual([`adjust ${BLUE}`])
  })

  it('of somebody who asks for it no more stays where others would have as much', () => {
    const have = there(aGrant('c'), { until: SHORT.until })
    expect(told(have, { unproved: [resolved(LONG)] })).toEqual([])
  })

  it('goes at the end that the mark tells, whoever else asks for it: of them nobody knows who approved it', () => {
    const over = there(aGrant('c'), { until: LATER })
    expect(told(over, { unproved: [resolved(LONG)] })).toEqual([`revoke ${BLUE}`])
    expect(told(over, { rewritten: [resolved(LONG)] })).toEqual([`revoke ${BLUE}`])
    const lasting = there(LONG, { mark: { version: LONG.version, expires: null } })
    expect(told(lasting, { rewritten: [resolved(SHORT)] })).toEqual([])
  })

  it('goes where nobody asks for it', () => {
    expect(told(there(LONG), { unproved: [resolved(aGrant('a', { badge: 'amber' }))] })).toEqual([`revoke ${BLUE}`])
  })

  it('goes where the record is read, and tells of nobody who asks for it', () => {
    const read = { settlement: settlementOf(aLedger()) }
    expect(told(there(LONG), { unproved: [resolved(SHORT)] }, read)).toEqual([`revoke ${BLUE}`])
  })
})

it('a thing that bears no mark stays as it was before, whoever asks for it', () => {
  expect(told(there(LONG, { mark: null }), { unproved: [resolved(SHORT)] })).toEqual([])
})

describe('whoever has no room beside others', () => {
  const provisioner: Compared<Content>['provisioner'] = {
    ...TOY,
    place: (live, seen) => {
      const fits = live.length < 2 ? live : live.filter(({ grant }) => grant !== SHORT)
      const out = { grants: [SHORT.key], because: 'full', cure: 'less' }
      return { holdings: TOY.place(fits, seen).holdings, blocked: fits.length < live.length ? [out] : [] }
    },
  }
  const amber = aGrant('b', { badge: 'amber' })
  const both = { unproved: [resolved(amber), resolved(SHORT)] }

  it('keeps what is there, which may be theirs', () => {
    expect(told(there(LONG), both, { provisioner })).toEqual([])
  })

  it('keeps nothing where the record is read and does not know them', () => {
    expect(told(there(LONG), both, { provisioner, settlement: settlementOf(aLedger()) })).toEqual([`revoke ${BLUE}`])
  })

  it('keeps nothing that is not there', () => {
    expect(told(there(amber), both, { provisioner })).toEqual([])
  })
})

describe('whoever asks for what was rewritten', () => {
  it('keeps what is there, which may be a copy', () => {
    expect(told(there(LONG), { rewritten: [resolved(SHORT)] })).toEqual([])
  })

  it('keeps it beside somebody who asks for something else', () => {
    const other = resolved(aGrant('c', { badge: 'amber' }))
    expect(told(there(LONG), { unproved: [other], rewritten: [resolved(SHORT)] })).toEqual([])
  })

  it('keeps nothing that bears no mark', () => {
    const unmarked = there(LONG, { mark: null })
    expect(told(unmarked, { rewritten: [resolved(SHORT)] }, { recorded: new Map([[BLUE, []]]) })).toEqual([
      `revoke ${BLUE}`,
    ])
  })
})
