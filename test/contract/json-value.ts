// Whether a JSON value is what a Smithy shape allows, as AWS JSON 1.1 writes it down.

import type { Model, Shape } from './smithy.ts'
import { countFaults, textFaults } from './smithy-text.ts'
import { type Fields, isFields, textAt } from './specs.ts'

/** How a simple shape is written; its further limits are those of its text. */
const plain: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = {
  string: 'string',
  enum: 'string',
  blob: 'string',
  integer: 'number',
  long: 'number',
  boolean: 'boolean',
}

/** The last second of the year 9999: whoever writes milliseconds is beyond it (Smithy, `epoch-seconds`). */
const lastSecond = 253_402_300_799

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : isFields(value) ? 'an object' : `a ${typeof value}`

export function valueFaults(model: Model, shape: Shape, value: unknown, where: string): readonly string[] {
  if (shape.type === 'document') return []
  if (shape.type === 'structure' || shape.type === 'union')
    return isFields(value)
      ? [...memberFaults(model, shape, value, where), ...choiceFaults(shape, value, where)]
      : [`${where}: is ${kindOf(value)}, no ${shape.type}`]
  if (shape.type === 'list')
    return Array.isArray(value) ? elementFaults(model, shape, value, where) : [`${where}: is ${kindOf(value)}, no list`]
  if (shape.type === 'map')
    return isFields(value) ? entryFaults(model, shape, value, where) : [`${where}: is ${kindOf(value)}, no map`]
  if (shape.type === 'timestamp') return instantFaults(shape, value, where)
  const kind = plain[shape.type]
  if (kind === undefined) return [`${where}: the check knows no ${shape.type}`]
  return typeof value === kind
    ? textFaults(shape, String(value), where)
    : [`${where}: is ${kindOf(value)}, no ${shape.type}`]
}

/** Faults of the members of a structure; those of the root have no place above them. */
export function memberFaults(model: Model, shape: Shape, given: Fields, where: string): readonly string[] {
  const below = (name: string): string => (where === '' ? name : `${where}.${name}`)
  const strange = Object.keys(given)
    .filter((name) => !shape.members.has(name))
    .map((name) => `${below(name)}: is not in the model`)
  const inside = [...shape.members].flatMap(([name, member]) => {
    if (Object.hasOwn(given, name)) return valueFaults(model, model.target(member), given[name], below(name))
    return 'smithy.api#required' in member.traits ? [`${below(name)}: is missing`] : []
  })
  return [...strange, ...inside]
}

function choiceFaults(shape: Shape, given: Fields, where: string): readonly string[] {
  const count = Object.keys(given).length
  return shape.type === 'union' && count !== 1 ? [`${where}: is a union of ${count} members, not of one`] : []
}

function elementFaults(model: Model, shape: Shape, given: readonly unknown[], where: string): readonly string[] {
  if (shape.element === null) return []
  const element = model.target(shape.element)
  const inside = given.flatMap((one, index) => valueFaults(model, element, one, `${where}.${index + 1}`))
  return [...countFaults(shape, given.length, where), ...inside]
}

function entryFaults(model: Model, shape: Shape, given: Fields, where: string): readonly string[] {
  const { key, value } = shape
  if (key === null || value === null) return []
  const [name, content] = [model.target(key), model.target(value)]
  const inside = Object.entries(given).flatMap(([word, one]) => [
    ...textFaults(name, word, `${where}.${word}`),
    ...valueFaults(model, content, one, `${where}.${word}`),
  ])
  return [...countFaults(shape, Object.keys(given).length, where), ...inside]
}

/** Seconds since the epoch as a number, unless the model wants another form. */
function instantFaults(shape: Shape, value: unknown, where: string): readonly string[] {
  const format = textAt(shape.traits, 'smithy.api#timestampFormat') ?? 'epoch-seconds'
  if (format === 'date-time')
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
      ? []
      : [`${where}: is no timestamp as date-time`]
  if (format !== 'epoch-seconds') return [`${where}: the check knows no timestamp as ${format}`]
  if (typeof value !== 'number') return [`${where}: is ${kindOf(value)}, no timestamp`]
  return Math.abs(value) > lastSecond ? [`${where}: ${value} is no timestamp in seconds`] : []
}
