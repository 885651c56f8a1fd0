// Which entries a search means, and why each of them.

import { type Entry, fieldsOf } from './entry.ts'
import { KEYS } from './keys.ts'
import type { Query, Term } from './query.ts'

export interface Hit {
  readonly entry: Entry
  /** One reason for each term. */
  readonly why: readonly string[]
}

/** A word on its own: the first field that it fits. */
function anyField(entry: Entry, { compared }: Term): string | null {
  if (compared.text === '*') return 'it is there'
  const found = fieldsOf(entry).find(([, text]) => compared.fits(text))
  return found === undefined ? null : `${found[0]} ${compared.says}`
}

/** Tags are compared in two parts, each in a way of its own. */
const couldFit = ({ hay, plain }: Entry, { compared, key }: Term): boolean =>
  compared.text === '*' || key === 'tag' || !plain || compared.couldFit(hay)

function reasonFor(entry: Entry, term: Term): string | null {
  const found = !couldFit(entry, term)
    ? null
    : term.key === null
      ? anyField(entry, term)
      : KEYS[term.key].test(entry, term.compared)
  if (!term.negated) return found
  return found === null ? `not ${term.key === null ? '' : `${term.key}:`}${term.compared.text}` : null
}

/** null: one of the terms does not fit. */
export function reasonsFor(entry: Entry, terms: readonly Term[]): readonly string[] | null {
  const why: string[] = []
  for (const term of terms) {
    const reason = reasonFor(entry, term)
    if (reason === null) return null
    why.push(reason)
  }
  return why
}

export const findAll = (entries: readonly Entry[], { terms }: Pick<Query, 'terms'>): readonly Hit[] =>
  entries.flatMap((entry): readonly Hit[] => {
    const why = reasonsFor(entry, terms)
    return why === null ? [] : [{ entry, why }]
  })
