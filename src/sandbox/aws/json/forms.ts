// Whether the input of a JSON call has the form that AWS demands (Smithy models: lengths, patterns, enumerations).

import type { Refused } from '../answer.ts'
import { refuseJson } from './answer.ts'

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonInput
export interface JsonInput {
  readonly [name: string]: JsonValue
}

export type Form =
  | {
      readonly is: 'text'
      readonly min?: number
      readonly max?: number
      readonly pattern?: RegExp
      readonly oneOf?: readonly string[]
    }
  | { readonly is: 'number'; readonly from: number; readonly to: number }
  | { readonly is: 'list'; readonly of: Form; readonly max?: number }
  | { readonly is: 'structure'; readonly takes: Takes }

/** Member → its form; a name that ends in `?` may be left out. */
export type Takes = Readonly<Record<string, Form>>

export const text = (min: number, max: number, pattern?: RegExp): Form => ({
  is: 'text',
  min,
  max,
  ...(pattern === undefined ? {} : { pattern }),
})

export const oneOf = (...values: readonly string[]): Form => ({ is: 'text', oneOf: values })

export const listOf = (of: Form, max = 100): Form => ({ is: 'list', of, max })

export const structure = (takes: Takes): Form => ({ is: 'structure', takes })

export const pages: Takes = {
  'NextToken?': text(0, 65_535),
  'MaxResults?': { is: 'number', from: 1, to: 100 },
}

const complaint = (where: string, must: string): Refused =>
  refuseJson.validation(
    `1 validation error detected: Value at '${where}' failed to satisfy constraint: Member must ${must}`,
  )

const isInput = (value: JsonValue): value is JsonInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

function checkText(where: string, value: string, form: Extract<Form, { is: 'text' }>): Refused | null {
  const length = [...value].length
  if (length < (form.min ?? 0)) return complaint(where, `have length greater than or equal to ${form.min}`)
  if (form.max !== undefined && length > form.max)
    return complaint(where, `have length less than or equal to ${form.max}`)
  if (form.oneOf !== undefined && !form.oneOf.includes(value))
    return complaint(where, `satisfy enum value set: [${form.oneOf.join(', ')}]`)
  return form.pattern !== undefined && !form.pattern.test(value)
    ? complaint(where, `satisfy regular expression pattern: ${form.pattern.source}`)
    : null
}

const first = (checks: readonly (Refused | null)[]): Refused | null => checks.find((one) => one !== null) ?? null

function checkValue(where: string, value: JsonValue, form: Form): Refused | null {
  switch (form.is) {
    case 'text':
      return typeof value === 'string' ? checkText(where, value, form) : complaint(where, 'be text')
    case 'number':
      return typeof value === 'number' && value >= form.from && value <= form.to
        ? null
        : complaint(where, `be between ${form.from} and ${form.to}`)
    case 'list':
      if (!isList(value)) return complaint(where, 'be a list')
      if (form.max !== undefined && value.length > form.max)
        return complaint(where, `have length less than or equal to ${form.max}`)
      return first(value.map((one, at) => checkValue(`${where}.${at + 1}`, one, form.of)))
    case 'structure':
      return isInput(value) ? checkInput(value, form.takes, `${where}.`) : complaint(where, 'be a structure')
  }
}

/** Null where all is well. A member that the operation's table does not know is a loud 501: the sandbox would ignore it. */
export function checkInput(input: JsonInput, takes: Takes, path = ''): Refused | null {
  const known = new Map(
    Object.entries(takes).map(([key, form]) => [key.replace(/\?$/, ''), { form, required: !key.endsWith('?') }]),
  )
  const strange = Object.keys(input).find((given) => !known.has(given))
  if (strange !== undefined) return refuseJson.notServed(`The sandbox does not serve the member ${path}${strange}.`)
  return first(
    [...known].map(([name, { form, required }]) => {
      const value = Object.hasOwn(input, name) ? input[name] : undefined
      if (value !== undefined) return checkValue(`${path}${name}`, value, form)
      return required ? complaint(`${path}${name}`, 'not be null') : null
    }),
  )
}

/** Text of a member; undefined where it was not given. */
export const given = (input: JsonInput, name: string): string | undefined => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** Text of a member that the operation's table has made sure of. */
export const sure = (input: JsonInput, name: string): string => {
  const value = given(input, name)
  if (value === undefined) throw new Error(`no ${name} in a call that must have it`)
  return value
}

export const inputs = (input: JsonInput, name: string): readonly JsonInput[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value !== undefined && isList(value) ? value.filter(isInput) : []
}

export const texts = (input: JsonInput, name: string): readonly string[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value !== undefined && isList(value) ? value.filter((one) => typeof one === 'string') : []
}

export const inside = (input: JsonInput, name: string): JsonInput => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value !== undefined && isInput(value) ? value : {}
}
