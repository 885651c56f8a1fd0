// The YAML reader: whatever stands in a file, it is read strictly or refused with a place in it, and never half understood.

import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { readDocuments } from '../../src/core/documents/documents.ts'
import { readRequest } from '../../src/core/documents/request.ts'
import { readShape } from '../../src/core/documents/schema.ts'
import type { DocumentName } from '../../src/core/documents/validator.ts'
import { readYaml } from '../../src/core/documents/yaml.ts'
import { KINDS } from '../../src/core/entitlements/index.ts'
import { canonicalJson } from '../../src/core/model/canonical.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import type { SourceFile } from '../../src/core/model/history.ts'
import type { Json } from '../../src/core/model/policy-document.ts'
import { fileOf, filesOf } from '../core/documents/files-of.ts'
import { DOCUMENTS } from './corpus.ts'
import { edits } from './mutate.ts'
import { must, type Note, type Target } from './target.ts'

interface Input {
  readonly of: DocumentName
  readonly text: string
}

const PATHS: Readonly<Record<DocumentName, string>> = {
  daypass: 'config/daypass.yaml',
  people: 'config/people.yaml',
  bundles: 'config/bundles.yaml',
  holds: 'config/holds.yaml',
  aws: 'config/integrations/aws.yaml',
  okta: 'config/integrations/okta.yaml',
  rules: 'config/rules/production.yaml',
  request: 'config/requests/fuzzed.yaml',
}
const NAMES = Object.keys(PATHS) as readonly DocumentName[]
const MODES = ['iam-user', 'identity-center', 'okta-saml', 'okta-group']

const PIECES = [
  ':', ': ', '- ', '\n', '\n  ', '[', ']', '{', '}', ',', '&a ', '*a', '!!str ', '!x ', '"', "'", '|', '|+\n', '>', '>-\n', '? ', '%YAML 1.1\n', '#', ' #',
  '---\n', '...\n', '<<: ', '\t', '\\', '\r\n', '\r', 'null', '~', 'true', 'yes', '0', '-0', '0o17', '0x1F', '.inf', '.NaN', '1e400', '1_000', '12:30:00', '2026-12-01',
  '__proto__: ', 'constructor: ', '"\\u202e"', '"\\0"', '\u0085', '\u2028', '\u200b', '\ufeff', '\ud800', 'é', '😀', '"\\ud83d\\ude00"', '"\\x41"', 'for: ', 'access:\n  - ', 'account: ',
  'policy: ', 'level: read\n', 'duration: 2h\n', 'who: anyone\n', 'what: {}\n', 'not: ', 'deny: ', '/(a|b)+/', '"*"', `$\{aws:username}`,
] // biome-ignore format: a list

const scalar = fc.oneof(
  fc.constantFrom('marta', 'yes', 'null', '1', '0x1', '.inf', '2026-12-01', '<<', '- a', 'a: b', '#', '', ' a', "'", '"', '*a', '&a', '!a', '\\', '|', '%'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
) // biome-ignore format: a list
const tree = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(fc.oneof(fc.constantFrom('for', 'access', 'a b', '<<', '1', ''), fc.string({ maxLength: 6 })), tie('value'), { maxKeys: 4 }),
})) // biome-ignore format: one line each

const written = fc
  .tuple(tree.map, fc.constantFrom('BLOCK', 'FLOW'), fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'))
  .map(([value, style, quotes]) =>
    stringify(value, { collectionStyle: style === 'BLOCK' ? 'block' : 'flow', defaultStringType: quotes }),
  ) // biome-ignore format: one line each

const name = fc.constantFrom(...NAMES)
const inputs: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc
      .tuple(fc.constantFrom(...DOCUMENTS), edits(PIECES))
      .map(([{ of, text }, edit]) => ({ of, text: edit(text) })),
  },
  { weight: 2, arbitrary: fc.record({ of: name, text: written }) },
  {
    weight: 1,
    arbitrary: fc.record({
      of: name,
      text: fc.oneof(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 80 }),
      ),
    }),
  },
)

/** Compiled by nothing of ours, from the files that editors use. */
const judges = (() => {
  const folder = new URL('../../schemas/', import.meta.url)
  const ajv = new Ajv2020({ strictTypes: false, allowUnionTypes: true })
  formats.default(ajv, ['email'])
  for (const name of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name)
  return (name: DocumentName) =>
    ajv.getSchema(`${name === 'aws' || name === 'okta' ? `integration-${name}` : name}.schema.json`)
})()

const EXAMPLE = filesOf(new URL('../../config', import.meta.url).pathname, 'config')

function placedWell(findings: readonly Finding[], files: readonly SourceFile[]): void {
  for (const finding of findings) {
    const { at, code, message, cure } = finding
    const file = files.find(({ path }) => path === at.file)
    must(code !== undefined && message !== '' && cure !== '', 'a finding says what is wrong and what to do', finding)
    if (file === undefined) continue
    const lines = (file.text ?? '').split('\n')
    const line = lines[at.line - 1]
    must(line !== undefined && at.column >= 1 && at.column <= line.length + 1, 'a finding lies in the text', finding)
  }
}

function plainOnly(value: unknown, depth: number): void {
  must(depth <= 20, 'what is read is at most 20 deep')
  if (Array.isArray(value)) for (const one of value) plainOnly(one, depth + 1)
  else if (value !== null && typeof value === 'object') {
    must(Object.getPrototypeOf(value) === Object.prototype, 'a map is a plain object')
    for (const [key, one] of Object.entries(value)) {
      must(!['__proto__', 'constructor', 'prototype', '<<', ''].includes(key), 'no key of a map means more', key)
      plainOnly(one, depth + 1)
    }
  } else must(value === null || ['string', 'number', 'boolean'].includes(typeof value), 'a scalar is plain', value)
}

const finite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value) && !Object.is(value, -0)
    : value === null || typeof value !== 'object' || Object.values(value).every(finite)

/** JSON is YAML: written as JSON or by a library, the same value must be read again. */
function readsAgain(value: unknown, note: Note): void {
  if (!finite(value) || value === null) return
  for (const text of [canonicalJson(value as Json), stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })]) {
    if (/[^\n]{1000}/.test(text)) continue
    note('written and read again')
    const again = readYaml(fileOf('again.yaml', text))
    must(again.tree !== null, 'what was read can be written and read', text, again.findings)
    must(isDeepStrictEqual(again.tree.value, value), 'what was read is read again as the same', text, again.tree.value)
  }
}

function check({ of, text }: Input, note: Note): void {
  const file = fileOf(PATHS[of], text)
  const { tree: found, findings } = readYaml(file)
  must((found === null) === findings.length > 0, 'a file is read or refused', findings)
  placedWell(findings, [file])
  const shape = readShape(of, file, KINDS)
  if (found !== null) {
    note('read as YAML')
    plainOnly(found.value, 1)
    readsAgain(found.value, note)
    const judge = judges(of)
    must(judge !== undefined, 'there is a schema', of)
    const valid = judge(found.value)
    must(valid === 'value' in shape, 'what is taken is what the schema takes', of, judge.errors)
  } else must(!('value' in shape), 'what is no YAML has no shape')
  if ('findings' in shape) {
    must(shape.findings.length > 0, 'a refusal says why')
    placedWell(shape.findings, [file])
  } else {
    note('taken by its schema')
    canonicalJson(shape.value as unknown as Json)
  }
  readWhole(of, file, 'value' in shape, note)
}

function readWhole(of: DocumentName, file: SourceFile, valid: boolean, note: Note): void {
  if (of === 'request') {
    const { request, findings } = readRequest(file, KINDS)
    placedWell(findings, [file])
    must((request === null) === findings.length > 0, 'a request is understood as a whole or not at all', findings)
    if (request === null) return
  }
  // What other files say of it matters only once it is understood by itself.
  if (!valid) return
  note('read among all settings')
  const files = [...EXAMPLE.filter(({ path }) => path !== file.path), file]
  const read = readDocuments(files, 'config', KINDS, MODES)
  placedWell(read.findings, files)
  const turned = readDocuments([...files].reverse(), 'config', KINDS, MODES)
  must(isDeepStrictEqual(turned.findings, read.findings), 'the order of files does not matter', read.findings, turned)
}

export const yaml: Target<Input> = {
  says: 'YAML reader',
  runs: 80_000,
  longest: 1000,
  inputs,
  check,
}
