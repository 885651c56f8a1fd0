// How jobs that wait for minutes are tried in seconds: the process's timers are shortened, the product's numbers stay.

import { createRequire, syncBuiltinESMExports } from 'node:module'

type Sleep = typeof import('node:timers/promises').setTimeout

/** A pause between two tries lasts as many times less. */
const PAUSES = 400
/** Milliseconds until a call is given up where something hangs, whatever its own patience. */
const SOON = 5000

let longest = Number.POSITIVE_INFINITY

/**
 * Only while something hangs: a machine that is busy for longer than a deadline lets calls be given up whose answers are
 * there, and a comment that GitHub surely may have got is not sent again.
 */
export async function givingUpSoon<T>(act: () => Promise<T>, soon = SOON): Promise<T> {
  longest = soon
  try {
    return await act()
  } finally {
    longest = Number.POSITIVE_INFINITY
  }
}

interface Timers {
  setTimeout: Sleep
}

/**
 * Who sleeps does it with `node:timers/promises`, who gives up does it with `setTimeout` or `AbortSignal.timeout`: every
 * edge of ours keeps to that. Answers what puts the timers back.
 */
export function hasten(): () => void {
  const timers: Timers = createRequire(import.meta.url)('node:timers/promises')
  const sleep = timers.setTimeout
  const later = globalThis.setTimeout
  const giveUp = AbortSignal.timeout
  timers.setTimeout = ((milliseconds, value, options) =>
    sleep((milliseconds ?? 0) / PAUSES, value, options)) satisfies Sleep
  syncBuiltinESMExports()
  globalThis.setTimeout = new Proxy(later, {
    apply: (target, self, [act, milliseconds, ...given]: Parameters<typeof later>) =>
      Reflect.apply(target, self, [act, Math.min(milliseconds ?? 0, longest), ...given]),
  })
  AbortSignal.timeout = (milliseconds) => giveUp(Math.min(milliseconds, longest))
  return () => {
    timers.setTimeout = sleep
    syncBuiltinESMExports()
    globalThis.setTimeout = later
    AbortSignal.timeout = giveUp
  }
}
