// Patterns of rules: whole names, bounded expressions, and requested wildcards judged the safe way.
import fc from 'fast-check'
import { RE2JS, RE2JSException } from 're2js'
import { describe, expect, it } from 'vitest'
import type { Pattern } from '../../../src/core/model/pattern.ts'
import { expressionFault } from '../../../src/core/policy/expression-fault.ts'
import { couldMatch, matchesName, neverMatches, parsePattern, wholly } from '../../../src/core/policy/pattern.ts'

const pattern = (text: string): Pattern => {
  const read = parsePattern(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.pattern
}

describe('a pattern', () => {
  it.each([
    { text: 'orders', name: 'orders', is: true },
    { text: 'orders', name: 'orders-prod', is: false },
    { text: 'orders-*', name: 'orders-', is: true },
    { text: '*FullAccess', name: 'AmazonS3FullAccess', is: true },
    { text: '*FullAccess', name: 'AmazonS3FullAccessX', is: false },
    { text: 'a?c', name: 'abc', is: true },
    { text: 'a?c', name: 'ac', is: false },
    { text: 'a.c', name: 'abc', is: false },
    { text: '/aws/lambda/*', name: '/aws/lambda/orders', is: true },
    { text: '/orders-(prod|stage)/', name: 'orders-prod', is: true },
    { text: '/orders-(prod|stage)/', name: 'my-orders-prod', is: false },
    { text: '/orders|billing/', name: 'orders-and-billing', is: false },
    { text: '/a|b/', name: 'ab', is: false },
    { text: '/^a.*$/', name: 'abc', is: true },
    { text: '/.*/', name: 'two\nlines', is: false },
  ])('$text means $name: $is', ({ text, name, is }) => {
    expect(matchesName(pattern(text), name)).toBe(is)
    expect(couldMatch(pattern(text), name)).toBe(is)
    expect(wholly(pattern(text), name)).toBe(is)
  })

  it.each([
    { text: '', says: 'empty' },
    { text: '//', says: 'empty' },
    { text: '/(a/', says: 'not a regular expression' },
    { text: '/a(?=b)/', says: 'not a regular expression' },
    { text: '/(a)\\1/', says: 'not a regular expression' },
    { text: `/${'a'.repeat(201)}/`, says: 'at most 200' },
    { text: `/${'.{999}'.repeat(30)}/`, says: 'repeats too much' },
    { text: '*'.repeat(2049), says: 'at most 2048' },
  ])('is a problem where it is $text.length characters long and $says', ({ text, says }) => {
    expect(parsePattern(text)).toEqual({ problem: expect.stringContaining(says) })
  })

  it('that would run away elsewhere ends at once', () => {
    const started = performance.now()
    expect(matchesName(pattern('/(a*)*b/'), 'a'.repeat(2000))).toBe(false)
    expect(matchesName(pattern('*a'.repeat(1000)), `${'a'.repeat(2000)}b`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('minds the case of names, and not that of actions', () => {
    for (const text of ['s3:Get*', '/s3:Get.*/']) {
      expect(matchesName(pattern(text), 'S3:getobject')).toBe(false)
      expect(matchesName(pattern(text), 'S3:getobject', 'either')).toBe(true)
      expect(couldMatch(pattern(text), 'S3:GETO*', 'either')).toBe(true)
    }
  })

  it.each([
    { text: 's3:*', requested: 's3:Get*', could: true, whole: true },
    { text: 's3:Get*', requested: 's3:*', could: true, whole: false },
    { text: 's3:Get*', requested: '*', could: true, whole: false },
    { text: 's3:Get*', requested: 's3:Put*', could: false, whole: false },
    { text: 'iam:PassRole', requested: 'iam:Pass?ole', could: true, whole: false },
    { text: '/s3:.*/', requested: 's3:Get*', could: true, whole: false },
    { text: '/ec2:.*/', requested: 's3:Get*', could: true, whole: false },
    { text: 'arn:aws:s3:::a/*', requested: `arn:aws:s3:::a/\${aws:username}/*`, could: true, whole: true },
    { text: 'arn:aws:s3:::a/bob/*', requested: `arn:aws:s3:::a/\${aws:username}/*`, could: true, whole: false },
  ])('$text could mean $requested: $could, certainly: $whole', ({ text, requested, could, whole }) => {
    expect(couldMatch(pattern(text), requested, 'either')).toBe(could)
    expect(wholly(pattern(text), requested, 'either')).toBe(whole)
  })

  it('that is an expression is certain of nothing open, even of what reads like it', () => {
    expect(wholly(pattern('/.*/'), '/.x*/')).toBe(false)
    expect(wholly(pattern('/.*/'), '/.x/')).toBe(true)
  })

  it('that is certain to match could match too', () => {
    const signs = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(signs, signs, (text, requested) => {
        if (wholly(pattern(text), requested)) expect(couldMatch(pattern(text), requested)).toBe(true)
      }),
    )
  })

  it('with a character that such names do not have never matches', () => {
    expect(neverMatches(pattern('orders prod*'), /[\w+=,.@-]/)).toContain('" "')
    expect(neverMatches(pattern('orders-*?'), /[\w+=,.@-]/)).toBe(null)
    expect(neverMatches(pattern('é ж'))).toBe(null)
  })
})

describe('an expression that can never match', () => {
  it.each([
    'a$b',
    'x^y',
    '(a$)b',
    '(a$){2}',
    'a+?$b',
    'x{1,3}^',
    '(?P<n>a)$b',
    'a\\zb',
    'a\\Ab',
    '(a|b)$(c|d)',
    '(?i)a$b',
    '\\x{61}$b',
  ])('%s', (body) => {
    expect(neverMatches(pattern(`/${body}/`))).toContain('after the end')
  })
  it.each([
    'a$b?',
    '^a$',
    '$^',
    'a|b$c',
    '[$]b',
    '[]$^]a',
    '[^$]x',
    '\\$b',
    'a$*b',
    '(^a|b)c',
    `a\${0}b`,
    '\\Qa$b\\E',
    'a\\b-b',
    '(?m)a$\\nb',
    '\\pL$',
  ])('is not %s', (body) => {
    expect(neverMatches(pattern(`/${body}/`))).toBe(null)
  })

  it('is found exactly where RE2 finds no match among all short names', () => {
    const atoms = fc.constantFrom('a', 'b', '^', '$', '(a)', '[ab]', '\\Aa', 'b\\z')
    const { expression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 3 },
        atoms,
        fc
          .tuple(tie('expression'), fc.constantFrom('', '*', '?', '+', '{2}', '{0}', '{1,2}', '{2,}', '*?'))
          .map(([one, many]) => `(?:${one})${many}`),
      ),
      expression: fc
        .array(fc.array(tie('part'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
        .map((list) => list.map((one) => one.join('')).join('|')),
    }))
    const names = ['']
    for (let i = 0; i < names.length; i++) if ((names[i]?.length ?? 0) < 8) names.push(`${names[i]}a`, `${names[i]}b`)
    let faults = 0
    fc.assert(
      fc.property(expression, (body) => {
        let compiled: RE2JS
        try {
          compiled = RE2JS.compile(body)
        } catch (error) {
          if (error instanceof RE2JSException) return
          throw error
        }
        const fault = expressionFault(body) !== null
        if (fault) faults++
        // Long expressions may need longer names than these.
        if (fault || body.length < 25) expect(names.some((name) => compiled.matches(name))).toBe(!fault)
      }),
      { numRuns: 400 },
    )
    expect(faults).toBeGreaterThan(5)
  })
})
