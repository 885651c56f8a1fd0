// What the one comment of ours remembers of itself, unseen by people: a cache. Lost or forged, things are only said again, or once too little.

import type { CommitId } from '../model/id.ts'
import { COMMENT_MARKER } from '../report/comment.ts'

export interface Told {
  /** Whose words the comment shows: what a preview foresaw, or what the record says happened. */
  readonly by: 'preview' | 'record'
  /** Digest of the check run shown last, with the commit it stands on; null: none yet. */
  readonly check: string | null
  /** Numeric ids of those whose review was asked for at `head`. */
  readonly asked: readonly number[]
  readonly head: CommitId | null
  /** Keys of what was said once, in a line of its own. */
  readonly lines: readonly string[]
}

export const NOTHING_TOLD: Told = { by: 'preview', check: null, asked: [], head: null, lines: [] }

const OPENS = '<!-- daypass:told '
const CLOSES = ' -->'

/** So much fits beside the longest comment. */
const MOST_ASKED = 12
const MOST_LINES = 8

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && /^[a-z]+:\w{1,40}$/.test(one))
    : []

const numbersIn = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.filter((one): one is number => Number.isSafeInteger(one)) : []

const textIn = (value: unknown, shape: RegExp): string | null =>
  typeof value === 'string' && shape.test(value) ? value : null

/** Anything but what we write counts as nothing told. */
export function readTold(body: string): Told {
  const line = body.split('\n', 2)[1] ?? ''
  if (!line.startsWith(OPENS) || !line.endsWith(CLOSES)) return NOTHING_TOLD
  try {
    const value: unknown = JSON.parse(line.slice(OPENS.length, -CLOSES.length))
    const field = (name: string): unknown => Reflect.get(Object(value), name)
    return {
      by: field('by') === 'record' ? 'record' : 'preview',
      check: textIn(field('check'), /^[0-9a-f]{8,128}$/),
      asked: numbersIn(field('asked')),
      head: textIn(field('head'), /^[0-9a-f]{40,64}$/) as CommitId | null,
      lines: textsIn(field('lines')),
    }
  } catch {
    return NOTHING_TOLD // somebody edited the comment
  }
}

export function writeSticky(words: string, told: Told): string {
  const kept = { ...told, asked: told.asked.slice(-MOST_ASKED), lines: told.lines.slice(-MOST_LINES) }
  return words.replace(COMMENT_MARKER, () => `${COMMENT_MARKER}\n${OPENS}${JSON.stringify(kept)}${CLOSES}`)
}

/** The last line tells when it was looked, which alone is no reason to write again. */
const withoutFooter = (body: string): string => body.trimEnd().replace(/\n<sub>[^\n]*<\/sub>$/, '')

export const saysTheSame = (one: string, other: string): boolean => withoutFooter(one) === withoutFooter(other)
