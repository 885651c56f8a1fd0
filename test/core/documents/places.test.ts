// Where in a text each thing stands: lines, values, keys, and the nearest thing where nothing was written.

import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/core/documents/lines.ts'
import { type Path, readYaml } from '../../../src/core/documents/yaml.ts'
import { fileOf } from './files-of.ts'

function tree(text: string) {
  const read = readYaml(fileOf('x.yaml', text))
  if (read.tree === null) throw new Error(read.findings.map(({ message }) => message).join(' '))
  return read.tree
}

describe('an offset in a text', () => {
  it('is a line and a column, both counted from one', () => {
    const at = linesOf('x.yaml', 'ab\n\ncde\nf')
    expect([0, 1, 2, 3, 4, 6, 7, 8, 9].map(at).map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:2',
      '1:3',
      '2:1',
      '3:1',
      '3:3',
      '3:4',
      '4:1',
      '4:2',
    ])
    expect(at(0).file).toBe('x.yaml')
  })

  it('is on the second line behind a line end that the text begins with', () => {
    expect(linesOf('x', '\na\nb')(1)).toEqual({ file: 'x', line: 2, column: 1 })
    expect(linesOf('x', '\na\nb')(3)).toEqual({ file: 'x', line: 3, column: 1 })
  })

  it('is on the first line of a text without any', () => {
    expect(linesOf('x', '')(0)).toEqual({ file: 'x', line: 1, column: 1 })
  })
})

const TEXT = `for: marta
empty:
access:
  - account: prod
    on: ["a", 'b']
    bare: {flag, word: x}
  - second
`

describe('a part of a file', () => {
  it.each<readonly [string, Path, string, string, string | null]>([
    ['a value', ['for'], '1:6', '1:1', 'marta'],
    ['a value that was left out', ['empty'], '2:7', '2:1', ''],
    ['a list', ['access'], '4:3', '3:1', null],
    ['an entry', ['access', 0], '4:5', '4:5', null],
    ['an entry that is a word', ['access', 1], '7:5', '7:5', 'second'],
    ['a value in an entry', ['access', 0, 'account'], '4:14', '4:5', 'prod'],
    ['a value in quotes', ['access', 0, 'on', 0], '5:10', '5:10', 'a'],
    ['a key without a value', ['access', 0, 'bare', 'flag'], '6:12', '6:12', null],
    ['a value of a map on one line', ['access', 0, 'bare', 'word'], '6:24', '6:18', 'x'],
    ['the whole file', [], '1:1', '1:1', null],
    ['a key that is not there, which lies where its map begins', ['access', 0, 'off'], '4:5', '4:5', null],
    ['an entry that is not there, which lies where its list begins', ['access', 7], '4:3', '4:3', null],
    ['what is inside a word, which lies where the word begins', ['for', 'deeper'], '1:6', '1:6', null],
    [
      'what is inside nothing, which lies where its key begins',
      ['access', 0, 'bare', 'flag', 'x'],
      '6:12',
      '6:12',
      null,
    ],
  ])('%s has a place, a key and a text', (_what, path, value, key, written) => {
    const { place, keyPlace, written: writtenAt } = tree(TEXT)
    const at = (where: typeof place) => `${where(path).line}:${where(path).column}`
    expect([at(place), at(keyPlace), writtenAt(path)]).toEqual([value, key, written])
  })

  it('is found in a map of many keys as in one of few', () => {
    for (const count of [15, 16, 40]) {
      const found = tree(Array.from({ length: count }, (_, index) => `key-${index}: ${index}\n`).join(''))
      for (const index of [0, 1, count - 1]) {
        expect(found.place([`key-${index}`])).toEqual({
          file: 'x.yaml',
          line: index + 1,
          column: `key-${index}: `.length + 1,
        })
        expect(found.keyPlace([`key-${index}`]).column).toBe(1)
      }
      expect(found.place(['key-none'])).toEqual({ file: 'x.yaml', line: 1, column: 1 })
    }
  })

  it('is counted from the whole text, comments before it included', () => {
    expect(tree('# a word\n---\nfor: x\n').place(['for'])).toEqual({ file: 'x.yaml', line: 3, column: 6 })
    expect(tree('for: x\n').file).toBe('x.yaml')
  })
})
