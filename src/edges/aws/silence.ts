// How long whoever never answers may hold up a run: once for as long as patience lasts, and from then on briefly.

import { kindOf } from './errors.ts'

/** What the SDK takes beside a command. */
export interface Sending {
  /** Milliseconds. */
  readonly requestTimeout?: number
}

/**
 * Milliseconds for each call to a place that was waited for in vain. Everything that must be tried there is still tried,
 * once: it costs what follows seconds, not minutes for each call.
 */
const BRIEFLY = 5000

export type Asking = <T>(
  place: string,
  attempt: (sending: Sending) => Promise<T>,
  patiently: (attempt: () => Promise<T>) => Promise<T>,
) => Promise<T>

/** Any answer, a refusal too, makes a place be waited for again. */
export function openAsking(): Asking {
  const silent = new Set<string>()
  return async (place, attempt, patiently) => {
    try {
      const answer = await (silent.has(place) ? attempt({ requestTimeout: BRIEFLY }) : patiently(() => attempt({})))
      silent.delete(place)
      return answer
    } catch (error) {
      if (kindOf(error) === 'unreachable') silent.add(place)
      else silent.delete(place)
      throw error
    }
  }
}
