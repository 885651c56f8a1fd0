// Whether SECURITY.md names a guard and a test for every threat, and whether those are there.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const SECURITY = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')

interface Row {
  readonly number: string
  readonly guard: string
  readonly tests: readonly { readonly file: string; readonly title: string }[]
  readonly remains: string
}

const unquoted = (cell: string): string => cell.replace(/^`|`$/g, '')

function rowOf(line: string): Row {
  const [, number = '', , guard = '', tests = '', remains = ''] =
    line.split(' | ').length === 5 ? ['', ...line.replace(/^\| | \|$/g, '').split(' | ')] : []
  return {
    number,
    guard: unquoted(guard),
    remains,
    tests:
      tests === '–'
        ? []
        : tests.split('<br>').map((one) => {
            const [file = '', ...title] = unquoted(one).split(': ')
            return { file: join('test', file), title: title.join(': ') }
          }),
  }
}

const ROWS = SECURITY.split('\n')
  .filter((line) => /^\| [TAB]\d+ \|/.test(line))
  .map(rowOf)
const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, nth) => `${letter}${nth + 1}`)

/** Titles of tests and groups: a text that begins an argument and is followed by another. */
const titlesIn = (source: string): readonly string[] =>
  [...source.matchAll(/(?:\(|^ *)(?:'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\]|\\.)+)`|"([^"\n]+)"),/gm)].map(
    ([, single, back, double]) => single ?? back ?? double ?? '',
  )

const begins = (file: string, title: string): boolean =>
  titlesIn(readFileSync(join(ROOT, file), 'utf8')).some((one) => one.startsWith(title))

describe('the threats in SECURITY.md', () => {
  it('are all there, once', () => {
    const beyond = ROWS.filter(({ number }) => number.startsWith('B')).map(({ number }) => number)
    expect(beyond.length).toBeGreaterThan(12)
    expect(ROWS.map(({ number }) => number)).toEqual([...numbered('T', 37), ...numbered('A', 33), ...beyond])
    expect(beyond).toEqual(numbered('B', beyond.length))
  })

  it.each(ROWS)('$number has a guard that is there, tests of that name, and says what remains', (row) => {
    expect(row.remains.length).toBeGreaterThan(0)
    if (row.tests.length === 0) return expect(row.remains).toMatch(/^not tested: /)
    expect(existsSync(join(ROOT, row.guard)), row.guard).toBe(true)
    for (const { file, title } of row.tests) {
      const there = existsSync(join(ROOT, file))
      expect(there, file).toBe(true)
      if (statSync(join(ROOT, file)).isDirectory())
        expect(existsSync(join(ROOT, file, 'scenario.yaml')), file).toBe(true)
      else expect(begins(file, title), `${file}: ${title}`).toBe(true)
    }
  })

  it.each(ROWS.filter(({ number }) => number.startsWith('T')))(
    '$number is tested by a test that bears its number',
    (row) => {
      const said = `threat ${row.number.slice(1)}:`
      expect(row.tests.some(({ title }) => title.startsWith(said))).toBe(true)
    },
  )

  it('know a title that is not there from one that is', () => {
    expect(begins('test/threats.test.ts', 'are all there, once')).toBe(true)
    expect(begins('test/threats.test.ts', ['no such', 'test'].join(' '))).toBe(false)
  })
})
