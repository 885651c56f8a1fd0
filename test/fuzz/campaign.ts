// A whole run: its inputs in parts of a few thousand, handed to a few threads until all are done or the time is up.

import { Worker } from 'node:worker_threads'
import type { Find, Slow } from './run.ts'
import { targetOf } from './targets.ts'
import type { Answer, Job } from './worker.ts'

export interface Tally {
  readonly target: string
  readonly inputs: number
  readonly milliseconds: number
  readonly slowest: Slow
  readonly noted: Readonly<Record<string, number>>
  readonly finds: readonly Find[]
}

const PART = 4000
const LARGEST_SEED = 2_147_483_647

/** The same seed gives the same parts, however many threads share them; targets take turns. */
export function jobsFor(runs: ReadonlyMap<string, number>, seed: number): readonly Job[] {
  const jobs = [...runs].flatMap(([target, all]) => {
    const parts = Math.ceil(all / PART)
    return Array.from({ length: parts }, (_, at) => ({
      turn: at / parts,
      job: { target, seed: (seed + at * 7919) % LARGEST_SEED, runs: Math.min(PART, all - at * PART), path: '' },
    }))
  })
  return jobs.toSorted((a, b) => a.turn - b.turn).map(({ job }) => job)
}

const EMPTY: Omit<Tally, 'target'> = {
  inputs: 0,
  milliseconds: 0,
  slowest: { milliseconds: 0, input: null },
  noted: {},
  finds: [],
}

/** Of finds that break one law the first is enough. */
const lawOf = ({ law }: Find): string => law.split('\n')[0] ?? ''

function added(tally: Tally, { part }: Extract<Answer, { is: 'part' }>): Tally {
  const noted = { ...tally.noted }
  for (const [premise, count] of Object.entries(part.noted)) noted[premise] = (noted[premise] ?? 0) + count
  const fresh = part.finds.filter((find) => !tally.finds.some((other) => lawOf(other) === lawOf(find)))
  return {
    target: tally.target,
    inputs: tally.inputs + part.inputs,
    milliseconds: tally.milliseconds + part.milliseconds,
    slowest: part.slowest.milliseconds > tally.slowest.milliseconds ? part.slowest : tally.slowest,
    noted,
    finds: [...tally.finds, ...fresh],
  }
}

export interface Campaign {
  readonly jobs: readonly Job[]
  readonly threads: number
  /** Milliseconds after which no further part begins. */
  readonly time: number
  readonly progress: (done: number) => void
  readonly found: (target: string, find: Find) => void
}

export async function campaign({ jobs, threads, time, progress, found }: Campaign): Promise<readonly Tally[]> {
  const tallies = new Map<string, Tally>()
  for (const { target } of jobs) tallies.set(target, { target, ...EMPTY })
  const waiting = [...jobs]
  const started = performance.now()
  const under = new Map<number, number>()
  let done = 0
  const tell = (): void => progress(done + [...under.values()].reduce((sum, one) => sum + one, 0))

  const work = (thread: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.ts', import.meta.url))
      const next = (): void => {
        const job = performance.now() - started > time ? undefined : waiting.shift()
        if (job === undefined) void worker.terminate().then(() => resolve(), reject)
        else worker.postMessage(job)
      }
      worker.on('error', reject)
      worker.on('message', (answer: Answer) => {
        if (answer.is === 'progress') under.set(thread, answer.done)
        else {
          const { target } = answer.job
          const before = tallies.get(target) ?? { target, ...EMPTY }
          const after = added(before, answer)
          for (const find of after.finds.slice(before.finds.length)) found(target, find)
          tallies.set(target, after)
          done += answer.part.inputs
          under.set(thread, 0)
          next()
        }
        tell()
      })
      next()
    })
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, (_, thread) => work(thread)))
  return [...tallies.values()]
}

/** Each target's share of so many inputs; null: what it gets of itself. */
export function shares(targets: readonly string[], runs: number | null): ReadonlyMap<string, number> {
  const all = targets.reduce((sum, name) => sum + targetOf(name).runs, 0)
  return new Map(
    targets.map((name) => {
      const own = targetOf(name).runs
      return [name, runs === null ? own : Math.ceil((runs * own) / all)]
    }),
  )
}
