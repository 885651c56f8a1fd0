// What must be known of Okta before somebody can be added to a group.

import type { Grant } from '../../core/model/grant.ts'
import type { Carried, Lapse } from '../../core/model/permissions.ts'
import type { Need } from '../../core/plan/provisioner.ts'

export const CARRIES: Readonly<Record<Carried, Lapse | null>> = {
  statements: null,
  policy: null,
  narrowed: null,
  role: null,
  permissionSet: null,
  group: 'never',
}

export function needsOf({ email, item }: Grant): readonly Need[] {
  const { target, entitlement } = item
  const { permissions } = entitlement
  const identity: Need = { target, what: 'identity', name: email }
  return permissions.form === 'existing' && permissions.thing.what === 'group'
    ? [identity, { target, what: 'group', name: permissions.thing.value }]
    : [identity]
}
