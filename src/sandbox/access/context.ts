// What is known about a request when policies are judged: condition keys and their values, and policy variables.

import { asLiteral } from './glob.ts'

/** By condition key in lower case; a missing entry is a key that the request does not carry. */
export type Context = Readonly<Record<string, string | readonly string[]>>

/** Keys in any case; later sources win. */
export const contextOf = (...sources: readonly Context[]): Context =>
  Object.fromEntries(
    sources.flatMap((source) => Object.entries(source).map(([key, value]) => [key.toLowerCase(), value])),
  )

export const valuesOf = (context: Context, key: string): readonly string[] | undefined => {
  const found = Object.hasOwn(context, key.toLowerCase()) ? context[key.toLowerCase()] : undefined
  return found === undefined || typeof found !== 'string' ? found : [found]
}

const specials: Readonly<Record<string, string>> = { '*': asLiteral('*'), '?': asLiteral('?'), $: asLiteral('$') }

/**
 * Fills in `${aws:username}`, `${key, 'otherwise'}`, `${*}`, `${?}`, `${$}`. Null where a variable has no single value:
 * then what holds it matches nothing. Values stay literal: a * in a tag is no wildcard.
 * Source: AWS IAM user guide, "IAM policy elements: Variables and tags".
 */
export const filledIn = (text: string, context: Context): string | null => {
  let missing = false
  const filled = text.replace(/\$\{([^}]*)\}/g, (_whole, inside: string) => {
    const special = specials[inside]
    if (special !== undefined) return special
    const [, key = inside, otherwise] = /^\s*([^,]+?)\s*(?:,\s*'([^']*)')?\s*$/.exec(inside) ?? []
    const values = valuesOf(context, key)
    const value = values?.length === 1 ? values[0] : otherwise
    if (value === undefined) missing = true
    return asLiteral(value ?? '')
  })
  return missing ? null : filled
}
