// What one term of a search compares with: any part of a text, all of it, or a regular expression.

import { RE2JS, RE2JSException } from 're2js'

/** `word`, `"exact"` or `/expression/`: how a text is compared, and in which words that is told. */
export interface Comparison {
  /** As it was written. */
  readonly text: string
  readonly says: string
  /** Lower-case letters that any text that fits must hold somewhere; empty: none are known. */
  readonly hint: string
  fits(candidate: string): boolean
}

export type ComparisonRead = { readonly comparison: Comparison } | { readonly problem: string }

const LONGEST = 200
const LARGEST_PROGRAM = 2000

/** What JSON writes otherwise than it is, so that a hint with it would not be found in a written line. */
const ESCAPED = /["\\\p{Cc}]/u

const hintOf = (text: string): string => (ESCAPED.test(text) ? '' : text.toLowerCase())

const word = (text: string): Comparison => {
  const folded = text.toLowerCase()
  return {
    text,
    says: `contains ${text}`,
    hint: hintOf(text),
    fits: (candidate) => candidate.toLowerCase().includes(folded),
  }
}

const exact = (text: string): Comparison => {
  const folded = text.toLowerCase()
  return {
    text: `"${text}"`,
    says: `is ${text}`,
    hint: hintOf(text),
    fits: (candidate) => candidate.toLowerCase() === folded,
  }
}

/** RE2: linear in the text, whatever the expression (github.com/google/re2). */
function expression(body: string): ComparisonRead {
  if (body === '') return { problem: 'an empty regular expression says nothing' }
  if (body.length > LONGEST) return { problem: `a regular expression has at most ${LONGEST} characters` }
  try {
    const compiled = RE2JS.compile(body, RE2JS.CASE_INSENSITIVE)
    if (compiled.programSize() > LARGEST_PROGRAM) return { problem: 'the regular expression repeats too much' }
    return {
      comparison: {
        text: `/${body}/`,
        says: `matches /${body}/`,
        hint: '',
        fits: (candidate) => compiled.test(candidate),
      },
    }
  } catch (error) {
    if (error instanceof RE2JSException) return { problem: `not a regular expression: ${error.message}` }
    throw error
  }
}

export function readComparison(text: string): ComparisonRead {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return { comparison: exact(text.slice(1, -1)) }
  if (text.length > 1 && text.startsWith('/') && text.endsWith('/')) return expression(text.slice(1, -1))
  return text.length > LONGEST ? { problem: `a word has at most ${LONGEST} characters` } : { comparison: word(text) }
}
