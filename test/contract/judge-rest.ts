// How a call to GitHub's REST API and its answer are judged by GitHub's own description.

import type { Arrival, Reply } from '../../src/sandbox/protocol.ts'
import { notServed } from './aws-models.ts'
import type { Judgement } from './judgement.ts'
import { type Description, type Route, readDescription } from './openapi.ts'
import { isFields } from './specs.ts'

let read: Description | null = null

/** Read once, when first needed. */
export function githubDescription(): Description {
  read ??= readDescription()
  return read
}

const basicError = '#/components/schemas/basic-error'

/** What any operation may answer, though few descriptions name it (GitHub REST documentation, Troubleshooting, Best practices). */
const common: ReadonlyMap<number, string | null> = new Map([
  [304, null],
  [400, basicError],
  [401, basicError],
  [403, basicError],
  [404, basicError],
  [422, '#/components/schemas/validation-error'],
  [429, basicError],
])

function jsonOf(body: string | Uint8Array): unknown {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text // a text is what no schema of an answer allows
  }
}

function requestFaults(route: Route, { url, body }: Arrival): readonly string[] {
  const description = githubDescription()
  const known = new Set(route.query.map(({ name }) => name))
  const strange = [...url.searchParams.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `?${name}: is not in the description`)
  const query = route.query.flatMap(({ name, required, schema }) => {
    const value = url.searchParams.get(name)
    if (value === null) return required ? [`?${name}: is missing`] : []
    return description.faults(schema, value, 'query').map((fault) => `?${name} ${fault}`)
  })
  return [...strange, ...query, ...bodyFaults(route, jsonOf(body))]
}

function bodyFaults({ body }: Route, value: unknown): readonly string[] {
  if (value === undefined) return body?.required === true ? ['body: is missing'] : []
  if (body === null)
    return isFields(value) && Object.keys(value).length === 0 ? [] : ['body: is not in the description']
  const { members } = body
  const names = members === null || !isFields(value) ? [] : Object.keys(value).filter((name) => !members.includes(name))
  return [
    ...names.map((name) => `body /${name}: is not in the description`),
    ...githubDescription()
      .faults(body.schema, value, 'json')
      .map((fault) => `body ${fault}`),
  ]
}

function answerFaults(route: Route, { status, headers, body }: Reply): readonly string[] {
  const value = jsonOf(body)
  // Some descriptions name an error and leave out what it says.
  const described = route.answers.get(status)
  const schema = described === undefined || (described === null && status >= 400) ? common.get(status) : described
  if (schema === undefined) return [`status ${status}: is not in the description`]
  if (schema === null) return value === undefined ? [] : ['has a body']
  const type = /^application\/json\b/.test(headers['content-type'] ?? '') ? [] : ['content-type: is not JSON']
  return [...type, ...(value === undefined ? ['has no body'] : githubDescription().faults(schema, value, 'json'))]
}

/** `path` is the one below the address of the API. */
export function judgeRest(arrival: Arrival, path: string, reply: Reply): Judgement {
  const route = githubDescription().routeOf(arrival.method, path)
  const { status } = reply
  const what = route?.what ?? `${arrival.method} ${path}`
  const outcome = { vendor: 'rest', what, outcome: String(status), ok: status < 400 } as const
  const unserved = status === notServed ? ['is not served by the sandbox'] : []
  if (route === null) return { ...outcome, request: ['is not in the description', ...unserved], answer: [] }
  return {
    ...outcome,
    request: [...requestFaults(route, arrival), ...unserved],
    answer: status === notServed ? [] : answerFaults(route, reply),
  }
}

/** How a refusal that a fault asked for was worded: every error of GitHub is a `basic-error`. */
export const judgeRestRefusal = (op: string, { status, body }: Reply): Judgement => ({
  vendor: 'rest',
  what: op,
  outcome: String(status),
  ok: false,
  request: [],
  answer: githubDescription().faults(basicError, jsonOf(body), 'json'),
})
