// How late access is taken away, told from the record alone.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, type Instant, later, MINUTE } from '../../../src/core/model/time.ts'
import { latenessOf, latenessText, OVERDUE_AFTER } from '../../../src/core/report/lateness.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { NOON } from '../../support/builders.ts'

const granted = (holding: string, until: Instant, ended: Granted['ended']): Granted => ({
  grant: id('g'),
  version: id('v'),
  holding: id(holding),
  mode: id('toy'),
  target: id('prod'),
  account: '1',
  identity: 'i',
  content: id('c'),
  until,
  reach: [],
  at: later(until, -HOUR),
  confirmed: later(until, -HOUR),
  ended,
})

const recorded = (...all: readonly Granted[]) => ({ granted: new Map(all.map((one, at) => [String(at), one])) })

/** Ended so many seconds after it should have, so long ago. */
const expired = (late: number, ago = HOUR): Granted => {
  const at = later(NOON, -ago)
  return granted('h', later(at, -late), { because: 'expired', at })
}

describe('what was taken late', () => {
  it('is counted from the end that was promised, the quickest first', () =>
    expect(latenessOf(recorded(expired(90), expired(5), expired(3600)), NOON).late).toEqual([5, 90, 3600]))

  it('is not told of a part of what went on for others: its own end is not recorded', () => {
    expect(latenessOf(recorded(expired(-1)), NOON).late).toEqual([])
    expect(latenessOf(recorded(expired(0)), NOON).late).toEqual([0])
  })

  it('is forgotten after 30 days', () => {
    expect(latenessOf(recorded(expired(9, 30 * DAY)), NOON).late).toEqual([])
    expect(latenessOf(recorded(expired(9, 30 * DAY - 1)), NOON).late).toEqual([9])
  })

  it('is only what had expired: what was withdrawn or held ended early', () =>
    expect(latenessOf(recorded(granted('h', NOON, { because: 'withdrawn', at: NOON })), NOON)).toEqual({
      late: [],
      overdue: [],
    }))
})

describe('what should have been taken', () => {
  const stands = (holding: string, ago: number): Granted => granted(holding, later(NOON, -ago), null)

  it('is what stands two hours after its end', () => {
    expect(OVERDUE_AFTER).toBe(2 * HOUR)
    const [late, soon] = [stands('late', 2 * HOUR), stands('soon', 2 * HOUR - 1)]
    expect(latenessOf(recorded(late, soon, stands('live', -HOUR)), NOON)).toEqual({ late: [], overdue: [late] })
  })

  it('is told longest first, then by what it is, in whatever order it was recorded', () => {
    const [a, b, c] = [stands('a', 3 * HOUR), stands('b', 3 * HOUR), stands('c', 4 * HOUR)]
    expect(latenessOf(recorded(b, a, c), NOON).overdue).toEqual([c, a, b])
    expect(latenessOf(recorded(a, b, c), NOON).overdue).toEqual([c, a, b])
  })

  it('is told as it was recorded where several hold the same', () => {
    const both = ['v2', 'v1'].map((version) => ({ ...stands('a', 3 * HOUR), version: id<'version'>(version) }))
    expect(latenessOf(recorded(...both), NOON).overdue).toEqual(both)
  })
})

describe('the line about it', () => {
  it.each<[string, readonly number[], string]>([
    ['of one', [59], 'Taken away under 1m after the end in the middle, under 1m at worst (1 end in 30 days).'],
    [
      'of two, the quicker of which is the middle',
      [60, 95],
      'Taken away 1m after the end in the middle, 1m at worst (2 ends in 30 days).',
    ],
    [
      'of three, in whole minutes',
      [10, 12 * MINUTE + 59, 2 * HOUR + 30],
      'Taken away 12m after the end in the middle, 2h at worst (3 ends in 30 days).',
    ],
  ])('%s', (_says, late, text) => {
    expect(latenessText({ late, overdue: [] })).toBe(text)
  })

  it('is not there where nothing ended', () => expect(latenessText({ late: [], overdue: [] })).toBeNull())
})
