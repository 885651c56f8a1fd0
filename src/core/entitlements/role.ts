// What an item `role: …` asks for: to assume a role that exists in the account.

import type { RoleItem } from '../documents/shapes.ts'
import { id } from '../model/id.ts'
import { namedElsewhere } from './elsewhere.ts'
import type { Kind } from './kind.ts'
import { facetValues, readNamed } from './named.ts'

export const role: Kind<RoleItem> = {
  kind: 'role',
  keys: ['role'],
  read(raw, at) {
    const read = readNamed('role', raw.role, at(['role']))
    if ('findings' in read) return read
    return {
      entitlement: {
        kind: id('role'),
        what: `role:${raw.role}`,
        says: `the role ${read.name}`,
        permissions: { form: 'existing', thing: read.ref },
        facets: { role: facetValues(read.ref, read.name) },
        at: at([]),
      },
    }
  },
  check: ({ permissions }, where, at) =>
    permissions.form === 'existing' ? namedElsewhere(permissions.thing, where, at) : [],
}
