// What was found as rows: for eyes, for programs and for spreadsheets.

import { terminal, visible } from '../report/escape.ts'
import type { Palette } from '../report/palette.ts'
import { arnOf, nameOf } from './entry.ts'
import type { Hit } from './find.ts'
import type { Path } from './reach.ts'

/** Column → text; every row has the same columns. */
export type Row = Readonly<Record<string, string>>

const textIn = (row: Row, column: string): string => row[column] ?? ''

const tagsIn = (line: Hit['entry']['line']): string =>
  'tags' in line
    ? Object.entries(line.tags)
        .map(([key, value]) => `${key}=${value}`)
        .join(' ')
    : ''

export const hitRow = ({ entry: { line, place }, why }: Hit): Row => ({
  account: place,
  kind: line.is === 'resource' ? line.type : line.is,
  name: nameOf(line),
  arn: arnOf(line),
  tags: tagsIn(line),
  why: why.join('; '),
})

const sortOf = (line: Path['who']['line']): string =>
  line.is !== 'assignment' ? line.is : line.principal === 'GROUP' ? 'people' : 'person'

export const pathRow = ({ who, through, actions, conditional, what, why }: Path): Row => ({
  account: what.place,
  who: `${sortOf(who.line)} ${nameOf(who.line)}`,
  through,
  actions: `${actions.join(' ')}${conditional ? ' (under conditions)' : ''}`,
  what: arnOf(what.line),
  why: why.join('; '),
})

/**
 * RFC 4180. What a spreadsheet would take for a formula is put in quotes of its own (OWASP, CSV injection), and no control
 * character is left: values are printed to terminals, too.
 */
function csvCell(text: string): string {
  const shown = visible(text)
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  return [columns, ...rows.map((row) => columns.map((column) => textIn(row, column)))]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n')
}

const WIDEST = 60

const short = (text: string): string => {
  const plain = terminal(text, 400)
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain
}

/** What is to be copied is shown whole. */
const shown = (row: Row, column: string): string =>
  column === 'arn' || column === 'what' ? terminal(textIn(row, column), 400) : short(textIn(row, column))

/** Columns that hold nothing in any row are left out; the reason stands on a line of its own. */
export function tableOf(rows: readonly Row[], palette: Palette): string {
  const columns = Object.keys(rows[0] ?? {})
    .filter((name) => name !== 'why' && rows.some((row) => textIn(row, name) !== ''))
    .map((name) => ({ name, width: Math.max(name.length, ...rows.map((row) => shown(row, name).length)) }))
  const line = (cellOf: (column: string) => string): string =>
    columns
      .map(({ name, width }) => cellOf(name).padEnd(width))
      .join('  ')
      .trimEnd()
  return [
    palette.strong(line((name) => name)),
    ...rows.flatMap((row) => [
      line((name) => shown(row, name)),
      palette.faint(`  ${terminal(textIn(row, 'why'), 300)}`),
    ]),
  ].join('\n')
}
