// What must be known of Okta and of an account before somebody can be let in through the app.

import type { Grant } from '../../core/model/grant.ts'
import type { Carried, Lapse } from '../../core/model/permissions.ts'
import type { Need } from '../../core/plan/provisioner.ts'

/** A role that is there anyway ends only when a run takes it. */
export const CARRIES: Readonly<Record<Carried, Lapse | null>> = {
  statements: 'always',
  policy: 'always',
  narrowed: 'always',
  role: 'never',
  group: null,
  permissionSet: null,
}

export function needsOf({ account, email, item }: Grant): readonly Need[] {
  const { target, entitlement } = item
  const { permissions } = entitlement
  const both: readonly Need[] = [
    { target, what: 'identity', name: email },
    { target, what: 'account', name: account },
  ]
  if (permissions.form === 'statements') return both
  if (permissions.form !== 'existing') return [...both, { target, what: 'policy', name: permissions.policy.value }]
  return [...both, { target, what: permissions.thing.what, name: permissions.thing.value }]
}
