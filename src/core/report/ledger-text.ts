// What a check of the record tells: how many lines, from when to when, which runs never closed.

import { writeInstant } from '../model/time.ts'
import { jsonText, terminal } from './escape.ts'
import { unclosedRuns } from './fold.ts'
import type { LedgerRead } from './ledger.ts'
import type { Palette } from './palette.ts'
import { several } from './words.ts'

interface Checked {
  readonly lines: number
  readonly first: string | null
  readonly last: string | null
  readonly commit: string | null
  readonly digest: string
  readonly unclosed: readonly string[]
}

function checkedOf({ lines, commit, ledger }: LedgerRead): Checked {
  const [first, last] = [lines[0], lines.at(-1)]
  return {
    lines: lines.length,
    first: first === undefined ? null : writeInstant(first.at),
    last: last === undefined ? null : writeInstant(last.at),
    commit,
    digest: ledger.lastDigest,
    unclosed: unclosedRuns(lines),
  }
}

export function ledgerText(read: LedgerRead, palette: Palette): string {
  const { lines, first, last, digest, unclosed } = checkedOf(read)
  if (lines === 0) return palette.warn('There is no record yet.')
  const died = unclosed.slice(0, 10).map((run) => terminal(run, 80))
  return [
    palette.good(`✓ ${several(lines, 'line')}, each naming the one before it, from ${first} to ${last}`),
    `  the last one's digest is ${digest}: keep it elsewhere, and a record that was cut short cannot be passed off as whole`,
    ...(unclosed.length === 0
      ? [palette.good('✓ every run that opened it closed it')]
      : [palette.warn(`! opened and not closed: ${several(unclosed.length, 'run')} (${died.join(', ')})`)]),
  ].join('\n')
}

export const ledgerJson = (read: LedgerRead): string => jsonText({ whole: true, ...checkedOf(read) })
