// How a long reading stops at the first thing that cannot be known.

import { type Answer, type EdgeError, known } from '../../core/model/edge-error.ts'

class Unknown extends Error {
  readonly because: EdgeError
  constructor(because: EdgeError) {
    super(because.said)
    this.because = because
  }
}

/** The value; what is unknown ends the `reading` around it. */
export function sure<T>(answer: Answer<T>): T {
  if (answer.is === 'unknown') throw new Unknown(answer.because)
  return answer.value
}

/** Runs a reading that unwraps its answers with `sure`: all of them were known, or why one was not. */
export async function reading<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return known(await work())
  } catch (error) {
    if (error instanceof Unknown) return { is: 'unknown', because: error.because }
    throw error
  }
}
