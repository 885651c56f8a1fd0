// What the body of a GraphQL answer says: data, errors of its parts, or nothing that makes sense.

import { type Answer, type EdgeError, type EdgeErrorKind, known, unknown } from '../../core/model/edge-error.ts'

/** `errors` are those of the answer's body; data they concern is null. */
export interface GraphqlReply {
  readonly data: unknown
  readonly errors: readonly { readonly path: readonly unknown[]; readonly error: EdgeError }[]
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const GRAPHQL_KINDS: Readonly<Record<string, EdgeErrorKind>> = {
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'denied',
  INSUFFICIENT_SCOPES: 'denied',
  RATE_LIMITED: 'throttled',
  RATE_LIMIT: 'throttled',
  UNPROCESSABLE: 'invalid',
  UNPROCESSABLE_ENTITY: 'invalid',
}

function bodyErrors(call: string, errors: unknown): GraphqlReply['errors'] {
  if (errors === undefined || errors === null) return []
  if (!Array.isArray(errors)) return [{ path: [], error: { kind: 'garbage', call, said: 'errors are no list' } }]
  return errors.map((error: unknown) => {
    const said = isRecord(error) ? error : {}
    const type = typeof said['type'] === 'string' ? said['type'] : ''
    const message = typeof said['message'] === 'string' ? said['message'] : 'no message'
    const path: readonly unknown[] = Array.isArray(said['path']) ? said['path'] : []
    return { path, error: { kind: GRAPHQL_KINDS[type] ?? 'unreachable', call, said: message.slice(0, 500) } }
  })
}

export function readBody(call: string, body: unknown): Answer<GraphqlReply> {
  const garbage = (said: string) => unknown({ kind: 'garbage', call, said })
  if (!isRecord(body)) return garbage('the answer is no JSON object')
  const errors = bodyErrors(call, body['errors'])
  const [first] = errors
  if (!isRecord(body['data'])) return first === undefined ? garbage('the answer has no data') : unknown(first.error)
  return known({ data: body['data'], errors })
}
