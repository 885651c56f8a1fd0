// How a call to a REST API and its answer are judged by the vendor's own description.

import type { Arrival, Reply } from '../../src/sandbox/protocol.ts'
import { notServed } from './aws-models.ts'
import type { Judgement } from './judgement.ts'
import { type Description, type Route, readDescription } from './openapi.ts'
import { isFields } from './specs.ts'

interface Rest {
  readonly vendor: 'rest' | 'okta'
  /** Below the specs. */
  readonly file: string
  /** Pointer to what any error says. */
  readonly error: string
  /** What any operation may answer, though few descriptions name it. */
  readonly common: ReadonlyMap<number, string | null>
}

const basicError = '#/components/schemas/basic-error'

/** GitHub REST documentation, Troubleshooting, Best practices. */
export const GITHUB: Rest = {
  vendor: 'rest',
  file: 'github/rest.json',
  error: basicError,
  common: new Map([
    [304, null],
    [400, basicError],
    [401, basicError],
    [403, basicError],
    [404, basicError],
    [422, '#/components/schemas/validation-error'],
    [429, basicError],
  ]),
}

const oktaError = '#/components/schemas/Error'

/** Okta developer documentation, error codes. */
export const OKTA: Rest = {
  vendor: 'okta',
  file: 'okta/management.json',
  error: oktaError,
  common: new Map([400, 401, 403, 404, 429, 500, 501, 503].map((status) => [status, oktaError])),
}

const read = new Map<Rest, Description>()

/** Read once, when first needed. */
export function descriptionOf(api: Rest): Description {
  const there = read.get(api) ?? readDescription(api.file)
  read.set(api, there)
  return there
}

function jsonOf(body: string | Uint8Array): unknown {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text // a text is what no schema of an answer allows
  }
}

function requestFaults(description: Description, route: Route, { url, body }: Arrival): readonly string[] {
  const known = new Set(route.query.map(({ name }) => name))
  const strange = [...url.searchParams.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `?${name}: is not in the description`)
  const query = route.query.flatMap(({ name, required, schema }) => {
    const value = url.searchParams.get(name)
    if (value === null) return required ? [`?${name}: is missing`] : []
    return description.faults(schema, value, 'query').map((fault) => `?${name} ${fault}`)
  })
  return [...strange, ...query, ...bodyFaults(description, route, jsonOf(body))]
}

function bodyFaults(description: Description, { body }: Route, value: unknown): readonly string[] {
  if (value === undefined) return body?.required === true ? ['body: is missing'] : []
  if (body === null)
    return isFields(value) && Object.keys(value).length === 0 ? [] : ['body: is not in the description']
  const { members } = body
  const names = members === null || !isFields(value) ? [] : Object.keys(value).filter((name) => !members.includes(name))
  return [
    ...names.map((name) => `body /${name}: is not in the description`),
    ...description.faults(body.schema, value, 'json').map((fault) => `body ${fault}`),
  ]
}

function answerFaults(api: Rest, route: Route, { status, headers, body }: Reply): readonly string[] {
  const value = jsonOf(body)
  // Some descriptions name an error and leave out what it says.
  const described = route.answers.get(status)
  const schema = described === undefined || (described === null && status >= 400) ? api.common.get(status) : described
  if (schema === undefined) return [`status ${status}: is not in the description`]
  if (schema === null) return value === undefined ? [] : ['has a body']
  const type = /^application\/json\b/.test(headers['content-type'] ?? '') ? [] : ['content-type: is not JSON']
  return [...type, ...(value === undefined ? ['has no body'] : descriptionOf(api).faults(schema, value, 'json'))]
}

/** `route` null: the vendor does not describe it. */
export function judgeRest(api: Rest, route: Route | null, called: string, arrival: Arrival, reply: Reply): Judgement {
  const { status } = reply
  const what = route?.what ?? called
  const outcome = { vendor: api.vendor, what, outcome: String(status), ok: status < 400 } as const
  const unserved = status === notServed ? ['is not served by the sandbox'] : []
  if (route === null) return { ...outcome, request: ['is not in the description', ...unserved], answer: [] }
  return {
    ...outcome,
    request: [...requestFaults(descriptionOf(api), route, arrival), ...unserved],
    answer: status === notServed ? [] : answerFaults(api, route, reply),
  }
}

/** How a refusal that a fault asked for was worded: every error of a vendor has one form. */
export const judgeRestRefusal = (api: Rest, op: string, { status, body }: Reply): Judgement => ({
  vendor: api.vendor,
  what: op,
  outcome: String(status),
  ok: false,
  request: [],
  answer: descriptionOf(api).faults(api.error, jsonOf(body), 'json'),
})
