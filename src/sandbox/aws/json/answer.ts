// How answers and errors are written in the AWS JSON 1.1 protocol.

import type { Refusal, Reply } from '../../protocol.ts'
import type { Refused, Structure } from '../answer.ts'

const reply = (status: number, id: string, body: object, more: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': id, ...more },
  body: JSON.stringify(body),
})

/** Members that are undefined are left out, as JSON does; times are seconds since the epoch. */
export const answeredJson = (output: Structure | undefined, id: string): Reply => reply(200, id, output ?? {})

export const refusedJson = ({ status, code, message }: Refusal, id: string): Reply =>
  reply(status, id, { __type: code, Message: message }, { 'x-amzn-errortype': code })

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
