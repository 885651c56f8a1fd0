// How long a GitHub that never answers may hold up a run: once, for two tries; after that it is asked briefly.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type GithubClient, githubClient } from '../../src/edges/github/client.ts'

type Answers = 'never' | 'busy' | 'limited' | 'well'
let answers: Answers = 'never'
/** What it answers before that. */
let first: Answers[] = []
const STATUS = { busy: 502, limited: 429, well: 200 }
const server = createServer((_request, response) => {
  const now = first.shift() ?? answers
  if (now === 'never') return
  response.writeHead(STATUS[now], { 'content-type': 'application/json', 'retry-after': '1' })
  response.end('{"data":{}}')
})
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)))
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((ended) => server.close(ended))
})

/** Milliseconds that each request was given. */
let given: number[] = []
beforeEach(() => {
  ;[given, answers, first] = [[], 'never', []]
  let clock = 0
  const giveUp = AbortSignal.timeout.bind(AbortSignal)
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    given.push(milliseconds)
    if (answers === 'never') clock += milliseconds
    return giveUp(answers === 'never' ? milliseconds / 200 : milliseconds)
  })
})
afterEach(() => vi.restoreAllMocks())

const opened = (): GithubClient => {
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return githubClient({ token: 'x', graphqlUrl: `${url}/graphql`, apiUrl: url, pause: async () => undefined })
}

it('is waited for twice, and then briefly for each thing that is asked', async () => {
  const client = opened()
  const kinds: string[] = []
  for (let one = 0; one < 4; one += 1) {
    const answer = await client.graphql('x', 'query { x }', {})
    kinds.push(answer.is === 'unknown' ? answer.because.kind : 'answered')
  }
  expect(kinds).toEqual(Array(4).fill('unreachable'))
  expect(given).toEqual([20_000, 20_000, 12_000, 12_000, 12_000])
})

it('is waited for as before once it answers', async () => {
  const client = opened()
  await client.graphql('x', 'query { x }', {})
  answers = 'well'
  expect((await client.graphql('x', 'query { x }', {})).is).toBe('known')
  answers = 'never'
  given = []
  await client.mutate('x', 'mutation { x }', {})
  expect(given).toEqual([20_000])
})

it('that answers at once, if badly, is asked four times, and is not silent', async () => {
  const client = opened()
  answers = 'busy'
  await client.graphql('x', 'query { x }', {})
  expect(given).toEqual(Array(4).fill(20_000))
})

it.each<[string, Answers]>([
  ['a pause', 'limited'],
  ['a fault of its own', 'busy'],
])('that answers again by %s is asked until it answers for good', async (_by, again) => {
  const client = opened()
  await client.graphql('x', 'query { x }', {})
  ;[given, answers, first] = [[], 'well', [again, again]]
  expect((await client.graphql('x', 'query { x }', {})).is).toBe('known')
  expect(given).toEqual([12_000, 20_000, 20_000])
  expect((await client.graphql('x', 'query { x }', {})).is).toBe('known')
})
