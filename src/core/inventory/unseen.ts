// What a request names that the inventory does not know: a slip, something gone, or something newer than the inventory.

import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Finding } from '../model/finding.ts'
import { type Instant, writeInstant } from '../model/time.ts'
import { nearest } from '../policy/nearest.ts'
import { hasWildcard, matches } from '../policy/wildcard.ts'
import { isStale, type SectionState } from './contents.ts'
import type { InventoryLine, ResourceLine } from './line.ts'

/** What the inventory knows of one account. */
export interface KnownPlace {
  readonly name: string
  readonly resources: SectionState
  readonly access: SectionState
  readonly lines: readonly InventoryLine[]
}

type WasRead = SectionState & { readonly asOf: Instant }

const wasRead = (section: SectionState): section is WasRead => section.asOf !== null

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

/** `what` in words; `near`: what may have been meant. */
function unseen(
  asked: AskedEntitlement,
  place: KnownPlace,
  section: WasRead,
  what: string,
  near: readonly string[],
): Finding {
  const old = isStale(section) ? ' It could not be read again since.' : ''
  return {
    code: 'resource-unseen',
    at: asked.at,
    message: `The inventory of ${place.name} (${writeInstant(section.asOf)}) knows no ${what}.${old}`,
    cure:
      near.length === 0
        ? 'Look for it with daypass search; if it is newer than the inventory, leave it.'
        : `Did you mean ${near.join(' or ')}? If it is newer than the inventory, leave it.`,
  }
}

/** Nothing is said of kinds that the inventory knows nothing of. */
function unseenResource(asked: AskedEntitlement, arn: string, place: KnownPlace): readonly Finding[] {
  const { resources } = place
  if (!wasRead(resources)) return []
  const all = place.lines.filter(isResource).map((line) => line.arn)
  const alike = all.filter((one) => kindOf(one) === kindOf(arn))
  const there = hasWildcard(arn) ? all.some((one) => matches(arn, one)) : isThere(arn, new Set(all))
  return there || alike.length === 0 ? [] : [unseen(asked, place, resources, arn, nearest(arn, alike))]
}

/** What is named, and as what the inventory would know it. */
function namedBy({
  permissions,
}: AskedEntitlement): { readonly is: 'role' | 'group' | 'policy'; readonly name: string } | null {
  if (permissions.form === 'policy' || permissions.form === 'narrowed')
    return { is: 'policy', name: permissions.policy.value }
  if (permissions.form === 'resource')
    return permissions.of.is === 'policy' ? { is: 'policy', name: permissions.of.policy.value } : null
  if (permissions.form === 'statements' || permissions.thing.what === 'permissionSet') return null
  return { is: permissions.thing.what, name: permissions.thing.value }
}

const lastPart = (text: string): string => text.slice(text.lastIndexOf('/') + 1)

function unseenName(asked: AskedEntitlement, place: KnownPlace): readonly Finding[] {
  const named = namedBy(asked)
  const { access } = place
  if (named === null || !wasRead(access)) return []
  const arns = place.lines.flatMap((line) => (line.is === named.is ? [line.arn] : []))
  const there = arns.some((arn) =>
    named.name.startsWith('arn:') ? arn === named.name : lastPart(arn) === lastPart(named.name),
  )
  const near = nearest(lastPart(named.name), [...new Set(arns.map(lastPart))])
  // Only the account's own are all known: those of AWS may be newer, and are then told after the merge.
  return there || arns.length === 0 ? [] : [unseen(asked, place, access, `${named.is} ${named.name}`, near)]
}

/** Remarks, since an inventory is late and does not know everything. What lies in Okta lies in no account. */
export function unseenFindings(asked: AskedEntitlement, place: KnownPlace): readonly Finding[] {
  const { permissions, target } = asked
  if (target !== undefined) return []
  return [
    ...(permissions.form === 'resource' ? unseenResource(asked, permissions.arn, place) : []),
    ...unseenName(asked, place),
  ]
}
