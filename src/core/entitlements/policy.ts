// What an item `policy: …` asks for: a managed policy of AWS or of the account.

import type { PolicyItem } from '../documents/shapes.ts'
import { id } from '../model/id.ts'
import { namedElsewhere } from './elsewhere.ts'
import type { Kind } from './kind.ts'
import { facetValues, readNamed } from './named.ts'

export const policy: Kind<PolicyItem> = {
  kind: 'policy',
  keys: ['policy'],
  read(raw, at) {
    const read = readNamed('policy', raw.policy, at(['policy']))
    if ('findings' in read) return read
    return {
      entitlement: {
        kind: id('policy'),
        what: `policy:${raw.policy}`,
        says: `the policy ${read.name}`,
        permissions: { form: 'policy', policy: read.ref },
        facets: { policy: facetValues(read.ref, read.name) },
        at: at([]),
      },
    }
  },
  check: ({ permissions }, where, at) =>
    permissions.form === 'policy' ? namedElsewhere(permissions.policy, where, at) : [],
}
