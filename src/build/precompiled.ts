// How the bundle comes to hold its schemas compiled: compiling them takes longer than all else that `validate` does.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import formats from 'ajv-formats'
import type { Plugin } from 'esbuild'
import type { PRECOMPILED } from '../core/documents/precompiled.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Documents by the file of their schema; they refer to each other by that name. */
const DOCUMENTS = {
  aws: 'integration-aws.schema.json',
  okta: 'integration-okta.schema.json',
  bundles: 'bundles.schema.json',
  daypass: 'daypass.schema.json',
  holds: 'holds.schema.json',
  people: 'people.schema.json',
  request: 'request.schema.json',
  rules: 'rules.schema.json',
} as const satisfies Readonly<Record<keyof typeof PRECOMPILED, string>>

const WORDS = ['words.schema.json', 'item.schema.json']

/**
 * Source of a module that exports each document's validator by its name. They stop at the first fault: whoever wants all
 * of them asks ajv itself.
 */
export function validatorsModule(): string {
  const ajv = new Ajv2020({ strictTypes: false, meta: false, validateSchema: false, code: { source: true, esm: true } })
  formats.default(ajv, ['email'])
  for (const file of [...WORDS, ...Object.values(DOCUMENTS)])
    ajv.addSchema(JSON.parse(readFileSync(here(`../../schemas/${file}`), 'utf8')), file)
  return standalone.default(ajv, { ...DOCUMENTS })
}

/** Puts them in the place of the empty table. */
export const precompiledValidators: Plugin = {
  name: 'precompiled validators',
  setup(build) {
    build.onLoad({ filter: /core\/documents\/precompiled\.ts$/ }, () => ({
      contents: `${validatorsModule()}\nexport const PRECOMPILED = { ${Object.keys(DOCUMENTS).join(', ')} }\n`,
      loader: 'js',
      resolveDir: here('../..'),
    }))
  },
}
