// What must be known of an account and of Identity Center before a grant can be placed there.

import type { Grant } from '../../core/model/grant.ts'
import type { Carried, Lapse } from '../../core/model/permissions.ts'
import type { Need } from '../../core/plan/provisioner.ts'

export const CARRIES: Readonly<Record<Carried, Lapse | null>> = {
  statements: 'always',
  policy: 'always',
  narrowed: 'always',
  role: 'depends',
  permissionSet: 'never',
  group: null,
}

export function needsOf(grant: Grant): readonly Need[] {
  const { target, entitlement } = grant.item
  const { permissions } = entitlement
  const always: readonly Need[] = [
    { target, what: 'identity', name: grant.email },
    { target, what: 'account', name: grant.account },
  ]
  switch (permissions.form) {
    case 'statements':
      return always
    case 'policy':
    case 'narrowed':
      return [...always, { target, what: 'policy', name: permissions.policy.value }]
    case 'existing':
      return [...always, { target, what: permissions.thing.what, name: permissions.thing.value }]
  }
}
