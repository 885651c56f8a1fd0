// What an operation of Okta's is asked and what it answers; errors and pages in Okta's own words.

import type { Client, OktaWorld } from './world.ts'

export interface Asked {
  readonly okta: OktaWorld
  readonly url: URL
  /** What the path's braces held, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  /** null: an API token, which may do everything. */
  readonly client: Client | null
  /** Seconds since the epoch, UTC. */
  readonly now: number
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  /** An answer that is no JSON, as it stands; `body` is then null. */
  readonly xml?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Only where the operation changed something. */
  readonly okta?: OktaWorld
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As Okta's OpenAPI document writes it. */
  readonly path: string
  /** The OAuth scope that a service app needs. */
  readonly scope: string
  /** What its administrator role must permit, any of them, and on what: a name of the path's parameters; null: in general. */
  readonly may: readonly string[]
  readonly on: string | null
  readonly answer: (asked: Asked) => Answer
}

export const found = (body: unknown): Answer => ({ status: 200, body })
export const changed = (okta: OktaWorld, body: unknown): Answer => ({ status: 200, body, okta })
export const nothing = (okta: OktaWorld): Answer => ({ status: 204, body: null, okta })

/** An error as the API documents it (Okta developer documentation, error codes). */
export function refused(
  status: number,
  errorCode: string,
  errorSummary: string,
  causes: readonly string[] = [],
): Answer {
  return {
    status,
    body: {
      errorCode,
      errorSummary,
      errorLink: errorCode,
      errorId: `oae${errorCode.slice(-7)}`,
      errorCauses: causes.map((cause) => ({ errorSummary: cause })),
    },
  }
}

export const notFound = (id: string, type: string): Answer =>
  refused(404, 'E0000007', `Not found: Resource not found: ${id} (${type})`)

export const invalid = (what: string, cause: string): Answer =>
  refused(400, 'E0000001', `Api validation failed: ${what}`, [cause])

export const forbidden: Answer = refused(403, 'E0000006', 'You do not have permission to perform the requested action')

export const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** Marks a cursor whose empty page was served. */
const SKIPPED = '-'

/** The part of a list that `after` and `limit` ask for; the Link header tells where the next one begins. */
export function paged<T>(
  { url, okta }: Asked,
  items: readonly T[],
  most: number,
  idOf: (item: T) => string,
  render: (item: T) => unknown,
): Answer {
  const limit = Number(url.searchParams.get('limit') ?? most)
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    return invalid('limit', `The limit must be between 1 and ${most}.`)
  const cursor = url.searchParams.get('after')
  const self = `<${url.href}>; rel="self"`
  const linked = (after: string) => {
    const next = new URL(url)
    next.searchParams.set('after', after)
    next.searchParams.set('limit', String(limit))
    return { link: `${self}, <${next.href}>; rel="next"` }
  }
  if (okta.emptyPages === true && cursor?.startsWith(SKIPPED) !== true)
    return { ...found([]), headers: linked(`${SKIPPED}${cursor ?? ''}`) }
  const after = cursor?.startsWith(SKIPPED) === true ? cursor.slice(SKIPPED.length) : (cursor ?? '')
  const start = after === '' ? 0 : items.findIndex((item) => idOf(item) === after) + 1
  if (after !== '' && start === 0) return invalid('after', 'The cursor is not valid.')
  const page = items.slice(start, start + Math.min(limit, okta.pageSize ?? limit))
  const last = page.at(-1)
  const more = last !== undefined && start + page.length < items.length
  return { ...found(page.map(render)), headers: more ? linked(idOf(last)) : { link: self } }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `profile.name eq "Grafana Admins"`: the one form of search that is understood here; null: another one. */
export function equalIn(url: URL): { readonly name: string; readonly value: string } | null {
  const search = url.searchParams.get('search')
  const match = /^(?:profile\.(\w+)|(id|type|status)) eq "((?:[^"\\]|\\.)*)"$/.exec(search ?? '')
  const name = match?.[1] ?? match?.[2]
  return name === undefined ? null : { name, value: (match?.[3] ?? '').replace(/\\(.)/g, '$1') }
}
