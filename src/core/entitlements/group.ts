// What an item `group: …` asks for: to be a member of a group of IAM users.

import type { GroupItem } from '../documents/shapes.ts'
import { id } from '../model/id.ts'
import { namedElsewhere } from './elsewhere.ts'
import type { Kind } from './kind.ts'
import { facetValues, readNamed } from './named.ts'

export const group: Kind<GroupItem> = {
  kind: 'group',
  keys: ['group'],
  read(raw, at) {
    const read = readNamed('group', raw.group, at(['group']))
    if ('findings' in read) return read
    return {
      entitlement: {
        kind: id('group'),
        what: `group:${raw.group}`,
        says: `the group ${read.name}`,
        permissions: { form: 'existing', thing: read.ref },
        facets: { group: facetValues(read.ref, read.name) },
        at: at([]),
      },
    }
  },
  check: ({ permissions }, where, at) =>
    permissions.form === 'existing' ? namedElsewhere(permissions.thing, where, at) : [],
}
