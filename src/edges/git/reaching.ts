// How git reaches a remote: the token goes to its own origin, and never anywhere in clear text but to this machine.

import type { Remote } from './repository.ts'
import type { GitOptions } from './run.ts'

export function optionsFor(remote: Remote, directory: string): GitOptions {
  const origin = URL.canParse(remote.url) ? new URL(remote.url) : null
  const tellable = origin?.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(origin?.hostname ?? '')
  return {
    directory,
    protocols: remote.protocols ?? 'network',
    ...(remote.token !== null && origin !== null && tellable
      ? { token: { origin: origin.origin, secret: remote.token } }
      : {}),
  }
}
