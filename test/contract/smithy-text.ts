// Whether a text is what a simple Smithy shape allows: its type, length, pattern, range, enum.

import type { Shape } from './smithy.ts'
import { at, textAt } from './specs.ts'

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  long: /^-?\d+$/,
  boolean: /^(true|false)$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  blob: /^[A-Za-z0-9+/]*={0,2}$/,
}

/** Some patterns are written for engines that know no Unicode mode. */
function patternOf(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch (error) {
    if (error instanceof SyntaxError) return new RegExp(source)
    throw error
  }
}

const bound = (shape: Shape, trait: string, end: 'min' | 'max'): number | null => {
  const found = at(shape.traits, trait, end)
  return typeof found === 'number' ? found : null
}

function outside(shape: Shape, trait: string, value: number): string | null {
  const [min, max] = [bound(shape, trait, 'min'), bound(shape, trait, 'max')]
  if (min !== null && value < min) return `is ${value}, less than ${min}`
  return max !== null && value > max ? `is ${value}, more than ${max}` : null
}

const valuesOf = (shape: Shape): readonly string[] =>
  [...shape.members].map(([name, { traits }]) => textAt(traits, 'smithy.api#enumValue') ?? name)

/** Faults of a text. Lengths count characters, not UTF-16 units (Smithy, `length`). */
export function textFaults(shape: Shape, text: string, where: string): readonly string[] {
  const form = forms[shape.type]
  if (form !== undefined && !form.test(text)) return [`${where}: "${text}" is no ${shape.type}`]
  const faults: (string | null)[] = []
  if (shape.type === 'integer' || shape.type === 'long') faults.push(outside(shape, 'smithy.api#range', Number(text)))
  if (shape.type === 'enum' && !valuesOf(shape).includes(text))
    faults.push(`"${text}" is none of ${valuesOf(shape).join(', ')}`)
  if (shape.type === 'string') {
    const length = outside(shape, 'smithy.api#length', [...text].length)
    const pattern = textAt(shape.traits, 'smithy.api#pattern')
    faults.push(length === null ? null : `its length ${length}`)
    if (pattern !== null && !patternOf(pattern).test(text))
      faults.push(`"${text.slice(0, 80)}" does not match ${pattern}`)
  }
  return faults.flatMap((fault) => (fault === null ? [] : [`${where}: ${fault}`]))
}

/** Faults of a list's length. */
export function countFaults(shape: Shape, count: number, where: string): readonly string[] {
  const fault = outside(shape, 'smithy.api#length', count)
  return fault === null ? [] : [`${where}: its length ${fault}`]
}
