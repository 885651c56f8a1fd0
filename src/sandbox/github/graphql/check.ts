// What is wrong with a GraphQL operation before anything is resolved: unknown fields, types, arguments and variables.
import type { Document, Operation, Selection, Value, Values } from './parse.ts'
import { behind, type FieldShape, schema } from './schema.ts'

/** Sentences that name what is wrong; none where all is well. */
export function problemsOf(
  document: Document,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const declared = new Set(operation.variables.map((variable) => variable.name))
  const missing = operation.variables.filter((one) => one.required && (variables[one.name] ?? null) === null)
  return [
    ...missing.map((one) => `Variable $${one.name} of a non-null type was provided invalid value`),
    ...inSelections(operation.kind === 'query' ? 'Query' : 'Mutation', operation.selections, {
      document,
      declared,
      within: [],
    }),
  ]
}

interface Scope {
  readonly document: Document
  readonly declared: ReadonlySet<string>
  /** Names of the fragments we are in. */
  readonly within: readonly string[]
}

function inSelections(type: string, selections: readonly Selection[], scope: Scope): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'inline') return inFragment(type, selection.on ?? type, selection.selections, scope)
    if (selection.kind === 'field') return inField(type, selection, scope)
    const fragment = scope.document.fragments[selection.name]
    if (fragment === undefined) return [`Fragment ${selection.name} was used, but not defined`]
    if (scope.within.includes(selection.name)) return [`Fragment ${selection.name} contains an infinite loop`]
    return inFragment(type, fragment.on, fragment.selections, { ...scope, within: [...scope.within, selection.name] })
  })
}

function inFragment(type: string, on: string, selections: readonly Selection[], scope: Scope): readonly string[] {
  if (schema[on] === undefined) return [`No such type ${on}, so it can't be a fragment condition`]
  const shared = possible(on).some((one) => possible(type).includes(one))
  return shared ? inSelections(on, selections, scope) : [`Fragment on ${on} can't be spread inside ${type}`]
}

const possible = (type: string): readonly string[] => behind[type] ?? [type]

function inField(type: string, field: Selection & { readonly kind: 'field' }, scope: Scope): readonly string[] {
  const used = variablesIn(field.values).filter((name) => !scope.declared.has(name))
  const undeclared = used.map((name) => `Variable $${name} is used but not declared`)
  if (field.name === '__typename') return undeclared
  const shape: FieldShape | undefined = schema[type]?.[field.name]
  if (shape === undefined) return [`Field '${field.name}' doesn't exist on type '${type}'`]
  const [named, known] = typeof shape === 'string' ? [shape, ''] : shape
  const unknown = Object.keys(field.values).filter((name) => !known.split(' ').includes(name))
  const wrong = [...undeclared, ...unknown.map((name) => `Field '${field.name}' doesn't accept argument '${name}'`)]
  const composite = schema[named] !== undefined
  if (composite && field.selections === null)
    return [...wrong, `Field must have selections (field '${field.name}' returns ${named} but has no selections)`]
  if (!composite && field.selections !== null)
    return [...wrong, `Selections can't be made on scalars (field '${field.name}' returns ${named})`]
  return [...wrong, ...inSelections(named, field.selections ?? [], scope)]
}

function variablesIn(values: Values): readonly string[] {
  const names = (value: Value): readonly string[] => {
    if (value.kind === 'variable') return [value.name]
    if (value.kind === 'list') return value.items.flatMap(names)
    return value.kind === 'object' ? variablesIn(value.members) : []
  }
  return Object.values(values).flatMap(names)
}
