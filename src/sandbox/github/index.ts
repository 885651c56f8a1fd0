// The sandbox's GitHub under `/github`: REST, GraphQL and the identity tokens of jobs.
import type { Arrival, Call, Handled, Refusal, Reply } from '../protocol.ts'
import { answerGraphql, describeGraphql } from './graphql/index.ts'
import { identityToken } from './oidc.ts'
import { withGithub } from './records.ts'
import { type Answer, refused } from './rest/asked.ts'
import { answerRest, describeRest, rateHeaders } from './rest/index.ts'
import type { GithubWorld, WithGithub } from './world.ts'

const prefix = '/github'

type Door = 'graphql' | 'oidc' | 'rest'

interface Entered {
  readonly door: Door
  /** Below the prefix. */
  readonly path: string
}

function doorOf(arrival: Arrival): Entered {
  const path = arrival.url.pathname.slice(prefix.length)
  if (path === '/graphql' && arrival.method === 'POST') return { door: 'graphql', path }
  return { door: path === '/oidc' && arrival.method === 'GET' ? 'oidc' : 'rest', path }
}

function describe(_world: WithGithub, arrival: Arrival): Call {
  const { door, path } = doorOf(arrival)
  if (door === 'graphql') return describeGraphql(arrival)
  if (door === 'rest') return describeRest(arrival, path)
  const audience = arrival.url.searchParams.get('audience')
  return { part: 'github', op: 'GET /oidc', writes: false, where: '', input: { audience } }
}

function answerOidc(github: GithubWorld, arrival: Arrival, now: number): Answer {
  const [, requestToken = ''] = (arrival.headers['authorization'] ?? '').split(' ')
  const value = identityToken(github, requestToken, arrival.url.searchParams.get('audience'), now)
  return value === null
    ? refused(401, 'The request token belongs to no running job')
    : { status: 200, body: { value, count: value.length } }
}

function handle<W extends WithGithub>(world: W, arrival: Arrival, now: number): Handled<W> {
  const { door, path } = doorOf(arrival)
  const { github } = world
  const answer =
    door === 'graphql'
      ? answerGraphql(github, arrival, now)
      : door === 'oidc'
        ? answerOidc(github, arrival, now)
        : answerRest(github, arrival, path, now)
  const changed = answer.github === undefined || answer.github === github ? world : withGithub(world, answer.github)
  const reply = replyOf(answer, rateHeaders(github, door === 'graphql' ? 'graphql' : 'core'))
  return { world: changed, reply, ...(answer.status >= 400 ? { error: String(answer.status) } : {}) }
}

function replyOf(answer: Answer, headers: Readonly<Record<string, string>>): Reply {
  const empty = answer.status === 204 || answer.status === 304
  const type: Record<string, string> = empty ? {} : { 'content-type': 'application/json; charset=utf-8' }
  return {
    status: answer.status,
    headers: { ...headers, ...type, 'x-github-media-type': 'github.v3; format=json', ...answer.headers },
    body: empty ? '' : JSON.stringify(answer.body),
  }
}

/** GitHub's secondary rate limit says 403 and when to come back (GitHub docs, rate limits for the REST API). */
const slower: Answer = {
  ...refused(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
  headers: { 'retry-after': '1' },
}

const refuse = (_call: Call, refusal: Refusal | 'throttle'): Reply =>
  replyOf(refusal === 'throttle' ? slower : refused(refusal.status, refusal.message), {})

/** `GITHUB_API_URL` is the sandbox's address and this prefix; `ACTIONS_ID_TOKEN_REQUEST_URL` the same and `/oidc?`. */
export const githubPart = { prefix, describe, handle, refuse }
