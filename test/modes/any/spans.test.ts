// When a thing that several grants share works, and which version gives each end.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, later } from '../../../src/core/model/time.ts'
import { lastOf, unite } from '../../../src/modes/any/spans.ts'
import { hours, NOON } from '../../support/builders.ts'
import { resolved, someActions, version } from '../iam-user/support.ts'

/** `a 0-2`: version a, from noon to two hours later. */
const holder = (text: string) => {
  const [letter = '', window = ''] = text.split(' ')
  const [from = 0, until = 0] = window.split('-').map(Number)
  return resolved(someActions('s3:GetObject'), {
    version: letter,
    from: later(NOON, hours(from)),
    until: later(NOON, hours(until)),
  })
}

const told = (spans: ReturnType<typeof unite>): string =>
  spans
    .map(({ from, until, version: by }) => `${by[0]} ${(from - NOON) / hours(1)}-${(until - NOON) / hours(1)}`)
    .join(', ')

describe('windows of the same thing', () => {
  it.each([
    [['a 0-2'], 'a 0-2'],
    [['a 0-2', 'b 1-3'], 'b 0-3'],
    [['b 1-3', 'a 0-2'], 'b 0-3'],
    [['a 0-2', 'b 2-3'], 'b 0-3'],
    [['a 0-2', 'b 3-4'], 'a 0-2, b 3-4'],
    [['b 3-4', 'a 0-2'], 'a 0-2, b 3-4'],
    [['a 0-5', 'b 1-2'], 'a 0-5'],
    [['a 0-2', 'b 0-5'], 'b 0-5'],
    [['b 0-5', 'a 0-2'], 'b 0-5'],
    [['b 0-2', 'a 1-2'], 'a 0-2'],
    [['a 0-2', 'b 1-2'], 'a 0-2'],
    [['b 0-2', 'a 0-2'], 'a 0-2'],
    [['a 0-2', 'b 0-2'], 'a 0-2'],
    [['a 0-1', 'b 1-2', 'c 2-3', 'd 4-5'], 'c 0-3, d 4-5'],
  ])('%j work as %s', (holders, spans) => {
    expect(told(unite(holders.map(holder)))).toBe(spans)
  })

  it('end with the last of them, by the version that gives that end', () => {
    expect(told([lastOf(['a 0-2', 'b 5-6', 'c 3-4'].map(holder))])).toBe('b 5-6')
  })

  it('of nobody have no end', () => {
    expect(unite([])).toEqual([])
    expect(() => lastOf([])).toThrow('nobody holds it')
  })

  it('say the same in whatever order they come, and let in neither more nor fewer hours', () => {
    const windows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(windows, (some) => {
        const texts = some.map(([letter, from, long]) => `${letter} ${from}-${from + long}`)
        const spans = unite(texts.map(holder))
        expect(told(unite(texts.toReversed().map(holder)))).toBe(told(spans))
        for (let hour = 0; hour < 14; hour++) {
          const at = instantOf(NOON + hours(hour + 0.5))
          const asked = some.some(([, from, long]) => hour >= from && hour < from + long)
          expect(spans.filter(({ from, until }) => from <= at && at < until)).toHaveLength(asked ? 1 : 0)
        }
      }),
    )
  })

  it('keep the whole version, not what a mark has room for', () => {
    expect(unite([holder('a 0-2')])[0]?.version).toBe(version('a'))
  })
})
