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

/** A first attempt that was made already, and failed like this; the others are made. */
function after<T>(failed: unknown, attempt: () => Promise<T>): () => Promise<T> {
  const made = [failed]
  return async () => {
    if (made.length > 0) throw made.pop()
    return attempt()
  }
}

/** Any answer, a refusal too, makes a place be waited for again, beginning with what was just asked. */
export function openAsking(): Asking {
  const silent = new Set<string>()
  const noted = async <T>(place: string, answer: Promise<T>): Promise<T> => {
    try {
      const value = await answer
      silent.delete(place)
      return value
    } catch (error) {
      if (kindOf(error) === 'unreachable') silent.add(place)
      else silent.delete(place)
      throw error
    }
  }
  return async (place, attempt, patiently) => {
    const asUsual = () => attempt({})
    if (!silent.has(place)) return noted(place, patiently(asUsual))
    try {
      return await noted(place, attempt({ requestTimeout: BRIEFLY }))
    } catch (error) {
      if (kindOf(error) === 'unreachable') throw error
      return noted(place, patiently(after(error, asUsual)))
    }
  }
}
