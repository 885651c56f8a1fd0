// What Daypass costs: `npm run bench` measures it on made-up data and the sandbox, and prints one table.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { center } from './bench/center.ts'
import { evidence } from './bench/evidence.ts'
import { fetching } from './bench/fetching.ts'
import { files } from './bench/files.ts'
import { install } from './bench/install.ts'
import { inventory } from './bench/inventory.ts'
import { loop } from './bench/loop.ts'
import { okta } from './bench/okta.ts'
import type { Bench, Built, Row } from './bench/row.ts'
import { sizes } from './bench/sizes.ts'
import { standing } from './bench/standing.ts'
import { start } from './bench/start.ts'
import { writes } from './bench/writes.ts'
import { bundle } from './bundle.ts'

const BENCHES = {
  sizes,
  start,
  files,
  writes,
  loop,
  evidence,
  fetching,
  standing,
  center,
  install,
  okta,
  inventory,
} as const satisfies Readonly<Record<string, Bench>>

type Name = keyof typeof BENCHES

const isName = (word: string): word is Name => Object.hasOwn(BENCHES, word)

async function built(folder: string): Promise<Built> {
  const { outputs } = await bundle(folder)
  return {
    folder,
    files: outputs.map(({ path, contents, packages }) => ({
      path,
      bytes: contents.length,
      packed: gzipSync(contents).length,
      packages,
    })),
  }
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, promise, kept }) => [
    what,
    measured,
    promise ?? '',
    promise === null ? '' : kept ? 'ok' : 'OVER',
  ])
  const titles = ['what', 'measured', 'promise', '']
  const width = (column: number, most: number): number =>
    Math.min(most, Math.max(...[titles, ...cells].map((row) => row[column]?.length ?? 0)))
  const widths = [width(0, 80), width(1, 60), width(2, 30), 4]
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(titles), line(widths.map((one) => '─'.repeat(one))), ...cells.map(line)].join('\n')
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true } } })
const unknown = (values.only ?? []).filter((name) => !isName(name))
if (unknown.length > 0) {
  process.stderr.write(`--only knows ${Object.keys(BENCHES).join(', ')}, not ${unknown.join(', ')}.\n`)
  process.exit(1)
}

const folder = await mkdtemp(join(tmpdir(), 'daypass-bench-'))
// Clones and reports that runs leave behind go with it.
process.env['TMPDIR'] = folder
const tell = (progress: string): void => void process.stderr.write(`${progress} …\n`)
try {
  tell('building')
  const made = await built(join(folder, 'dist'))
  const rows: Row[] = []
  for (const [name, bench] of Object.entries(BENCHES))
    if (values.only === undefined || values.only.includes(name))
      rows.push(...(await bench({ bundle: made, folder, tell })))
  process.stdout.write(`${values.json === true ? JSON.stringify(rows, null, 2) : table(rows)}\n`)
  process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
