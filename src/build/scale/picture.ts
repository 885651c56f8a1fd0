// How the scale report looks: tables, and bars of where the time goes.

import type { Measured } from './ground.ts'

const BAR = 40

export function table(rows: readonly (readonly string[])[]): string {
  const [titles = [], ...rest] = rows
  const widths = titles.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const numbers = titles.map((_, column) => rest.every((row) => /^[\d., sMB—×]*$/.test(row[column] ?? '')))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (numbers[at] === true ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(titles), widths.map((one) => '─'.repeat(one)).join('  '), ...rest.map(line)].join('\n')
}

/** Phases of all jobs together, the longest a full bar. */
export function bars(jobs: readonly Measured[]): string {
  const took = new Map<string, number>()
  for (const { name, took: seconds } of jobs.flatMap(({ phases }) => phases))
    took.set(name, (took.get(name) ?? 0) + seconds)
  const longest = Math.max(...took.values())
  const width = Math.max(...[...took.keys()].map((name) => name.length))
  return [...took]
    .map(([name, seconds]) => {
      const bar = '█'.repeat(Math.round((seconds / longest) * BAR))
      return `  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(7)} s  ${bar}`
    })
    .join('\n')
}
