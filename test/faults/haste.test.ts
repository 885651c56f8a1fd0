// Whether haste makes only what hangs be given up: a machine that is busy for seconds is no mishap.

import { afterEach, expect, it } from 'vitest'
import { givingUpSoon, hasten } from './haste.ts'

let slow = (): void => undefined
afterEach(() => slow())

/** As a git that is waited for, or eight other programs on two cores. */
const busy = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

const turn = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))

async function isGivenUp(after: number): Promise<readonly boolean[]> {
  let late = false
  const timer = setTimeout(() => {
    late = true
  }, 600_000)
  const signal = AbortSignal.timeout(30_000)
  busy(after)
  await turn()
  await turn()
  clearTimeout(timer)
  return [signal.aborted, late]
}

it('a call is not given up because the machine stood still for seconds', async () => {
  slow = hasten()
  expect(await isGivenUp(2600)).toEqual([false, false])
})

it('a call is given up soon where something hangs, and not any more afterwards', async () => {
  slow = hasten()
  expect(await givingUpSoon(() => isGivenUp(100), 50)).toEqual([true, true])
  expect(await isGivenUp(100)).toEqual([false, false])
})

it('pauses are short as long as it lasts', async () => {
  slow = hasten()
  const { setTimeout: sleep } = await import('node:timers/promises')
  const started = performance.now()
  await sleep(60_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})
