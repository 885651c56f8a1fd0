// What the sandbox's AWS knows of IAM Identity Center: people, permission sets, who is assigned what, and what is under way.

import type { Named } from '../world.ts'

export interface StoreUser {
  readonly userName: string
  readonly displayName: string
  readonly emails: readonly { readonly value: string; readonly primary: boolean }[]
  readonly status: 'ENABLED' | 'DISABLED'
}

export interface StoreGroup {
  readonly displayName: string
  /** Ids of users. */
  readonly members: readonly string[]
}

export interface CustomerPolicy {
  readonly name: string
  readonly path: string
}

export interface PermissionSet {
  readonly name: string
  readonly description?: string
  /** ISO 8601: `PT1H`. */
  readonly sessionDuration: string
  readonly relayState?: string
  readonly tags: Named<string>
  readonly inline?: string
  /** ARNs of AWS's own policies. */
  readonly managed: readonly string[]
  readonly customer: readonly CustomerPolicy[]
  /** Seconds since the epoch, UTC. */
  readonly created: number
  /** Account → name of the role that was made of the set there. */
  readonly roles: Named<string>
}

export interface Assignment {
  readonly account: string
  /** ARN of the set. */
  readonly set: string
  readonly principalType: 'USER' | 'GROUP'
  readonly principalId: string
}

interface Asynchronous {
  readonly id: string
  /** Seconds since the epoch, UTC. */
  readonly born: number
  /** Calls that arrived since. */
  readonly calls: number
  readonly state: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED'
  readonly reason?: string
}

/** What AWS does in its own time. `provisioning` without an account: wherever the set is provisioned. */
export type Job = Asynchronous &
  (
    | { readonly does: 'creation' | 'deletion'; readonly assignment: Assignment }
    | { readonly does: 'provisioning'; readonly set: string; readonly account?: string }
  )

/** IAM Identity Center user guide, quotas; SSO Admin API reference. */
export interface CenterLimits {
  readonly sets: number
  readonly provisionedPerAccount: number
  readonly managedPerSet: number
  readonly inlineBytes: number
  readonly inlineSize: number
  readonly tagsPerSet: number
  readonly creationsInFlight: number
}

export interface IdentityCenter {
  readonly region: string
  readonly instanceArn: string
  readonly storeId: string
  readonly users: Named<StoreUser>
  readonly groups: Named<StoreGroup>
  /** By ARN. */
  readonly sets: Named<PermissionSet>
  readonly assignments: readonly Assignment[]
  readonly jobs: readonly Job[]
  readonly limits: CenterLimits
  /** A job is done once so many further calls arrived, or once so many seconds passed. */
  readonly settles: { readonly calls?: number; readonly seconds?: number }
  /** What becomes of a role whose last assignment went. */
  readonly emptyRoles: 'go' | 'stay'
  /** So many writes to a set after a write to it are refused, since the first one still spreads. */
  readonly conflicts: number
  /** Writes to a set that are still to be refused. */
  readonly spreading: Named<number>
  /** Lists of assignments are answered as they were before, so many times after a change. */
  readonly stale: number
  readonly before?: { readonly assignments: readonly Assignment[]; readonly reads: number }
}
