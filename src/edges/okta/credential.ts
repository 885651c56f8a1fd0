// What the key to Okta is: one line of JSON, kept in a secret, that names the organisation it is for.

import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'

/** `client`: an API services app with a key of its own. `token`: an API token, with all rights of whoever made it. */
export type Credential =
  | { readonly is: 'client'; readonly id: string; readonly key: KeyObject; readonly keyId: string | null }
  | { readonly is: 'token'; readonly value: string }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (said: string) =>
  unknown({
    kind: 'invalid',
    call: 'reading the key to Okta',
    said: `${said}; it must be {"host": "…", "clientId": "…", "privateKey": …} or {"host": "…", "token": "…"}`,
  })

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null // told by the caller, without a word of the secret
  }
}

/** A JWK (as an object, or as text) or PEM; RSA, or an elliptic curve (P-256): what ES256 and RS256 sign with. */
function keyOf(written: unknown): KeyObject | null {
  const text = typeof written === 'string' ? written.trim() : ''
  const jwk = isRecord(written) ? written : text.startsWith('{') ? parsed(text) : null
  try {
    const plain: JsonWebKey = jwk ?? {}
    const key = jwk === null ? createPrivateKey(text) : createPrivateKey({ key: plain, format: 'jwk' })
    const curve = key.asymmetricKeyDetails?.namedCurve
    return key.asymmetricKeyType === 'rsa' || curve === 'prime256v1' ? key : null
  } catch {
    return null // told by the caller: OpenSSL's words may quote the key
  }
}

const textIn = (value: Readonly<Record<string, unknown>>, name: string): string | null => {
  const found = value[name]
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null
}

/**
 * Reads what a secret holds. The organisation stands beside the key, so that no change of settings can have it used
 * elsewhere.
 */
export function readCredential(text: string, host: string): Answer<Credential> {
  const value = parsed(text)
  if (value === null) return wrong('it is not JSON')
  const named = textIn(value, 'host')
    ?.replace(/^https:\/\//, '')
    .replace(/\/+$/, '')
  if (named !== host) return wrong(`it is for ${named ?? 'no organisation'}, and settings name ${host}`)
  const token = textIn(value, 'token')
  if (token !== null) return known({ is: 'token', value: token.replace(/^SSWS\s+/, '') })
  const client = textIn(value, 'clientId')
  if (client === null) return wrong('it names no clientId')
  const key = keyOf(value['privateKey'])
  if (key === null) return wrong('its privateKey is no RSA or P-256 key in JWK or PEM form')
  const jwk = value['privateKey']
  const keyId = textIn(value, 'keyId') ?? (isRecord(jwk) ? textIn(jwk, 'kid') : null)
  return known({ is: 'client', id: client, key, keyId })
}
