// What an entitlement permits: the currency that kinds are turned into and that modes carry.

import type { Place } from './place.ts'
import type { Conditions, PolicyDocument } from './policy-document.ts'

/** Something that exists in the target and can be handed out as it is. A later system adds a word, not a form. */
export type Existing = 'role' | 'permissionSet' | 'group'

export interface Ref<What extends string> {
  readonly what: What
  readonly by: 'arn' | 'name'
  readonly value: string
  readonly at: Place
}

/** How much may be done with a resource. */
export const LEVELS = ['read', 'write', 'admin'] as const

export type Level = (typeof LEVELS)[number]

/** What of a policy may be done where: with `only`, these actions alone; `when` is demanded besides. */
export interface Part {
  readonly arn: string
  readonly only: readonly string[] | null
  readonly when: Conditions
}

/** One resource and what lies in it; AWS's data say what that means before rules or modes see it. */
export interface OneResource {
  readonly form: 'resource'
  readonly arn: string
  /** How the keys of its objects begin; null: all of it. */
  readonly prefix: string | null
  readonly of:
    | { readonly is: 'level'; readonly level: Level }
    | { readonly is: 'policy'; readonly policy: Ref<'policy'> }
}

export type Permissions =
  | { readonly form: 'statements'; readonly document: PolicyDocument }
  /** A managed policy as it is; copied or attached is the mode's business. */
  | { readonly form: 'policy'; readonly policy: Ref<'policy'> }
  /** A managed policy cut down to parts of a resource. */
  | { readonly form: 'narrowed'; readonly policy: Ref<'policy'>; readonly to: readonly Part[] }
  | { readonly form: 'existing'; readonly thing: Ref<Existing> }

/** The columns of the table that says what a grant becomes in a mode (design §5). */
export type Carried = 'statements' | 'policy' | 'narrowed' | Existing

export const carriedBy = (permissions: Permissions): Carried =>
  permissions.form === 'existing' ? permissions.thing.what : permissions.form

/** Whether access ends by itself: `depends` = for new sessions only, judged by rules as `never`. */
export type Lapse = 'always' | 'never' | 'depends'
