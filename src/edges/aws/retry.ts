// Which failed AWS calls are made again, how often and after how long.

import type { EdgeErrorKind } from '../../core/model/edge-error.ts'
import { clockWasCorrected, kindOf, nameOf } from './errors.ts'

/** Waiting and chance, passed in so that tests neither wait nor vary. `random` is in [0, 1). */
export interface Pause {
  sleep(milliseconds: number): Promise<void>
  random(): number
}

/**
 * What a ConflictException of Identity Center means: earlier writes still spread, so that the call is made again, or
 * something to be looked into, so that it is told at once.
 */
export type Conflicts = 'settle' | 'tell'

interface Patience {
  /** Milliseconds before the second attempt; doubled after each. */
  readonly first: number
  readonly longest: number
  /** All waiting together. */
  readonly total: number
}

/** Earlier writes still spreading: AWS asks for the same call again, and the SDK makes it only once. */
const SETTLING: ReadonlySet<string> = new Set([
  'ConflictException',
  'ConcurrentModification',
  'ConcurrentModificationException',
  'EntityTemporarilyUnmodifiable',
  'EntityTemporarilyUnmodifiableException',
])

const SETTLE: Patience = { first: 1000, longest: 30_000, total: 180_000 }

const PATIENCE: Partial<Readonly<Record<EdgeErrorKind, Patience>>> = {
  throttled: { first: 500, longest: 20_000, total: 120_000 },
  unreachable: { first: 500, longest: 8000, total: 30_000 },
}

const patienceFor = (error: unknown, conflicts: Conflicts): Patience | undefined =>
  conflicts === 'settle' && SETTLING.has(nameOf(error)) ? SETTLE : PATIENCE[kindOf(error)]

/**
 * Milliseconds that attempts without an answer may take, all together, before no more is made: two that hang to their end
 * (clients.ts), however many are refused at once. What was answered may have waited long for its turn (limiter.ts).
 */
const ATTEMPTS = 45_000

/**
 * Makes a call until it succeeds, fails for good or has been waited for long enough; then the last error is thrown.
 * Quotas (`LimitExceeded`), which the SDK takes for throttling, fail at once.
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  pause: Pause,
  conflicts: Conflicts = 'settle',
): Promise<T> {
  let corrected = false
  let waited = 0
  let spent = 0
  for (let turn = 0; ; turn++) {
    const began = performance.now()
    try {
      return await attempt()
    } catch (error) {
      if (kindOf(error) === 'unreachable') spent += performance.now() - began
      if (!corrected && clockWasCorrected(error)) {
        corrected = true
        continue
      }
      const patience = patienceFor(error, conflicts)
      if (patience === undefined) throw error
      const delay = Math.min(patience.longest, patience.first * 2 ** turn) * (0.5 + pause.random() / 2)
      if (waited + delay > patience.total || spent >= ATTEMPTS) throw error
      waited += delay
      await pause.sleep(delay)
    }
  }
}
