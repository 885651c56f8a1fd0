// Whether haste makes only what hangs be given up: a machine that is busy for seconds is no mishap.

import { afterEach, expect, it } from 'vitest'
import { givingUpWhen, hasten } from './haste.ts'

let slow = (): void => undefined
afterEach(() => slow())

/** As a git that is waited for, or eight other programs on two cores. */
const busy = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

const turn = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))

/** Whether what would wait for minutes is given up by and by; it waits for `after` itself. */
async function isGivenUp(after: () => Promise<unknown>): Promise<readonly boolean[]> {
  let late = false
  const timer = setTimeout(() => {
    late = true
  }, 600_000)
  const signal = AbortSignal.timeout(30_000)
  await after()
  clearTimeout(timer)
  return [signal.aborted, late]
}

const standsStill = async (): Promise<void> => {
  busy(2600)
  await turn()
  await turn()
}
const aWhile = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 900))

it('a call is not given up because the machine stood still for seconds', async () => {
  slow = hasten()
  expect(await isGivenUp(standsStill)).toEqual([false, false])
  expect(
    await givingUpWhen(
      () => true,
      () => isGivenUp(standsStill),
    ),
  ).toEqual([false, false])
})

it('a call is given up once nothing else is under way, and not any more afterwards', async () => {
  slow = hasten()
  expect(
    await givingUpWhen(
      () => false,
      () => isGivenUp(aWhile),
    ),
  ).toEqual([false, false])
  expect(
    await givingUpWhen(
      () => true,
      () => isGivenUp(aWhile),
    ),
  ).toEqual([true, true])
  expect(await isGivenUp(aWhile)).toEqual([false, false])
})

it('what has been answered meanwhile is not given up', async () => {
  slow = hasten()
  let late = false
  await givingUpWhen(
    () => true,
    async () => {
      const timer = setTimeout(() => {
        late = true
      }, 600_000)
      clearTimeout(timer)
      await aWhile()
    },
  )
  expect(late).toBe(false)
})

it('pauses are short as long as it lasts', async () => {
  slow = hasten()
  const { setTimeout: sleep } = await import('node:timers/promises')
  const started = performance.now()
  await sleep(60_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})
