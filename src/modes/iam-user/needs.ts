// What must be known of an account before a grant can be placed there.

import type { Grant } from '../../core/model/grant.ts'
import type { Carried, Lapse } from '../../core/model/permissions.ts'
import type { Need } from '../../core/plan/provisioner.ts'

/** A copied policy lapses; one attached as it is does not, and that is told of the holding itself. */
export const CARRIES: Readonly<Record<Carried, Lapse | null>> = {
  statements: 'always',
  policy: 'always',
  narrowed: 'always',
  role: 'depends',
  group: 'never',
  permissionSet: null,
}

export function needsOf(grant: Grant): readonly Need[] {
  const { target, entitlement } = grant.item
  const { permissions } = entitlement
  const identity: Need = { target, what: 'identity', name: grant.email }
  switch (permissions.form) {
    case 'statements':
      return [identity]
    case 'policy':
    case 'narrowed':
      return [identity, { target, what: 'policy', name: permissions.policy.value }]
    case 'existing':
      return [identity, { target, what: permissions.thing.what, name: permissions.thing.value }]
  }
}
