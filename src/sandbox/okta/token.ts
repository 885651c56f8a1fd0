// How a service app gets an access token: by an assertion signed with its private key (RFC 7523).

import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import type { Answer } from './asked.ts'
import { isObject } from './asked.ts'
import type { Client, OktaWorld } from './world.ts'

/** Seconds that an access token lives, and the longest that an assertion may. */
const LIFE = 3600

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const failed = (error: string, description: string, status = 400): Answer => ({
  status,
  body: { error, error_description: description },
})

interface Assertion {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly signed: string
  readonly signature: Buffer
}

function part(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString())
    return isObject(parsed) ? parsed : {}
  } catch {
    return {} // judged below like any other token that says nothing
  }
}

function readAssertion(text: string): Assertion {
  const [header, claims, signature = ''] = text.split('.')
  return {
    header: part(header),
    claims: part(claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  }
}

function isSigned({ header, signed, signature }: Assertion, { keys }: Client): boolean {
  const key = keys.find(({ kid }) => kid === header['kid']) ?? (header['kid'] === undefined ? keys[0] : undefined)
  if (key === undefined) return false
  const jwk: JsonWebKey = key
  const opened = createPublicKey({ key: jwk, format: 'jwk' })
  const elliptic = opened.asymmetricKeyType === 'ec'
  if (header['alg'] !== (elliptic ? 'ES256' : 'RS256')) return false
  return verify(
    'sha256',
    Buffer.from(signed),
    elliptic ? { key: opened, dsaEncoding: 'ieee-p1363' } : opened,
    signature,
  )
}

/** `POST /oauth2/v1/token` with a form; `audience` is where the token endpoint says it is. */
export function tokenFor(
  okta: OktaWorld,
  form: URLSearchParams,
  audience: string,
  proof: boolean,
  now: number,
): Answer {
  if (form.get('grant_type') !== 'client_credentials')
    return failed('unsupported_grant_type', 'The grant type is not supported by the authorization server.')
  if (form.get('client_assertion_type') !== ASSERTION)
    return failed('invalid_client', 'A client_assertion is required.', 401)
  const assertion = readAssertion(form.get('client_assertion') ?? '')
  const { iss, sub, aud, exp } = assertion.claims
  const client = okta.clients.find(({ id }) => id === sub && id === iss)
  if (client === undefined || !isSigned(assertion, client))
    return failed('invalid_client', 'The client_assertion token is invalid or its signature does not match.', 401)
  if (aud !== audience) return failed('invalid_client', `The audience claim must be '${audience}'.`, 401)
  if (typeof exp !== 'number' || exp <= now || exp > now + LIFE)
    return failed('invalid_client', 'The client_assertion token is expired or lives too long.', 401)
  if (client.dpop && !proof) return failed('invalid_dpop_proof', 'The DPoP proof JWT header is missing.')
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
  const refused = scopes.find((scope) => !client.scopes.includes(scope))
  if (scopes.length === 0 || refused !== undefined)
    return failed('invalid_scope', `The authenticated client isn't authorized to use the scope '${refused ?? ''}'.`)
  const value = `sandbox-okta-${okta.accessTokens.length + 1}-${now}`
  const token = { value, client: client.id, scopes, expires: now + LIFE }
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in: LIFE, access_token: value, scope: scopes.join(' ') },
    okta: { ...okta, accessTokens: [...okta.accessTokens, token] },
  }
}
