// How two patterns of resources relate, so that it is true whichever way AWS reads their colons and what is left out.

import { contains, hasVariable, intersects, widest } from './wildcard.ts'

const FIELDS = 6

/** Five parts and the rest, as ARNs are divided; null for what is not written like an ARN. */
function parts(pattern: string): readonly string[] | null {
  const fields = pattern.split(':')
  return fields.length < FIELDS ? null : [...fields.slice(0, FIELDS - 1), fields.slice(FIELDS - 1).join(':')]
}

/**
 * Whether `outer` means everything that `inner` means; `true` is proof. Part by part, so that it is true whether or not a
 * wildcard reaches across colons. A policy variable means a text that is not known here: in the inner pattern any text,
 * in the outer one only itself.
 */
export function resourceHolds(outer: string, inner: string): boolean {
  if (outer === '*' || outer === inner) return true
  if (hasVariable(outer)) return false
  const [outerParts, innerParts] = [parts(outer), parts(widest(inner))]
  if (outerParts === null || innerParts === null) return false
  /* v8 ignore next -- @preserve: both have six parts. */
  return outerParts.every((part, index) => contains(part, innerParts[index] ?? ''))
}

/** An ARN that breaks off goes on with any text in the fields that are missing (IAM user guide, Resource element). */
function completed(pattern: string): string {
  const fields = pattern.split(':')
  return pattern.startsWith('arn:') && fields.length < FIELDS
    ? [...fields, ...Array.from({ length: FIELDS - fields.length }, () => '*')].join(':')
    : pattern
}

const readings = (pattern: string): readonly string[] => {
  const wide = widest(pattern)
  return [wide, completed(wide)]
}

/** Whether something could be meant by both; `false` is proof. */
export const resourcesMeet = (a: string, b: string): boolean =>
  readings(a).some((one) => readings(b).some((other) => intersects(one, other)))
