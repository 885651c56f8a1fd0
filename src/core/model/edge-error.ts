// What the world can say instead of an answer: the closed list of errors that edges make.

export const EDGE_ERRORS = [
  'denied', // 401, 403, AccessDenied
  'not-found',
  'conflict', // somebody else changed it, or the name is taken by something that is not ours
  'throttled',
  'quota', // a limit that waiting does not lift
  'invalid', // the other side says our request is wrong
  'unreachable', // no connection, 5xx, timeout
  'garbage', // an answer that is not of the promised shape
] as const

export type EdgeErrorKind = (typeof EDGE_ERRORS)[number]

export interface EdgeError {
  readonly kind: EdgeErrorKind
  /** Who was asked what: `iam:CreatePolicy in 111122223333`, `GitHub GraphQL landings`. */
  readonly call: string
  /** What they said, without secrets; hostile text: escape before showing. */
  readonly said: string
}

/** A value, or why it could not be had. Never an empty value in its place. */
export type Answer<T> =
  | { readonly is: 'known'; readonly value: T }
  | { readonly is: 'unknown'; readonly because: EdgeError }

export const known = <T>(value: T): Answer<T> => ({ is: 'known', value })
export const unknown = (because: EdgeError): { readonly is: 'unknown'; readonly because: EdgeError } => ({
  is: 'unknown',
  because,
})
export const writeEdgeError = (error: EdgeError): string => `${error.call}: ${error.kind} (${error.said})`
