// Which compiled schema judges a document.

import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import bundles from '../../../schemas/bundles.schema.json' with { type: 'json' }
import daypass from '../../../schemas/daypass.schema.json' with { type: 'json' }
import holds from '../../../schemas/holds.schema.json' with { type: 'json' }
import aws from '../../../schemas/integration-aws.schema.json' with { type: 'json' }
import okta from '../../../schemas/integration-okta.schema.json' with { type: 'json' }
import people from '../../../schemas/people.schema.json' with { type: 'json' }
import request from '../../../schemas/request.schema.json' with { type: 'json' }
import rules from '../../../schemas/rules.schema.json' with { type: 'json' }
import words from '../../../schemas/words.schema.json' with { type: 'json' }
import type { JsonSchema, Kinds } from '../entitlements/kind.ts'
import type { Shapes } from './shapes.ts'

export type DocumentName = keyof Shapes

const SCHEMAS: Readonly<Record<DocumentName, JsonSchema>> = {
  aws,
  bundles,
  daypass,
  holds,
  okta,
  people,
  request,
  rules,
}

/** Schemas name each other by file name, as editors find them. */
const FILES = {
  'words.schema.json': words,
  'rules.schema.json': rules,
  'integration-aws.schema.json': aws,
  'integration-okta.schema.json': okta,
} as const satisfies Readonly<Record<string, JsonSchema>>

const OPTIONS = {
  allErrors: true,
  verbose: true,
  strictTypes: false,
  meta: false,
  validateSchema: false,
  /** Compiling takes half as long, and most runs validate few files. */
  inlineRefs: false,
  code: { optimize: false },
} as const

/** By the schema of items, which is all that a further kind changes. Compiling is dear, so it happens once and on demand. */
const compilers = new WeakMap<JsonSchema, Ajv2020>()

export function compilerFor(kinds: Kinds): Ajv2020 {
  const there = compilers.get(kinds.schema)
  if (there !== undefined) return there
  const made = new Ajv2020(OPTIONS)
  formats.default(made, ['email'])
  for (const [name, schema] of Object.entries(FILES)) made.addSchema(schema, name)
  made.addSchema(kinds.schema, 'item.schema.json')
  compilers.set(kinds.schema, made)
  return made
}

/** Also of a schema that others refer to: ajv keeps what it compiled by the schema itself, too. */
export const validatorOf = <Name extends DocumentName>(name: Name, kinds: Kinds): ValidateFunction<Shapes[Name]> =>
  compilerFor(kinds).compile<Shapes[Name]>(SCHEMAS[name])

/** The validator of a schema by `file#/pointer`, as other schemas refer to it. */
export function found<Shape>(compiler: Ajv2020, reference: string): ValidateFunction<Shape> {
  const validator = compiler.getSchema<Shape>(reference)
  if (validator === undefined) throw new Error(`no schema ${reference}`)
  // ajv types an asynchronous validator too; our schemas have no `$async`.
  return validator as ValidateFunction<Shape>
}
