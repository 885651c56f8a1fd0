// Puts many inputs through one target, and says what was found, what was slow and what was judged at all.

import fc from 'fast-check'
import type { Target } from './target.ts'

export interface Find {
  readonly law: string
  /** The smallest input found that breaks it. */
  readonly input: unknown
  readonly seed: number
  /** With the seed, all that it takes to see it again. */
  readonly path: string
}

export interface Slow {
  readonly milliseconds: number
  readonly input: unknown
}

export interface Part {
  readonly inputs: number
  readonly milliseconds: number
  readonly finds: readonly Find[]
  readonly slowest: Slow
  /** Premise → how often it came true. */
  readonly noted: Readonly<Record<string, number>>
}

export interface Order {
  readonly seed: number
  readonly runs: number
  /** Of a find: only that input is looked at. */
  readonly path: string
}

const timed = (work: () => void): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** A pause of the machine is no fault of the input: what is slower than any before must be so three times. */
export function checkInTime<Input>(
  target: Target<Input>,
  input: Input,
  note: (premise: string) => void,
  slowest = target.longest,
): number {
  let best = timed(() => target.check(input, note))
  for (let again = 0; again < 2 && best > slowest; again++)
    best = Math.min(
      best,
      timed(() => target.check(input, () => undefined)),
    )
  if (best > target.longest) throw new Error(`takes ${Math.round(best)} ms, and ${target.longest} are allowed`)
  return best
}

export function runPart<Input>(target: Target<Input>, order: Order, progress: (done: number) => void): Part {
  const noted: Record<string, number> = {}
  const note = (premise: string): void => {
    noted[premise] = (noted[premise] ?? 0) + 1
  }
  let slowest: Slow = { milliseconds: 0, input: null }
  let done = 0
  const started = performance.now()
  const property = fc.property(target.inputs, (input) => {
    const milliseconds = checkInTime(target, input, note, slowest.milliseconds)
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, input }
    progress(++done)
  })
  const { path } = order
  const details = fc.check(property, {
    seed: order.seed,
    numRuns: path === '' ? order.runs : 1,
    ...(path === '' ? {} : { path }),
  })
  const { failed, counterexample, counterexamplePath, errorInstance, numRuns } = details
  const law = errorInstance instanceof Error ? `${errorInstance.name}: ${errorInstance.message}` : String(errorInstance)
  return {
    inputs: numRuns,
    milliseconds: performance.now() - started,
    slowest,
    noted,
    finds: failed
      ? [{ law, input: counterexample?.[0] ?? null, seed: order.seed, path: counterexamplePath ?? '' }]
      : [],
  }
}
