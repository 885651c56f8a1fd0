// How a search is written and read, what is wrong with what cannot be, and how its words are compared.

import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../src/core/search/query.ts'
import { readComparison } from '../../../src/core/search/words.ts'
import { query } from './company.ts'

describe('a query', () => {
  it.each<[string, object]>([
    ['', { problem: 'there is nothing to search for', cure: 'Write a word.', at: 1 }],
    ['a usr:b', { problem: 'there is no usr: to search by', cure: 'Did you mean user: ? Or put it in quotes.', at: 3 }],
    ['a !user:', { problem: '!user: says nothing to search for', cure: 'Add a word, or * for all.', at: 3 }],
    ['!', { problem: '! says nothing to search for', cure: 'Add a word, or * for all.', at: 1 }],
    ['"', { problem: 'a quote is not closed', cure: 'Close it with ".', at: 1 }],
    ['x "a b', { problem: 'a quote is not closed', cure: 'Close it with ".', at: 3 }],
    ['//', { problem: 'an empty regular expression says nothing', cure: 'Make it simpler.', at: 1 }],
    ['y'.repeat(201), { problem: 'a word has at most 200 characters', cure: 'Make it simpler.', at: 1 }],
    [
      `/${'y'.repeat(201)}/`,
      { problem: 'a regular expression has at most 200 characters', cure: 'Make it simpler.', at: 1 },
    ],
    [
      '/(a{1000}){1000}/',
      { problem: expect.stringMatching(/repeats too much|not a regular/), cure: 'Make it simpler.', at: 1 },
    ],
    ['/a{900}b{900}c{900}/', { problem: 'the regular expression repeats too much', cure: 'Make it simpler.', at: 1 }],
    [
      '/(/',
      { problem: expect.stringMatching(/^not a regular expression: .*missing/), cure: 'Make it simpler.', at: 1 },
    ],
    ['x'.repeat(1001), { problem: 'it has 1001 characters, and 1000 are read', cure: 'Search for less.', at: 1 }],
    ['x '.repeat(21), { problem: 'it has 21 terms, and 20 are read', cure: 'Search for less.', at: 1 }],
    ['a -> b => c', { problem: 'there are two arrows', cure: 'Write who, one arrow, and what they reach.', at: 8 }],
    [
      '-> b',
      {
        problem: 'the arrow has nothing on one of its sides',
        cure: 'Write for instance user:* -> orders, or * on the side that may be anything.',
        at: 1,
      },
    ],
  ])('%j is told what is wrong, where, and what to do', (written, told) => {
    expect(readQuery(written)).toEqual(told)
  })

  it.each([
    ['a thousand characters', `${`${'x'.repeat(200)} `.repeat(4)}${'y'.repeat(196)}`],
    ['twenty terms', 'x '.repeat(20)],
    ['expressions of two hundred characters', `/${'y'.repeat(200)}/`],
  ])('is read up to %s', (_what, written) => {
    expect(readQuery(written)).toHaveProperty('query')
  })

  it.each<[string, readonly (readonly [string | null, string, boolean])[]]>([
    [
      'arn:arn:aws:s3 usR:x',
      [
        ['arn', 'arn:aws:s3', false],
        [null, 'usR:x', false],
      ],
    ],
    [
      'a  "b c" /d e/',
      [
        [null, 'a', false],
        [null, '"b c"', false],
        [null, '/d e/', false],
      ],
    ],
    [
      '!type:"a b" !x',
      [
        ['type', '"a b"', true],
        [null, 'x', true],
      ],
    ],
    [
      'arn:aws:s3:::x arn:x',
      [
        [null, 'arn:aws:s3:::x', false],
        ['arn', 'x', false],
      ],
    ],
    [
      's3:GetObject sqs:queue',
      [
        [null, 's3:GetObject', false],
        [null, 'sqs:queue', false],
      ],
    ],
    [
      'Usr:x 1user:x',
      [
        [null, 'Usr:x', false],
        [null, '1user:x', false],
      ],
    ],
    [
      '/a\\/b/ /usr/bin /',
      [
        [null, '/a\\/b/', false],
        [null, '/usr/bin', false],
        [null, '/', false],
      ],
    ],
    ['""', [[null, '""', false]]],
  ])('%j has these terms: %j', (written, terms) => {
    expect(query(written).terms.map(({ key, compared, negated }) => [key, compared.text, negated])).toEqual(terms)
    expect(query(written).reached).toBeNull()
  })

  it.each(['a -> b', 'a → b', 'a => b'])('with an arrow has two sides: %s', (written) => {
    const { terms, reached } = query(written)
    expect([terms, reached ?? []].map((side) => side.map(({ compared }) => compared.text))).toEqual([['a'], ['b']])
  })
})

describe('a comparison', () => {
  const compared = (written: string) => {
    const read = readComparison(written)
    if ('problem' in read) throw new Error(read.problem)
    return read.comparison
  }

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['Ord', 'contains Ord', ['orders', 'my ORDERS'], ['odr']],
    ['"Ord"', 'is Ord', ['ord', 'ORD'], ['orders', 'or']],
    ['/^ord.*s$/', 'matches /^ord.*s$/', ['orders', 'ORDS'], ['my orders', 'order']],
  ])('%s %s', (written, says, fitting, others) => {
    const { fits, couldFit, ...told } = compared(written)
    expect(told).toEqual({ text: written, says })
    expect([fitting.filter(fits), others.filter(fits)]).toEqual([fitting, []])
    expect(fitting.map((one) => couldFit(`x\n${one.toLowerCase()}\ny`))).toEqual(fitting.map(() => true))
  })

  it('repeats two thousand times at most', () => {
    expect(['/a{1000}b{998}/', '/a{1000}b{999}/'].map((text) => 'problem' in readComparison(text))).toEqual([
      false,
      true,
    ])
  })

  it.each(['"abc', 'abc"', '"', '/abc', 'abc/', '/'])(
    '%s is a word, since it is closed on one side alone',
    (written) => {
      expect(compared(written)).toMatchObject({ text: written, says: `contains ${written}` })
      expect(compared(written).fits(`x${written}x`)).toBe(true)
    },
  )

  it.each([
    ['/abcd*e/', 'abce'],
    ['/abcd?e/', 'abce'],
    ['/abcd{0}e/', 'abce'],
    ['/abcd{0,2}e/', 'abce'],
    ['/ab *c/', 'abc'],
    ['/ab[x]cd/', 'abxcd'],
    ['/ab(x)cd/', 'abxcd'],
    ['/x{12,14}/', 'xxxxxxxxxxxx'],
    ['/x{2}/', 'xx'],
    ['/abc|xy/', 'xy'],
    ['/a\\.c/', 'a.c'],
    ['/ABC/', 'abc'],
  ])('%s overlooks no %s', (written, text) => {
    const { fits, couldFit } = compared(written)
    expect([fits(text), couldFit(text), couldFit(`1\n${text}\n2`)]).toEqual([true, true, true])
  })

  it.each<[string, string, boolean]>([
    ['Ord', 'a\norders', true],
    ['Ord', 'a\nodr', false],
    ['"Ord"', 'odr', false],
    ['/^ord$/', 'a\nord\nb', true],
    ['/^ord$/', 'a\norders\nb', false],
    ['/orders[0-9]/', 'orders', false],
    ['/zz(a|b)/', 'a\nb', false],
    // These anchor at the text itself, or switch case: only the fields themselves can tell.
    ['/\\Aord/', 'x', true],
    ['/ord\\z/', 'x', true],
    ['/(?-i)ORD/', 'x', true],
  ])('%s could fit %j: %s', (written, hay, could) => {
    expect(compared(written).couldFit(hay)).toBe(could)
  })
})
