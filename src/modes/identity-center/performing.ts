// What performing a call works with, and what AWS's answers mean for its outcome.

import type { EdgeError } from '../../core/model/edge-error.ts'
import type { CallOutcome } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Given } from '../any/given.ts'
import { ALREADY, failed } from '../any/outcomes.ts'
import type { Sets } from './sets.ts'
import type { Follow } from './under-way.ts'

export interface Performing {
  readonly aws: Aws
  readonly installation: string
  readonly sets: Sets
  readonly instance: string
  readonly follow: Follow
}

export type Perform = (asked: Performing, given: Given) => Promise<CallOutcome>

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
