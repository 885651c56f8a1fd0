// The sandbox's Okta under `/okta`: tokens for service apps, and the management API for whoever has one.

import type { Arrival, Call, Handled, Refusal, Reply } from '../protocol.ts'
import { appUserRoutes } from './app-users.ts'
import { appRoutes } from './apps.ts'
import { type Answer, forbidden, isObject, type Route, refused } from './asked.ts'
import { clientRoutes } from './clients.ts'
import { groupRoutes } from './groups.ts'
import { counted } from './rates.ts'
import { tokenFor } from './token.ts'
import { userRoutes } from './users.ts'
import type { Client, OktaWorld, WithOkta } from './world.ts'

const prefix = '/okta'
const TOKEN = '/oauth2/v1/token'

/** Fixed words before parameters: `/groups/rules` is no group. */
export const oktaRoutes: readonly Route[] = [
  ...userRoutes,
  ...groupRoutes,
  ...appRoutes,
  ...appUserRoutes,
  ...clientRoutes,
]

const table = oktaRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, (_whole, name: string) => `(?<${name}>[^/]+)`)}$`),
}))

interface Routed {
  readonly route: Route
  readonly parameters: Readonly<Record<string, string>>
}

function routeOf(method: string, path: string): Routed | null {
  for (const { route, pattern } of table) {
    const match = route.method === method ? pattern.exec(path) : null
    if (match !== null)
      return {
        route,
        parameters: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
        ),
      }
  }
  return null
}

const pathOf = ({ url }: Arrival): string => url.pathname.slice(prefix.length)

/** null: no JSON object. */
function bodyOf(arrival: Arrival): Readonly<Record<string, unknown>> | null {
  if (arrival.body.length === 0) return {}
  try {
    const parsed: unknown = JSON.parse(Buffer.from(arrival.body).toString())
    return isObject(parsed) ? parsed : null
  } catch {
    return null // answered with 400, as Okta does
  }
}

function describe(world: WithOkta, arrival: Arrival): Call {
  const path = pathOf(arrival)
  const where = world.okta?.host ?? ''
  if (path === TOKEN) return { part: 'okta', op: `${arrival.method} ${TOKEN}`, writes: false, where, input: {} }
  const routed = routeOf(arrival.method, path)
  const input = { ...routed?.parameters, ...Object.fromEntries(arrival.url.searchParams), ...bodyOf(arrival) }
  const op = `${arrival.method} ${routed?.route.path ?? path}`
  return { part: 'okta', op, writes: arrival.method !== 'GET', where, input }
}

type Caller =
  | { readonly is: 'client'; readonly client: Client; readonly scopes: readonly string[] }
  | { readonly is: 'token' }
  | { readonly is: 'nobody' }

function callerOf(okta: OktaWorld, header: string, now: number): Caller {
  const [scheme, value = ''] = header.split(' ')
  if (scheme === 'SSWS') return okta.apiTokens.includes(value) ? { is: 'token' } : { is: 'nobody' }
  const token =
    scheme === 'Bearer' ? okta.accessTokens.find((one) => one.value === value && one.expires > now) : undefined
  const client = okta.clients.find(({ id }) => id === token?.client)
  return token === undefined || client === undefined ? { is: 'nobody' } : { is: 'client', client, scopes: token.scopes }
}

/** Scope and administrator role must both permit it (Okta developer documentation, service apps). */
function permitted(caller: Caller, { route, parameters }: Routed): boolean {
  if (caller.is === 'token') return true
  if (caller.is === 'nobody') return false
  const scopes = [route.scope, route.scope.replace(/\.read$/, '.manage')]
  const on = route.on === null ? null : (parameters[route.on] ?? '')
  return (
    caller.scopes.some((scope) => scopes.includes(scope)) &&
    (caller.client.standardRoles?.includes('SUPER_ADMIN') === true ||
      caller.client.may.some(
        (one) => route.may.includes(one.permission) && (on === null || one.on.includes('*') || one.on.includes(on)),
      ))
  )
}

function answerApi(okta: OktaWorld, arrival: Arrival, now: number): Answer {
  const path = pathOf(arrival)
  const routed = routeOf(arrival.method, path)
  if (routed === null) return refused(501, 'E0000022', `The sandbox's Okta does not know ${arrival.method} ${path}`)
  const caller = callerOf(okta, arrival.headers['authorization'] ?? '', now)
  if (caller.is === 'nobody') return refused(401, 'E0000011', 'Invalid token provided')
  if (!permitted(caller, routed)) return forbidden
  const body = bodyOf(arrival)
  if (body === null) return refused(400, 'E0000003', 'The request body was not well-formed.')
  const { url } = arrival
  const { parameters } = routed
  return routed.route.answer({
    okta,
    url,
    parameters,
    body,
    client: caller.is === 'client' ? caller.client : null,
    now,
  })
}

function replyOf(answer: Answer, headers: Readonly<Record<string, string>>): Reply {
  const empty = answer.status === 204
  const json = answer.xml === undefined ? 'application/json' : 'application/xml'
  const type: Record<string, string> = empty ? {} : { 'content-type': json }
  return {
    status: answer.status,
    headers: { 'x-okta-request-id': 'sandbox', ...headers, ...type, ...answer.headers },
    body: empty ? '' : (answer.xml ?? JSON.stringify(answer.body)),
  }
}

function handle<W extends WithOkta>(world: W, arrival: Arrival, now: number): Handled<W> {
  const { okta } = world
  if (okta === undefined)
    return { world, reply: replyOf(refused(404, 'E0000007', 'There is no such organisation'), {}), error: '404' }
  const path = pathOf(arrival)
  if (path === TOKEN && arrival.method === 'POST') {
    const form = new URLSearchParams(Buffer.from(arrival.body).toString())
    const proof = arrival.headers['dpop'] !== undefined
    const answer = tokenFor(okta, form, `https://${okta.host}${TOKEN}`, proof, now)
    return ended(world, okta, answer, {})
  }
  const rated = counted(okta, path, now)
  return ended(world, rated.okta, rated.refusal ?? answerApi(rated.okta, arrival, now), rated.headers)
}

function ended<W extends WithOkta>(
  world: W,
  okta: OktaWorld,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): Handled<W> {
  const after = answer.okta ?? okta
  return {
    world: after === world.okta ? world : { ...world, okta: after },
    reply: replyOf(answer, headers),
    ...(answer.status >= 400 ? { error: String(answer.status) } : {}),
  }
}

/** A concurrency limit says 429 with a limit of 0 and guesses when it will be over (Okta developer documentation). */
const refuse = (_call: Call, refusal: Refusal | 'throttle'): Reply =>
  refusal === 'throttle'
    ? replyOf(refused(429, 'E0000047', 'API call exceeded rate limit due to too many requests.'), {
        'x-rate-limit-limit': '0',
        'x-rate-limit-remaining': '0',
      })
    : replyOf(refused(refusal.status, refusal.code, refusal.message), {})

/** Stands in for `https://<organisation>`; tokens are still meant for the organisation's own host. */
export const oktaPart = { prefix, describe, handle, refuse }
