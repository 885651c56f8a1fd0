// What the words after `npm run scale --` mean.

import { parseArgs } from 'node:util'
import { EACH } from './asking.ts'
import { LATENCIES, latenciesOf, STARTING, THROTTLED_EVERY } from './assumptions.ts'
import type { Chosen } from './stage.ts'

export const CASES = ['giving', 'idle', 'budget', 'ending', 'refresh'] as const
export type CaseName = (typeof CASES)[number]

export type Choice =
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly says: string }
  | { readonly is: 'chosen'; readonly chosen: Chosen; readonly only: readonly CaseName[]; readonly json: boolean }

const ACCOUNTS = '1000'
const GRANTS = '10000'
/** People whom the company has; each of them has a user in every account. */
const PEOPLE = 300
const TEAMS = 20

export const HELP = `npm run scale -- [options]

What Daypass costs for many accounts and grants, from the sandbox, with latencies and throttling that are assumed and printed.

  --accounts <n>        accounts, a multiple of ${EACH}; usually ${ACCOUNTS}
  --grants <n>          grants, a multiple of ${EACH}; usually ${GRANTS}
  --only <case>         ${CASES.join(', ')}; may be repeated
  --latency <part=ms>   ${LATENCIES.map(({ part, milliseconds }) => `${part}=${milliseconds}`).join(',')}
  --throttle <n>        every n-th AWS call is throttled, 0 for none; usually ${THROTTLED_EVERY}
  --starting <seconds>  until a job of Actions runs our code; usually ${STARTING}
  --no-floor            leave out the same runs in a world that answers at once
  --json                print JSON on standard output
  --help                print this

A small one, in about a minute: npm run scale -- --accounts 20 --grants 100 --no-floor
`

const wrong = (says: string): Choice => ({ is: 'wrong', says })

const isCase = (word: string): word is CaseName => CASES.some((one) => one === word)

function wordsOf(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      accounts: { type: 'string', default: ACCOUNTS },
      grants: { type: 'string', default: GRANTS },
      only: { type: 'string', multiple: true, default: [...CASES] },
      latency: { type: 'string', multiple: true, default: [] },
      throttle: { type: 'string', default: String(THROTTLED_EVERY) },
      starting: { type: 'string', default: String(STARTING) },
      'no-floor': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values
}

/** null: no whole number from `least` on. */
const whole = (text: string, least: number): number | null =>
  /^\d{1,6}$/.test(text) && Number(text) >= least ? Number(text) : null

function chosenFrom(values: ReturnType<typeof wordsOf>): Choice {
  if (values.help) return { is: 'help' }
  const [accounts, grants] = [whole(values.accounts, EACH), whole(values.grants, EACH)]
  if (accounts === null || accounts % EACH !== 0)
    return wrong(`--accounts wants a multiple of ${EACH}, not ${values.accounts}.`)
  if (grants === null || grants % EACH !== 0)
    return wrong(`--grants wants a multiple of ${EACH}, not ${values.grants}.`)
  // More requests in a block of accounts than this would ask twice for the same person there.
  if (grants / accounts > 100) return wrong('--grants wants at most a hundred for each account.')
  const [throttle, starting] = [whole(values.throttle, 0), whole(values.starting, 0)]
  if (throttle === null || starting === null) return wrong('--throttle and --starting want whole numbers.')
  const unknown = values.only.filter((name) => !isCase(name))
  if (unknown.length > 0) return wrong(`--only knows ${CASES.join(', ')}, not ${unknown.join(', ')}.`)
  const latency = latenciesOf(values.latency)
  if (typeof latency === 'string') return wrong(latency)
  return {
    is: 'chosen',
    chosen: {
      size: { people: PEOPLE, accounts, teams: TEAMS },
      grants,
      weather: { latency, throttledEvery: throttle === 0 ? null : throttle },
      starting,
      floor: !values['no-floor'],
    },
    only: values.only.filter(isCase),
    json: values.json,
  }
}

/** Words that nobody knows are told as well. */
export function chosenOf(words: readonly string[]): Choice {
  try {
    return chosenFrom(wordsOf(words))
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}
