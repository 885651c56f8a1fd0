// What a request names that the inventory does not know: a slip, something gone, or something newer than the inventory.

import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Finding } from '../model/finding.ts'
import { writeInstant } from '../model/time.ts'
import { nearest } from '../policy/nearest.ts'
import { hasWildcard, matches } from '../policy/wildcard.ts'
import { isStale, type SectionState } from './contents.ts'
import type { InventoryLine, ResourceLine } from './line.ts'

/** What the inventory knows of one account. */
export interface KnownPlace {
  readonly name: string
  readonly resources: SectionState
  readonly lines: readonly InventoryLine[]
}

const isResource = (line: InventoryLine): line is ResourceLine => line.is === 'resource'

const MOST_PARTS = 6

/** Service and kind, as an ARN tells them: `sqs`, `dynamodb table`. */
function kindOf(arn: string): string {
  const [, , service = '', , , ...rest] = arn.split(':')
  const resource = rest.join(':')
  const kind = /^([a-z][\w-]*)[/:]/i.exec(resource)?.[1] ?? ''
  return service === 's3' ? 's3' : `${service} ${kind}`
}

/** The thing itself, or whatever it lies in: `table/orders/index/by-day` lies in `table/orders`. */
function isThere(arn: string, known: ReadonlySet<string>): boolean {
  let rest = arn
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if (known.has(rest)) return true
    const cut = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':'))
    if (cut <= 0) return false
    rest = rest.slice(0, cut)
  }
  return false
}

/** Remarks, since an inventory is late and does not know every kind; nothing is said of kinds that it knows nothing of. */
export function unseenFindings(asked: AskedEntitlement, place: KnownPlace): readonly Finding[] {
  const { permissions, at } = asked
  const { asOf } = place.resources
  if (permissions.form !== 'resource' || asOf === null) return []
  const { arn } = permissions
  const all = place.lines.filter(isResource).map((line) => line.arn)
  const alike = all.filter((one) => kindOf(one) === kindOf(arn))
  const there = hasWildcard(arn) ? all.some((one) => matches(arn, one)) : isThere(arn, new Set(all))
  if (there || alike.length === 0) return []
  const old = isStale(place.resources) ? ' It could not be read again since.' : ''
  const near = nearest(arn, alike)
  return [
    {
      code: 'resource-unseen',
      at,
      message: `The inventory of ${place.name} (${writeInstant(asOf)}) knows no ${arn}.${old}`,
      cure:
        near.length === 0
          ? 'Look for it with daypass search; if it is newer than the inventory, leave it.'
          : `Did you mean ${near.join(' or ')}? If it is newer than the inventory, leave it.`,
    },
  ]
}
