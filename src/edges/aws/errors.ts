// What an error of the AWS SDK means, told by its name.

import type { EdgeError, EdgeErrorKind } from '../../core/model/edge-error.ts'

/** Names as AWS documents them for IAM and STS, with the spellings that other services use for the same. */
const KINDS: Readonly<Record<string, EdgeErrorKind>> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  CredentialsProviderError: 'denied',
  ExpiredToken: 'denied',
  ExpiredTokenException: 'denied',
  IDPRejectedClaim: 'denied',
  IDPRejectedClaimException: 'denied',
  InvalidClientTokenId: 'denied',
  InvalidIdentityToken: 'denied',
  InvalidIdentityTokenException: 'denied',
  RequestExpired: 'denied',
  SignatureDoesNotMatch: 'denied',
  UnauthorizedException: 'denied',
  UnmodifiableEntity: 'denied',
  UnmodifiableEntityException: 'denied',
  UnrecognizedClientException: 'denied',
  AWSOrganizationsNotInUseException: 'not-found',
  NoSuchEntity: 'not-found',
  ResourceNotFoundException: 'not-found',
  NoSuchEntityException: 'not-found',
  ConcurrentModification: 'conflict',
  ConcurrentModificationException: 'conflict',
  ConflictException: 'conflict',
  DeleteConflict: 'conflict',
  DeleteConflictException: 'conflict',
  EntityAlreadyExists: 'conflict',
  EntityAlreadyExistsException: 'conflict',
  EntityTemporarilyUnmodifiable: 'conflict',
  EntityTemporarilyUnmodifiableException: 'conflict',
  RequestLimitExceeded: 'throttled',
  RequestThrottled: 'throttled',
  SlowDown: 'throttled',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  LimitExceeded: 'quota',
  LimitExceededException: 'quota',
  PackedPolicyTooLarge: 'quota',
  PackedPolicyTooLargeException: 'quota',
  ServiceQuotaExceededException: 'quota',
  InvalidInput: 'invalid',
  InvalidInputException: 'invalid',
  InvalidParameterValue: 'invalid',
  MalformedPolicyDocument: 'invalid',
  MalformedPolicyDocumentException: 'invalid',
  RegionDisabledException: 'invalid',
  ValidationError: 'invalid',
  ValidationException: 'invalid',
  IDPCommunicationError: 'unreachable',
  IDPCommunicationErrorException: 'unreachable',
  InternalFailure: 'unreachable',
  InternalServerException: 'unreachable',
  RequestTimeout: 'unreachable',
  ServiceFailure: 'unreachable',
  ServiceFailureException: 'unreachable',
  ServiceException: 'unreachable',
  ServiceUnavailable: 'unreachable',
  TimeoutError: 'unreachable',
}

const LONGEST = 300

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const within = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

export const nameOf = (error: unknown): string => textOf(within(error, 'name')) || 'Error'

const statusOf = (error: unknown): number => {
  const status = within(within(error, '$metadata'), 'httpStatusCode')
  return typeof status === 'number' ? status : 0
}

/** Network failures carry `code` (ECONNRESET, ENOTFOUND …) and no answer. */
const neverAnswered = (error: unknown): boolean => textOf(within(error, 'code')) !== '' && statusOf(error) === 0

/** An unnamed 404 is an answer of something that is not AWS, never proof that a thing is absent. */
export function kindOf(error: unknown): EdgeErrorKind {
  const kind = KINDS[nameOf(error)]
  if (kind !== undefined) return kind
  const status = statusOf(error)
  if (status === 429) return 'throttled'
  if (status >= 500 || neverAnswered(error)) return 'unreachable'
  if (status === 401 || status === 403) return 'denied'
  return status === 400 ? 'invalid' : 'garbage'
}

/** A session is named after its run: the same refusal would be told anew by every run. */
const withoutSession = (message: string): string => message.replace(/(:assumed-role\/[\w+=,.@-]+)\/[\w+=,.@-]+/g, '$1')

/** `call` says who was asked what: `iam:CreatePolicy in 111122223333`. */
export const edgeErrorOf = (call: string, error: unknown): EdgeError => {
  const message = withoutSession(textOf(within(error, 'message')).replace(/\s+/g, ' ')).slice(0, LONGEST)
  return { kind: kindOf(error), call, said: message === '' ? nameOf(error) : `${nameOf(error)}: ${message}` }
}

/** How AWS refuses a signature made by a clock that is off. */
const SKEWED: ReadonlySet<string> = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
])

/** The SDK has learned the right time from this refusal: the same call, signed anew, goes through. */
export const clockWasCorrected = (error: unknown): boolean =>
  SKEWED.has(nameOf(error)) && within(within(error, '$metadata'), 'clockSkewCorrected') === true
