// What performing a call works with, and what AWS's answers mean for its outcome.

import type { Answer, EdgeError } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import type { CallOutcome } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Sets } from './sets.ts'
import type { Follow } from './under-way.ts'

export interface Performing {
  readonly aws: Aws
  readonly installation: string
  readonly sets: Sets
  readonly instance: string
  readonly follow: Follow
}

/** What a call was given; a missing part is our own bug. */
export interface Given {
  text(name: string): string
  value(name: string): Json
}

export type Perform = (asked: Performing, given: Given) => Promise<CallOutcome>

export const DONE: CallOutcome = { is: 'done' }
export const ALREADY: CallOutcome = { is: 'already' }
export const failed = (error: EdgeError): CallOutcome => ({ is: 'failed', error })

export const outcomeOf = (answer: Answer<unknown>): CallOutcome =>
  answer.is === 'known' ? DONE : failed(answer.because)

/** What is not there any more need not be taken. */
export const taken = (answer: Answer<unknown>): CallOutcome =>
  answer.is === 'unknown' && answer.because.kind === 'not-found' ? ALREADY : outcomeOf(answer)

export type OnSet = (asked: Performing, arn: string, given: Given) => Promise<CallOutcome>

const notThere = (name: string): EdgeError => ({
  kind: 'not-found',
  call: 'sso:ListPermissionSets',
  said: `there is no permission set ${name}`,
})

/** A set that is gone has nothing to be taken from, and nothing can be given with it. */
export const onSet =
  (gone: 'already' | 'failed', work: OnSet): Perform =>
  async (asked, given) => {
    const name = given.text('set')
    const arn = await asked.sets.arnOf(asked.instance, name)
    if (arn === 'absent') return gone === 'already' ? ALREADY : failed(notThere(name))
    return arn.is === 'unknown' ? failed(arn.because) : work(asked, arn.value, given)
  }
