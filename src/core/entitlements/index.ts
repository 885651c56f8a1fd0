// Which kinds of access can be asked for: the table, and the schema that has one branch for each.

import item from '../../../schemas/item.schema.json' with { type: 'json' }
import { actions } from './actions.ts'
import { group } from './group.ts'
import { bind, type Kinds } from './kind.ts'
import { okta } from './okta.ts'
import { permissionSet } from './permission-set.ts'
import { policy } from './policy.ts'
import { resource } from './resource.ts'
import { role } from './role.ts'

export const KINDS = {
  // `resource` goes before `policy`, which it has as a key, too.
  table: [bind(resource), bind(policy), bind(role), bind(group), bind(permissionSet), bind(okta), bind(actions)],
  schema: item,
} as const satisfies Kinds
