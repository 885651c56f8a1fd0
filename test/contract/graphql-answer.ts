// Whether the data of a GraphQL answer are what the schema promises for the question: fields, nulls, lists, enums, scalars.

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { isFields } from './specs.ts'

export interface Question {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Readonly<Record<string, unknown>>
}

const isText = (value: unknown): value is string => typeof value === 'string'
const whole = (value: unknown): boolean => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    isText(value) && pattern.test(value)

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: matches(/^.+$/),
  String: isText,
  Int: whole,
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  URI: (value) => isText(value) && URL.canParse(value),
  DateTime: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  GitTimestamp: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/),
  GitObjectID: matches(/^[0-9a-f]{40}$/),
  BigInt: matches(/^\d+$/),
}

/** Faults of the data that a selection gave; null where it stands for an object of a type. */
export function dataFaults(
  question: Question,
  type: GraphQLOutputType,
  selection: SelectionSetNode | undefined,
  value: unknown,
  where: string,
): readonly string[] {
  if (isNonNullType(type))
    return value === null ? [`${where}: is null`] : dataFaults(question, type.ofType, selection, value, where)
  if (value === null) return []
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${where}: is no list`]
    return value.flatMap((item, index) => dataFaults(question, type.ofType, selection, item, `${where}.${index}`))
  }
  if (isEnumType(type))
    return isText(value) && type.getValue(value) ? [] : [`${where}: ${JSON.stringify(value)} is no ${type.name}`]
  if (selection === undefined) {
    const fits = scalars[type.toString()]
    if (fits === undefined) return [`${where}: the check knows no scalar ${type.toString()}`]
    return fits(value) ? [] : [`${where}: ${JSON.stringify(value)} is no ${type.toString()}`]
  }
  return objectFaults(question, type, selection, value, where)
}

/** An interface's type is not told unless asked for: any type that fits will do. */
function objectFaults(
  question: Question,
  type: GraphQLOutputType,
  selection: SelectionSetNode,
  value: unknown,
  where: string,
): readonly string[] {
  if (!isFields(value)) return [`${where}: is no object`]
  const possible = isObjectType(type) ? [type] : isAbstractType(type) ? question.schema.getPossibleTypes(type) : []
  const tried = possible.map((one) => fieldFaults(question, one, selection, value, where))
  return tried.reduce(
    (best, faults) => (faults.length < best.length ? faults : best),
    tried[0] ?? [`${where}: has no type`],
  )
}

function fieldFaults(
  question: Question,
  type: GraphQLObjectType,
  selection: SelectionSetNode,
  value: Readonly<Record<string, unknown>>,
  where: string,
): readonly string[] {
  const asked = new Map<string, FieldNode[]>()
  collect(question, type, selection, asked)
  const strange = Object.keys(value)
    .filter((key) => !asked.has(key))
    .map((key) => `${where}.${key}: was not asked of a ${type.name}`)
  const inside = [...asked].flatMap(([key, nodes]) => {
    const name = nodes[0]?.name.value ?? ''
    if (!Object.hasOwn(value, key)) return [`${where}.${key}: is missing from a ${type.name}`]
    if (name === '__typename') return value[key] === type.name ? [] : [`${where}.${key}: is no ${type.name}`]
    const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[name]
    if (field === undefined) return [`${where}.${key}: ${type.name} has no field ${name}`]
    const selections = nodes.flatMap((node) => node.selectionSet?.selections ?? [])
    const below = nodes[0]?.selectionSet === undefined ? undefined : { ...nodes[0].selectionSet, selections }
    return dataFaults(question, field.type, below, value[key], `${where}.${key}`)
  })
  return [...strange, ...inside]
}

function collect(
  question: Question,
  type: GraphQLObjectType,
  selection: SelectionSetNode,
  into: Map<string, FieldNode[]>,
): void {
  for (const node of selection.selections) {
    if (!wanted(question, node.directives ?? [])) continue
    if (node.kind === 'Field') {
      const key = node.alias?.value ?? node.name.value
      into.set(key, [...(into.get(key) ?? []), node])
      continue
    }
    const fragment = node.kind === 'InlineFragment' ? node : question.fragments.get(node.name.value)
    const on = fragment?.typeCondition?.name.value ?? type.name
    if (fragment !== undefined && applies(question, type, on)) collect(question, type, fragment.selectionSet, into)
  }
}

function applies({ schema }: Question, type: GraphQLObjectType, on: string): boolean {
  const condition = schema.getType(on)
  if (condition === type) return true
  return (isInterfaceType(condition) || isAbstractType(condition)) && schema.isSubType(condition, type)
}

const wanted = (question: Question, directives: NonNullable<FieldNode['directives']>): boolean =>
  directives.every(({ name, arguments: given }) => {
    const value = given?.find((one) => one.name.value === 'if')?.value
    const holds =
      value?.kind === 'Variable'
        ? question.variables[value.name.value] === true
        : value?.kind === 'BooleanValue' && value.value
    return name.value === 'skip' ? !holds : name.value === 'include' ? holds : true
  })
