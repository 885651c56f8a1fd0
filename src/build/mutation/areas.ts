// Which files are mutated together, in which order, and which tests must notice it.

import { globSync, readFileSync } from 'node:fs'
import { join, matchesGlob, relative } from 'node:path'

/** Where a mistake gives access comes first. */
const AREAS = [
  'core/approval',
  'core/policy',
  'core/plan',
  'core/entitlements',
  'core/model',
  'modes',
  'core/documents',
  'core/inventory',
  'core/search',
  'core/conversation',
  'core/report',
] as const

/** Which tests call the code themselves. A mutant is tried by those of them that reach it, the quickest first. */
const TESTS = ['test/core/**', 'test/modes/**']
/** What some areas need besides: whole runs, hundreds of broken files. Elsewhere they would only take time. */
const MORE: Partial<Record<(typeof AREAS)[number], readonly string[]>> = {
  'core/approval': ['test/laws/{no-giving-without-proof,a-forgery-gives-nothing}.test.ts'],
  'core/plan': ['test/laws/{no-giving-without-proof,takes-before-it-gives,settles}.test.ts'],
  'core/documents': ['test/invalid.test.ts'],
}

/** They play on the sandbox, or try everything that AWS has or hundreds of made-up cases: nearly every mutant would take seconds. */
const SLOW = [
  'test/modes/**/{observe,perform,exactly,sessions}.test.ts',
  'test/core/policy/every-kind.test.ts',
  'test/core/approval/{properties,lint-corpus}.test.ts',
  'test/core/report/hostile.test.ts',
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
  return AREAS.map((name) => ({
    name,
    tests: globSync([...TESTS, ...(MORE[name] ?? [])], { cwd: root })
      .filter((file) => file.endsWith('.test.ts') && ![...SLOW, ...GOLDEN].some((glob) => matchesGlob(file, glob)))
      .sort(),
    files: globSync(`src/${name}/**/*.ts`, { cwd: root })
      .map((file) => relative(root, join(root, file)))
      .filter((file) => !GENERATED.includes(file) && wanted(file) && isPure(root, file))
      .sort(),
  })).filter(({ files }) => files.length > 0)
}
