// What a target of the fuzzer is: where its inputs come from, and what must hold for each of them.

import type fc from 'fast-check'

/** Counts that an oracle had something to judge: one whose premise never comes true proves nothing. */
export type Note = (premise: string) => void

/** An input is plain data: it is kept as JSON when it has failed once. */
export interface Target<Input> {
  readonly says: string
  /** How many inputs it gets of a whole run. */
  readonly runs: number
  /** Milliseconds that no input may take. */
  readonly longest: number
  readonly inputs: fc.Arbitrary<Input>
  /** Throws where something that must hold does not. */
  readonly check: (input: Input, note: Note) => void
}

/** Something that had to hold and did not. */
export class Broken extends Error {
  override name = 'Broken'
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 1500 ? `${text.slice(0, 1500)}…` : text
}

export function must(holds: boolean, law: string, ...seen: readonly unknown[]): asserts holds {
  if (!holds) throw new Broken([law, ...seen.map(shown)].join('\n  '))
}
