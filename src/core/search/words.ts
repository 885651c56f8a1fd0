// What one term of a search compares with: any part of a text, all of it, or a regular expression.

import { RE2JS, RE2JSException } from 're2js'

/** `word`, `"exact"` or `/expression/`: how a text is compared, and in which words that is told. */
export interface Comparison {
  /** As it was written. */
  readonly text: string
  readonly says: string
  /** Of lines of ASCII in lower case: false only where none of them fits. */
  couldFit(hay: string): boolean
  fits(candidate: string): boolean
}

export type ComparisonRead = { readonly comparison: Comparison } | { readonly problem: string }

const LONGEST = 200
const LARGEST_PROGRAM = 2000

const word = (text: string): Comparison => {
  const folded = text.toLowerCase()
  return {
    text,
    says: `contains ${text}`,
    couldFit: (hay) => hay.includes(folded),
    fits: (candidate) => candidate.toLowerCase().includes(folded),
  }
}

const exact = (text: string): Comparison => {
  const folded = text.toLowerCase()
  return {
    text: `"${text}"`,
    says: `is ${text}`,
    couldFit: (hay) => hay.includes(folded),
    fits: (candidate) => candidate.toLowerCase() === folded,
  }
}

/** Letters that whatever the expression fits must hold; none where an alternative could do without. */
function literalIn(body: string): string {
  const plain = body.replace(/\[[^\]]*\]|\([^)]*\)/g, '.')
  if (/[|()[\]\\]|[^\0-\x7f]/.test(plain)) return ''
  const runs = plain.split(/[.^$*+?{}]|[\s\S](?=[*?{])/).map((run) => run.replace(/^[\d,]+$/, ''))
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '').toLowerCase()
}

/** Many lines are passed over by one look; what anchors at the text itself or switches case is looked at field by field. */
function overlooking(body: string): Comparison['couldFit'] {
  if (/\(\?|\\[AzZQE]/.test(body)) return () => true
  const anywhere = RE2JS.compile(body, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
  const literal = literalIn(body)
  return (hay) => (literal === '' || hay.includes(literal)) && anywhere.test(hay)
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
        couldFit: overlooking(body),
        fits: (candidate) => compiled.test(candidate),
      },
    }
  } catch (error) {
    /* v8 ignore else -- @preserve: RE2JS throws nothing else, and what it does not say is not guessed */
    if (error instanceof RE2JSException) return { problem: `not a regular expression: ${error.message}` }
    throw error
  }
}

export function readComparison(text: string): ComparisonRead {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return { comparison: exact(text.slice(1, -1)) }
  if (text.length > 1 && text.startsWith('/') && text.endsWith('/')) return expression(text.slice(1, -1))
  return text.length > LONGEST ? { problem: `a word has at most ${LONGEST} characters` } : { comparison: word(text) }
}
