// What the sandbox's AWS knows of an organisation.

import type { Named } from '../world.ts'

export interface MemberAccount {
  readonly name: string
  readonly email: string
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE'
}

export interface Organization {
  /** `o-` and ten letters. */
  readonly id: string
  /** The management account. */
  readonly management: string
  /** Accounts that administer Identity Center for it. */
  readonly delegated: readonly string[]
  /** Service control policies attached to the root, by name; AWS's own FullAWSAccess stays attached beside them. */
  readonly controls: Named<string>
  /** By account id. */
  readonly members: Named<MemberAccount>
}
