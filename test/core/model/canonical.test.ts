// Canonical JSON and digests: one value, one text, one name.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blobName, canonicalJson, digest, shortDigest } from '../../../src/core/model/canonical.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Json } from '../../../src/core/model/policy-document.ts'

const json = fc.jsonValue() as fc.Arbitrary<Json>

const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  )
}

describe('canonical JSON', () => {
  it('is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })
  it('means the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })
  it('sorts keys by code unit and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { Z: null, é: true, z: 'x\n' } })).toBe(
      '{"a":{"Z":null,"z":"x\\n","é":true},"b":[2,1]}',
    )
  })
  it('keeps a key named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}')
  })
  it('refuses numbers that JSON does not have', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('NaN')
  })
})

describe('digests', () => {
  it('are SHA-256 of the text in UTF-8', () => {
    expect(digest('é')).toBe(
      createHash('sha256')
        .update(Buffer.from([0xc3, 0xa9]))
        .digest('hex'),
    )
    expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
  it('of a value are those of its canonical JSON', () => {
    expect(digest({ b: 1, a: 2 })).toBe(digest('{"a":2,"b":1}'))
  })
  it('in short are the first bits in base 32, as RFC 4648 writes them', () => {
    // SHA-256 of the empty text starts e3 b0 c4 42 98 = 11100 01110 11000 01100 01000 01010 01100 …
    expect(shortDigest('', 8)).toBe('4oymiquy')
    expect(shortDigest('', 51)).toMatch(/^4oymiquy[a-z2-7]{43}$/)
    expect(shortDigest('', 26)).toBe(shortDigest('', 51).slice(0, 26))
  })
  it('have no length that the hash cannot fill', () => {
    for (const length of [0, 52, 1.5]) expect(() => shortDigest('a', length)).toThrow('letters')
  })
})

it('a text has the name that Git gives it, by the hash that the repository has', () => {
  // printf 'für\n' | git hash-object --stdin [--object-format=sha256]
  expect(blobName('für\n', id<'blob'>('0'.repeat(40)))).toBe('a1c80121f41ea8e23311496da4e1603661a8eb87')
  expect(blobName('für\n', id<'blob'>('0'.repeat(64)))).toBe(
    '400198967bf6f1761822fa3af7f4ce32e376084985035c5f34d95fe0e73e42fb',
  )
})

it.each([
  [null, 'null'],
  [true, 'true'],
  [-1.5, '-1.5'],
  ['a "b"\n', '"a \\"b\\"\\n"'],
  [[], '[]'],
  [{}, '{}'],
  [[1, [null], {}], '[1,[null],{}]'],
  [{ b: 1, a: 2, B: 3, aa: 4 }, '{"B":3,"a":2,"aa":4,"b":1}'],
])('%j is written %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

it('numbers that JSON has not are refused by name, wherever they stand', () => {
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(() => canonicalJson([{ a: number }])).toThrow(`no JSON for the number ${number}`)
})

it('short digests say which length they cannot have', () => {
  expect(() => shortDigest('a', 52)).toThrow('a digest has no 52 letters')
  expect(() => shortDigest('a', 0)).toThrow('a digest has no 0 letters')
  expect([shortDigest('a', 1), shortDigest('', 51)].map(({ length }) => length)).toEqual([1, 51])
})

it('short digests of two texts differ in all their letters, not in the first alone', () => {
  // SHA-256 of `abc`: ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad, in base 32 of RFC 4648.
  expect(shortDigest('abc', 51)).toBe('xj4bnp4pahh6uqkbidpf3lrceoyagyndsylxvhfucd7wd4qacww')
})
