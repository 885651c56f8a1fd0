// What an entitlement permits: the currency that kinds are turned into and that modes carry.

import type { Place } from './place.ts'
import type { PolicyDocument } from './policy-document.ts'

/** Something that exists in the target and can be handed out as it is. A later system adds a word, not a form. */
export type Existing = 'role' | 'permissionSet' | 'group'

export interface Ref<What extends string> {
  readonly what: What
  readonly by: 'arn' | 'name'
  readonly value: string
  readonly at: Place
}

export type Permissions =
  | { readonly form: 'statements'; readonly document: PolicyDocument }
  /** A managed policy as it is; copied or attached is the mode's business. */
  | { readonly form: 'policy'; readonly policy: Ref<'policy'> }
  /** A managed policy cut down to ARNs; resolving turns it into statements. */
  | { readonly form: 'narrowed'; readonly policy: Ref<'policy'>; readonly to: readonly string[] }
  | { readonly form: 'existing'; readonly thing: Ref<Existing> }

/** The columns of the table that says what a grant becomes in a mode (design §5). */
export type Carried = 'statements' | 'policy' | 'narrowed' | Existing

export const carriedBy = (permissions: Permissions): Carried =>
  permissions.form === 'existing' ? permissions.thing.what : permissions.form

/** Whether access ends by itself: `depends` = for new sessions only, judged by rules as `never`. */
export type Lapse = 'always' | 'never' | 'depends'
