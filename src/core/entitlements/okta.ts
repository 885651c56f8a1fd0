// What an item `okta: …` asks for: to be a member of a group of Okta.

import type { OktaItem } from '../documents/shapes.ts'
import { id } from '../model/id.ts'
import { OKTA } from '../model/targets.ts'
import type { Kind } from './kind.ts'

/** Okta compares names without regard to case; here they are written as Okta writes them. */
export const okta: Kind<OktaItem> = {
  kind: 'okta',
  keys: ['okta'],
  read: ({ okta: name }, at) => ({
    entitlement: {
      kind: id('okta'),
      what: `okta:${name}`,
      says: `the Okta group ${name}`,
      permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: name, at: at(['okta']) } },
      facets: { okta: [name] },
      at: at([]),
      target: OKTA,
    },
  }),
}
