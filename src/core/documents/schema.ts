// Whether a tree has the shape its schema demands, and if not, one finding for each fault.

import type { ErrorObject, ValidateFunction } from 'ajv'
import { KINDS } from '../entitlements/index.ts'
import type { JsonSchema, Kinds } from '../entitlements/kind.ts'
import type { Finding } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import { type Branch, choose } from './choice.ts'
import { COMPLAINTS, type Complaint } from './complaint.ts'
import { PRECOMPILED } from './precompiled.ts'
import type { Shapes } from './shapes.ts'
import { compilerFor, type DocumentName, found, validatorOf } from './validator.ts'
import { type Path, readYaml, type Tree } from './yaml.ts'

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

/** The key that the error is about; ajv names it only where the rule for keys is written in place, not where it is referred to. */
const keyOf = (error: ErrorObject, errors: readonly ErrorObject[]): string | undefined =>
  error.propertyName ??
  errors
    .filter(({ keyword, instancePath }) => keyword === 'propertyNames' && instancePath === error.instancePath)
    .map(({ params }): string => Object(params)['propertyName'])
    .find((key) => key === error.data)

function faultOf(error: ErrorObject, errors: readonly ErrorObject[], before: Path): readonly Fault[] {
  const inside = [...before, ...stepsOf(error.instancePath)]
  const key = keyOf(error, errors)
  const path = key === undefined ? inside : [...inside, key]
  const say = COMPLAINTS[error.keyword]
  if (say === null) return []
  const said = say?.(error, key === undefined ? labelOf(path) : `a key of ${labelOf(inside)}`)
  const complaint: Complaint = said ?? {
    code: 'shape-value',
    points: 'value',
    more: [],
    message: `${labelOf(path)} ${error.message}.`,
    cure: 'Correct it.',
  }
  return [{ path, complaint: key === undefined ? complaint : { ...complaint, points: 'key' }, text: textWanted(error) }]
}

type Resolve = (branch: JsonSchema) => ValidateFunction

/** What a schema that refers to a `oneOf` adds to it. */
const addsToChoice = ({ keyword }: ErrorObject): boolean => keyword === 'not'

/** The faults behind one choice: those of the branch that was meant, instead of those of all branches. */
function faultsOfChoice(error: ErrorObject, before: Path, resolve: Resolve): readonly Fault[] {
  const path = [...before, ...stepsOf(error.instancePath)]
  const schemas: readonly JsonSchema[] = Object(error.schema)
  const branches = schemas.map(resolve).map((judge): Branch & { readonly judge: ValidateFunction } => ({
    ...Object(judge.schema),
    judge,
  }))
  const choice = choose(error.data, branches, labelOf(path))
  if ('complaint' in choice) {
    const text = branches.find(({ type }) => type === 'string')
    return [{ path, complaint: choice.complaint, text: text === undefined ? null : formOf(text) }]
  }
  return faults(choice.meant.judge, error.data, path, resolve)
}

function faults(validate: ValidateFunction, value: unknown, before: Path, resolve: Resolve): readonly Fault[] {
  validate(value)
  /* v8 ignore next -- @preserve: asked only of what the whole schema refuses. */
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
    ...errors.filter((error) => !explained(error)).flatMap((error) => faultOf(error, errors, before)),
    ...[...choices.values()]
      .filter(({ instancePath }) => !above(instancePath))
      .flatMap((error) => faultsOfChoice(error, before, resolve)),
  ]
}

const SCALARS: ReadonlySet<string> = new Set(['number', 'boolean'])

const at = (tree: Tree, path: Path): unknown => path.reduce<unknown>((value, step) => Object(value)[step], tree.value)

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
  const { value } = tree
  if (kinds === KINDS && PRECOMPILED[name]?.(value) === true) return { value, tree }
  const validate = validatorOf(name, kinds)
  if (validate(value)) return { value, tree }
  const compiler = compilerFor(kinds)
  const resolve: Resolve = (branch) =>
    typeof branch['$ref'] === 'string' ? found(compiler, branch['$ref']) : compiler.compile(branch)
  return { findings: faults(validate, value, [], resolve).map((fault) => findingOf(fault, tree)) }
}
