// How jobs that wait for minutes are tried in a second: pauses are cut short, and what hangs is given up once all else stands still.

import { createRequire, syncBuiltinESMExports } from 'node:module'

type Sleep = typeof import('node:timers/promises').setTimeout

/** A pause between two tries lasts as many times less. */
const PAUSES = 400
/** Milliseconds from which on a timer gives something up. */
const DEADLINE = 1000
/** Milliseconds between two looks, and how many of them must find everything still. */
const LOOK = 25
const LOOKS = 16

interface Deadline {
  readonly expire: () => void
}

/** Those that were set while something may hang; null: nothing may. */
let deadlines: Map<object, Deadline> | null = null

/**
 * While `act` lasts, whatever waits is given up as soon as `still` says for a while that nothing else is under way: a
 * machine that is busy for longer than a deadline would let calls be given up whose answers are there.
 */
export async function givingUpWhen<T>(still: () => boolean, act: () => Promise<T>): Promise<T> {
  const mine = new Map<object, Deadline>()
  deadlines = mine
  let looks = 0
  const watch = setInterval(() => {
    looks = still() ? looks + 1 : 0
    if (looks < LOOKS) return
    looks = 0
    for (const { expire } of [...mine.values()]) expire()
  }, LOOK)
  try {
    return await act()
  } finally {
    clearInterval(watch)
    deadlines = null
  }
}

interface Timers {
  setTimeout: Sleep
}

type SetTimer = typeof globalThis.setTimeout
type ClearTimer = typeof globalThis.clearTimeout

const setting = (later: SetTimer, drop: ClearTimer): SetTimer =>
  new Proxy(later, {
    apply: (target, self, [act, milliseconds = 0, ...given]: Parameters<SetTimer>) => {
      const kept = deadlines
      if (kept === null || milliseconds < DEADLINE) return Reflect.apply(target, self, [act, milliseconds, ...given])
      const expire = (): void => {
        kept.delete(timer)
        drop(timer)
        Reflect.apply(act, undefined, given)
      }
      const timer: NodeJS.Timeout = Reflect.apply(target, self, [expire, milliseconds])
      kept.set(timer, { expire })
      return timer
    },
  })

const clearing = (drop: ClearTimer): ClearTimer =>
  new Proxy(drop, {
    apply: (target, self, [timer]: Parameters<ClearTimer>) => {
      if (typeof timer === 'object' && timer !== null) deadlines?.delete(timer)
      return Reflect.apply(target, self, [timer])
    },
  })

/** As `AbortSignal.timeout`, whose own timer nobody can reach. */
function signalAfter(milliseconds: number): AbortSignal {
  const late = new AbortController()
  const expire = (): void => late.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
  globalThis.setTimeout(expire, milliseconds).unref()
  return late.signal
}

/**
 * Who sleeps does it with `node:timers/promises`, who gives up does it with `setTimeout` or `AbortSignal.timeout`: every
 * edge of ours keeps to that. Answers what puts the timers back.
 */
export function hasten(): () => void {
  const timers: Timers = createRequire(import.meta.url)('node:timers/promises')
  const sleep = timers.setTimeout
  const [later, drop, giveUp] = [globalThis.setTimeout, globalThis.clearTimeout, AbortSignal.timeout]
  timers.setTimeout = ((milliseconds, value, options) =>
    sleep((milliseconds ?? 0) / PAUSES, value, options)) satisfies Sleep
  syncBuiltinESMExports()
  globalThis.setTimeout = setting(later, drop)
  globalThis.clearTimeout = clearing(drop)
  AbortSignal.timeout = signalAfter
  return () => {
    timers.setTimeout = sleep
    syncBuiltinESMExports()
    globalThis.setTimeout = later
    globalThis.clearTimeout = drop
    AbortSignal.timeout = giveUp
  }
}
