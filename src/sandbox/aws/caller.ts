// Who makes a call: the access key in its signature, told apart from keys that are unknown or over.

import { type Principal, principalOf } from '../access/principal.ts'
import type { Arrival } from '../protocol.ts'
import { type Refused, refuse } from './answer.ts'
import { type AwsWorld, type Credential, own } from './world.ts'

/** The access key id of a Signature Version 4 header; the signature itself is not verified. */
export const accessKeyOf = (arrival: Arrival): string | null =>
  /^AWS4-HMAC-SHA256 .*\bCredential=([^/,\s]+)\//.exec(arrival.headers['authorization'] ?? '')?.[1] ?? null

export interface Caller {
  readonly is: 'caller'
  readonly credential: Credential
  readonly principal: Principal
}

export const callerOf = (aws: AwsWorld, arrival: Arrival, now: number): Caller | Refused => {
  const key = accessKeyOf(arrival)
  if (key === null) return refuse.missingToken('Request is missing Authentication Token')
  const credential = own(aws.credentials, key)
  const unknown = refuse.unknownKey('The security token included in the request is invalid.')
  if (credential === undefined) return unknown
  if (credential.kind === 'session') {
    if (arrival.headers['x-amz-security-token'] !== credential.token) return unknown
    if (credential.expires <= now) return refuse.expiredToken('The security token included in the request is expired')
  }
  const principal = principalOf(aws, { accessKeyId: key }, now)
  return principal === null ? unknown : { is: 'caller', credential, principal }
}
