// How answers and errors are written in AWS's JSON protocols: JSON 1.1, and JSON told by its path.

import type { Refusal, Reply } from '../../protocol.ts'
import type { Refused, Structure } from '../answer.ts'

/** What a body is called: where the path tells the operation, plain JSON (Smithy: restJson1). */
export type JsonType = 'application/x-amz-json-1.1' | 'application/json'

const reply = (
  status: number,
  id: string,
  type: JsonType,
  body: object,
  more: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': type, 'x-amzn-requestid': id, ...more },
  body: JSON.stringify(body),
})

/** Members that are undefined are left out, as JSON does; times are seconds since the epoch. */
export const answeredJson = (output: Structure | undefined, id: string, type: JsonType): Reply =>
  reply(200, id, type, output ?? {})

export const refusedJson = ({ status, code, message }: Refusal, id: string, type: JsonType): Reply =>
  reply(status, id, type, { __type: code, Message: message }, { 'x-amzn-errortype': code })

const refusal =
  (status: number, code: string) =>
  (message: string): Refused => ({ is: 'refused', status, code, message })

/** Codes and statuses: Smithy models of SSO Admin, Identity Store and Organizations; common errors of AWS. */
export const refuseJson = {
  accessDenied: refusal(403, 'AccessDeniedException'),
  conflict: refusal(409, 'ConflictException'),
  notFound: refusal(404, 'ResourceNotFoundException'),
  quota: refusal(402, 'ServiceQuotaExceededException'),
  throttled: refusal(429, 'ThrottlingException'),
  validation: refusal(400, 'ValidationException'),
  notInUse: refusal(400, 'AWSOrganizationsNotInUseException'),
  unknownKey: refusal(400, 'UnrecognizedClientException'),
  missingToken: refusal(400, 'MissingAuthenticationTokenException'),
  expiredToken: refusal(400, 'ExpiredTokenException'),
  notServed: refusal(501, 'SandboxDoesNotServe'),
} as const
