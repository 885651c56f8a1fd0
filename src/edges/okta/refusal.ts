// What Okta's answers mean when they are none: errors of its API, of its token service, of the way there.

import type { EdgeError, EdgeErrorKind } from '../../core/model/edge-error.ts'

/** Thrown inside this folder only. */
export class OktaRefusal extends Error {
  readonly kind: EdgeErrorKind
  constructor(kind: EdgeErrorKind, said: string) {
    super(said)
    this.kind = kind
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const KINDS: Readonly<Record<number, EdgeErrorKind>> = {
  400: 'invalid',
  401: 'denied',
  403: 'denied',
  404: 'not-found',
  405: 'invalid',
  409: 'conflict',
  412: 'conflict',
  429: 'throttled',
}

export const kindOf = (status: number): EdgeErrorKind => KINDS[status] ?? (status >= 500 ? 'unreachable' : 'garbage')

/** `Resource not found` (Okta API reference, error codes). */
const NOT_FOUND = 'E0000007'

const causesIn = (error: Readonly<Record<string, unknown>>): string => {
  const causes = Array.isArray(error['errorCauses']) ? error['errorCauses'] : []
  const said = causes.flatMap((cause: unknown) =>
    isRecord(cause) && typeof cause['errorSummary'] === 'string' ? [cause['errorSummary']] : [],
  )
  return said.length === 0 ? '' : `: ${said.join('; ')}`
}

/** The SDK throws OktaApiError (`status`, `errorCode`, `errorSummary`) and HttpError (`status` alone); its stacks are empty. */
export function errorOf(call: string, thrown: unknown): EdgeError {
  if (thrown instanceof OktaRefusal) return { kind: thrown.kind, call, said: thrown.message }
  if (!isRecord(thrown) || typeof thrown['status'] !== 'number') {
    const said = thrown instanceof Error ? thrown.message : String(thrown)
    return { kind: 'garbage', call, said: said.slice(0, 300) }
  }
  const { status, errorCode, errorSummary } = thrown
  const told = typeof errorSummary === 'string' && errorSummary !== '' ? errorSummary : `status ${status}`
  const code = typeof errorCode === 'string' ? `${errorCode} ` : ''
  // Without Okta's own code it is an answer of something that is not Okta, never proof that a thing is absent.
  const kind = status === 404 && errorCode !== NOT_FOUND ? 'garbage' : kindOf(status)
  return { kind, call, said: `${code}${told}${causesIn(thrown)}`.slice(0, 500) }
}
