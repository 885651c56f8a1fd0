// A story under everything that can befall it: told once as it is, and each of its runs tried with every mishap.

import type { Scenario, Step } from '../support/scenario/read.ts'
import { openStage, type Stage } from '../support/scenario/stage.ts'
import { tellStep } from '../support/scenario/story.ts'
import { type Ground, groundOf, type Job, run } from './ground.ts'
import { type CallOf, type Hardship, hardshipsOf, nameOf } from './hardships.ts'
import { backTo, type Moment, momentOf } from './moment.ts'
import { type Orders, ordersOf, otherThan, tryMeanwhile, tryMishap } from './trial.ts'
import { type Story, tryWeather, weatherFor } from './weather.ts'
import { tryWeek } from './week.ts'

export interface Case {
  /** `a-policy-is-given-and-ends, step 3 (apply): fail-after at iam:CreatePolicy in 111122223333 (1)`. */
  readonly id: string
  readonly scenario: string
  readonly what: string
  /** What it befalls: a call that writes, one that only reads, or the whole run. */
  readonly on: 'write' | 'read' | 'run'
}

export interface Tried {
  readonly case: Case
  /** False: the call did not come this time, so nothing could befall it. */
  readonly hit: boolean
  readonly wrong: readonly string[]
  readonly seconds: number
}

/** Seconds after which a case is given up, by a clock that nobody hastens: everything waits for far less. */
const PATIENCE = 120

class NeverEnded extends Error {}

function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const started = performance.now()
  const watch = setInterval(() => {
    if (performance.now() - started > PATIENCE * 1000)
      late.reject(new NeverEnded(`it did not end within ${PATIENCE} s`))
  }, 1000)
  return Promise.race([work, late.promise]).finally(() => clearInterval(watch))
}

type Work = {
  readonly case: Case
  readonly attempt: () => Promise<{ readonly hit: boolean; readonly wrong: readonly string[] }>
}

const isJob = (word: string): word is Job => word === 'apply' || word === 'expire'

/** Words that neither ask for anything nor change the world by hand. */
const QUIET = new Set(['clock', 'apply', 'expire', 'exits', 'tells', 'tells not', 'may', 'may not'])

/** Goes on with the story as long as it is quiet. */
async function waitingIn({ stage, after }: Ground, next: readonly Step[]): Promise<readonly Moment[]> {
  backTo(stage, after.moment)
  const loud = next.findIndex(({ word }) => !QUIET.has(word))
  const moments: Moment[] = []
  for (const step of loud < 0 ? next : next.slice(0, loud)) {
    if (isJob(step.word)) await run(stage, step.word)
    else if (step.word === 'clock') await tellStep(stage, step)
    moments.push(momentOf(stage))
  }
  return moments
}

function worksOf(ground: Ground, scenario: string, story: Story): readonly Work[] {
  const at = `${scenario}, step ${ground.step} (${ground.job})`
  const onCall = (call: CallOf, what: string, attempt: Work['attempt']): Work => ({
    case: { id: `${at}: ${what} at ${nameOf(call)}`, scenario, what, on: call.writes ? 'write' : 'read' },
    attempt,
  })
  let orders: Promise<Orders> | null = null
  const ordersOnce = (): Promise<Orders> => {
    orders ??= ordersOf(ground)
    return orders
  }
  const mishap = (call: CallOf, hardship: Hardship): Work =>
    onCall(call, hardship, () => tryMishap(ground, call, hardship))
  const meanwhile = (call: CallOf): Work =>
    onCall(call, `${otherThan(ground.job)} meanwhile`, async () => tryMeanwhile(ground, call, await ordersOnce()))
  return [
    ...ground.calls.flatMap((call) => [...hardshipsOf(call).map((name) => mishap(call, name)), meanwhile(call)]),
    ...weatherFor(ground.job).map(
      (what): Work => ({
        case: { id: `${at}: ${what}`, scenario, what, on: 'run' },
        attempt: async () => ({ hit: true, wrong: await tryWeather(ground, what, story) }),
      }),
    ),
    ...(ground.job === 'apply'
      ? [
          {
            case: {
              id: `${at}: the schedule is dead for a week`,
              scenario,
              what: 'the schedule is dead for a week',
              on: 'run' as const,
            },
            attempt: async () => ({ hit: true, wrong: await tryWeek(ground) }),
          },
        ]
      : []),
  ]
}

export interface Telling {
  /** Which cases are tried. */
  readonly wants: (one: Case) => boolean
  readonly tried: (one: Tried) => void
  /** Of every run: its number of calls, and how many cases it has. */
  readonly met: (calls: number, cases: number) => void
  /** Whether what follows in the story is still of use. */
  readonly goesOn: () => boolean
}

async function runUnder(stage: Stage, number: number, job: Job, past: Moment[], telling: Telling): Promise<void> {
  const ground = await groundOf(stage, job, number)
  past.push(ground.before, ground.after.moment)
  const waiting = (): Promise<readonly Moment[]> => waitingIn(ground, stage.scenario.story.slice(number))
  const works = worksOf(ground, stage.scenario.name, { past, waiting })
  telling.met(ground.calls.length, works.length)
  for (const { case: one, attempt } of works) {
    if (!telling.wants(one)) continue
    const started = performance.now()
    const { hit, wrong } = await inTime(attempt()).catch((error: unknown) => {
      telling.tried({ case: one, hit: true, wrong: [String(error)], seconds: PATIENCE })
      // What it left under way would disturb whatever came next.
      throw error
    })
    telling.tried({ case: one, hit, wrong, seconds: (performance.now() - started) / 1000 })
  }
  backTo(stage, ground.after.moment)
}

/** Runs that a story makes fail by itself are told as they are: they have their mishap already. */
export async function tellUnder(scenario: Scenario, telling: Telling): Promise<void> {
  const stage = await openStage(scenario)
  const past: Moment[] = []
  try {
    for (const [index, step] of scenario.story.entries()) {
      if (!telling.goesOn()) return
      if (isJob(step.word) && stage.faulty === 'no') await runUnder(stage, index + 1, step.word, past, telling)
      else await tellStep(stage, step)
    }
  } finally {
    await stage.company.sandbox.close()
  }
}
