// What an operation answers: done with an output, or refused with the vendor's error.

import type { Refusal } from '../protocol.ts'

/** A value of an output: a list becomes `<member>` elements, `entries` a map, undefined nothing. */
export type Output = string | number | boolean | undefined | readonly Output[] | OutputMap | Structure
export interface Structure {
  readonly [name: string]: Output
}
export interface OutputMap {
  readonly entries: ReadonlyMap<string, string | number>
}

export interface Done<T> {
  readonly is: 'done'
  /** The state after the call; the same object where nothing changed. */
  readonly after: T
  readonly output?: Structure
}

export interface Refused extends Refusal {
  readonly is: 'refused'
}

export type Answer<T> = Done<T> | Refused

export const done = <T>(after: T, output?: Structure): Done<T> =>
  output === undefined ? { is: 'done', after } : { is: 'done', after, output }

const refusal =
  (status: number, code: string) =>
  (message: string): Refused => ({ is: 'refused', status, code, message })

/** Codes and statuses: Smithy models of IAM and STS (`awsQueryError`), common errors of the Query protocol. */
export const refuse = {
  noSuchEntity: refusal(404, 'NoSuchEntity'),
  entityAlreadyExists: refusal(409, 'EntityAlreadyExists'),
  deleteConflict: refusal(409, 'DeleteConflict'),
  limitExceeded: refusal(409, 'LimitExceeded'),
  malformedPolicyDocument: refusal(400, 'MalformedPolicyDocument'),
  invalidInput: refusal(400, 'InvalidInput'),
  policyNotAttachable: refusal(400, 'PolicyNotAttachable'),
  unmodifiableEntity: refusal(400, 'UnmodifiableEntity'),
  validationError: refusal(400, 'ValidationError'),
  accessDenied: refusal(403, 'AccessDenied'),
  missingToken: refusal(403, 'MissingAuthenticationToken'),
  unknownKey: refusal(403, 'InvalidClientTokenId'),
  expiredToken: refusal(403, 'ExpiredToken'),
  expiredWebToken: refusal(400, 'ExpiredTokenException'),
  invalidIdentityToken: refusal(400, 'InvalidIdentityToken'),
  packedPolicyTooLarge: refusal(400, 'PackedPolicyTooLarge'),
  notServed: refusal(501, 'SandboxDoesNotServe'),
} as const
