// How a run is told: a bar while it lasts, what was found at once, and one table at its end.

import type { Tally } from './campaign.ts'
import type { Find } from './run.ts'
import { targetOf } from './targets.ts'

const spaced = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ')

const short = (value: unknown, length: number): string => {
  const text = JSON.stringify(value) ?? ''
  return text.length > length ? `${text.slice(0, length)}…` : text
}

/** A bar on a terminal; elsewhere a line each time another tenth is done. */
export function progressOn(stream: NodeJS.WriteStream, all: number): (done: number) => void {
  const started = performance.now()
  let told = 0
  return (done) => {
    const part = Math.min(1, done / Math.max(1, all))
    const left = part === 0 ? '' : ` · ${Math.ceil(((performance.now() - started) * (1 / part - 1)) / 1000)} s left`
    if (stream.isTTY === true) {
      const full = Math.round(part * 30)
      stream.write(
        `\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(30 - full)} ${spaced(done)} of ${spaced(all)} inputs${left}`,
      )
      return
    }
    const tenth = Math.floor(part * 10)
    if (tenth <= told) return
    told = tenth
    stream.write(`${spaced(done)} of ${spaced(all)} inputs${left}\n`)
  }
}

export const tellFind = (target: string, { law, input, seed, path }: Find): string =>
  [
    `FOUND in the ${targetOf(target).says}: ${law}`,
    `  smallest input: ${JSON.stringify(input)}`,
    `  see it again:   npm run fuzz -- --only ${target} --seed ${seed} --path ${path}`,
    `  keep it:        as JSON in test/fuzz/seeds/${target}/<what-it-is>.json`,
    '',
  ].join('\n')

const TITLES = ['target', 'inputs', 'seconds', 'inputs/s', 'slowest', 'finds', 'slowest input']

function rowOf({ target, inputs, milliseconds, slowest, finds }: Tally): readonly string[] {
  return [
    targetOf(target).says,
    spaced(inputs),
    (milliseconds / 1000).toFixed(1),
    spaced(inputs / Math.max(0.001, milliseconds / 1000)),
    `${slowest.milliseconds.toFixed(1)} ms`,
    String(finds.length),
    short(slowest.input, 60),
  ]
}

export function tableOf(tallies: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0)
  const [inputs, milliseconds] = [sum((one) => one.inputs), sum((one) => one.milliseconds)]
  const total = ['all', spaced(inputs), (milliseconds / 1000).toFixed(1), spaced(inputs / (milliseconds / 1000)), '', String(sum((one) => one.finds.length)), ''] // biome-ignore format: one line
  const rows = [TITLES, ...tallies.map(rowOf), total]
  const widths = TITLES.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 || at === 6 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  const premises = tallies.map(
    ({ target, noted }) =>
      `${targetOf(target).says}: ${Object.entries(noted)
        .map(([premise, count]) => `${premise} ${spaced(count)}`)
        .join(', ')}`,
  )
  return [...rows.map(line), '', 'How often there was something to judge:', ...premises, ''].join('\n')
}
