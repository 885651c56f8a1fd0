// Who holds what when, drawn: a Mermaid gantt for Markdown, bars for the terminal. Times are UTC.

import { type Instant, writeDuration, writeInstant } from '../model/time.ts'
import { plain, terminal } from './escape.ts'
import type { Live } from './story.ts'
import { day } from './words.ts'

/** More bars than this nobody reads, and GitHub does not draw. */
const MOST = 40

const order = (live: readonly Live[]): readonly Live[] =>
  live.toSorted(
    (a, b) =>
      compare(a.person, b.person) ||
      a.window.until - b.window.until ||
      compare(a.target, b.target) ||
      compare(a.says, b.says),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Mermaid has no escapes in a gantt's names: everything that could mean something there becomes a space. */
const named = (text: string): string =>
  plain(text, 60)
    .replace(/[^\p{L}\p{N} ._/-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim() || 'unnamed'

const stamp = (at: Instant): string => writeInstant(at).slice(0, 16)

/** A fenced Mermaid block; empty where nobody holds anything. */
export function renderGantt(live: readonly Live[], now: Instant): string {
  if (live.length === 0) return ''
  const shown = order(live).slice(0, MOST)
  const rows: string[] = []
  let person = ''
  for (const [at, { person: whose, target, says, window, ends }] of shown.entries()) {
    if (whose !== person) rows.push(`  section ${named(whose)}`)
    person = whose
    const state = ends === 'by itself' ? 'active' : 'crit'
    rows.push(`  ${named(`${says} in ${target}`)} :${state}, g${at}, ${stamp(window.from)}, ${stamp(window.until)}`)
  }
  const left = live.length - shown.length
  return [
    '```mermaid',
    'gantt',
    `  title Access that is live or to come (UTC)${left > 0 ? `, first ${MOST} shown` : ''}`,
    '  dateFormat YYYY-MM-DDTHH:mm',
    '  axisFormat %m-%d %H:%M',
    '  todayMarker off',
    `  now :milestone, now, ${stamp(now)}, 0m`,
    ...rows,
    '```',
  ].join('\n')
}

/** The same as text: `width` columns for the bars, `·` gone by, `█` left, `░` to come, `│` now. */
export function renderBars(live: readonly Live[], now: Instant, width: number): string {
  if (live.length === 0) return ''
  const sorted = order(live)
  const first = Math.min(now, ...sorted.map(({ window }) => window.from))
  const last = Math.max(now + 1, ...sorted.map(({ window }) => window.until))
  const columns = Math.max(10, Math.min(200, Math.floor(width)))
  const columnOf = (at: number): number => Math.min(columns - 1, Math.floor(((at - first) / (last - first)) * columns))
  const nowAt = columnOf(now)
  const bars = sorted.map(({ person, says, target, window }) => ({
    name: terminal(`${person}: ${says} in ${target}`, 48),
    window,
  }))
  const wide = Math.max(...bars.map(({ name }) => name.length))
  const rows = bars.map(({ name, window }) => {
    const [from, until] = [columnOf(window.from), Math.max(columnOf(window.from), columnOf(window.until - 1))]
    const drawn = Array.from({ length: columns }, (_, column) => {
      if (column >= from && column <= until) return window.from > now ? '░' : column < nowAt ? '·' : '█'
      return column === nowAt ? '│' : ' '
    }).join('')
    const left = window.until <= now ? 'over' : `${writeDuration(window.until - now)} left`
    return `${name.padEnd(wide)} ${drawn} ${left}`
  })
  const [from, until] = [writeInstant(first as Instant), writeInstant(last as Instant)]
  return [`${' '.repeat(wide)} ${from} to ${until}, now ${day(now)}`, ...rows]
    .map((row) => `${row.trimEnd()}\n`)
    .join('')
}
