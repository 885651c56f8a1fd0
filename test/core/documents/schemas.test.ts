// Whether schemas/ is sound: valid, with examples that fit, and the types made from it fresh.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { SHAPES_FILE, writeShapes } from '../../../src/build/shapes.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { readShape } from '../../../src/core/documents/schema.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { type BoundKind, bind, type Kind } from '../../../src/core/entitlements/kind.ts'
import { id } from '../../../src/core/model/id.ts'
import { fileOf } from './files-of.ts'

const FOLDER = fileURLToPath(new URL('../../../schemas/', import.meta.url))
/** The shape of what runs write belongs to core/report. */
const NAMES = readdirSync(FOLDER).filter((name) => name !== 'record.schema.json')
const schemaIn = (name: string) => JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8'))

function compiler(): Ajv2020 {
  const made = new Ajv2020({ strictTypes: false })
  formats.default(made, ['email'])
  for (const name of NAMES) made.addSchema(schemaIn(name), name)
  return made
}

/** Every place in a schema that gives examples, as a JSON pointer. */
function examplesIn(
  schema: unknown,
  pointer = '#',
): readonly { readonly pointer: string; readonly example: unknown }[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'examples' in schema && Array.isArray(schema.examples) ? schema.examples : []
  return [
    ...own.map((example) => ({ pointer, example })),
    ...Object.entries(schema)
      .filter(([key]) => key !== 'examples')
      .flatMap(([key, part]) => examplesIn(part, `${pointer}/${key.replaceAll('/', '~1')}`)),
  ]
}

describe('the schemas', () => {
  it.each(NAMES)('%s is a JSON Schema that editors understand', (name) => {
    expect(compiler().validateSchema(schemaIn(name))).toBe(true)
  })

  it.each(NAMES)('%s gives examples that fit', (name) => {
    const ajv = compiler()
    for (const { pointer, example } of examplesIn(schemaIn(name)))
      expect(ajv.validate(`${name}${pointer}`, example), `${pointer} ${JSON.stringify(example)}`).toBe(true)
  })

  it('have types that were generated from them as they are', async () => {
    expect(readFileSync(SHAPES_FILE, 'utf8')).toBe(await writeShapes())
  })
})

describe('a further kind', () => {
  const badge: Kind<{ readonly badge: string }> = {
    kind: 'badge',
    keys: ['badge'],
    read: (raw, at) => ({
      entitlement: {
        kind: id('badge'),
        what: `badge:${raw.badge}`,
        says: `the badge ${raw.badge}`,
        permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: raw.badge, at: at(['badge']) } },
        facets: { badge: [raw.badge] },
        at: at([]),
      },
    }),
  }
  const branch = {
    type: 'object',
    required: ['badge'],
    properties: { account: { $ref: 'item.schema.json#/$defs/where' }, badge: { type: 'string' } },
    additionalProperties: false,
  }
  const { $defs } = KINDS.schema
  const table: readonly BoundKind[] = [...KINDS.table, bind(badge)]
  const kinds = {
    table,
    schema: { ...KINDS.schema, $defs: { ...$defs, item: { ...$defs.item, oneOf: [...$defs.item.oneOf, branch] } } },
  }
  const file = fileOf('config/requests/x.yaml', 'for: marta\nduration: 2h\naccess: [{account: prod, badge: blue}]\n')

  it('needs a row in the table and a branch in the schema, nothing else', () => {
    const { request, findings } = readRequest(file, kinds)
    expect(findings).toEqual([])
    expect(request?.lines.map(({ asked }) => asked.is === 'entitlement' && asked.entitlement.what)).toEqual([
      'badge:blue',
    ])
  })

  it('is not understood without them', () => {
    const read = readShape('request', file, KINDS)
    expect('findings' in read && read.findings.map(({ code }) => code)).toEqual(['shape-unknown-key'])
  })

  it('is offered where a word is mistyped', () => {
    const read = readShape('request', fileOf('x.yaml', 'for: marta\naccess: [{account: prod, bagge: blue}]\n'), kinds)
    expect('findings' in read && read.findings[0]?.cure).toContain('Did you mean `badge`?')
  })
})
