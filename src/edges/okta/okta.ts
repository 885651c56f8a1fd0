// How the rest of Daypass calls Okta: one operation, answered by a value or by why there is none.

import type { Http } from '@okta/okta-sdk-nodejs/src/http.js'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import { type Instant, instantOf } from '../../core/model/time.ts'
import { isLoopback } from '../loopback.ts'
import { type Credential, readCredential } from './credential.ts'
import type { Get, GetText, List, Send } from './operations.ts'
import { errorOf, OktaRefusal } from './refusal.ts'
import { openSending, type Pause, type Sending } from './sending.ts'
import { openTokens } from './token.ts'

export type Parameters = Readonly<Record<string, string>>

export interface Okta {
  readonly host: string
  get<T>(operation: Get<T>, parameters: Parameters): Promise<Answer<T>>
  text(operation: GetText, parameters: Parameters): Promise<Answer<string>>
  /** Every page, or why there is not every one of them. `query` without `limit` and `after`. */
  list<T>(operation: List<T>, parameters: Parameters, query?: Parameters): Promise<Answer<readonly T[]>>
  send(operation: Send, parameters: Parameters, body?: Json): Promise<Answer<null>>
  /** Signs in with every scope; the client's id, or null for an API token, which has all rights of its maker. */
  enter(): Promise<Answer<string | null>>
  /** The Date of the first answer of this run; asks for one if there was none. */
  serverTime(): Promise<Answer<Instant>>
  /** Attempts made so far, by `okta:GET` …. */
  calls(): ReadonlyMap<string, number>
}

export interface OktaAsked {
  /** `harbor.okta.com` */
  readonly host: string
  /** What the secret holds, or why it could not be read; asked for once, when it is needed. */
  readonly secret: () => Promise<Answer<string>>
  readonly scopes: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly setSecret: (secret: string) => void
  readonly pause: Pause
  readonly runner: () => number
  readonly waiting: (seconds: number) => void
}

/** The organisation's own address; `OKTA_ENDPOINT_URL` may name a loopback address that stands in for it. */
function baseOf({ host, environment }: OktaAsked): string {
  const instead = environment['OKTA_ENDPOINT_URL'] ?? ''
  if (instead === '') return `https://${host}`
  if (URL.canParse(instead) && isLoopback(new URL(instead))) return instead.replace(/\/+$/, '')
  throw new OktaRefusal('invalid', 'OKTA_ENDPOINT_URL may only name a loopback address')
}

interface Opened {
  readonly http: Http
  readonly enter: () => Promise<string | null>
  readonly sending: Sending
  readonly base: string
}

/** Loads the SDK: nothing of it is loaded where Okta is not asked. */
async function open(asked: OktaAsked, count: (call: string) => void): Promise<Opened> {
  const base = baseOf(asked)
  const text = await asked.secret()
  if (text.is === 'unknown') throw new OktaRefusal(text.because.kind, `${text.because.call}: ${text.because.said}`)
  const credential = readCredential(text.value, asked.host)
  if (credential.is === 'unknown') throw new OktaRefusal(credential.because.kind, credential.because.said)
  const { pause, runner, waiting } = asked
  const sending = openSending({ pause, runner, base, count, waiting })
  return { ...(await httpFor(asked, credential.value, sending, base)), sending, base }
}

async function httpFor(
  { host, scopes, setSecret }: OktaAsked,
  credential: Credential,
  sending: Sending,
  base: string,
): Promise<Pick<Opened, 'http' | 'enter'>> {
  const { Http } = (await import('@okta/okta-sdk-nodejs/src/http.js')).default
  if (credential.is === 'client') {
    const oauth = openTokens({ client: credential, host, base, scopes, sending, setSecret })
    return {
      http: new Http({ requestExecutor: sending, oauth, cacheMiddleware: null }),
      enter: async () => {
        await oauth.getAccessToken()
        return credential.id
      },
    }
  }
  setSecret(credential.value)
  const http = new Http({ requestExecutor: sending, cacheMiddleware: null })
  http.defaultHeaders = { Authorization: `SSWS ${credential.value}` }
  return { http, enter: async () => null }
}

const filled = (path: string, parameters: Parameters): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = parameters[name]
    if (value === undefined || value === '') throw new Error(`${path} was given no ${name}`)
    return encodeURIComponent(value)
  })

/** The address of the next page; one that leads elsewhere would take our token along. */
function nextIn(headers: Headers, base: string): string | null {
  const link = headers.get('link') ?? ''
  const next = /<([^>]+)>\s*;\s*rel="next"/.exec(link)?.[1]
  if (next === undefined) return null
  if (!next.startsWith(`${base}/api/v1/`)) throw new OktaRefusal('garbage', 'the next page lies on another host')
  return next
}

const JSON_TYPE = { accept: 'application/json' }

/** A list that never ends is no answer. */
const PAGES = 5000

interface Told {
  readonly headers: Headers
  readonly body: unknown
}

async function told(answer: Response): Promise<Told> {
  try {
    return { headers: answer.headers, body: await answer.json() }
  } catch {
    throw new OktaRefusal('garbage', 'the answer is no JSON')
  }
}

const ask = async ({ http }: Opened, url: string): Promise<Told> =>
  told(await http.http(url, { method: 'get', headers: JSON_TYPE }))

async function everyItem<T>(
  okta: Opened,
  { path, limit, read }: List<T>,
  parameters: Parameters,
  query: Parameters,
): Promise<readonly T[]> {
  const words = new URLSearchParams({ ...query, ...(limit === null ? {} : { limit: String(limit) }) })
  const items: T[] = []
  let next: string | null = `${okta.base}${filled(path, parameters)}${words.size === 0 ? '' : `?${words}`}`
  for (let page = 0; next !== null; page++) {
    if (page === PAGES) throw new OktaRefusal('garbage', 'its pages go on for ever')
    const { headers, body }: Told = await ask(okta, next)
    if (!Array.isArray(body)) throw new OktaRefusal('garbage', 'the answer is no list')
    items.push(...body.map(read))
    next = nextIn(headers, okta.base)
  }
  return items
}

export function openOkta(asked: OktaAsked): Okta {
  const counted = new Map<string, number>()
  const count = (call: string): void => {
    counted.set(call, (counted.get(call) ?? 0) + 1)
  }
  let opened: Promise<Opened> | null = null
  const opening = (): Promise<Opened> => {
    opened ??= open(asked, count)
    return opened
  }

  async function answering<T>(call: string, work: (okta: Opened) => Promise<T>): Promise<Answer<T>> {
    try {
      return known(await work(await opening()))
    } catch (error) {
      return unknown(errorOf(call, error))
    }
  }

  return {
    host: asked.host,
    calls: () => counted,
    get: ({ op, path, read }, parameters) =>
      answering(`okta:${op}`, async (okta) => read((await ask(okta, `${okta.base}${filled(path, parameters)}`)).body)),
    text: ({ op, path, accept }, parameters) =>
      answering(`okta:${op}`, async ({ http, base }) => {
        const answer = await http.http(`${base}${filled(path, parameters)}`, { method: 'get', headers: { accept } })
        return answer.text()
      }),
    list: (operation, parameters, query = {}) =>
      answering(`okta:${operation.op}`, (okta) => everyItem(okta, operation, parameters, query)),
    send: ({ op, method, path, answers }, parameters, body) =>
      answering(`okta:${op}`, async ({ http, base }) => {
        const content = body === undefined ? {} : { body: JSON.stringify(body) }
        const headers = body === undefined ? JSON_TYPE : { ...JSON_TYPE, 'content-type': 'application/json' }
        const answer = await http.http(`${base}${filled(path, parameters)}`, { method, headers, ...content })
        // Something in between that answers 200 to everything would have taken nobody out of a group.
        if (answer.status !== answers) throw new OktaRefusal('garbage', `answered ${answer.status}, not ${answers}`)
        if (answers === 200) await told(answer)
        return null
      }),
    enter: () => answering('okta:token', ({ enter }) => enter()),
    serverTime: () =>
      answering('okta:time', async ({ http, sending, base }) => {
        if (sending.firstDate() === null)
          await http.http(`${base}/api/v1/groups?limit=1`, { method: 'get', headers: JSON_TYPE })
        const date = sending.firstDate()
        if (date === null) throw new OktaRefusal('garbage', 'its answers say no time')
        return instantOf(Math.floor(date / 1000))
      }),
  }
}
