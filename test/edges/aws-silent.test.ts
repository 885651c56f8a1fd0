// How long an account that never answers may hold up a run: once, for two tries; after that it is asked briefly.

import { afterEach, expect, it, vi } from 'vitest'
import { known } from '../../src/core/model/edge-error.ts'
import { openCaller } from '../../src/edges/aws/caller.ts'
import { type Pause, withRetry } from '../../src/edges/aws/retry.ts'

const error = (name: string, status = 0): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status } })

let clock = 0
vi.spyOn(performance, 'now').mockImplementation(() => clock)
afterEach(() => {
  clock = 0
})

const pause: Pause = {
  async sleep(milliseconds) {
    clock += milliseconds
  },
  random: () => 0.999999,
}

/** As the SDK does it: silence, until its own patience is at an end. */
async function hang(options?: { readonly requestTimeout?: number }): Promise<never> {
  clock += options?.requestTimeout ?? 30_000
  throw error('TimeoutError')
}

it('a call that hangs is made twice', async () => {
  let made = 0
  const attempt = (): Promise<never> => {
    made += 1
    return hang()
  }
  await expect(withRetry(attempt, pause)).rejects.toThrow('TimeoutError')
  expect([made, Math.round(clock)]).toEqual([2, 60_500])
})

it('a call that is refused at once is made as often as before', async () => {
  let made = 0
  const attempt = async (): Promise<never> => {
    made += 1
    throw error('Unavailable', 503)
  }
  await expect(withRetry(attempt, pause)).rejects.toThrow('Unavailable')
  expect(made).toBeGreaterThan(5)
  expect(clock).toBeLessThanOrEqual(30_000)
})

it.each(['ConflictException', 'ThrottlingException'])(
  'a call that is answered by %s is made as often as ever, however long each waits for its turn among many',
  async (name) => {
    const tried = async (turn: number): Promise<number> => {
      let made = 0
      const attempt = async (): Promise<never> => {
        made += 1
        clock += turn
        throw error(name, 400)
      }
      await expect(withRetry(attempt, pause)).rejects.toThrow(name)
      return made
    }
    expect(await tried(40_000)).toBe(await tried(0))
  },
)

interface Sent {
  readonly account: string
  readonly options: { readonly requestTimeout?: number } | undefined
}

/** `answers`: what each account does when it is asked. */
function calling(answers: Record<string, (options?: { readonly requestTimeout?: number }) => Promise<object>>) {
  const sent: Sent[] = []
  const call = openCaller({
    sessions: {
      of: async (account) => known({ accessKeyId: account, secretAccessKey: 'x' }),
      hub: async () => known(null),
      identity: async () => known({ account: '', arn: '' }),
      drop: () => undefined,
      serverTime: async () => known(0 as never),
    },
    pause,
    count: () => undefined,
  })
  const ask = async (account: string): Promise<string> => {
    const answer = await call({
      service: 'iam',
      account,
      op: 'GetUser',
      input: {},
      conflicts: 'settle',
      open: async () => ({
        async send(_command: unknown, options?: { readonly requestTimeout?: number }) {
          sent.push({ account, options })
          return answers[account]?.(options) ?? hang()
        },
      }),
      command: async () => class {},
      pace: async () => undefined,
    })
    return answer.is === 'known' ? 'answered' : answer.because.kind
  }
  return { ask, sent }
}

const answering = async (): Promise<object> => ({ $metadata: { requestId: 'r' } })

it('an account that never answers takes one minute, and then seconds for each thing that must be tried there', async () => {
  const { ask, sent } = calling({ '1': hang })
  expect(await ask('1')).toBe('unreachable')
  expect([sent.length, Math.round(clock)]).toEqual([2, 60_500])
  for (let one = 0; one < 10; one += 1) expect(await ask('1')).toBe('unreachable')
  expect(sent).toHaveLength(12)
  expect(clock).toBeLessThanOrEqual(60_500 + 50_000)
})

it('its silence costs no other account any patience', async () => {
  const { ask, sent } = calling({ '1': hang, '2': answering })
  await ask('1')
  expect(await ask('2')).toBe('answered')
  expect(sent.at(-1)).toEqual({ account: '2', options: {} })
})

it('an account that answers again, if only by a refusal, is waited for as before', async () => {
  let does = hang
  const { ask, sent } = calling({ '1': (options) => does(options) })
  await ask('1')
  does = async () => {
    throw error('AccessDenied', 403)
  }
  expect(await ask('1')).toBe('denied')
  does = hang
  const before = sent.length
  await ask('1')
  expect(sent.length - before).toBe(2)
})

it('an account that answers again by asking for a pause is asked until it answers for good, and no more often', async () => {
  const does: (typeof hang)[] = []
  const { ask, sent } = calling({ '1': (options) => (does.shift() ?? hang)(options) })
  await ask('1')
  const busy = async (): Promise<never> => {
    throw error('ThrottlingException', 400)
  }
  const before = sent.length
  does.push(busy, busy, answering as never)
  expect(await ask('1')).toBe('answered')
  expect(sent.slice(before).map(({ options }) => options)).toEqual([{ requestTimeout: 5000 }, {}, {}])
})

it('an account that hangs again after it asked for a pause is waited for as one that was never silent', async () => {
  const does: (typeof hang)[] = []
  const { ask, sent } = calling({ '1': (options) => (does.shift() ?? hang)(options) })
  await ask('1')
  const before = sent.length
  does.push(async () => {
    throw error('ThrottlingException', 400)
  })
  expect(await ask('1')).toBe('unreachable')
  expect(await ask('1')).toBe('unreachable')
  expect(sent.slice(before).map(({ options }) => options)).toEqual([
    { requestTimeout: 5000 },
    {},
    {},
    { requestTimeout: 5000 },
  ])
})
