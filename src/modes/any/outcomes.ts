// What a vendor's answers mean for the outcome of a call.

import type { Answer, EdgeError } from '../../core/model/edge-error.ts'
import type { CallOutcome } from '../../core/plan/provisioner.ts'

export const DONE: CallOutcome = { is: 'done' }
export const ALREADY: CallOutcome = { is: 'already' }
export const failed = (error: EdgeError): CallOutcome => ({ is: 'failed', error })

export const outcomeOf = (answer: Answer<unknown>): CallOutcome =>
  answer.is === 'known' ? DONE : failed(answer.because)

/** What is not there any more need not be taken. */
export const taken = (answer: Answer<unknown>): CallOutcome =>
  answer.is === 'unknown' && answer.because.kind === 'not-found' ? ALREADY : outcomeOf(answer)
