// What strict YAML forbids, said of nodes by themselves: also what the parser refuses before anybody walks through it.

import { describe, expect, it } from 'vitest'
import { parseDocument, YAMLSeq } from 'yaml'
import { type Complaint, plainValue, startOf } from '../../../src/core/documents/plain-value.ts'

/** The value, and what is complained of, from YAML read as loosely as it can be. */
function loosely(text: string): { readonly value: unknown; readonly complaints: readonly string[] } {
  const complaints: Complaint[] = []
  const { contents } = parseDocument(text, { uniqueKeys: false, merge: false, logLevel: 'silent' })
  if (contents === null) throw new Error('there is nothing')
  const value = plainValue(contents, text, complaints)
  return { value, complaints: complaints.map(({ code, offset }) => `${code} at ${offset}`) }
}

/** Lists in lists. */
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('a value is plain', () => {
  it.each([
    ['a: 1\nb: [true, null, x]\n', { a: 1, b: [true, null, 'x'] }],
    ['- {a: }\n- \n', [{ a: null }, null]],
    ['{a, b}', { a: null, b: null }],
    ['word', 'word'],
    ['"\\n"', '\n'],
  ])('%j', (text, value) => {
    expect(loosely(text)).toEqual({ value, complaints: [] })
  })

  it('down to twenty levels, and no further', () => {
    expect(loosely(nested(20)).complaints).toEqual([])
    expect(loosely(nested(21)).complaints).toEqual(['yaml-depth at 19'])
    expect(loosely(`${'- '.repeat(19)}a: 1\n`).complaints).toEqual(['yaml-depth at 38'])
    expect(loosely(`${'- '.repeat(18)}a: 1\n`).complaints).toEqual([])
  })
})

describe('a key is a word', () => {
  it.each([
    ['? [a, b]\n: x\n', 'yaml-key at 2'],
    ['? {a: b}\n: x\n', 'yaml-key at 2'],
    ['1: x\n', 'yaml-key at 0'],
    ['"": x\n', 'yaml-key at 0'],
    ['<<: x\n', 'yaml-merge-key at 0'],
    ['constructor: x\n', 'yaml-reserved-key at 0'],
    ['a: x\na: y\n', 'yaml-duplicate-key at 5'],
    ['? [a]\n: "\\n"\n', 'yaml-key at 2'],
  ])('and not as in %j', (text, complaint) => {
    expect(loosely(text).complaints).toEqual([complaint])
  })

  it('and no name for something else, which is told at the map it stands in', () => {
    expect(loosely('a: &k x\n*k : y\n').complaints).toEqual(['yaml-alias at 6', 'yaml-key at 0'])
  })

  it('and what is wrong with the map is told once, whatever its keys are', () => {
    expect(loosely('a: &k x\nb: !own {*k : y}\n').complaints).toEqual([
      'yaml-alias at 6',
      'yaml-tag at 16',
      'yaml-key at 16',
    ])
  })

  it('that is refused leaves nothing behind, and of two the first stays', () => {
    expect(loosely('prototype: x\na: 1\na: 2\n').value).toEqual({ a: 1 })
  })
})

describe('nothing has a meaning that is not written where it stands', () => {
  it.each([
    ['a: &n x\nb: *n\n', ['yaml-alias at 6', 'yaml-alias at 11']],
    ['&n {a: x}', ['yaml-alias at 3']],
    ['[&n [x]]', ['yaml-alias at 4']],
    ['a: !!str x\n', ['yaml-tag at 9']],
    ['!own {a: x}', ['yaml-tag at 5']],
    ['[!own [x]]', ['yaml-tag at 6']],
    ['? !own a\n: x\n', ['yaml-tag at 7']],
    ['? &n a\n: x\n', ['yaml-alias at 5']],
  ])('%j', (text, complaints) => {
    expect(loosely(text).complaints).toEqual(complaints)
  })

  it('nor may an escape make what nobody sees, in a value or a key', () => {
    expect(loosely('a: "\\u202e"\n').complaints).toEqual(['yaml-hidden-character at 3'])
    expect(loosely('"\\u200b": a\n').complaints).toEqual(['yaml-hidden-character at 0'])
    expect(loosely('["\\t", "\\x07"]').complaints).toEqual(['yaml-hidden-character at 7'])
  })

  it('nor is anything let through that is no node at all', () => {
    const list = new YAMLSeq()
    list.items.push(5, undefined)
    list.range = [7, 8, 8]
    const complaints: Complaint[] = []
    expect(plainValue(list, '', complaints)).toEqual([null, null])
    expect(complaints).toMatchObject([{ code: 'yaml-alias', offset: 7 }])
    expect(startOf(null)).toBe(0)
    expect(startOf(new YAMLSeq())).toBe(0)
  })
})
