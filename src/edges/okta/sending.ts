// How one request is sent: at most four at a time, inside Okta's limits, again after what passes.

import type { Sent } from '@okta/okta-sdk-nodejs/src/http.js'
import { OktaRefusal } from './refusal.ts'
import { openRooms, waitIn } from './rooms.ts'

export interface Pause {
  sleep(milliseconds: number): Promise<void>
  /** In [0, 1). */
  random(): number
}

export interface SendingAsked {
  readonly pause: Pause
  /** Milliseconds since the epoch, by the runner's clock. */
  readonly runner: () => number
  /** What the API's address has before `/api/v1`. */
  readonly base: string
  readonly count: (call: string) => void
  /** Told when calls must wait for the next minute: seconds. */
  readonly waiting: (seconds: number) => void
}

export interface Sending {
  fetch(request: Sent): Promise<Response>
  /** Milliseconds since the epoch by Okta's clock, as far as any answer told it. */
  now(): number
  /** The Date of the first answer, in milliseconds; null before it. */
  firstDate(): number | null
}

const AT_ONCE = 4
/** Milliseconds. */
const TIMEOUT = 30_000
const TRIES = 5
/** Milliseconds that tries themselves may take, all together: two that hang to their end, however many are refused at once. */
const HANGING = 45_000
/** Milliseconds for each try once a call was waited for in vain, until Okta answers again: one that is dead costs seconds a call. */
const BRIEFLY = 5000
/** Seconds that one call waits for limits, all together. */
const PATIENCE = 300

/** Only so many under way; Okta takes 75 of a whole organisation (rate limits, concurrency). */
function openGate(): <T>(work: () => Promise<T>) => Promise<T> {
  let free = AT_ONCE
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}

export function openSending(asked: SendingAsked): Sending {
  const rooms = openRooms()
  const gate = openGate()
  let ahead = 0
  let first: number | null = null
  let silent = false
  const now = (): number => asked.runner() + ahead

  const wait = async (seconds: number, spent: number, said: string): Promise<number> => {
    if (spent + seconds > PATIENCE) throw new OktaRefusal('throttled', said)
    if (seconds >= 1) asked.waiting(Math.ceil(seconds))
    await asked.pause.sleep(seconds * 1000)
    return spent + seconds
  }

  const attempt = async ({ url, method, headers, body }: Sent): Promise<Response> => {
    asked.count(`okta:${method.toUpperCase()}`)
    const answer = await fetch(url, {
      method: method.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(silent ? BRIEFLY : TIMEOUT),
    })
    silent = false
    const date = Date.parse(answer.headers.get('date') ?? '')
    if (!Number.isNaN(date)) {
      ahead = date - asked.runner()
      first ??= date
    }
    return answer
  }

  const send = async (request: Sent): Promise<Response> => {
    const path = new URL(request.url).pathname.slice(new URL(asked.base).pathname.replace(/\/$/, '').length)
    let spent = 0
    let hung = 0
    const timed = async (): Promise<Response> => {
      const began = performance.now()
      return attempt(request).finally(() => {
        hung += performance.now() - began
      })
    }
    for (let turn = 1; ; turn++) {
      for (let full = rooms.take(path, now() / 1000); full > 0; full = rooms.take(path, now() / 1000))
        spent = await wait(full, spent, 'its limit of calls a minute is used up')
      const again = Math.min(8, 0.5 * 2 ** turn) * (0.5 + asked.pause.random() / 2)
      let answer: Response
      try {
        answer = await gate(timed)
      } catch (error) {
        rooms.lost(path)
        if (error instanceof OktaRefusal) throw error
        const said = error instanceof Error ? causeOf(error) : String(error)
        if (turn === TRIES || hung >= HANGING || silent) {
          silent = true
          throw new OktaRefusal('unreachable', said)
        }
        spent = await wait(again, spent, said)
        continue
      }
      rooms.note(path, answer.headers, now() / 1000)
      const passes = answer.status === 429 || answer.status >= 500
      if (!passes || turn === TRIES) return answer
      const told = answer.status === 429 ? waitIn(answer.headers, now() / 1000) : null
      spent = await wait(told ?? again, spent, `status ${answer.status}`)
    }
  }

  return { fetch: send, now, firstDate: () => first }
}

/** `fetch failed` says nothing; what it was caused by does. */
const causeOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message)
