// How a service app gets its access token, and what Okta says when it gets none.

import { sign } from 'node:crypto'
import type { Credential } from './credential.ts'
import { kindOf, OktaRefusal } from './refusal.ts'
import type { Sending } from './sending.ts'

/** Seconds that an assertion is good for; Okta takes an hour at most. */
const LIFE = 300
/** Milliseconds by which the runner's clock may differ before a refusal is blamed on it. */
const SKEW = 30_000

type Client = Extract<Credential, { is: 'client' }>

export interface TokensAsked {
  readonly client: Client
  readonly host: string
  /** Where the token service is asked; it still calls itself by the organisation's host. */
  readonly base: string
  readonly scopes: readonly string[]
  readonly sending: Sending
  readonly setSecret: (secret: string) => void
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** `private_key_jwt` (RFC 7523). The SDK's own takes RSA keys only, so this is ours. `now` in milliseconds. */
export function assertionOf({ id, key, keyId }: Client, audience: string, now: number, unique: string): string {
  const elliptic = key.asymmetricKeyType === 'ec'
  const issued = Math.floor(now / 1000)
  const header = { alg: elliptic ? 'ES256' : 'RS256', typ: 'JWT', ...(keyId === null ? {} : { kid: keyId }) }
  const claims = { iss: id, sub: id, aud: audience, iat: issued, exp: issued + LIFE, jti: `${id}-${issued}-${unique}` }
  const signed = `${part(header)}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), elliptic ? { key, dsaEncoding: 'ieee-p1363' } : key)
  return `${signed}.${signature.toString('base64url')}`
}

const CURES: Readonly<Record<string, string>> = {
  invalid_client: 'the key or the client id is not (or no longer) that of the service app',
  invalid_scope: 'grant the scope to the service app (Okta API Scopes)',
  invalid_dpop_proof:
    'the service app demands DPoP, which Daypass does not speak: turn off "Require Demonstrating Proof of Possession"',
  use_dpop_nonce: 'the service app demands DPoP, which Daypass does not speak: turn it off',
}

async function refusalOf(answer: Response): Promise<OktaRefusal> {
  const text = await answer.text()
  const told: { error?: unknown; error_description?: unknown; errorSummary?: unknown } = tryJson(text) ?? {}
  const code = typeof told.error === 'string' ? told.error : `status ${answer.status}`
  const said = [told.error_description, told.errorSummary].find((one) => typeof one === 'string') ?? ''
  const cure = CURES[code]
  const kind = answer.status === 400 ? 'denied' : kindOf(answer.status)
  return new OktaRefusal(kind, `no access token: ${code} (${String(said)})${cure === undefined ? '' : `; ${cure}`}`)
}

function tryJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null // told as the status it came with
  }
}

export function openTokens(asked: TokensAsked) {
  const { client, host, base, scopes, sending } = asked
  let token: Promise<{ readonly access_token: string }> | null = null
  let made = 0

  const ask = (): Promise<Response> => {
    made += 1
    const assertion = assertionOf(client, `https://${host}/oauth2/v1/token`, sending.now(), String(made))
    return sending.fetch({
      url: `${base}/oauth2/v1/token`,
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: scopes.join(' '),
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }).toString(),
    })
  }

  const get = async (): Promise<{ readonly access_token: string }> => {
    const before = sending.now()
    const first = await ask()
    // Okta's answer told its time: an assertion that was made by a clock far off is made once more.
    const answer = !first.ok && Math.abs(sending.now() - before) > SKEW ? await ask() : first
    if (!answer.ok) throw await refusalOf(answer)
    const value = tryJson(await answer.text())?.['access_token']
    if (typeof value !== 'string' || value === '')
      throw new OktaRefusal('garbage', 'the token service answered without a token')
    asked.setSecret(value)
    return { access_token: value }
  }

  return {
    isDPoP: false as const,
    getAccessToken(): Promise<{ readonly access_token: string }> {
      token ??= get().catch((error: unknown) => {
        token = null
        throw error
      })
      return token
    },
    clearCachedAccessToken(): void {
      token = null
    },
  }
}
