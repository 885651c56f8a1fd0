// Whether YAML is read strictly, whatever the text, and every value knows where it was written.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { readShape } from '../../../src/core/documents/schema.ts'
import { MOST_BYTES, readYaml } from '../../../src/core/documents/yaml.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { fileOf } from './files-of.ts'

const read = (text: string) => readYaml(fileOf('x.yaml', text))

const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((text) => !['constructor', 'prototype'].includes(text))
const tree = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, word, fc.integer(), fc.boolean(), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}))

const nasty = fc.array(
  fc.constantFrom(
    'a',
    'for',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!!str ',
    '"',
    "'",
    '|',
    '>',
    '?',
    '%',
    '#',
    '---',
    '<<',
    '\t',
    '\\',
    '0',
    ',',
  ),
  { maxLength: 60 },
)

describe('reading YAML', () => {
  it('gives what the parser gives for plain trees', () => {
    fc.assert(
      fc.property(tree.map, (value) => {
        fc.pre(Object.keys(value as object).length > 0)
        const text = stringify(value)
        expect(read(text).tree?.value).toEqual(parse(text))
      }),
    )
  })

  it('never throws, and either gives a tree or says why not', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nasty.map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 80 }),
        ),
        (text) => {
          const { tree: found, findings } = read(text)
          expect(found === null).toBe(findings.length > 0)
          readShape('request', fileOf('x.yaml', text), KINDS)
          readShape('rules', fileOf('x.yaml', text), KINDS)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('knows line and column of each value and key', () => {
    const { tree: found } = read('# first\nfor: marta\naccess:\n  - account: prod\n    on:\n      - "a"\n      - b\n')
    const place = (path: readonly (string | number)[]) => {
      const at = found?.place(path)
      return `${at?.line}:${at?.column}`
    }
    expect(place(['for'])).toBe('2:6')
    expect(place(['access', 0, 'on', 1])).toBe('7:9')
    expect(place(['access', '0', 'account'])).toBe('4:14')
    expect(place(['access', 0, 'missing', 'deeper'])).toBe('4:5')
    const key = found?.keyPlace(['access', 0, 'account'])
    expect(`${key?.line}:${key?.column}`).toBe('4:5')
  })

  it('reads words that older YAML takes for something else as texts', () => {
    expect(read('on: yes\nwhen: 2026-12-01\nbase: 1_000\nsixty: 12:30:00\n').tree?.value).toEqual({
      on: 'yes',
      when: '2026-12-01',
      base: '1_000',
      sixty: '12:30:00',
    })
  })

  it('takes lines that end as Windows ends them', () => {
    expect(read('for: marta\r\nreason: x\r\n').tree?.value).toEqual({ for: 'marta', reason: 'x' })
  })

  it('is not slow on a file full of keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`)
    const started = performance.now()
    expect(read(`${keys.join('\n')}\nk7: 2\n`).findings.map(({ code }) => code)).toEqual(['yaml-duplicate-key'])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('a file that no parser is given', () => {
  const deep = (text: string) =>
    read(text)
      .findings.map(({ code, at }) => `${code} at ${at.line}:${at.column}`)[0]
      ?.replace('yaml-', '') ?? 'read'

  it.each([
    ['brackets', 'a: ', '[', 101, 'depth at 1:104'],
    ['braces', '', '{', 101, 'depth at 1:101'],
    ['dashes', '', '- ', 100, 'depth at 1:1'],
    ['dashes with more between them', '', '-  \t', 100, 'depth at 1:1'],
    ['question marks', '', '? ', 100, 'depth at 1:1'],
    ['colons', '', ': ', 100, 'depth at 1:1'],
  ])('has more than a hundred %s open', (_what, before, sign, count, says) => {
    expect(deep(before + sign.repeat(count))).toBe(says)
  })

  it('is told where the dashes begin, and what is closed without having been opened closes nothing', () => {
    expect(deep(` ${'- '.repeat(100)}`)).toBe('depth at 1:2')
    expect(deep(`]]${'['.repeat(101)}`)).toBe('depth at 1:103')
    expect(deep(`]${'['.repeat(101)}`)).toBe('depth at 1:102')
  })

  it('is not one whose brackets are closed again, whose dashes stand apart, or whose dashes are words', () => {
    expect(deep(`a: [${'[],'.repeat(200)}]`)).toBe('read')
    expect(deep(`a: [${'{},'.repeat(200)}]`)).toBe('read')
    expect(deep(`${']'.repeat(5)}`)).toBe('syntax at 1:1')
    expect(deep(Array.from({ length: 200 }, () => '- a\n').join(''))).toBe('read')
    expect(deep(`a: ${'-'.repeat(200)}\n`)).toBe('read')
    expect(deep(`a: ${'-x '.repeat(200)}\n`)).toBe('read')
  })

  it('is too large, by its bytes as Git counts them', () => {
    const file = fileOf('x.yaml', 'a: 1\n')
    expect(readYaml({ ...file, bytes: MOST_BYTES }).tree).not.toBeNull()
    expect(readYaml({ ...file, bytes: MOST_BYTES + 1 }).findings).toEqual([
      {
        code: 'yaml-size',
        at: { file: 'x.yaml', line: 1, column: 1 },
        message: 'The file has 262145 bytes; at most 262144 are read.',
        cure: 'Split it, or remove what does not belong there.',
      },
    ])
  })
})

describe('a file that holds no document', () => {
  it.each([
    ['', 'yaml-empty'],
    ['# nothing\n', 'yaml-empty'],
    ['---\n', 'yaml-empty'],
    ['null\n', 'yaml-empty'],
    ['~\n', 'yaml-empty'],
    ['!!null\n', 'yaml-tag'],
    ['%YAML 1.2\n---\na: 1\n', 'yaml-directive'],
    ['a: 1\n---\nb: 1\n', 'yaml-documents'],
    ['a: 1\n...\nb: 1\n', 'yaml-documents'],
  ])('%j is told as such', (text, code) => {
    expect(read(text).findings.map((finding) => finding.code)).toEqual([code])
  })

  it('is not one in which a percent sign stands anywhere else', () => {
    expect(read('a: |\n  x\nb: "%"\n').tree?.value).toEqual({ a: 'x\n', b: '%' })
    expect(read('# %\na: 5%\n').tree?.value).toEqual({ a: '5%' })
    expect(read('{a: "5\n%"}\n').tree?.value).toEqual({ a: '5 %' })
  })
})
