// Whether lines of the record follow one another: each names the digest of the one before.

import { canonicalJson, digest } from '../model/canonical.ts'
import { type Digest, id } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Entry, RecordLine } from './record.ts'

export const CHAIN_START: Digest = id<'digest'>('0'.repeat(64))

/** The exact text of a line in the file, without its line end. */
export const writeLine = (line: RecordLine): string => canonicalJson(line)

export const lineDigest = (line: RecordLine): Digest => digest(writeLine(line))

/** The lines that put `entries` after the line whose digest is `last`. */
export function chainOn(last: Digest, entries: readonly Entry[], at: Instant, run: string): readonly RecordLine[] {
  const lines: RecordLine[] = []
  let prev = last
  for (const entry of entries) {
    const line: RecordLine = { v: 1, at, run, prev, entry }
    lines.push(line)
    prev = lineDigest(line)
  }
  return lines
}

/** `line` counts from 1: the first line that does not name the one before it. */
export type Chain = { readonly is: 'whole'; readonly last: Digest } | { readonly is: 'broken'; readonly line: number }

export function verifyChain(lines: readonly RecordLine[]): Chain {
  let last = CHAIN_START
  for (const [index, line] of lines.entries()) {
    if (line.prev !== last) return { is: 'broken', line: index + 1 }
    last = lineDigest(line)
  }
  return { is: 'whole', last }
}
