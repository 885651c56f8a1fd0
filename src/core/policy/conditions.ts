// Where a statement's conditions look at one key, and how one entry is set without ever becoming a list of alternatives.

import type { Conditions } from '../model/policy-document.ts'

export interface Entry {
  readonly operator: string
  /** As written; keys are compared without regard to case (IAM user guide, Condition element). */
  readonly key: string
  readonly values: readonly string[]
}

/** Every entry that looks at `key`, whatever its operator. */
export function entriesOn(conditions: Conditions, key: string): readonly Entry[] {
  const wanted = key.toLowerCase()
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([name]) => name.toLowerCase() === wanted)
      .map(([name, values]) => ({ operator, key: name, values })),
  )
}

/** The conditions with exactly one entry on `key` under `operator`: the given value. Entries of other operators stay. */
export function withEntry(conditions: Conditions, operator: string, key: string, value: string): Conditions {
  const wanted = key.toLowerCase()
  const others = Object.entries(conditions[operator] ?? {}).filter(([name]) => name.toLowerCase() !== wanted)
  return { ...conditions, [operator]: { ...Object.fromEntries(others), [key]: [value] } }
}
