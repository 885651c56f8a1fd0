// Who may ask for what, and whose approval it takes.

import type { GroupId, PersonId } from './id.ts'
import type { Pattern } from './pattern.ts'
import type { Located, Place } from './place.ts'

/** Any one that matches is enough. `manager` is the beneficiary's manager (approvers only). */
export type Who =
  | { readonly is: 'anyone' }
  | {
      readonly is: 'some'
      readonly people: readonly Located<PersonId>[]
      readonly groups: readonly Located<GroupId>[]
      readonly manager: boolean
    }

/**
 * Filters of `what`. Within a key any pattern is enough; all keys must hold. Keys of `facets` are the facets that kinds
 * set (policy, role, permissionSet, group, action, resource …).
 */
export interface Filter {
  readonly account: readonly Pattern[] | null
  readonly ou: readonly Pattern[] | null
  readonly tags: Readonly<Record<string, readonly Pattern[]>>
  readonly region: readonly Pattern[] | null
  /** Of the one resource that is asked for. */
  readonly resourceTags: Readonly<Record<string, readonly Pattern[]>>
  readonly kind: readonly string[] | null
  readonly facets: Readonly<Record<string, readonly Pattern[]>>
  readonly risk: readonly ('low' | 'high' | 'escalating')[] | null
  readonly endsByItself: boolean | null
  readonly escalating: boolean | null
  readonly managesPermissions: boolean | null
}

export type Way =
  | { readonly is: 'approvedBy'; readonly who: Who; readonly approvals: number; readonly at: Place }
  | { readonly is: 'auto'; readonly at: Place }
  /** `within` in seconds. */
  | {
      readonly is: 'breakGlass'
      readonly who: Who
      readonly reviewedBy: Who
      readonly within: number
      readonly at: Place
    }

/** Limits of all matching rules hold together; the strictest wins. Durations in seconds. */
export interface RuleLimits {
  readonly maxDuration: number | null
  readonly reason: 'required' | null
  readonly ticket: Pattern | 'required' | null
  readonly endsByItself: 'required' | null
  readonly approvals: number | null
  /** A loosening: a managed policy may be attached as it is when it cannot be copied. Every matching rule must say so. */
  readonly directAttachment: 'allowed' | null
  /** Wildcards in the ARN of a single resource. Every matching rule must say so. */
  readonly wildcards: 'allowed' | null
  /** Asking for somebody else. Every matching rule must say so. */
  readonly onBehalf: 'allowed' | null
}

export interface Rule {
  readonly name: string
  readonly who: Who
  readonly what: Filter
  /** Any match takes an item out of the rule. */
  readonly not: readonly Filter[]
  readonly ways: readonly Way[]
  readonly limits: RuleLimits
  /** The sentence of a denying rule; ends live grants too. */
  readonly deny: string | null
  readonly at: Place
}
