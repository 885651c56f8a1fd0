// What is neither given nor taken while it cannot be judged, and what only a mark explains.

import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { type Compared, type Difference, diff } from '../../../src/core/plan/diff.ts'
import { hours, NOON } from '../../support/builders.ts'
import type { Content } from '../../support/toy-mode.ts'
import { compared, type Given, LATER, pinned, resolved, TOY, there, wanted } from './comparing.ts'
import { aGrant, aGranted, holdingOf } from './values.ts'

const [GRANT, SECOND] = [aGrant('a'), aGrant('b', { until: later(NOON, hours(4)) })]
const AMBER = aGrant('c', { badge: 'amber' })
const BLUE = holdingOf(GRANT)
const NOTHING: Difference<Content> = {
  changes: [],
  unrecorded: [],
  outdated: [],
  drift: [],
  blocked: [],
  unclear: [],
  undone: [],
}
const differs = (given: Given, more: Parameters<typeof compared>[1] = {}) => diff(compared(given, more))
const changes = (given: Given, more: Parameters<typeof compared>[1] = {}) =>
  differs(given, more).changes.map((one) => `${one.do} ${one.do === 'grant' ? one.want.key : one.have.key}`)

describe('a grant that could not be looked up', () => {
  const unsure = [GRANT]

  it('keeps what is recorded of it', () => {
    expect(changes({ observed: [there(GRANT)], granted: [pinned(GRANT)] }, { unsure })).toEqual([])
  })

  it('keeps what bears its mark in the same place', () => {
    expect(changes({ observed: [there(GRANT)] }, { unsure })).toEqual([])
  })

  it.each([
    ['of another version', there(SECOND), {}],
    ['in another place', there(GRANT, { target: id('stage') }), {}],
    ['unmarked', there(GRANT, { mark: null }), { recorded: new Map([[BLUE, []]]) }],
    ['of what has ended', there(SECOND), { granted: [pinned(GRANT, { ended: { because: 'held', at: NOON } })] }],
  ])('keeps nothing %s', (_which, have, { granted = [], ...more }: { granted?: Given['granted'] } & object) => {
    expect(changes({ observed: [have], granted }, { unsure, ...more })).toEqual([`revoke ${BLUE}`])
  })

  it('makes somebody new wait who would share the thing, and says so', () => {
    const told = differs({ live: [SECOND], observed: [there(GRANT)], granted: [pinned(GRANT)] }, { unsure })
    expect(told).toEqual({
      ...NOTHING,
      unclear: [
        {
          grants: [SECOND.key],
          because: 'what is there of prod/marta/blue cannot be told for sure now',
          cure: 'the next run looks again',
        },
      ],
    })
  })

  it('makes somebody new wait also where others stand', () => {
    const granted = [pinned(GRANT)]
    const third = aGrant('d')
    const told = differs(
      { live: [third, SECOND], observed: [there(GRANT)], granted: [...granted, pinned(third)] },
      { unsure },
    )
    expect(told).toMatchObject({ changes: [], unclear: [{ grants: [third.key, SECOND.key] }] })
  })

  it('makes nobody wait who stands', () => {
    const granted = [pinned(GRANT), pinned(SECOND)]
    expect(differs({ live: [SECOND], observed: [there(SECOND)], granted }, { unsure })).toEqual(NOTHING)
  })
})

describe('what does not fit', () => {
  const full = { grants: [GRANT.key], because: 'the lanyard is full', cure: 'ask for less' }
  const provisioner: Compared<Content>['provisioner'] = {
    ...TOY,
    place: (live, seen) => {
      const fits = live.filter(({ grant }) => grant !== GRANT)
      return { holdings: TOY.place(fits, seen).holdings, blocked: fits.length < live.length ? [full] : [] }
    },
  }

  it('is told, and takes nothing from whoever has it already', () => {
    const given: Given = { live: [GRANT], observed: [there(GRANT)], granted: [pinned(GRANT)] }
    expect(differs(given, { provisioner })).toEqual({ ...NOTHING, blocked: [full] })
  })

  it('keeps nothing that it did not have', () => {
    const given: Given = { live: [GRANT, AMBER], observed: [there(AMBER)] }
    expect(differs(given, { provisioner })).toMatchObject({ blocked: [full], unrecorded: [{ key: holdingOf(AMBER) }] })
    expect(changes({ live: [GRANT], observed: [there(GRANT)] }, { provisioner })).toEqual([`revoke ${BLUE}`])
  })
})

describe('what only a mark explains', () => {
  const withheld = (...[unproved, late = []]: readonly (readonly Grant[])[]): Partial<Compared<Content>> => ({
    withheld: { unproved: (unproved ?? []).map(resolved), late: late.map(resolved) },
  })
  const have = there(GRANT)

  it('stays while its proof is not known, and is written down once it is', () => {
    expect(differs({ observed: [have] }, withheld([GRANT]))).toEqual({ ...NOTHING, unrecorded: [wanted(GRANT)] })
  })

  it('is written down where it came too late to be given again', () => {
    expect(differs({ observed: [have] }, withheld([], [GRANT]))).toEqual({ ...NOTHING, unrecorded: [wanted(GRANT)] })
  })

  it('is cut to what could have been given at most', () => {
    const wide = there(GRANT, { until: later(NOON, hours(9)) })
    const cut = { changes: [{ do: 'adjust', have: wide, want: wanted(GRANT), effect: 'takes' }] }
    expect(differs({ observed: [wide] }, withheld([GRANT]))).toMatchObject(cut)
    expect(differs({ observed: [wide] }, withheld([], [GRANT]))).toMatchObject(cut)
  })

  it('is explained beside what came too late', () => {
    expect(differs({ observed: [have] }, withheld([GRANT], [AMBER])).unrecorded).toEqual([wanted(GRANT)])
  })

  it('is let be where it holds less, while its proof is not known', () => {
    const narrow = there(GRANT, { until: later(LATER, 60) })
    expect(differs({ observed: [narrow] }, withheld([GRANT]))).toEqual(NOTHING)
  })

  it('goes where it holds something else and came too late', () => {
    const narrow = there(GRANT, { until: later(LATER, 60) })
    expect(changes({ observed: [narrow] }, withheld([], [GRANT]))).toEqual([`revoke ${BLUE}`])
  })

  it('goes where its mark names nobody who waits', () => {
    expect(changes({ observed: [have] }, withheld([SECOND]))).toEqual([`revoke ${BLUE}`])
    expect(changes({ observed: [have] }, withheld([], [SECOND]))).toEqual([`revoke ${BLUE}`])
    expect(changes({ observed: [have] }, withheld([AMBER]))).toEqual([`revoke ${BLUE}`])
    const wide = there(GRANT, { until: later(NOON, hours(9)) })
    expect(changes({ observed: [wide] }, withheld([SECOND]))).toEqual([`revoke ${BLUE}`])
  })

  it('is judged by the record where there is one', () => {
    const granted = [aGranted(GRANT)]
    expect(changes({ observed: [have], granted }, withheld([GRANT]))).toEqual([`revoke ${BLUE}`])
  })

  it('that was there before is told to have been, whoever asks for it', () => {
    const told = differs({ observed: [there(GRANT, { mark: null })] }, withheld([GRANT]))
    expect(told).toMatchObject({ changes: [], drift: [{ is: 'had-before', grants: [GRANT.key] }] })
  })

  it('is judged with everybody who may share it', () => {
    const shared = there(SECOND, { mark: { version: GRANT.version, expires: SECOND.until } })
    expect(differs({ live: [SECOND], observed: [shared] }, withheld([GRANT])).unrecorded).toMatchObject([
      { until: SECOND.until, holders: [{ grant: SECOND }, { grant: GRANT }] },
    ])
  })

  it('of what is given to nobody else at the same time is not asked', () => {
    expect(changes({ live: [AMBER], observed: [have] }, withheld([], []))).toEqual([
      `grant ${holdingOf(AMBER)}`,
      `revoke ${BLUE}`,
    ])
  })

  it('is left alone where it cannot be looked up', () => {
    const wide = there(GRANT, { until: later(NOON, hours(9)) })
    expect(differs({ observed: [wide] }, { ...withheld([GRANT]), unsure: [GRANT] })).toEqual(NOTHING)
  })
})
