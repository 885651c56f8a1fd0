// Which files and names are refused as such, whatever they hold: modes, places, characters nobody sees, names that look alike.

import { describe, expect, it } from 'vitest'
import { fileFinding } from '../../../src/core/documents/files.ts'
import { hiddenIn } from '../../../src/core/documents/hidden.ts'
import { lookAlikes } from '../../../src/core/documents/look-alike.ts'
import {
  documentAt,
  isHoldsPath,
  isRequestPath,
  isSettingsPath,
  pathOf,
  requestIdOf,
} from '../../../src/core/documents/paths.ts'
import { fileOf } from './files-of.ts'

describe('a file', () => {
  it.each([
    ['config/people.yaml', '100644', null],
    ['config/README.md', '100644', null],
    [
      'config/notes.txt',
      '100644',
      'file-unexpected: Daypass does not know what this file is for, and does not read it.',
    ],
    ['config/people.yaml', '100755', 'file-mode: This is a file that can be executed (mode 100755).'],
    ['config/README.md', '120000', 'file-mode: This is a symbolic link (mode 120000).'],
    ['config/notes.txt', '160000', 'file-mode: This is another repository (a submodule) (mode 160000).'],
    ['config/people.yaml', '040000', 'file-mode: This is not an ordinary file (mode 040000).'],
    ['src/notes.txt', '120000', null],
  ])('%s of mode %s', (path, mode, says) => {
    const finding = fileFinding(fileOf(path, 'x', mode), 'config')
    expect(finding === null ? null : `${finding.code}: ${finding.message}`).toBe(says)
    if (finding !== null) expect(finding.at).toEqual({ file: path, line: 1, column: 1 })
  })

  it('of another mode is committed as an ordinary one', () => {
    expect(fileFinding(fileOf('config/people.yaml', 'x', '100755'), 'config')?.cure).toBe(
      'Commit it as an ordinary file (mode 100644).',
    )
  })
})

describe('a repository that is nothing but settings and requests', () => {
  it.each([
    ['requests/a.yaml', 'request', 'request'],
    ['holds.yaml', 'holds', 'holds'],
    ['daypass.yaml', 'settings', 'daypass'],
    ['people.yaml', 'settings', 'people'],
    ['bundles.yaml', 'settings', 'bundles'],
    ['integrations/okta.yaml', 'settings', 'okta'],
    ['integrations/aws.yaml', 'settings', 'aws'],
    ['config/people.yaml', 'settings', 'other'],
    ['integrations/gcp.yaml', 'settings', 'other'],
    ['docs/README.md', 'settings', 'readme'],
    ['NOREADME.md', 'settings', 'other'],
    ['README.md.txt', 'settings', 'other'],
    ['my-rules/a.yaml', 'settings', 'other'],
    ['rules/a.yaml.txt', 'settings', 'other'],
    ['old/requests/a.yaml', 'settings', 'other'],
  ] as const)('has %s for %s', (path, group, document) => {
    expect([isRequestPath(path, ''), isHoldsPath(path, ''), isSettingsPath(path, '')]).toEqual([
      group === 'request',
      group === 'holds',
      group === 'settings',
    ])
    expect(documentAt(path, '')).toBe(document)
  })

  it('has its main files at its root, and else in the directory', () => {
    expect([pathOf('daypass', ''), pathOf('people', ''), pathOf('people', 'config')]).toEqual([
      'daypass.yaml',
      'people.yaml',
      'config/people.yaml',
    ])
  })

  it('has no request where a path is none', () => {
    expect(() => requestIdOf('requests/README.md')).toThrow('not the path of a request: requests/README.md')
    expect(() => requestIdOf('requests/a.yaml.txt')).toThrow('not the path of a request')
  })
})

describe('a character that nobody sees', () => {
  /** First and last of each refused range, and their neighbours, which are letters like others. */
  it.each([
    [0x08, 'U+0008'],
    [0x09, null],
    [0x0a, null],
    [0x0b, 'U+000B'],
    [0x0c, 'U+000C'],
    [0x0e, 'U+000E'],
    [0x1f, 'U+001F'],
    [0x20, null],
    [0x7e, null],
    [0x7f, 'U+007F'],
    [0x9f, 'U+009F'],
    [0xa0, null],
    [0xad, 'U+00AD'],
    [0x061c, 'U+061C'],
    [0x115f, 'U+115F'],
    [0x1160, 'U+1160'],
    [0x180e, 'U+180E'],
    [0x200a, null],
    [0x200b, 'U+200B'],
    [0x200f, 'U+200F'],
    [0x2010, null],
    [0x2028, 'U+2028'],
    [0x202e, 'U+202E'],
    [0x202f, null],
    [0x2060, 'U+2060'],
    [0x206f, 'U+206F'],
    [0x3164, 'U+3164'],
    [0xfeff, 'U+FEFF'],
    [0xfff9, 'U+FFF9'],
    [0xfffb, 'U+FFFB'],
    [0xe0041, 'U+E0041'],
    [0x1f600, null],
  ])('%i is %s', (code, name) => {
    expect(hiddenIn(`ab${String.fromCodePoint(code)}c`)).toEqual(name === null ? null : { offset: 2, name })
  })

  it('is a carriage return, unless it ends a line', () => {
    expect(hiddenIn('a\r\nb')).toBeNull()
    expect(hiddenIn('a\rb')).toEqual({ offset: 1, name: 'U+000D' })
    expect(hiddenIn('a\r')).toEqual({ offset: 1, name: 'U+000D' })
  })
})

describe('two names', () => {
  const at = (line: number) => ({ file: 'people.yaml', line, column: 1 })
  const said = (...names: readonly string[]) =>
    lookAlikes(
      'handle',
      names.map((name, index) => ({ name, at: at(index + 1) })),
    )

  it.each([
    ['marta', 'rnarta'],
    ['world', 'vvorld'],
    ['dan', 'clan'],
    ['lena', '1ena'],
    ['lena', 'iena'],
    ['nora', 'n0ra'],
    ['a-b', 'a--b'],
    ['1010', 'ioio'],
    ['rnvv', 'mw'],
  ])('%s and %s look alike', (one, other) => {
    expect(said(one, 'somebody', other)).toEqual([
      {
        code: 'look-alike',
        at: at(3),
        message: `The handle \`${other}\` is easily taken for \`${one}\` (people.yaml).`,
        cure: 'Choose a name that cannot be misread.',
      },
    ])
  })

  it('that are the same, or clearly different, are not its business', () => {
    expect(said('marta', 'marta', 'martha', 'a-b', 'ab')).toEqual([])
  })

  it('are compared with the first of their look, each further one once', () => {
    expect(said('lena', 'iena', '1ena').map(({ at: { line } }) => line)).toEqual([2, 3])
  })
})
