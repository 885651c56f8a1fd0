// What a person can hold through Identity Center, as data that can be compared with the world.

import { digest } from '../../core/model/canonical.ts'
import type { Digest } from '../../core/model/id.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import { policyJson } from '../../core/policy/write.ts'
import { withoutSids } from '../aws/signature.ts'

/** Where people enter: the same for everything that one Identity Center gives. Not compared. */
export interface Portal {
  /** `https://d-1234567890.awsapps.com/start` */
  readonly url: string
  readonly region: string
}

/** A permission set of ours, for one person in one account. */
export interface SetContent {
  readonly is: 'set'
  readonly account: string
  readonly name: string
  /** The inline policy; null: there is none that we understand. */
  readonly document: PolicyDocument | null
  /** ARNs of AWS's own managed policies; sorted. */
  readonly managed: readonly string[]
  /** Path and name of customer managed policies: `/orders/requeue`; sorted. */
  readonly customer: readonly string[]
  /** Who is assigned where: `111122223333/USER/<id>`; sorted. Wanted: exactly one. */
  readonly assigned: readonly string[]
  /** What a set is made with and keeps: people read it in the console. Not compared. */
  readonly made: { readonly description: string; readonly person: string; readonly version: string }
  readonly portal: Portal
}

/** A permission set that is not ours, assigned as it is. A claim in the record is its mark. */
export interface AssignmentContent {
  readonly is: 'assignment'
  readonly account: string
  readonly userId: string
  readonly user: string
  readonly set: string
  readonly portal: Portal
  /** How long a session of the set lasts, in seconds, also when it is taken; null: not known. Not compared. */
  readonly session: number | null
}

export type Content = SetContent | AssignmentContent

export const assignee = (account: string, type: string, id: string): string => `${account}/${type}/${id}`

/** Equal for what permits the same to the same person until the same end, whichever version gives that end. */
export function contentDigest(content: Content): Digest {
  if (content.is === 'assignment') {
    const { is, account, userId, set } = content
    return digest({ is, account, userId, set })
  }
  const { is, account, name, managed, customer, assigned, document } = content
  const says = document === null ? 'unreadable' : policyJson(withoutSids(document))
  return digest({ is, account, name, managed, customer, assigned, document: says })
}
