// Whether the bundle's compiled schemas judge as ajv does, on every document of the example and of the corpus.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SHARED } from '../../src/build/bundle.ts'
import type { PRECOMPILED } from '../../src/core/documents/precompiled.ts'
import { type DocumentName, validatorOf } from '../../src/core/documents/validator.ts'
import { KINDS } from '../../src/core/entitlements/index.ts'

const NAMES = [
  'aws',
  'bundles',
  'daypass',
  'holds',
  'people',
  'request',
  'rules',
] as const satisfies readonly DocumentName[]

const folder = mkdtempSync(join(tmpdir(), 'daypass-precompiled-'))
let precompiled: typeof PRECOMPILED = {}

beforeAll(async () => {
  const outfile = join(folder, 'precompiled.mjs')
  await build({ ...SHARED, entryPoints: ['src/core/documents/precompiled.ts'], outfile })
  precompiled = (await import(pathToFileURL(outfile).href)).PRECOMPILED
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const valueIn = (path: string): unknown => {
  try {
    return parse(readFileSync(path, 'utf8'), { maxAliasCount: 0, logLevel: 'error' })
  } catch {
    return undefined // not YAML: no schema is asked
  }
}

const valuesBelow = (below: string): readonly (readonly [string, unknown])[] =>
  readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, valueIn(join(below, path))] as const)

const VALUES = [...valuesBelow('config'), ...valuesBelow('test/invalid')]

describe('the compiled schema', () => {
  it.each(NAMES)('of %s takes what ajv takes and nothing else', (name) => {
    const compiled = precompiled[name]
    const asked = validatorOf(name, KINDS)
    const judged = VALUES.map(([path, value]) => [path, compiled?.(value)])
    expect(judged).toEqual(VALUES.map(([path, value]) => [path, asked(value)]))
    expect(judged.some(([, taken]) => taken === true)).toBe(true)
    expect(judged.some(([, taken]) => taken === false)).toBe(true)
  })
})
