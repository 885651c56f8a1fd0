// What was found as rows: for eyes, for programs and for spreadsheets.

import { terminal } from '../report/escape.ts'
import type { Palette } from '../report/palette.ts'
import { arnOf, nameOf } from './entry.ts'
import type { Hit } from './find.ts'
import type { Path } from './reach.ts'

/** Column → text; every row has the same columns. */
export type Row = Readonly<Record<string, string>>

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

export const pathRow = ({ who, through, actions, conditional, what, why }: Path): Row => ({
  account: what.place,
  who: `${who.line.is === 'assignment' ? 'person' : who.line.is} ${nameOf(who.line)}`,
  through,
  actions: `${actions.join(' ')}${conditional ? ' (under conditions)' : ''}`,
  what: arnOf(what.line),
  why: why.join('; '),
})

/** RFC 4180. What a spreadsheet would take for a formula is put in quotes of its own (OWASP, CSV injection). */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n')
}

const WIDEST = 60

const short = (text: string): string => {
  const plain = terminal(text, 400)
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain
}

/** Columns that hold nothing in any row are left out; the reason stands on a line of its own. */
export function tableOf(rows: readonly Row[], palette: Palette): string {
  const columns = Object.keys(rows[0] ?? {}).filter(
    (column) => column !== 'why' && rows.some((row) => (row[column] ?? '') !== ''),
  )
  const cells = rows.map((row) =>
    columns.map((column) =>
      column === 'arn' || column === 'what' ? terminal(row[column] ?? '', 400) : short(row[column] ?? ''),
    ),
  )
  const widths = columns.map((column, at) => Math.max(column.length, ...cells.map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [
    palette.strong(line(columns)),
    ...rows.flatMap((row, at) => [line(cells[at] ?? []), palette.faint(`  ${terminal(row['why'] ?? '', 300)}`)]),
  ].join('\n')
}
