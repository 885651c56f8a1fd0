// What an entitlement is called in the name of a thing made for it.

import type { Permissions } from '../../core/model/permissions.ts'

/** What IAM and Identity Center take in names. */
export const plainName = (text: string): string => text.replace(/[^\w+=,.@-]+/g, '-').replace(/^-+|-+$/g, '')

const lastPart = (text: string): string => text.slice(text.lastIndexOf('/') + 1)

/** What an entitlement is about, in a few letters for a name. */
export function readable(permissions: Permissions): string {
  switch (permissions.form) {
    case 'statements': {
      const actions = permissions.document.statements.flatMap(({ actions }) => ('only' in actions ? actions.only : []))
      return [...new Set(actions.map((action) => action.split(':')[0]?.toLowerCase() ?? ''))].sort().join('-')
    }
    case 'policy':
    case 'narrowed':
      return lastPart(permissions.policy.value)
    case 'existing':
      return lastPart(permissions.thing.value)
  }
}
