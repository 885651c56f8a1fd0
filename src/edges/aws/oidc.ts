// Which token GitHub gives this job to show to AWS.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { isLoopback } from '../loopback.ts'

const CALL = 'GitHub OIDC token'
const AUDIENCE = 'sts.amazonaws.com'
const TIMEOUT = 30_000

/** What a job with `permissions: id-token: write` finds in its environment (GitHub docs, OpenID Connect reference). */
export interface TokenSource {
  readonly url: string
  readonly bearer: string
}

export const tokenSource = (environment: Readonly<Record<string, string | undefined>>): TokenSource | null => {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL']
  const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  return url === undefined || bearer === undefined || url === '' || bearer === '' ? null : { url, bearer }
}

/** A token for AWS STS, valid for some minutes. Never throws. */
export async function fetchToken(source: TokenSource): Promise<Answer<string>> {
  const failed = (kind: 'denied' | 'unreachable' | 'garbage' | 'invalid', said: string): Answer<string> =>
    unknown({ kind, call: CALL, said })
  if (!URL.canParse(source.url)) return failed('invalid', 'ACTIONS_ID_TOKEN_REQUEST_URL is no URL')
  const url = new URL(source.url)
  if (url.protocol !== 'https:' && !isLoopback(url)) return failed('invalid', 'the token service is not https')
  url.searchParams.set('audience', AUDIENCE)
  try {
    const answer = await fetch(url, {
      headers: { authorization: `bearer ${source.bearer}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!answer.ok) return failed(answer.status >= 500 ? 'unreachable' : 'denied', `status ${answer.status}`)
    const body: unknown = await answer.json()
    const token = typeof body === 'object' && body !== null ? Reflect.get(body, 'value') : undefined
    return typeof token === 'string' && token !== '' ? known(token) : failed('garbage', 'the answer holds no token')
  } catch (error) {
    const garbage = error instanceof SyntaxError
    return failed(garbage ? 'garbage' : 'unreachable', error instanceof Error ? error.message : String(error))
  }
}
