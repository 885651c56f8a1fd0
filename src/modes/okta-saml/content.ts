// What a person can hold through Okta's app, as data that can be compared with the world.

import { digest } from '../../core/model/canonical.ts'
import type { Digest } from '../../core/model/id.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import { policyJson } from '../../core/policy/write.ts'
import { withoutSids } from '../aws/signature.ts'

interface Common {
  readonly account: string
  readonly app: string
  /** Attribute that says whom Daypass assigned to the app. */
  readonly marker: string
  readonly role: string
  readonly userId: string
  readonly login: string
  /** For people to read. */
  readonly host: string
}

/** A role of the pool, bound to one person. */
export interface PoolContent extends Common {
  readonly is: 'pool'
  /** null: it has no policy, or none that we understand. */
  readonly document: PolicyDocument | null
  /** Whether it has a policy at all. Not compared. */
  readonly written: boolean
  /** Whether Okta lets the person in by it. */
  readonly assigned: boolean
  /** Longest session of the role, in seconds: how long it rests afterwards. Not compared. */
  readonly session: number
}

/** A role that is there anyway, given as it is. A claim in the record is its mark. */
export interface RoleContent extends Common {
  readonly is: 'role'
}

export type Content = PoolContent | RoleContent

/** Equal for what permits the same to the same person until the same end, whichever version gives that end. */
export function contentDigest(content: Content): Digest {
  const { is, account, app, role, userId } = content
  if (content.is === 'role') return digest({ is, account, app, role, userId })
  const { document, assigned } = content
  const says = document === null ? 'none' : policyJson(withoutSids(document))
  return digest({ is, account, app, role, userId, assigned, document: says })
}
