// A kind that is not there: `badge`, added as src/README.md says, by a file, a row in the table and a branch in the schema.

import { KINDS } from '../../src/core/entitlements/index.ts'
import { bind, type Kind, type Kinds } from '../../src/core/entitlements/kind.ts'
import { id } from '../../src/core/model/id.ts'

interface BadgeItem {
  readonly badge: string
}

/** What would be core/entitlements/badge.ts. */
const badge: Kind<BadgeItem> = {
  kind: 'badge',
  keys: ['badge'],
  read: (raw, at) => ({
    entitlement: {
      kind: id('badge'),
      what: `badge:${raw.badge}`,
      says: `the badge ${raw.badge}`,
      permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: raw.badge, at: at(['badge']) } },
      // A badge is a thing with a name, as groups are: rules filter on it, and it can be protected, as one.
      facets: { badge: [raw.badge], group: [raw.badge] },
      at: at([]),
    },
  }),
}

/** What would stand in schemas/item.schema.json, under `$defs/item/oneOf`. */
const branch = {
  title: 'BadgeItem',
  description: 'A badge to wear.',
  type: 'object',
  required: ['badge'],
  properties: { account: { $ref: 'item.schema.json#/$defs/where' }, badge: { type: 'string', pattern: '^[a-z]+$' } },
  additionalProperties: false,
}

const { $defs } = KINDS.schema

export const TOY_KINDS: Kinds = {
  table: [...KINDS.table, bind(badge)],
  schema: { ...KINDS.schema, $defs: { ...$defs, item: { ...$defs.item, oneOf: [...$defs.item.oneOf, branch] } } },
}
