// How a job gets its identity token from GitHub (GitHub docs, OpenID Connect reference); signed HS256 with the world's key.
import { createHmac } from 'node:crypto'
import type { GithubWorld } from './world.ts'

const issuer = 'https://token.actions.githubusercontent.com'

/** Seconds that a token lives. */
const life = 300

/** The token for the job behind a request token, or null where no job holds that. `now` is seconds since the epoch, UTC. */
export function identityToken(
  github: GithubWorld,
  requestToken: string,
  audience: string | null,
  now: number,
): string | null {
  const claims = Object.hasOwn(github.oidcJobs, requestToken) ? github.oidcJobs[requestToken] : undefined
  if (claims === undefined) return null
  const aud = audience ?? `https://github.com/${String(claims['repository_owner'] ?? '')}`
  return signToken(github.oidcKey, {
    jti: `${requestToken}-${now}`,
    ...claims,
    iss: issuer,
    aud,
    iat: now,
    nbf: now - 5,
    exp: now + life,
  })
}

/** Any claims as a token; with another key than the world's it is a forged one. */
export function signToken(key: string, claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'HS256', kid: 'sandbox' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}
