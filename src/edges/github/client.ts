// How GitHub is asked: by the toolkit's own client, with limits on time, tries and waiting, and every call counted.

import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type EdgeError, type EdgeErrorKind, known, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import { type Instant, instantOf } from '../../core/model/time.ts'
import { unsafeAddress } from './address.ts'
import { type GraphqlReply, isRecord, readBody } from './reply.ts'

export interface GithubPlace {
  readonly token: string
  /** GITHUB_GRAPHQL_URL: https, or http on a loopback address. */
  readonly graphqlUrl: string
  /** GITHUB_API_URL: the same. */
  readonly apiUrl: string
  /** Waits for so many milliseconds between tries. */
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

export interface GithubClient {
  /** `call` names what is asked for in errors: `landings`. Retries what may pass; never rejects. */
  graphql(call: string, query: string, variables: { readonly [name: string]: Json }): Promise<Answer<GraphqlReply>>
  /**
   * The same for documents that change something: sent once, since an answer that was lost says nothing of what was
   * done. Only what GitHub surely did not do (a rate limit) is tried again.
   */
  mutate(call: string, document: string, variables: { readonly [name: string]: Json }): Promise<Answer<GraphqlReply>>
  /** REST, for what GraphQL cannot do. `path` begins with a slash, every part of it encoded. */
  rest(
    call: string,
    method: 'GET' | 'POST',
    path: string,
    body?: { readonly [name: string]: Json },
  ): Promise<Answer<unknown>>
  /** HTTP requests made so far, tries included. */
  calls(): number
  /** The Date header of the first answer, UTC; null before it. */
  serverTime(): Instant | null
}

/** Milliseconds; GitHub itself ends what takes it more than ten seconds (GraphQL documentation, "Timeouts"). */
const TIMEOUT = 20_000
const TRIES = 4
/** Milliseconds that tries themselves may take, all together: two that hang to their end, however many are refused at once. */
const HANGING = 30_000
/** Milliseconds for each try once a question was waited for in vain, until GitHub answers again: just above its own limit. */
const BRIEFLY = 12_000
/** Longest that a rate limit is waited for; beyond it the answer is `throttled`. Milliseconds. */
const PATIENCE = 60_000

interface Failed {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly message: string
  readonly answered: boolean
}

/** What the toolkit throws, narrowed: a status of 500 stands for no answer at all. */
function failureOf(error: unknown): Failed {
  const message = error instanceof Error ? error.message : String(error)
  const { status, response } = isRecord(error) ? error : {}
  const answered = isRecord(response)
  const headers = answered && isRecord(response['headers']) ? response['headers'] : {}
  return { status: typeof status === 'number' ? status : 500, headers, message, answered }
}

const isLimit = ({ status, headers, message }: Failed): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined || /rate limit/i.test(message)))

const KINDS: Readonly<Record<number, EdgeErrorKind>> = {
  400: 'invalid',
  401: 'denied',
  403: 'denied',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
}

const kindOf = (failed: Failed): EdgeErrorKind =>
  isLimit(failed) ? 'throttled' : (KINDS[failed.status] ?? 'unreachable')

/** Milliseconds. GitHub REST documentation, "Best practices": obey retry-after, else the limit's reset, else wait longer each time. */
function waitAfter(failed: Failed, tried: number): number {
  const after = Number(failed.headers['retry-after'])
  if (Number.isFinite(after) && after >= 0) return after * 1000
  const reset = Number(failed.headers['x-ratelimit-reset']) * 1000
  const now = Date.parse(String(failed.headers['date']))
  if (failed.headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset - now))
    return Math.max(1000, reset - now)
  return isLimit(failed) ? PATIENCE : backOff(tried)
}

const backOff = (tried: number): number => 500 * 2 ** tried

/** One request, and how its answer is read. `changes`: sent once, but for what GitHub surely did not do. */
interface Question<T> {
  readonly call: string
  readonly address: string
  readonly route: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly read: (call: string, data: unknown) => Answer<T>
  readonly changes: boolean
}

interface Tried<T> {
  readonly answer: Answer<T>
  /** Milliseconds until it is worth trying again; null = it is not. */
  readonly wait: number | null
}

/** What an answer with status 200 can still be, and how long that takes to pass. Milliseconds. */
const WAITS: Readonly<Partial<Record<EdgeErrorKind, (tried: number) => number>>> = {
  throttled: () => PATIENCE,
  unreachable: backOff,
  garbage: backOff,
}

type Request = (
  route: string,
  parameters: Record<string, unknown>,
) => Promise<{ readonly headers: unknown; readonly data: unknown }>

/** Opens nothing yet: the toolkit is loaded by the first question. */
export function githubClient(place: GithubPlace): GithubClient {
  const pause = place.pause ?? sleep
  let calls = 0
  let seen: Instant | null = null
  let limit: EdgeError | null = null
  let silent = false
  let opened: Promise<Request> | null = null

  const open = async (): Promise<Request> => {
    const { getOctokit } = await import('@actions/github')
    const octokit = getOctokit(place.token)
    return (route, parameters) => octokit.request(route, parameters)
  }

  const note = (headers: unknown): void => {
    const date = isRecord(headers) ? Date.parse(String(headers['date'])) : Number.NaN
    if (seen === null && Number.isFinite(date)) seen = instantOf(date / 1000)
  }

  const once = async <T>(asked: Question<T>, tried: number): Promise<Tried<T>> => {
    const { call, route, parameters, read } = asked
    opened ??= open()
    const request = await opened
    calls += 1
    try {
      const signal = AbortSignal.timeout(silent ? BRIEFLY : TIMEOUT)
      const answer = await request(route, { ...parameters, request: { signal, redirect: 'error' } })
      silent = false
      note(answer.headers)
      const value = read(call, answer.data)
      const wait = value.is === 'unknown' ? WAITS[value.because.kind]?.(tried) : undefined
      return { answer: value, wait: wait ?? null }
    } catch (error) {
      const failed = failureOf(error)
      if (failed.answered) silent = false
      note(failed.headers)
      const answer = unknown({ kind: kindOf(failed), call, said: failed.message.slice(0, 500) })
      return { answer, wait: isLimit(failed) || failed.status >= 500 ? waitAfter(failed, tried) : null }
    }
  }

  const ask = async <T>(asked: Question<T>): Promise<Answer<T>> => {
    const unsafe = unsafeAddress(asked.address)
    if (unsafe !== null) return unknown({ kind: 'invalid', call: asked.call, said: unsafe })
    // GitHub REST documentation, "Rate limits": whoever goes on asking while limited may be banned.
    if (limit !== null) return unknown({ ...limit, call: asked.call })
    let waited = 0
    let hung = 0
    for (let tried = 0; ; tried += 1) {
      const began = performance.now()
      const { answer, wait } = await once(asked, tried)
      hung += performance.now() - began
      const patient = !silent && hung < HANGING
      if (hung >= HANGING && answer.is === 'unknown') silent = true
      const again = !asked.changes || (answer.is === 'unknown' && answer.because.kind === 'throttled')
      if (wait === null || tried + 1 >= TRIES || waited + wait > PATIENCE || !again || !patient) {
        if (answer.is === 'unknown' && answer.because.kind === 'throttled') limit = answer.because
        return answer
      }
      waited += wait
      await pause(wait)
    }
  }

  const graphqlQuestion = (
    named: string,
    query: string,
    variables: { readonly [name: string]: Json },
  ): Omit<Question<GraphqlReply>, 'changes'> => ({
    call: `GitHub GraphQL ${named}`,
    address: place.graphqlUrl,
    route: `POST ${place.graphqlUrl}`,
    parameters: { query, variables },
    read: readBody,
  })

  return {
    calls: () => calls,
    serverTime: () => seen,
    graphql: (named, query, variables) => ask({ ...graphqlQuestion(named, query, variables), changes: false }),
    mutate: (named, document, variables) => ask({ ...graphqlQuestion(named, document, variables), changes: true }),
    rest: (named, method, path, body = {}) =>
      ask({
        call: `GitHub ${named}`,
        address: place.apiUrl,
        route: `${method} ${place.apiUrl}${path}`,
        parameters: body,
        read: (_call, data) => known(data),
        changes: method !== 'GET',
      }),
  }
}
