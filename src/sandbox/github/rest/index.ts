// How a REST request is answered: found in the table, allowed or refused, done, and dressed with GitHub's headers.
import { createHash } from 'node:crypto'
import type { Arrival, Call } from '../../protocol.ts'
import { type Caller, callerOf, may, visible } from '../access.ts'
import { userOf } from '../records.ts'
import type { GithubWorld } from '../world.ts'
import { type Answer, type Asked, isObject, notFound, refused } from './asked.ts'
import { type Routed, routeOf } from './routes.ts'

/** What the journal calls a REST request: method and path as GitHub's OpenAPI document writes them. */
export function describeRest(arrival: Arrival, path: string): Call {
  const routed = routeOf(arrival, path)
  const writes = arrival.method !== 'GET' && arrival.method !== 'HEAD'
  const query = Object.fromEntries(arrival.url.searchParams)
  const { owner, repo, ...others } = routed?.parameters ?? {}
  const op = `${arrival.method} ${routed?.route.path ?? path}`
  const where = owner === undefined || repo === undefined ? '' : `${owner}/${repo}`
  return { part: 'github', op, writes, where, input: { ...others, ...query, ...bodyOf(arrival) } }
}

export function answerRest(github: GithubWorld, arrival: Arrival, path: string, now: number): Answer {
  const caller = callerOf(github, arrival.headers)
  const routed = routeOf(arrival, path)
  if (routed === null) return refused(501, `The sandbox's GitHub does not know ${arrival.method} ${path}`)
  if (caller.is === 'unknown') return refused(401, 'Bad credentials')
  const limited = routed.route.path === '/rate_limit' ? null : rateLimited(github)
  if (limited !== null) return limited
  const body = bodyOf(arrival)
  if (body === null) return refused(400, 'Problems parsing JSON')
  const asked: Asked = {
    github,
    view: { github, api: `${arrival.url.origin}/github` },
    url: arrival.url,
    parameters: routed.parameters,
    body,
    headers: arrival.headers,
    actor: caller.is === 'known' ? userOf(github, caller.token.actor) : null,
    now,
  }
  return tagged(arrival, routed.of === 'account' ? routed.route.answer(asked) : inRepository(asked, routed, caller))
}

export function rateLimited(github: GithubWorld): Answer | null {
  return github.rateLimit.remaining > 0 ? null : refused(403, 'API rate limit exceeded for installation.')
}

/** What GitHub says of the rate on every answer. */
export function rateHeaders(github: GithubWorld, resource: string): Readonly<Record<string, string>> {
  const { limit, remaining, reset } = github.rateLimit
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-used': String(limit - remaining),
    'x-ratelimit-resource': resource,
  }
}

function inRepository(asked: Asked, routed: Routed & { readonly of: 'repository' }, caller: Caller): Answer {
  const name = `${routed.parameters['owner'] ?? ''}/${routed.parameters['repo'] ?? ''}`
  const repository = visible(asked.github, caller, name)
  if (repository === null) return notFound
  const allowed = routed.route.needs.some(([what, level]) => may(asked.github, caller, repository, what, level))
  if (!allowed && caller.is === 'anonymous') return refused(401, 'Requires authentication')
  return allowed
    ? routed.route.answer({ ...asked, repository })
    : refused(403, 'Resource not accessible by integration')
}

/** The members of a JSON body; none where it is empty; null where it is no JSON object. */
function bodyOf(arrival: Arrival): Readonly<Record<string, unknown>> | null {
  if (arrival.body.length === 0) return {}
  try {
    const parsed: unknown = JSON.parse(Buffer.from(arrival.body).toString())
    return isObject(parsed) ? parsed : null
  } catch {
    return null // answered with 400, as GitHub does
  }
}

function tagged(arrival: Arrival, answer: Answer): Answer {
  if (arrival.method !== 'GET' || answer.status !== 200) return answer
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`
  const headers = { ...answer.headers, etag }
  return arrival.headers['if-none-match'] === etag
    ? { ...answer, status: 304, body: null, headers }
    : { ...answer, headers }
}
