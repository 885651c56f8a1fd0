// Canonical JSON and digests: one value, one text, one name.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digest, shortDigest } from '../../../src/core/model/canonical.ts'
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
