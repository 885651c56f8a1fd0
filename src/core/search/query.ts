// How a search is written: terms that must all fit, and at most one arrow between who and what.

import { nearest } from '../policy/nearest.ts'
import { isKey, KEYS, type KeyName } from './keys.ts'
import { type Comparison, readComparison } from './words.ts'

export interface Term {
  /** null: any field. */
  readonly key: KeyName | null
  readonly compared: Comparison
  readonly negated: boolean
}

export interface Query {
  readonly terms: readonly Term[]
  /** After the arrow: what is reached, by whom the terms before it mean; null: there is no arrow. */
  readonly reached: readonly Term[] | null
}

export type QueryRead =
  | { readonly query: Query }
  /** `at`: counted from 1. */
  | { readonly problem: string; readonly cure: string; readonly at: number }

const LONGEST = 1000
const MOST_TERMS = 20
const ARROWS = ['->', '→', '=>']

interface Token {
  readonly text: string
  readonly at: number
}

/** Blanks part terms, but not inside quotes or expressions. */
const TOKEN = /!?(?:[a-zA-Z]+:)?(?:"[^"]*"?|\/(?:\\.|[^/\\])*\/(?=\s|$)|\S+)/g

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKEN)].map((found) => ({ text: found[0], at: found.index + 1 }))

/** `arn:aws:…` is an ARN and no key. */
const keyIn = (text: string): string | null =>
  /^arn:aws/.test(text) ? null : (/^([a-zA-Z]+):/.exec(text)?.[1] ?? null)

function termOf({ text, at }: Token): { readonly term: Term } | Extract<QueryRead, { problem: string }> {
  const negated = text.startsWith('!')
  const body = negated ? text.slice(1) : text
  const word = keyIn(body)
  if (word !== null && !isKey(word) && /^[a-z]+$/.test(word)) {
    const [meant] = nearest(word, Object.keys(KEYS))
    // What looks like `s3:GetObject` or `sqs:queue` is meant as it stands.
    if (meant !== undefined)
      return { problem: `there is no ${word}: to search by`, cure: `Did you mean ${meant}: ? Or put it in quotes.`, at }
  }
  const key = word !== null && isKey(word) ? word : null
  const value = key === null ? body : body.slice(key.length + 1)
  if (value === '') return { problem: `${text} says nothing to search for`, cure: 'Add a word, or * for all.', at }
  if (value.startsWith('"') && (value.length === 1 || !value.endsWith('"')))
    return { problem: 'a quote is not closed', cure: 'Close it with ".', at }
  const read = readComparison(value)
  if ('problem' in read) return { problem: read.problem, cure: 'Make it simpler.', at }
  return { term: { key, compared: read.comparison, negated } }
}

export function readQuery(text: string): QueryRead {
  if (text.length > LONGEST)
    return { problem: `it has ${text.length} characters, and ${LONGEST} are read`, cure: 'Search for less.', at: 1 }
  const tokens = tokensOf(text)
  if (tokens.length === 0) return { problem: 'there is nothing to search for', cure: 'Write a word.', at: 1 }
  if (tokens.length > MOST_TERMS)
    return { problem: `it has ${tokens.length} terms, and ${MOST_TERMS} are read`, cure: 'Search for less.', at: 1 }
  const sides: Term[][] = [[]]
  for (const token of tokens) {
    if (ARROWS.includes(token.text)) {
      if (sides.length > 1)
        return { problem: 'there are two arrows', cure: 'Write who, one arrow, and what they reach.', at: token.at }
      sides.push([])
      continue
    }
    const read = termOf(token)
    if ('problem' in read) return read
    sides.at(-1)?.push(read.term)
  }
  const [terms = [], reached = null] = sides
  if (reached !== null && (terms.length === 0 || reached.length === 0))
    return {
      problem: 'the arrow has nothing on one of its sides',
      cure: 'Write for instance user:* -> orders, or * on the side that may be anything.',
      at: 1,
    }
  return { query: { terms, reached } }
}
