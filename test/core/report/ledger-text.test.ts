// What a check of the record tells.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { CHAIN_START, chainOn } from '../../../src/core/report/chain.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { LedgerRead } from '../../../src/core/report/ledger.ts'
import { ledgerJson, ledgerText } from '../../../src/core/report/ledger-text.ts'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import type { Entry, RecordLine } from '../../../src/core/report/record.ts'
import { at, ENTRIES } from './entries.ts'

const { opened, granted, closed } = ENTRIES

const run = (before: readonly RecordLine[], name: string, hour: number, ...entries: readonly Entry[]) => [
  ...before,
  ...chainOn(foldLines(before).lastDigest, entries, at(hour), name),
]

const read = (lines: readonly RecordLine[]): LedgerRead => ({
  ledger: foldLines(lines),
  lines,
  commit: id<'commit'>('c'.repeat(40)),
})

const WHOLE = run([], 'first', 8, opened, granted, closed)
const DIED = Array.from({ length: 11 }, (_, index) => `run ${index}`).reduce(
  (lines, name) => run(lines, name, 9, opened),
  WHOLE,
)

describe('a check of the record', () => {
  it('tells how much there is, from when to when, and what to keep elsewhere', () =>
    expect(ledgerText(read(WHOLE), PLAIN)).toBe(
      [
        '✓ 3 lines, each naming the one before it, from 2026-11-22T08:00:00Z to 2026-11-22T08:00:00Z',
        `  the last one's digest is ${foldLines(WHOLE).lastDigest}: keep it elsewhere, and a record that was cut short cannot be passed off as whole`,
        '✓ every run that opened it closed it',
      ].join('\n'),
    ))

  it('gives the name of a run no power over the terminal', () =>
    expect(ledgerText(read(run([], '1\u001b[2J\n✓ all is well', 8, opened)), PLAIN).split('\n')[2]).toBe(
      '! opened and not closed: 1 run (1‹U+001B›[2J ✓ all is well)',
    ))

  it('names ten of the runs that died', () => {
    const text = ledgerText(read(DIED), COLOURED).split('\n')
    expect(text[0]).toBe(
      '\u001b[32m✓ 14 lines, each naming the one before it, from 2026-11-22T08:00:00Z to 2026-11-22T09:00:00Z\u001b[0m',
    )
    expect(text[2]).toBe(
      '\u001b[33m! opened and not closed: 11 runs (run 0, run 1, run 2, run 3, run 4, run 5, run 6, run 7, run 8, run 9)\u001b[0m',
    )
  })

  it('says where there is none', () => {
    expect(ledgerText(read([]), COLOURED)).toBe('\u001b[33mThere is no record yet.\u001b[0m')
    expect(JSON.parse(ledgerJson({ ...read([]), commit: null }))).toEqual({
      whole: true,
      lines: 0,
      first: null,
      last: null,
      commit: null,
      digest: CHAIN_START,
      unclosed: [],
    })
  })

  it('tells programs the same', () =>
    expect(JSON.parse(ledgerJson(read(run(WHOLE, 'died', 9, opened))))).toEqual({
      whole: true,
      lines: 4,
      first: '2026-11-22T08:00:00Z',
      last: '2026-11-22T09:00:00Z',
      commit: 'c'.repeat(40),
      digest: foldLines(run(WHOLE, 'died', 9, opened)).lastDigest,
      unclosed: ['died'],
    }))
})

describe('colours', () => {
  it('are those of every terminal, and end with the text', () =>
    expect(
      ['bad', 'warn', 'good', 'strong', 'faint'].map((name) => COLOURED[name as keyof typeof COLOURED]('x')),
    ).toEqual([
      '\u001b[1;31mx\u001b[0m',
      '\u001b[33mx\u001b[0m',
      '\u001b[32mx\u001b[0m',
      '\u001b[1mx\u001b[0m',
      '\u001b[2mx\u001b[0m',
    ]))
})
