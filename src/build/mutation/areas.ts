// Which files are mutated together, in which order, and which tests must notice it.

import { globSync, readFileSync } from 'node:fs'
import { join, matchesGlob, relative } from 'node:path'

/** Where a mistake gives access comes first. `tests` are those that call the code themselves. */
const AREAS = [
  { name: 'core/approval', tests: ['test/core/approval/**'] },
  { name: 'core/policy', tests: ['test/core/policy/**', 'test/core/approval/lint*'] },
  { name: 'core/plan', tests: ['test/core/plan/**', 'test/core/approval/afterwards*'] },
  { name: 'core/documents', tests: ['test/core/documents/**', 'test/invalid.test.ts'] },
  { name: 'modes', tests: ['test/modes/**', 'test/core/plan/**'] },
  { name: 'core/entitlements', tests: ['test/core/entitlements/**', 'test/core/policy/one-resource*'] },
  { name: 'core/model', tests: ['test/core/**'] },
  { name: 'core/inventory', tests: ['test/core/inventory/**'] },
  { name: 'core/search', tests: ['test/core/search/**'] },
  { name: 'core/conversation', tests: ['test/core/conversation/**'] },
  { name: 'core/report', tests: ['test/core/report/**'] },
] as const satisfies readonly { readonly name: string; readonly tests: readonly string[] }[]

/** They play on the sandbox, or try everything that AWS has or hundreds of made-up cases: nearly every mutant would take seconds. */
const SLOW = [
  'test/modes/**/{observe,perform,exactly,sessions}.test.ts',
  'test/core/policy/every-kind.test.ts',
  'test/core/approval/{properties,lint-corpus}.test.ts',
]
/** They say that something changed, and never that it was right. */
const GOLDEN = ['test/core/report/golden.test.ts']

export interface Area {
  readonly name: string
  readonly tests: readonly string[]
  /** Relative to the project. */
  readonly files: readonly string[]
}

const GENERATED = ['src/core/documents/shapes.ts']

/** A mode's files that wait for somebody or hold a client are judged on the sandbox, not here. */
const ASKS_SOMEBODY = /\basync\b|\bPromise\b|^(?:import \{[^}]*\}|\}) from '[./]*\/edges\//m

const isPure = (root: string, file: string): boolean =>
  file.startsWith('src/core/') || !ASKS_SOMEBODY.test(readFileSync(join(root, file), 'utf8'))

/** Areas that hold a file which one of the globs means; a folder means everything below it. */
export function areas(root: string, only: readonly string[]): readonly Area[] {
  const wanted = (file: string): boolean =>
    only.length === 0 ||
    only.some((glob) => matchesGlob(file, glob) || matchesGlob(file, `${glob.replace(/\/$/, '')}/**`))
  return AREAS.map(({ name, tests }) => ({
    name,
    tests: globSync([...tests], { cwd: root })
      .filter((file) => file.endsWith('.test.ts') && ![...SLOW, ...GOLDEN].some((glob) => matchesGlob(file, glob)))
      .sort(),
    files: globSync(`src/${name}/**/*.ts`, { cwd: root })
      .map((file) => relative(root, join(root, file)))
      .filter((file) => !GENERATED.includes(file) && wanted(file) && isPure(root, file))
      .sort(),
  })).filter(({ files }) => files.length > 0)
}
