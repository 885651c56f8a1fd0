// What a rule's pattern matches: anchored, whole-name globs and bounded regular expressions.

import { RE2JS, RE2JSException } from 're2js'
import type { Pattern } from '../model/pattern.ts'
import { expressionFault } from './expression-fault.ts'
import { contains, foldCase, hasVariable, hasWildcard, intersects, matches, widest } from './wildcard.ts'

/** `exact` for names, `either` for actions and whatever else AWS compares without regard to case. */
export type Letters = 'exact' | 'either'

export type PatternRead = { readonly pattern: Pattern } | { readonly problem: string }

const LONGEST_GLOB = 2048
const LONGEST_EXPRESSION = 200
/** Instructions of the compiled expression; matching takes at most this × the length of the name. */
const LARGEST_PROGRAM = 2000

interface Compiled {
  readonly exact: RE2JS
  readonly either: RE2JS
}

/** Beside the patterns, so that they stay plain data; an expression is compiled once. */
const compiled = new WeakMap<Pattern, Compiled>()

const bodyOf = (text: string): string => text.slice(1, -1)

function expressionOf(pattern: Pattern): Compiled {
  const body = bodyOf(pattern.text)
  const there = compiled.get(pattern) ?? {
    exact: RE2JS.compile(body),
    either: RE2JS.compile(body, RE2JS.CASE_INSENSITIVE),
  }
  compiled.set(pattern, there)
  return there
}

function readExpression(text: string): PatternRead {
  const body = bodyOf(text)
  if (body === '') return { problem: 'an empty regular expression matches nothing' }
  if (body.length > LONGEST_EXPRESSION)
    return { problem: `a regular expression has at most ${LONGEST_EXPRESSION} characters` }
  const pattern: Pattern = { is: 'expression', text }
  try {
    const { exact } = expressionOf(pattern)
    return exact.programSize() > LARGEST_PROGRAM ? { problem: 'the regular expression repeats too much' } : { pattern }
  } catch (error) {
    /* v8 ignore else -- @preserve: RE2 throws nothing else. */
    if (error instanceof RE2JSException) return { problem: `not a regular expression: ${error.message}` }
    throw error
  }
}

/** `/…/` is a regular expression (RE2 syntax), anything else a glob with `*` and `?`. Both mean the whole name. */
export function parsePattern(text: string): PatternRead {
  if (text === '') return { problem: 'an empty pattern matches nothing' }
  if (text.length > 1 && text.startsWith('/') && text.endsWith('/')) return readExpression(text)
  if (text.length > LONGEST_GLOB) return { problem: `a pattern has at most ${LONGEST_GLOB} characters` }
  return { pattern: { is: 'glob', text } }
}

const folded = (text: string, letters: Letters): string => (letters === 'either' ? foldCase(text) : text)

const foldedTexts = new WeakMap<Pattern, string>()

/** A pattern is laid over thousands of names. */
function textOf(pattern: Pattern, letters: Letters): string {
  if (letters === 'exact') return pattern.text
  const there = foldedTexts.get(pattern)
  if (there !== undefined) return there
  const text = foldCase(pattern.text)
  foldedTexts.set(pattern, text)
  return text
}

/** Whether the pattern means this name, in which nothing is a wildcard. */
export const matchesName = (pattern: Pattern, name: string, letters: Letters = 'exact'): boolean =>
  pattern.is === 'glob'
    ? matches(textOf(pattern, letters), folded(name, letters))
    : expressionOf(pattern)[letters].matches(name)

const isOpen = (requested: string): boolean => hasWildcard(requested) || hasVariable(requested)

/** For `deny` and `not`: whether anything that the requested action or ARN (wildcards, variables) means could match. */
export function couldMatch(pattern: Pattern, requested: string, letters: Letters = 'exact'): boolean {
  if (!isOpen(requested)) return matchesName(pattern, requested, letters)
  if (pattern.is === 'expression') return true
  return intersects(textOf(pattern, letters), folded(widest(requested), letters))
}

/** For everything that allows: whether all that the requested action or ARN means is certain to match. */
export function wholly(pattern: Pattern, requested: string, letters: Letters = 'exact'): boolean {
  if (!isOpen(requested)) return matchesName(pattern, requested, letters)
  if (pattern.is === 'expression') return false
  return contains(textOf(pattern, letters), folded(widest(requested), letters))
}

/**
 * Why the pattern can never match any name at all, or null. `charset` = the characters that such names have
 * (`/[\w+=,.@-]/`): a glob with another one is a slip. Doubts are left to whoever knows the names.
 */
export function neverMatches(pattern: Pattern, charset: RegExp = /./su): string | null {
  if (pattern.is === 'expression') return expressionFault(bodyOf(pattern.text))
  const odd = [...pattern.text].find((sign) => sign !== '*' && sign !== '?' && !charset.test(sign))
  return odd === undefined ? null : `no such name has the character ${JSON.stringify(odd)}`
}
