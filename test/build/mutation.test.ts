// Whether mutants are counted right, and whether explanations are of code that is still there.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areas } from '../../src/build/mutation/areas.ts'
import { type Explained, idle, percent, scoresOf, survivorsOf, table } from '../../src/build/mutation/score.ts'

const ROOT = join(import.meta.dirname, '../..')

const SOURCE = 'const a =\n  one <\n  two\nconst b = 3\n'
const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})

const MEASURED = {
  files: {
    'src/core/x/one.ts': {
      source: SOURCE,
      mutants: [
        { status: 'Survived', replacement: 'one <= two', location: at(2, 3, 3, 6) },
        { status: 'Killed', replacement: 'one >= two', location: at(2, 3, 3, 6) },
        { status: 'NoCoverage', replacement: '0', location: at(4, 11, 4, 12) },
        { status: 'Timeout', replacement: '1', location: at(4, 11, 4, 12) },
        { status: 'Ignored', replacement: '2', location: at(4, 11, 4, 12) },
        { status: 'RuntimeError', replacement: '4', location: at(4, 11, 4, 12) },
      ],
    },
    'src/core/y/two.ts': {
      source: SOURCE,
      mutants: [{ status: 'Killed', replacement: '0', location: at(4, 11, 4, 12) }],
    },
  },
}

const EQUAL: Explained = { file: 'src/core/x/one.ts', from: 'one < two', to: 'one <= two', because: 'never equal' }

describe('mutants', () => {
  it('that no test noticed are told by their code, on one line, and whether any test ran it', () => {
    expect(survivorsOf(MEASURED, [])).toEqual([
      { file: 'src/core/x/one.ts', line: 2, from: 'one < two', to: 'one <= two', seen: true, because: null },
      { file: 'src/core/x/one.ts', line: 4, from: '3', to: '0', seen: false, because: null },
    ])
  })

  it('are counted by folder: what ended by its time was noticed, what was not tried is not counted', () => {
    expect(scoresOf(MEASURED, survivorsOf(MEASURED, []))).toEqual([
      { folder: 'src/core/x', killed: 1, endless: 1, survived: 2, explained: 0, left: 1, broken: 1 },
      { folder: 'src/core/y', killed: 1, endless: 0, survived: 0, explained: 0, left: 0, broken: 0 },
    ])
  })

  it('that somebody explained are still not noticed', () => {
    const survivors = survivorsOf(MEASURED, [EQUAL])
    expect(survivors.map(({ because }) => because)).toEqual(['never equal', null])
    const [score] = scoresOf(MEASURED, survivors)
    expect(score).toMatchObject({ survived: 2, explained: 1 })
    expect(score && percent(score)).toBe(50)
  })

  it('that are not there are no proof of anything', () => {
    const none = { folder: 'src/core/x', killed: 0, endless: 0, survived: 0, explained: 0, left: 3, broken: 0 }
    expect(percent(none)).toBeNull()
    expect(table([none])).toMatch(/^src\/core\/x +– /m)
  })

  it('that are noticed need no explanation, and files that were not tried keep theirs', () => {
    const noticed = { ...EQUAL, to: 'one >= two' }
    const elsewhere = { ...EQUAL, file: 'src/core/z/three.ts' }
    expect(idle([EQUAL, noticed, elsewhere], MEASURED, survivorsOf(MEASURED, [EQUAL]))).toEqual([noticed])
  })

  it('are summed up in the last line', () => {
    expect(table(scoresOf(MEASURED, survivorsOf(MEASURED, []))).split('\n')).toEqual([
      'folder         score    killed   endless  survived explained  left out    broken',
      'src/core/x    50.0 %         1         1         2         0         1         1',
      'src/core/y   100.0 %         1         0         0         0         0         0',
      'all           60.0 %         2         1         2         0         1         1',
    ])
  })
})

describe('what is mutated', () => {
  const all = areas(ROOT, [])
  const files = all.flatMap((area) => area.files)

  it('is all of core, each file once, and of modes what waits for nobody', () => {
    expect(files).toContain('src/core/approval/proof.ts')
    expect(files).not.toContain('src/core/documents/shapes.ts')
    expect(files).toContain('src/modes/iam-user/place.ts')
    expect(files.filter((file) => /^src\/modes.*\/(observe|perform)\.ts$/.test(file))).toEqual([])
    expect(new Set(files).size).toBe(files.length)
  })

  it('is judged by tests that are there', () => {
    expect(all.filter(({ tests }) => tests.length === 0).map(({ name }) => name)).toEqual([])
  })

  it('can be one folder or one file', () => {
    expect(areas(ROOT, ['src/core/policy/'])).toHaveLength(1)
    expect(areas(ROOT, ['src/core/policy/wildcard.ts'])[0]?.files).toEqual(['src/core/policy/wildcard.ts'])
    expect(areas(ROOT, ['src/sandbox'])).toEqual([])
  })
})

describe('explanations', () => {
  const explained: readonly Explained[] = JSON.parse(readFileSync(join(ROOT, 'test/mutation/survivors.json'), 'utf8'))

  it('are of code that is still there, and say why', () => {
    const gone = explained.filter(
      ({ file, from }) => !readFileSync(join(ROOT, file), 'utf8').replace(/\s+/g, ' ').includes(from),
    )
    expect(gone).toEqual([])
    expect(explained.filter(({ because }) => because.length < 20)).toEqual([])
  })
})
