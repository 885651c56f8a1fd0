// What the inventory says of itself: written, read back, and nothing taken on trust.

import { describe, expect, it } from 'vitest'
import { type Contents, isStale, NEVER, readContents, writeContents } from '../../../src/core/inventory/contents.ts'
import { partsFor, readPart, shareOf, writePart } from '../../../src/core/inventory/parts.ts'
import { at } from '../../support/builders.ts'

const NOW = at('2026-12-01T12:00:00Z')
const CONTENTS: Contents = {
  asOf: NOW,
  places: {
    'orders-prod': {
      id: '111122223333',
      sections: {
        resources: { asOf: at('2026-11-30T06:00:00Z'), failed: 'throttled', partial: { 'us-east-1': 'not indexed' } },
        access: { asOf: NOW, failed: null, partial: {} },
      },
      counts: { 'sqs:queue': 3, role: 1 },
      regions: { 'eu-west-1': 3 },
    },
  },
}

describe('the index of the inventory', () => {
  it('is one line of JSON whose keys have one order', () => {
    expect(writeContents(CONTENTS)).toBe(
      '{"asOf":"2026-12-01T12:00:00Z","daypass":1,"places":{"orders-prod":{"counts":{"role":1,"sqs:queue":3},"id":"111122223333","regions":{"eu-west-1":3},"sections":{"access":{"asOf":"2026-12-01T12:00:00Z","failed":null,"partial":{}},"resources":{"asOf":"2026-11-30T06:00:00Z","failed":"throttled","partial":{"us-east-1":"not indexed"}}}}}}\n',
    )
  })

  it('is read back as it was written', () => {
    expect(readContents(writeContents(CONTENTS))).toEqual(CONTENTS)
  })

  it('keeps that a place was never read', () => {
    const unread = { id: '', sections: { resources: NEVER, access: NEVER }, counts: {}, regions: {} }
    const written = writeContents({ asOf: NOW, places: { unread } })
    expect([readContents(written)?.places, written.includes('1970')]).toEqual([{ unread }, false])
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a text', '"daypass"'],
    ['another edition', '{"daypass":2,"asOf":"2026-12-01T12:00:00Z","places":{}}'],
    ['no time', '{"daypass":1,"places":{}}'],
    ['a time that is a number', '{"daypass":1,"asOf":1796115600,"places":{}}'],
    ['a time without an offset', '{"daypass":1,"asOf":"2026-12-01T12:00","places":{}}'],
    ['a time that cannot be', '{"daypass":1,"asOf":"2026-02-30T12:00:00Z","places":{}}'],
  ])('is none of ours where it is %s', (_what, text) => {
    expect(readContents(text)).toBeNull()
  })

  it('keeps of a place that somebody else wrote what has the right shape', () => {
    const section = { asOf: 'yesterday', failed: 3, partial: { a: 1, b: 'two' } }
    const strange = {
      id: 7,
      sections: { resources: section, access: 'all' },
      counts: { a: 1.5, b: '2', c: 3 },
      regions: null,
    }
    const text = JSON.stringify({ daypass: 1, asOf: '2026-12-01T12:00:00Z', places: { strange, empty: null } })
    expect(readContents(text)?.places).toEqual({
      strange: {
        id: '',
        sections: { resources: { asOf: null, failed: null, partial: { b: 'two' } }, access: NEVER },
        counts: { c: 3 },
        regions: {},
      },
      empty: { id: '', sections: { resources: NEVER, access: NEVER }, counts: {}, regions: {} },
    })
  })

  it('calls a section stale whose last try failed', () => {
    expect([isStale(NEVER), isStale({ ...NEVER, failed: '' })]).toEqual([false, true])
  })
})

describe('the parts of a matrix', () => {
  it('are one for each fifty places, at least one, at most two hundred', () => {
    const counts = [0, 1, 50, 51, 100, 101, 10_000, 50_000].map((places) => partsFor(places).length)
    expect(counts).toEqual([1, 1, 1, 2, 2, 3, 200, 200])
    expect(partsFor(101)).toEqual([
      { number: 1, of: 3 },
      { number: 2, of: 3 },
      { number: 3, of: 3 },
    ])
  })

  it('are written and read back', () => {
    for (const part of partsFor(10_000)) expect(readPart(writePart(part))).toEqual(part)
    expect(writePart({ number: 2, of: 12 })).toBe('2/12')
  })

  it.each(['', '1', '0/1', '1/0', '3/2', '01/2', '1/1000', '1000/1000', '1/2x', 'x1/2', '1 / 2', '1.5/2'])(
    'are never %j',
    (text) => {
      expect(readPart(text)).toBeNull()
    },
  )

  it('deal out every place once, like cards', () => {
    const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    expect(partsFor(101).map((part) => shareOf(places, part))).toEqual([
      ['a', 'd', 'g'],
      ['b', 'e'],
      ['c', 'f'],
    ])
  })
})
