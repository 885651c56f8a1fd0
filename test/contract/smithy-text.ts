// Whether a text is what a simple Smithy shape allows: its type, length, pattern, range, enum.

import type { Shape } from './smithy.ts'
import { patternOf } from './smithy-pattern.ts'
import { at, listAt, textAt } from './specs.ts'

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  long: /^-?\d+$/,
  boolean: /^(true|false)$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  blob: /^[A-Za-z0-9+/]*={0,2}$/,
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

/** Those of an enum, or of a string that is one by its trait; of any other text none. */
function valuesOf({ type, members, traits }: Shape): readonly string[] {
  if (type === 'enum')
    return [...members].map(([name, member]) => textAt(member.traits, 'smithy.api#enumValue') ?? name)
  return listAt(traits, 'smithy.api#enum').flatMap((one) => textAt(one, 'value') ?? [])
}

/** Faults of a text. Lengths count characters, not UTF-16 units (Smithy, `length`). */
export function textFaults(shape: Shape, text: string, where: string): readonly string[] {
  const form = forms[shape.type]
  if (form !== undefined && !form.test(text)) return [`${where}: "${text}" is no ${shape.type}`]
  const faults: (string | null)[] = []
  if (shape.type === 'integer' || shape.type === 'long') faults.push(outside(shape, 'smithy.api#range', Number(text)))
  const values = valuesOf(shape)
  if (values.length > 0 && !values.includes(text)) faults.push(`"${text}" is none of ${values.join(', ')}`)
  if (shape.type === 'string') {
    const length = outside(shape, 'smithy.api#length', [...text].length)
    const pattern = textAt(shape.traits, 'smithy.api#pattern')
    faults.push(length === null ? null : `its length ${length}`)
    if (pattern !== null && !patternOf(pattern).test(text))
      faults.push(`"${text.slice(0, 80)}" does not match ${pattern}`)
  }
  return faults.flatMap((fault) => (fault === null ? [] : [`${where}: ${fault}`]))
}

/** Faults of a list's or a map's length. */
export function countFaults(shape: Shape, count: number, where: string): readonly string[] {
  const fault = outside(shape, 'smithy.api#length', count)
  return fault === null ? [] : [`${where}: its length ${fault}`]
}
