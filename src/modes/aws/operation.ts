// What a mode's table says of one operation: the roles that owners install are made from it.

import type { Conditions, Json } from '../../core/model/policy-document.ts'
import type { Job } from '../../core/model/settings.ts'
import type { Effect } from '../../core/plan/provisioner.ts'

export interface Operation {
  /** The IAM action that permits it (service authorization reference). */
  readonly action: string
  /** Actions that AWS asks for beside it: creating with tags is tagging too. */
  readonly also?: readonly string[]
  /** Patterns with `{partition}`, `{account}`, `{installation}`; `{handsOut.groups}` stands for as many as owners list. */
  readonly resources: readonly string[]
  /** Any one of them is enough; each makes a statement. Values may be placeholders like resources. */
  readonly conditions?: readonly Conditions[]
  /** What the action touches as well: each resource is judged alone, and the conditions speak of the others only. */
  readonly beside?: readonly string[]
  /** Whose role needs it: that of each account, or that of Identity Center's home; missing: each account's. */
  readonly at?: 'home'
  /** The writer's lane; `reads` needs none. */
  readonly lane: 'iam:{account}' | 'sso:{account}' | 'okta:{app}' | null
  /** What it does unless a call says otherwise. */
  readonly effect: Effect | 'reads'
  readonly jobs: readonly Job[]
}

export type With = { readonly [key: string]: Json }
