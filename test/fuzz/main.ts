// `npm run fuzz`: more than a million inputs through what reads other people's text and what decides.

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { campaign, jobsFor, shares, type Tally } from './campaign.ts'
import { runPart } from './run.ts'
import { TARGETS, targetOf } from './targets.ts'
import { progressOn, tableOf, tellFind } from './telling.ts'

const NAMES = Object.keys(TARGETS)
const ALL = NAMES.reduce((sum, name) => sum + targetOf(name).runs, 0)

const HELP = `npm run fuzz -- [options]

Puts ${ALL} inputs through: ${NAMES.map((name) => `${name} (${targetOf(name).says})`).join(', ')}.
Ends with 1 if anything was found; each find is shown with the command that shows it again.

  --runs n       inputs in all, shared by the targets (default ${ALL})
  --only target  one target; may be said several times
  --seed n       the same inputs again (default: the clock)
  --path p       of a find: only that input; with --only and --seed
  --minutes n    begin nothing further after so many minutes
  --threads n    how many at a time (default: the machine's processors)
  --json         results as JSON on standard output
  --help         this text
`

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    only: { type: 'string', multiple: true },
    seed: { type: 'string' },
    path: { type: 'string' },
    minutes: { type: 'string' },
    threads: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

function refuse(because: string): never {
  process.stderr.write(`${because}\n`)
  process.exit(2)
}

function numberOf(word: 'runs' | 'seed' | 'minutes' | 'threads', otherwise: number): number {
  const said = values[word]
  if (said === undefined) return otherwise
  const number = Number(said)
  const whole = word === 'minutes' || Number.isSafeInteger(number)
  if (!whole || !(number > 0)) refuse(`--${word} takes a number above zero, not ${said}.`)
  return number
}

function tell(tallies: readonly Tally[], seed: number): void {
  const found = tallies.some(({ finds }) => finds.length > 0)
  process.stdout.write(values.json === true ? `${JSON.stringify({ seed, tallies }, null, 2)}\n` : tableOf(tallies))
  process.exitCode = found ? 1 : 0
}

async function main(): Promise<void> {
  if (values.help === true) return void process.stdout.write(HELP)
  const targets = values.only ?? NAMES
  const [unknown] = targets.filter((name) => !NAMES.includes(name))
  if (unknown !== undefined) refuse(`--only knows ${NAMES.join(', ')}, not ${unknown}.`)
  const seed = numberOf('seed', (Date.now() % 2_147_483_646) + 1)
  const [first = '', second] = targets
  if (values.path !== undefined) {
    if (second !== undefined || values.seed === undefined) refuse('--path needs one --only and the --seed of the find.')
    const part = runPart(targetOf(first), { seed, runs: 1, path: values.path }, () => undefined)
    for (const find of part.finds) process.stderr.write(tellFind(first, find))
    return tell([{ target: first, ...part }], seed)
  }
  const jobs = jobsFor(shares(targets, values.runs === undefined ? null : numberOf('runs', ALL)), seed)
  const all = jobs.reduce((sum, { runs }) => sum + runs, 0)
  process.stderr.write(`${all} inputs, seed ${seed}\n`)
  const tallies = await campaign({
    jobs,
    threads: numberOf('threads', availableParallelism()),
    time: values.minutes === undefined ? Number.POSITIVE_INFINITY : numberOf('minutes', 1) * 60_000,
    progress: progressOn(process.stderr, all),
    found: (target, find) => void process.stderr.write(`\n${tellFind(target, find)}`),
  })
  if (process.stderr.isTTY === true) process.stderr.write('\n')
  tell(tallies, seed)
}

await main()
