// How a fault that the schema found is said to people: code, sentence, cure, and which part of the file it points at.

import type { ErrorObject } from 'ajv'
import type { FindingCode } from '../model/finding.ts'
import { nearest } from '../policy/nearest.ts'

/** `more` = a further step of the path: the key the fault is about. */
export interface Complaint {
  readonly code: FindingCode
  readonly points: 'value' | 'key'
  readonly more: readonly string[]
  readonly message: string
  readonly cure: string
}

const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `\`${text.length > 80 ? `${text.slice(0, 80)}…` : text}\``
}

export const listed = (values: readonly unknown[]): string => values.map(quoted).join(', ')

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  null: 'nothing',
}

export const inWords = (type: string): string => WORDS[type] ?? type

export const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

export const didYouMean = (word: string, known: readonly string[]): string => {
  const [meant] = nearest(word, known)
  return meant === undefined ? '' : `Did you mean ${quoted(meant)}? `
}

/** The part of a schema that messages are made from. */
interface Rule {
  readonly examples?: readonly unknown[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, unknown>>
}

const ruleOf = (error: ErrorObject): Rule => Object(error.parentSchema)

const example = (error: ErrorObject): string => {
  const [first] = ruleOf(error).examples ?? []
  return first === undefined ? '' : ` For instance: ${quoted(first)}.`
}

const describe = (error: ErrorObject): string => {
  const { description } = ruleOf(error)
  return description === undefined ? `Correct it.${example(error)}` : `${description}${example(error)}`
}

const parameter = (error: ErrorObject, name: string): unknown => {
  const params: Readonly<Record<string, unknown>> = error.params
  return params[name]
}

type Say = (error: ErrorObject, label: string) => Complaint

const about = (code: FindingCode, message: string, cure: string): Complaint => ({
  code,
  points: 'value',
  more: [],
  message,
  cure,
})

const ofForm: Say = (error, label) =>
  about('shape-text', `${quoted(error.data)} does not have the form of ${label}.`, describe(error))

const counted = (error: ErrorObject, unit: string): string => {
  const limit = Number(parameter(error, 'limit'))
  return `${limit} ${limit === 1 ? unit : `${unit}s`}`
}

const ofCount =
  (bound: string, unit: string): Say =>
  (error, label) =>
    about('shape-count', `${label} must have ${bound} ${counted(error, unit)}.`, describe(error))

const ofSize =
  (bound: string): Say =>
  (error, label) =>
    about('shape-text', `${label} must have ${bound} ${counted(error, 'character')}.`, describe(error))

const ofNumber =
  (bound: string): Say =>
  (error, label) =>
    about(
      'shape-number',
      `${label} must be ${bound} ${parameter(error, 'limit')}; here it is ${quoted(error.data)}.`,
      describe(error),
    )

const oneOf = (error: ErrorObject, label: string, values: readonly unknown[]): Complaint =>
  about(
    'shape-value',
    `${quoted(error.data)} is not possible for ${label}.`,
    `${didYouMean(String(error.data), values.map(String))}Possible: ${listed(values)}.`,
  )

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Keyword of JSON Schema → what is said; null = another error says it better. */
export const COMPLAINTS: Readonly<Record<string, Say | null>> = {
  propertyNames: null,
  if: null,
  required(error, label) {
    const name = String(parameter(error, 'missingProperty'))
    return about('shape-missing', `\`${name}\` is missing in ${label}.`, `Add \`${name}: …\`.`)
  },
  additionalProperties(error, label) {
    const name = String(parameter(error, 'additionalProperty'))
    const known = Object.keys(ruleOf(error).properties ?? {})
    return {
      code: 'shape-unknown-key',
      points: 'key',
      more: [name],
      message: `${quoted(name)} is not a key of ${label}.`,
      cure: `${didYouMean(name, known)}Possible: ${listed(known)}.`,
    }
  },
  type(error, label) {
    const wanted = listOf(parameter(error, 'type')).map((type) => inWords(String(type)))
    return about(
      'shape-type',
      `${label} must be ${wanted.join(' or ')}; here it is ${inWords(typeOf(error.data))}.`,
      describe(error),
    )
  },
  const: (error, label) => oneOf(error, label, [parameter(error, 'allowedValue')]),
  enum: (error, label) => oneOf(error, label, listOf(parameter(error, 'allowedValues'))),
  pattern: ofForm,
  format: ofForm,
  minLength: ofSize('at least'),
  maxLength: ofSize('at most'),
  minimum: ofNumber('at least'),
  maximum: ofNumber('at most'),
  minItems: ofCount('at least', 'item'),
  maxItems: ofCount('at most', 'item'),
  minProperties: ofCount('at least', 'key'),
  maxProperties: ofCount('at most', 'key'),
  not: (error) => about('shape-not', `This does not belong here: ${Object(error.schema).description}.`, 'Remove it.'),
}
