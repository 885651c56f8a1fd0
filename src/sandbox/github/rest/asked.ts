// What a REST operation is asked and what it answers; lists are cut into pages here.

import type { View } from '../render/view.ts'
import type { GithubWorld, Level, Permission, Repository, User } from '../world.ts'

export interface Asked {
  readonly github: GithubWorld
  readonly view: View
  readonly url: URL
  /** What the path's braces held, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  /** Null for a caller without a token. */
  readonly actor: User | null
  /** Seconds since the epoch, UTC. */
  readonly now: number
}

export interface AskedOfRepository extends Asked {
  readonly repository: Repository
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Only where the operation changed something. */
  readonly github?: GithubWorld
}

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As GitHub's OpenAPI document writes it. */
  readonly path: string
}

/** An operation outside repositories. */
export interface AccountRoute extends Operation {
  readonly answer: (asked: Asked) => Answer
}

/** An operation inside a repository, which needs one of the named permissions. */
export interface Route extends Operation {
  readonly needs: readonly (readonly [Permission, Level])[]
  readonly answer: (asked: AskedOfRepository) => Answer
}

export const found = (body: unknown): Answer => ({ status: 200, body })
export const created = (github: GithubWorld, body: unknown): Answer => ({ status: 201, body, github })
export const changed = (github: GithubWorld, body: unknown): Answer => ({ status: 200, body, github })
export const nothing = (github: GithubWorld): Answer => ({ status: 204, body: null, github })
export const refused = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
})
export const notFound = refused(404, 'Not Found')
const unprocessable = (error: object | string): Answer => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [error],
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  },
})
export const invalid = (message: string): Answer => unprocessable({ code: 'custom', message })
/** Reviews tell their errors as bare texts (GitHub REST API: validation-error-simple). */
export const invalidReview = (message: string): Answer => unprocessable(message)

/** The page of a list that `page` and `per_page` ask for, with the Link header where there are others. */
export function paged<T>(
  asked: Asked,
  items: readonly T[],
  render: (item: T) => unknown,
  wrap: (page: readonly unknown[], total: number) => unknown = (page) => page,
): Answer {
  const wanted = Number(asked.url.searchParams.get('per_page') ?? '30') || 30
  const size = Math.max(1, Math.min(wanted, 100, asked.github.pageSize ?? 100))
  const page = Math.max(1, Number(asked.url.searchParams.get('page') ?? '1') || 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const to = (rel: string, number: number): string => {
    const url = new URL(asked.url)
    url.searchParams.set('page', String(number))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [to('prev', page - 1), to('first', 1)] : []),
    ...(page < last ? [to('next', page + 1), to('last', last)] : []),
  ]
  const body = wrap(items.slice((page - 1) * size, page * size).map(render), items.length)
  return { status: 200, body, ...(links.length === 0 ? {} : { headers: { link: links.join(', ') } }) }
}

/** A text member of the body, or null. */
export function textOf(body: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = body[name]
  return typeof value === 'string' ? value : null
}

/** A list of texts in the body; empty where it is missing. */
export function textsOf(body: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = body[name]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** An object in the body; empty where it is missing. */
export function partOf(body: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  return isObject(body[name]) ? body[name] : {}
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number of the path, or NaN, which no record has. */
export const numberIn = (asked: Asked, name: string): number => Number(asked.parameters[name])
