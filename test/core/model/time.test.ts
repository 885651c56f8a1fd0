// How instants and durations are read and written, and when a window is open.

import { describe, expect, it } from 'vitest'
import {
  hasEnded,
  type InstantText,
  instantOf,
  isInstant,
  isOpen,
  later,
  readDuration,
  readInstant,
  writeDuration,
  writeInstant,
} from '../../../src/core/model/time.ts'

/** `=` an instant, `~` without an offset, and that instant as Daypass writes it. */
const shown = (read: InstantText): string => {
  switch (read.is) {
    case 'impossible':
      return read.is
    case 'instant':
      return `= ${writeInstant(read.instant)}`
    case 'local':
      return `~ ${writeInstant(read.asUtc)}`
  }
}

describe('a text is read as an instant', () => {
  it.each([
    ['2026-12-01T09:30:15Z', '= 2026-12-01T09:30:15Z'],
    ['2026-12-01T09:30:15z', '= 2026-12-01T09:30:15Z'],
    ['2026-12-01 09:30Z', '= 2026-12-01T09:30:00Z'],
    ['  2026-12-01T09:30Z\n', '= 2026-12-01T09:30:00Z'],
    ['2026-12-01T09:30:15.999999999Z', '= 2026-12-01T09:30:15Z'],
    ['2026-12-01T09:30+02:00', '= 2026-12-01T07:30:00Z'],
    ['2026-12-01T09:30+0230', '= 2026-12-01T07:00:00Z'],
    ['2026-12-01T09:30-05:45', '= 2026-12-01T15:15:00Z'],
    ['2026-12-01T23:30-14:59', '= 2026-12-02T14:29:00Z'],
    ['2026-12-01T00:00+14:00', '= 2026-11-30T10:00:00Z'],
    ['2024-02-29T23:59:59Z', '= 2024-02-29T23:59:59Z'],
    ['0101-01-01T00:00Z', '= 0101-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '= 9999-12-31T23:59:59Z'],
    ['9999-12-31T23:59:59-01:00', '= 9999-12-31T23:59:59Z'],
    ['2026-12-01T09:30', '~ 2026-12-01T09:30:00Z'],
    ['2026-12-01 09:30:15', '~ 2026-12-01T09:30:15Z'],
  ])('%j: %s', (text, is) => {
    expect(shown(readInstant(text))).toBe(is)
  })

  it.each([
    '',
    'tomorrow',
    '2026-12-01',
    '2026-12-1T09:30Z',
    '2026-12-01T9:30Z',
    '2026-12-01t09:30Z',
    'x2026-12-01T09:30Z',
    '2026-12-01T09:30Zx',
    '12026-12-01T09:30Z',
    '2026-12-01T09:30:1Z',
    '2026-12-01T09:30:15.Z',
    '2026-12-01T09:30:15.1234567890Z',
    '2026-12-01T09:30.5Z',
    '2026-12-01T09:30+2',
    '2026-12-01T09:30+02:0',
    '2026-12-01T09:30*02:00',
    '2026-02-30T09:30Z',
    '2025-02-29T09:30Z',
    '2026-00-01T09:30Z',
    '2026-13-01T09:30Z',
    '2026-12-00T09:30Z',
    '2026-12-32T09:30Z',
    '2026-12-01T24:00Z',
    '2026-12-01T25:00Z',
    '2026-12-31T24:00Z',
    '2026-11-30T99:00Z',
    '2026-01-99T00:00Z',
    '2026-99-01T00:00Z',
    '2026-12-01T09:60Z',
    '2026-12-01T09:30:60Z',
    '2026-12-01T09:30+15:00',
    '2026-12-01T09:30-15:00',
    '2026-12-01T09:30+02:60',
    '0050-01-01T00:00Z',
  ])('%j: impossible', (text) => {
    expect(shown(readInstant(text))).toBe('impossible')
  })
})

describe('an instant', () => {
  const [FIRST, LAST] = [-62_135_596_800, 253_402_300_799]

  it('lies in the years that can be written', () => {
    expect([FIRST, LAST].map((seconds) => writeInstant(instantOf(seconds)))).toEqual([
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
    ])
    expect([FIRST - 1, LAST + 1, -1.5, 1.9].map(instantOf)).toEqual([FIRST, LAST, -2, 1])
  })
  it('is a whole number in those years', () => {
    expect([FIRST, 0, LAST].map(isInstant)).toEqual([true, true, true])
    expect([FIRST - 1, LAST + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map(isInstant)).toEqual(
      Array(5).fill(false),
    )
  })
  it('later than the last one is the last one', () => {
    expect([later(instantOf(10), 5), later(instantOf(10), -20), later(instantOf(LAST), 1)]).toEqual([15, -10, LAST])
  })
})

it('a window begins with its first second and is over at its end', () => {
  const window = { from: instantOf(10), until: instantOf(20) }
  const at = [9, 10, 19, 20, 21].map(instantOf)
  expect(at.map((now) => isOpen(window, now))).toEqual([false, true, true, false, false])
  expect(at.map((now) => hasEnded(window, now))).toEqual([false, false, false, true, true])
})

describe('a duration', () => {
  it.each([
    ['90m', 5400],
    ['2h', 7200],
    ['1d', 86_400],
    ['1w', 604_800],
    ['1d12h', 129_600],
    ['1w2d3h4m', 788_640],
    ['30m30m', 3600],
    ['0h1m', 60],
    ['999999m', 59_999_940],
  ])('%s is so many seconds: %i', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds)
  })
  it.each(['', '0m', '0d0h', '2', 'h', '2H', '2 h', ' 2h', '2h ', '2s', '-2h', '1.5h', '1h30', '1000000m', '2h\n'])(
    '%j is none',
    (text) => {
      expect(readDuration(text)).toBeNull()
    },
  )
  it.each([
    [-5, '0s'],
    [0, '0s'],
    [29.6, '30s'],
    [59, '59s'],
    [59.5, '1m'],
    [60, '1m'],
    [2700, '45m'],
    [3600, '1h'],
    [3661, '1h 1m'],
    [86_400, '1d'],
    [129_600, '1d 12h'],
    [86_460, '1d 1m'],
    [90_061, '1d 1h'],
    [691_200, '8d'],
  ])('of %d seconds reads %s', (seconds, text) => {
    expect(writeDuration(seconds)).toBe(text)
  })
})
