// IAM wildcards against brute force over short texts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, foldCase, intersects, matches, widest } from '../../../src/core/policy/wildcard.ts'

const texts = (letters: string, longest: number): string[] => {
  const all = ['']
  for (let i = 0; i < all.length; i++) {
    const text = all[i] ?? ''
    if (text.length < longest) for (const letter of letters) all.push(text + letter)
  }
  return all
}

// `#` stands for every letter that no pattern names: without it `?` could be exhausted by a and b.
const TEXTS = texts('ab#', 7)
const asRegExp = (pattern: string) => new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`)
const means = (pattern: string): boolean[] => TEXTS.map((text) => asRegExp(pattern).test(text))

const SHORT = texts('ab?*', 3)
const MEANT = new Map(SHORT.map((pattern) => [pattern, means(pattern)]))
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '?', '*', '*'), maxLength: 8 })

describe('wildcards', () => {
  it('match as the equal regular expression does', () => {
    for (const [one, meant] of MEANT) expect(TEXTS.map((text) => matches(one, text))).toEqual(meant)
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }), (one, text) => {
        expect(matches(one, text)).toBe(asRegExp(one).test(text))
      }),
    )
  })

  it('contain and meet exactly as brute force over all short patterns says', () => {
    const wrong: string[] = []
    for (const [a, inA] of MEANT)
      for (const [b, inB] of MEANT) {
        if (contains(a, b) !== inB.every((is, index) => !is || inA[index])) wrong.push(`contains ${a} ${b}`)
        if (intersects(a, b) !== inB.some((is, index) => is && inA[index])) wrong.push(`intersects ${a} ${b}`)
      }
    expect(wrong).toEqual([])
  })

  it('of any length contain only what they mean', () => {
    const fill = fc.array(fc.constantFrom('', 'a', 'b', '#', 'ab', '##'), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(pattern, pattern, fill, (outer, inner, fills) => {
        let star = 0
        const text = inner.replaceAll('?', '#').replace(/\*/g, () => fills[star++ % 8] ?? '')
        if (contains(outer, inner)) expect(matches(outer, text)).toBe(true)
        if (matches(outer, text)) expect(intersects(outer, inner)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('contain whatever they are made wider from', () => {
    const signs = fc.array(fc.tuple(fc.constantFrom('a', 'b', '?', '*'), fc.boolean()), { maxLength: 12 })
    fc.assert(
      fc.property(signs, (drawn) => {
        const inner = drawn.map(([sign]) => sign).join('')
        const outer = drawn.map(([sign, widen]) => (widen ? '*' : sign)).join('')
        expect(contains(outer, inner)).toBe(true)
        expect(intersects(outer, inner)).toBe(true)
      }),
    )
  })

  it('containment is an order and meeting is mutual', () => {
    fc.assert(
      fc.property(pattern, pattern, pattern, (a, b, c) => {
        expect(contains(a, a)).toBe(true)
        expect(intersects(a, b)).toBe(intersects(b, a))
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true)
      }),
    )
  })

  it('take at most quadratic time on hostile patterns', () => {
    const stars = '*'.repeat(2000)
    const mixed = '*a'.repeat(1000)
    const started = performance.now()
    expect(matches(`${mixed}c`, 'a'.repeat(2000))).toBe(false)
    expect(matches(stars, 'a'.repeat(2000))).toBe(true)
    expect(contains(mixed, `${mixed}b`)).toBe(false)
    expect(contains(stars, mixed)).toBe(true)
    expect(contains('?*'.repeat(1000), stars)).toBe(false)
    expect(intersects(`${mixed}x`, `${mixed}y`)).toBe(false)
    expect(intersects(stars, mixed)).toBe(true)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('are folded for ASCII letters only', () => {
    expect(foldCase('S3:GetOBJECT')).toBe('s3:getobject')
    expect(foldCase('\u212Aelvin İ')).toBe('\u212Aelvin İ')
  })

  it('read a policy variable as any text', () => {
    expect(widest(`a/\${aws:username}/b\${*}`)).toBe('a/*/b*')
    expect(widest(`a/\${unclosed`)).toBe('a/*')
  })
})
