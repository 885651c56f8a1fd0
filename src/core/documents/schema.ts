// Whether a tree has the shape its schema demands, and if not, one finding for each fault.

import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import bundles from '../../../schemas/bundles.schema.json' with { type: 'json' }
import daypass from '../../../schemas/daypass.schema.json' with { type: 'json' }
import holds from '../../../schemas/holds.schema.json' with { type: 'json' }
import aws from '../../../schemas/integration-aws.schema.json' with { type: 'json' }
import people from '../../../schemas/people.schema.json' with { type: 'json' }
import request from '../../../schemas/request.schema.json' with { type: 'json' }
import rules from '../../../schemas/rules.schema.json' with { type: 'json' }
import words from '../../../schemas/words.schema.json' with { type: 'json' }
import type { JsonSchema, Kinds } from '../entitlements/kind.ts'
import type { Finding } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import { type Branch, choose } from './choice.ts'
import { COMPLAINTS, type Complaint } from './complaint.ts'
import type { Shapes } from './shapes.ts'
import { type Path, readYaml, type Tree } from './yaml.ts'

export type DocumentName = keyof Shapes

const SCHEMAS: Readonly<Record<DocumentName, JsonSchema>> = { aws, bundles, daypass, holds, people, request, rules }

/** Schemas name each other by file name, as editors find them. */
const FILES = {
  'words.schema.json': words,
  'rules.schema.json': rules,
  'integration-aws.schema.json': aws,
} as const satisfies Readonly<Record<string, JsonSchema>>

/** By the schema of items, which is all that a further kind changes. Compiling is dear, so it happens once and on demand. */
const compilers = new WeakMap<JsonSchema, Ajv2020>()

function compilerFor(kinds: Kinds): Ajv2020 {
  const there = compilers.get(kinds.schema)
  if (there !== undefined) return there
  const made = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false, meta: false, validateSchema: false })
  formats.default(made, ['email'])
  for (const [name, schema] of Object.entries(FILES)) made.addSchema(schema, name)
  made.addSchema(kinds.schema, 'item.schema.json')
  compilers.set(kinds.schema, made)
  return made
}

function validatorOf<Name extends DocumentName>(name: Name, kinds: Kinds): ValidateFunction<Shapes[Name]> {
  const key = FILES_OF[name]
  const compiler = compilerFor(kinds)
  return key === undefined ? compiler.compile<Shapes[Name]>(SCHEMAS[name]) : found<Shapes[Name]>(compiler, key)
}

/** Documents that other schemas refer to, or that refer to themselves by name. */
const FILES_OF: Readonly<Partial<Record<DocumentName, keyof typeof FILES>>> = {
  rules: 'rules.schema.json',
  aws: 'integration-aws.schema.json',
}

function found<Shape>(compiler: Ajv2020, reference: string): ValidateFunction<Shape> {
  const validator = compiler.getSchema<Shape>(reference)
  if (validator === undefined) throw new Error(`no schema ${reference}`)
  // ajv types an asynchronous validator too; our schemas have no `$async`.
  return validator as ValidateFunction<Shape>
}

interface Fault {
  readonly path: Path
  readonly complaint: Complaint
  /** Where a text is wanted: the form it must have. */
  readonly text: RegExp | null
}

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const labelOf = (path: Path): string => {
  const name = path.findLast((step) => !/^\d+$/.test(String(step)))
  if (name === undefined) return 'the file'
  return name === path.at(-1) ? `\`${name}\`` : `an entry of \`${name}\``
}

const formOf = (schema: unknown): RegExp => {
  const pattern: unknown = Object(schema)['pattern']
  return new RegExp(typeof pattern === 'string' ? pattern : '', 'u')
}

const textWanted = ({ keyword, params, parentSchema }: ErrorObject): RegExp | null =>
  keyword === 'type' && Object(params)['type'] === 'string' ? formOf(parentSchema) : null

function faultOf(error: ErrorObject, before: Path): readonly Fault[] {
  const inside = [...before, ...stepsOf(error.instancePath)]
  const path = error.propertyName === undefined ? inside : [...inside, error.propertyName]
  const say = COMPLAINTS[error.keyword]
  if (say === null) return []
  const said = say?.(error, error.propertyName === undefined ? labelOf(path) : `a key of ${labelOf(inside)}`)
  const complaint: Complaint = said ?? {
    code: 'shape-value',
    points: 'value',
    more: [],
    message: `${labelOf(path)} ${error.message ?? 'is not allowed'}.`,
    cure: 'Correct it.',
  }
  return [
    {
      path,
      complaint: error.propertyName === undefined ? complaint : { ...complaint, points: 'key' },
      text: textWanted(error),
    },
  ]
}

type Resolve = (branch: JsonSchema) => ValidateFunction

/** The schema that refers to a `oneOf` and adds to it. */
const addsToChoice = ({ keyword, parentSchema }: ErrorObject): boolean =>
  keyword === 'not' || (keyword === 'required' && parentSchema !== undefined && Object.hasOwn(parentSchema, '$ref'))

/** The faults behind one choice: those of the branch that was meant, instead of those of all branches. */
function faultsOfChoice(error: ErrorObject, before: Path, resolve: Resolve): readonly Fault[] {
  const path = [...before, ...stepsOf(error.instancePath)]
  const validators = (Array.isArray(error.schema) ? error.schema : []).map(resolve)
  const branches = validators.map(({ schema }): Branch => Object(schema))
  const choice = choose(error.data, branches, labelOf(path))
  if ('complaint' in choice) {
    const text = branches.find(({ type }) => type === 'string')
    return [{ path, complaint: choice.complaint, text: text === undefined ? null : formOf(text) }]
  }
  const meant = validators[choice.meant]
  return meant === undefined ? [] : faults(meant, error.data, path, resolve)
}

function faults(validate: ValidateFunction, value: unknown, before: Path, resolve: Resolve): readonly Fault[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const choices = new Map<string, ErrorObject>()
  for (const error of errors) if (error.keyword === 'oneOf') choices.set(error.instancePath, error)
  /** Whether a choice at or above the error's place explains it. */
  const explained = (error: ErrorObject): boolean => {
    for (let at = error.instancePath; ; at = at.slice(0, at.lastIndexOf('/'))) {
      if (choices.has(at) && !(at === error.instancePath && addsToChoice(error))) return true
      if (at === '') return false
    }
  }
  const above = (at: string): boolean => {
    for (let up = at; up !== ''; ) {
      up = up.slice(0, up.lastIndexOf('/'))
      if (choices.has(up)) return true
    }
    return false
  }
  return [
    ...errors.filter((error) => !explained(error)).flatMap((error) => faultOf(error, before)),
    ...[...choices.values()]
      .filter(({ instancePath }) => !above(instancePath))
      .flatMap((error) => faultsOfChoice(error, before, resolve)),
  ]
}

const SCALARS: ReadonlySet<string> = new Set(['number', 'boolean'])

const at = (tree: Tree, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (Object.hasOwn(Object(value), step) ? Object(value)[step] : undefined),
    tree.value,
  )

function findingOf({ path, complaint, text }: Fault, tree: Tree): Finding {
  const { code, points, more, message, cure } = complaint
  const written = SCALARS.has(typeof at(tree, path)) ? tree.written(path) : null
  const place = points === 'key' ? tree.keyPlace([...path, ...more]) : tree.place(path)
  if (written === null || text?.test(written) !== true) return { code, at: place, message, cure }
  return {
    code: 'shape-unquoted',
    at: place,
    message: `YAML reads \`${written}\` as ${typeof at(tree, path) === 'number' ? 'a number' : 'true or false'}, but ${labelOf(path)} is a text.`,
    cure: `Put it in quotes: "${written}".`,
  }
}

export type ShapeRead<Shape> =
  | { readonly value: Shape; readonly tree: Tree }
  | { readonly findings: readonly Finding[] }

/** A document's text → its value in the shape that its schema describes, or every fault in it. */
export function readShape<Name extends DocumentName>(
  name: Name,
  file: SourceFile,
  kinds: Kinds,
): ShapeRead<Shapes[Name]> {
  const { tree, findings } = readYaml(file)
  if (tree === null) return { findings }
  const validate = validatorOf(name, kinds)
  const { value } = tree
  if (validate(value)) return { value, tree }
  const compiler = compilerFor(kinds)
  const resolve: Resolve = (branch) =>
    typeof branch['$ref'] === 'string' ? found(compiler, branch['$ref']) : compiler.compile(branch)
  return { findings: faults(validate, value, [], resolve).map((fault) => findingOf(fault, tree)) }
}
