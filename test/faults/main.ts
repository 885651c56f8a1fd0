// `npm run faults`: every story of test/scenarios under every mishap at every call, with a summary of what deviated.

import { hash } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readScenario, scenarioNames } from '../support/scenario/read.ts'
import { hasten } from './haste.ts'
import { type Case, type Tried, tellUnder } from './story.ts'

const HELP = `npm run faults -- [options]: every story of test/scenarios under every mishap at every call of its runs.

  --scenario NAME   this story only (may be given again)
  --only PATTERN    cases whose name the regular expression finds: 'fail-after', 'iam:', 'an hour fast', …
  --on WHAT         cases at calls that write (write), that only read (read), or of whole runs (run)
  --shard K/N       the K-th of N parts; the parts are alike, and together they are everything
  --within MINUTES  stops after so long; with --journal the next time goes on from there
  --journal FILE    a line of JSON for each case that was tried; those that stand there are not tried again
  --list            tells the cases, and tries none
  --json            the summary as JSON
  --help

Ends with 1 where something deviated.
`

interface Kept {
  readonly id: string
  readonly what: string
  readonly scenario: string
  readonly hit: boolean
  readonly wrong: readonly string[]
  readonly seconds: number
}

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', multiple: true },
    only: { type: 'string' },
    on: { type: 'string' },
    shard: { type: 'string', default: '1/1' },
    within: { type: 'string' },
    journal: { type: 'string' },
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function wrongly(says: string): never {
  process.stderr.write(`${says}\n\n${HELP}`)
  process.exit(64)
}

function shardOf(text: string): (id: string) => boolean {
  const [, part = '', parts = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const [k, n] = [Number(part), Number(parts)]
  if (!(k >= 1 && k <= n)) wrongly(`--shard ${text}: write 1/4`)
  return (id) => Number.parseInt(hash('sha256', id, 'hex').slice(0, 12), 16) % n === k - 1
}

function namesOf(wanted: readonly string[] | undefined): readonly string[] {
  const all = scenarioNames()
  const stranger = wanted?.find((name) => !all.includes(name))
  if (stranger !== undefined) wrongly(`there is no story ${stranger}`)
  return wanted ?? all
}

const keptIn = (file: string | undefined): readonly Kept[] =>
  file === undefined || !existsSync(file)
    ? []
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Kept => JSON.parse(line))

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (values.on !== undefined && !['write', 'read', 'run'].includes(values.on))
    wrongly(`--on ${values.on}: write, read or run`)
  const minutes = Number(values.within ?? Number.POSITIVE_INFINITY)
  if (!(minutes > 0)) wrongly(`--within ${values.within}: a number of minutes`)
  const mine = shardOf(values.shard)
  const pattern = new RegExp(values.only ?? '')
  const all: Kept[] = [...keptIn(values.journal)]
  const done = new Set(all.map(({ id }) => id))
  const wants = ({ id, on }: Case): boolean =>
    mine(id) && pattern.test(id) && (values.on === undefined || on === values.on)
  const [started, names] = [performance.now(), namesOf(values.scenario)]
  const elapsed = (): number => (performance.now() - started) / 1000
  let [calls, cases, runs, left] = [0, 0, 0, 0]
  const late = (): boolean => elapsed() > minutes * 60
  const tried = ({ case: one, hit, wrong, seconds }: Tried): void => {
    const kept: Kept = { id: one.id, what: one.what, scenario: one.scenario, hit, wrong, seconds }
    all.push(kept)
    if (values.journal !== undefined) appendFileSync(values.journal, `${JSON.stringify(kept)}\n`)
    if (wrong.length > 0)
      process.stderr.write(`\nDEVIATES  ${one.id}\n${wrong.map((line) => `  ${line}`).join('\n')}\n`)
    else if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${all.length} cases, ${one.id.slice(0, 100)}`)
  }
  for (const [index, name] of names.entries()) {
    if (late()) {
      left = names.length - index
      break
    }
    await tellUnder(readScenario(name), {
      wants: (one) => {
        if (!wants(one)) return false
        if (values.list) process.stdout.write(`${one.id}\n`)
        return !values.list && !done.has(one.id) && !late()
      },
      tried,
      met: (more, ofThem) => {
        runs += 1
        calls += more
        cases += ofThem
      },
      goesOn: () => true,
    })
    process.stderr.write(
      `${process.stderr.isTTY ? '\r\u001b[K' : ''}${index + 1}/${names.length} ${name}: ${all.length} cases tried, ${all.filter(({ wrong }) => wrong.length > 0).length} deviate, ${Math.round(elapsed())} s\n`,
    )
  }
  return summary(all, { runs, calls, cases, left, seconds: elapsed() })
}

interface Met {
  readonly runs: number
  readonly calls: number
  readonly cases: number
  /** Stories that time did not suffice for. */
  readonly left: number
  readonly seconds: number
}

function summary(all: readonly Kept[], met: Met): number {
  const wrong = all.filter((one) => one.wrong.length > 0)
  const kinds = [...Map.groupBy(all, ({ what }) => what)].map(([what, those]) => ({
    what,
    tried: those.length,
    hit: those.filter(({ hit }) => hit).length,
    deviate: those.filter((one) => one.wrong.length > 0).length,
    seconds: Math.round(those.reduce((sum, { seconds }) => sum + seconds, 0)),
  }))
  const hit = all.filter(({ hit: struck }) => struck).length
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify({ ...met, tried: all.length, hit, deviate: wrong.length, kinds, wrong }, null, 2)}\n`,
    )
    return wrong.length > 0 ? 1 : 0
  }
  const rows = kinds.map(
    (one) =>
      `${one.what.padEnd(58)} ${String(one.tried).padStart(6)} ${String(one.hit).padStart(6)} ${String(one.deviate).padStart(9)} ${String(one.seconds).padStart(7)} s`,
  )
  process.stdout.write(
    [
      `${'mishap'.padEnd(58)} ${'tried'.padStart(6)} ${'struck'.padStart(6)} ${'deviate'.padStart(9)} ${'took'.padStart(9)}`,
      ...rows,
      '',
      `${met.runs} runs of the stories with ${met.calls} calls: ${met.cases} cases in all; ${all.length} tried, ${hit} struck, ${wrong.length} deviate, ${Math.round(met.seconds)} s.`,
      ...(met.left > 0 ? [`Time was up: ${met.left} stories were not told.`] : []),
      ...wrong.map(({ id, wrong: why }) => `DEVIATES ${id}\n  ${why.slice(0, 3).join('\n  ')}`),
      '',
    ].join('\n'),
  )
  return wrong.length > 0 ? 1 : 0
}

const folder = mkdtempSync(join(tmpdir(), 'daypass-faults-'))
process.env['TMPDIR'] = folder
hasten()
try {
  process.exitCode = await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
