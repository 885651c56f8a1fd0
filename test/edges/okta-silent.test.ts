// How long an Okta that never answers may hold up a run: once, for two tries; after that it is asked briefly.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSending } from '../../src/edges/okta/sending.ts'

let clock = 0
let patience = 0
let asked: number[] = []
type Answers = 'never' | 'busy' | 'limited' | 'well'
let answers: Answers = 'never'
/** What it answers before that. */
let first: Answers[] = []

beforeEach(() => {
  ;[clock, asked, answers, first] = [0, [], 'never', []]
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    patience = milliseconds
    return new AbortController().signal
  })
  vi.stubGlobal('fetch', async () => {
    asked.push(patience)
    const now = first.shift() ?? answers
    if (now === 'well') return new Response('{}')
    if (now !== 'never') return new Response('{}', { status: now === 'busy' ? 503 : 429 })
    clock += patience
    throw new TypeError('fetch failed', { cause: new Error('it took too long') })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const opened = () =>
  openSending({
    base: 'https://harbor.okta.com',
    pause: {
      async sleep(milliseconds) {
        clock += milliseconds
      },
      random: () => 0,
    },
    runner: () => clock,
    count: () => undefined,
    waiting: () => undefined,
  })

const request = { url: 'https://harbor.okta.com/api/v1/users', method: 'get', headers: {} }

it('is waited for twice, and then seconds for each thing that must be tried', async () => {
  const { fetch: send } = opened()
  await expect(send(request)).rejects.toThrow('it took too long')
  expect(asked).toEqual([30_000, 30_000])
  for (let one = 0; one < 3; one += 1) await expect(send(request)).rejects.toThrow('it took too long')
  expect(asked.slice(2)).toEqual([5000, 5000, 5000])
})

it('is waited for as before once it answers', async () => {
  const { fetch: send } = opened()
  await expect(send(request)).rejects.toThrow()
  answers = 'well'
  expect((await send(request)).status).toBe(200)
  answers = 'never'
  asked = []
  await expect(send(request)).rejects.toThrow()
  expect(asked).toEqual([30_000, 30_000])
})

it('that answers at once, if badly, is asked five times', async () => {
  answers = 'busy'
  expect((await opened().fetch(request)).status).toBe(503)
  expect(asked).toHaveLength(5)
})

it.each<[string, Answers]>([
  ['a pause', 'limited'],
  ['a fault of its own', 'busy'],
])('that answers again by %s is asked until it answers for good', async (_by, again) => {
  const { fetch: send } = opened()
  await expect(send(request)).rejects.toThrow()
  ;[asked, answers, first] = [[], 'well', [again, again]]
  expect((await send(request)).status).toBe(200)
  expect(asked).toEqual([5000, 30_000, 30_000])
})
