// Whether the tests notice when the code is wrong: `npm run mutation` spoils it in one place at a time and counts.

import { mkdir, readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { LogLevel } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { type Area, areas } from './mutation/areas.ts'
import { type Explained, idle, type Measured, percent, scoresOf, summed, survivorsOf, table } from './mutation/score.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** Kept between runs, so that the next one tries only what changed. */
const KEPT = 'coverage/mutation'
const LEAST = 85

const HELP = `Spoils src/core and the pure files of src/modes in one place at a time and tells what no test noticed.

  npm run mutation -- [--only <glob>]... [--again] [--json]

  --only <glob>   files or folders below the project, such as src/core/policy; may be repeated
  --again         tries every mutant, also where nothing changed since the last run
  --json          the result as JSON

Takes hours for everything and goes by area, the most dangerous first; an area's report is ${KEPT}/<area>.json.
Survivors that no test can notice are explained in test/mutation/survivors.json.
Ends 0 when at least ${LEAST} % were noticed and no explanation is idle, else 1.
`

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    again: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

const tell = (text: string): void => void process.stderr.write(`${text}\n`)

/** Part of an area has a file of its own: it says nothing of the rest. */
const nameOf = ({ name }: Area): string => `${name.replaceAll('/', '-')}${values.only === undefined ? '' : '.part'}`

async function measure(area: Area): Promise<Measured> {
  const report = `${KEPT}/${nameOf(area)}.json`
  await new Stryker({
    testRunner: 'in-process',
    plugins: [new URL('../../test/mutation/runner.ts', import.meta.url).href],
    mutate: [...area.files],
    testFiles: [...area.tests],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 2,
    incremental: true,
    incrementalFile: `${KEPT}/${nameOf(area)}.incremental.json`,
    force: values.again === true,
    tempDirName: 'coverage/stryker',
    ignorePatterns: ['dist', 'coverage'],
    // It would rewrite tsconfig.json by a call that TypeScript 7 no longer has.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    logLevel: 'error' as LogLevel,
    timeoutMS: 5_000,
    reporters: ['lines', 'json'],
    jsonReporter: { fileName: report },
    thresholds: { high: 100, low: LEAST, break: null },
  }).runMutationTest()
  const { files }: Measured = JSON.parse(await readFile(join(ROOT, report), 'utf8'))
  // A kept report tells of files, too, that were not asked for now.
  return { files: Object.fromEntries(Object.entries(files).filter(([file]) => area.files.includes(file))) }
}

async function main(): Promise<void> {
  if (values.help === true) return void process.stdout.write(HELP)
  const chosen = areas(ROOT, values.only ?? [])
  if (chosen.length === 0) {
    tell(`--only ${(values.only ?? []).join(' ')} means no file that is mutated.`)
    process.exitCode = 1
    return
  }
  setPriority(10)
  process.chdir(ROOT)
  await mkdir(KEPT, { recursive: true })
  const explanations: readonly Explained[] = JSON.parse(
    await readFile(join(ROOT, 'test/mutation/survivors.json'), 'utf8'),
  )
  let all: Measured = { files: {} }
  for (const area of chosen) {
    tell(`${area.name}: ${area.files.length} files …`)
    all = { files: { ...all.files, ...(await measure(area)).files } }
  }
  const survivors = survivorsOf(all, explanations)
  const scores = scoresOf(all, survivors)
  const useless = idle(explanations, all, survivors)
  if (values.json === true) process.stdout.write(`${JSON.stringify({ scores, survivors, idle: useless }, null, 2)}\n`)
  else {
    const open = survivors.filter(({ because }) => because === null)
    for (const { file, line, from, to, seen } of open)
      process.stdout.write(`${file}:${line}  ${from}  →  ${to}${seen ? '' : '  (no test runs it)'}\n`)
    process.stdout.write(`\n${table(scores)}\n`)
    for (const { file, from, to } of useless) process.stdout.write(`explains nothing: ${file}  ${from}  →  ${to}\n`)
  }
  const score = percent(summed(scores))
  if (score === null) tell('No mutant was tried: these files hold nothing but types and constants.')
  process.exitCode = score !== null && score >= LEAST && useless.length === 0 ? 0 : 1
}

try {
  await main()
} catch (error) {
  // Stryker has written already which test failed, or what else was wrong.
  tell(`Not measured: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
