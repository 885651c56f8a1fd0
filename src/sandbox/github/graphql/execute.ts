// How a checked GraphQL operation becomes its answer: fields collected and merged, each resolved by its node.
import type { Directive, Document, Operation, Selection, Value, Values } from './parse.ts'
import { behind } from './schema.ts'

export type Given = Readonly<Record<string, unknown>>

/** What a field gives: a plain value, another node, or lists of them. */
export type Result = string | number | boolean | null | Node | readonly Result[]

/** Something with fields; each is resolved only where it is asked for. */
export interface Node {
  readonly type: string
  readonly fields: Readonly<Record<string, (given: Given) => Result>>
}

/** Thrown by a field that cannot be resolved: it becomes null, and an error with its path. */
export class FieldProblem extends Error {
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

export interface GraphqlError {
  readonly type?: string
  readonly message: string
  readonly path?: readonly (string | number)[]
}

export interface Executed {
  readonly data: Readonly<Record<string, unknown>>
  readonly errors: readonly GraphqlError[]
}

interface Run {
  readonly document: Document
  readonly variables: Given
  readonly errors: GraphqlError[]
}

export function execute(document: Document, operation: Operation, variables: Given, root: Node): Executed {
  const defaults = operation.variables.filter((one) => one.fallback !== null && variables[one.name] === undefined)
  const filled = {
    ...variables,
    ...Object.fromEntries(defaults.map((one) => [one.name, one.fallback === null ? null : plainOf(one.fallback, {})])),
  }
  const run: Run = { document, variables: filled, errors: [] }
  return { data: resolveNode(run, root, operation.selections, []), errors: run.errors }
}

interface Collected {
  readonly name: string
  readonly values: Values
  readonly selections: readonly Selection[]
}

function resolveNode(
  run: Run,
  node: Node,
  selections: readonly Selection[],
  path: readonly (string | number)[],
): Readonly<Record<string, unknown>> {
  const fields = new Map<string, Collected>()
  collect(run, node.type, selections, fields)
  return Object.fromEntries([...fields].map(([key, field]) => [key, resolveField(run, node, field, [...path, key])]))
}

function collect(run: Run, type: string, selections: readonly Selection[], into: Map<string, Collected>): void {
  for (const selection of selections) {
    if (!wanted(run, selection.directives)) continue
    if (selection.kind === 'field') {
      const before = into.get(selection.key)?.selections ?? []
      into.set(selection.key, {
        name: selection.name,
        values: selection.values,
        selections: [...before, ...(selection.selections ?? [])],
      })
      continue
    }
    const fragment = selection.kind === 'spread' ? run.document.fragments[selection.name] : selection
    if (fragment !== undefined && applies(type, fragment.on)) collect(run, type, fragment.selections, into)
  }
}

const applies = (type: string, on: string | null): boolean =>
  on === null || on === type || (behind[on] ?? []).includes(type)

function wanted(run: Run, directives: readonly Directive[]): boolean {
  return directives.every((directive) => {
    const condition = directive.values['if']
    const holds = condition !== undefined && plainOf(condition, run.variables) === true
    return directive.name === 'include' ? holds : directive.name === 'skip' ? !holds : true
  })
}

function resolveField(run: Run, node: Node, field: Collected, path: readonly (string | number)[]): unknown {
  if (field.name === '__typename') return node.type
  const resolver = node.fields[field.name]
  if (resolver === undefined) throw new Error(`the sandbox declares ${node.type}.${field.name} and does not resolve it`)
  const given = Object.fromEntries(
    Object.entries(field.values).map(([name, value]) => [name, plainOf(value, run.variables)]),
  )
  try {
    return complete(run, resolver(given), field.selections, path)
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem
    run.errors.push({ type: problem.type, message: problem.message, path })
    return null
  }
}

function complete(
  run: Run,
  result: Result,
  selections: readonly Selection[],
  path: readonly (string | number)[],
): unknown {
  if (isList(result)) return result.map((item, index) => complete(run, item, selections, [...path, index]))
  return isNode(result) ? resolveNode(run, result, selections, path) : result
}

const isList = (result: Result): result is readonly Result[] => Array.isArray(result)
const isNode = (result: Result): result is Node => typeof result === 'object' && result !== null && !isList(result)

/** The value with its variables filled in; a variable that was not given is undefined. */
export function plainOf(value: Value, variables: Given): unknown {
  if (value.kind === 'variable') return variables[value.name]
  if (value.kind === 'list') return value.items.map((item) => plainOf(item, variables))
  if (value.kind === 'object')
    return Object.fromEntries(Object.entries(value.members).map(([name, member]) => [name, plainOf(member, variables)]))
  return value.value
}
