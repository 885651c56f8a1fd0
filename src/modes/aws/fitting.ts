// What one person holds together in one container, and what has no room in it any more.

import type { PolicyDocument, Statement } from '../../core/model/policy-document.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Blocked, Resolved } from '../../core/plan/provisioner.ts'
import type { Ours } from '../../core/policy/reach.ts'
import type { PolicyRead } from '../../core/policy/read.ts'
import { blocks } from '../any/blocks.ts'
import { lastOf, unite } from '../any/spans.ts'
import { inlinePolicy, type Room } from './container.ts'
import { signed } from './document.ts'
import { sidOf, versionInSid } from './signature.ts'

/** What one grant puts into it. */
export type Part =
  | { readonly is: 'managed'; readonly arn: string }
  | { readonly is: 'customer'; readonly path: string }
  | { readonly is: 'statements'; readonly document: PolicyDocument }

export interface PartOf {
  readonly resolved: Resolved
  readonly part: Part
}

export interface Wrapping {
  readonly now: Instant
  readonly ours: Ours
  readonly home: string
  readonly quotas: Room
}

export interface Fit {
  readonly holders: readonly Resolved[]
  readonly parts: { readonly is: Part['is']; readonly policy: string | null; readonly document: PolicyDocument }
  readonly blocked: readonly Blocked[]
}

/** Of equal entitlements one set of statements, dated to the union of their windows; signed and numbered through. */
function datedStatements(parts: readonly PartOf[], { now, quotas }: Wrapping): PolicyRead {
  const statements: Statement[] = []
  const byWhat = Map.groupBy(parts, ({ resolved }) => resolved.grant.item.entitlement.what)
  for (const [, same] of [...byWhat].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const document = same.flatMap(({ part }) => (part.is === 'statements' ? [part.document] : []))[0]
    if (document === undefined) continue
    const read = signed(document, unite(same.map(({ resolved }) => resolved)), now, quotas.inlineSize)
    if ('problem' in read) return read
    for (const one of read.document.statements)
      statements.push({ ...one, sid: sidOf(statements.length, versionInSid(one.sid) ?? '') })
  }
  return { document: { version: '2012-10-17', statements } }
}

function together(wrapping: Wrapping, parts: readonly PartOf[]): PolicyRead {
  const read = datedStatements(parts, wrapping)
  if ('problem' in read) return read
  const last = lastOf(parts.map(({ resolved }) => resolved))
  return inlinePolicy({ ...wrapping, allowed: read.document.statements, last })
}

const earlier = (a: PartOf, b: PartOf): number =>
  a.resolved.grant.from - b.resolved.grant.from || (a.resolved.grant.key < b.resolved.grant.key ? -1 : 1)

/** Everything, if it fits; else those that began first, so that somebody's newest request never costs them older access. */
export function fitting(wrapping: Wrapping, parts: readonly PartOf[]): Fit {
  const [first] = parts
  if (first === undefined) throw new Error('nobody holds it')
  const { part } = first
  const policy = part.is === 'managed' ? part.arn : part.is === 'customer' ? part.path : null
  const kept: PartOf[] = []
  const blocked: Blocked[] = []
  const whole = together(wrapping, parts)
  if ('document' in whole) kept.push(...parts)
  else
    for (const one of [...parts].sort(earlier)) {
      const more = together(wrapping, [...kept, one])
      if ('document' in more) kept.push(one)
      else
        blocked.push(
          blocks(
            [one.resolved],
            `${one.resolved.grant.item.entitlement.says} does not fit: ${more.problem}`,
            'ask for less at once',
          ),
        )
    }
  const holders = parts.filter((one) => kept.includes(one)).map(({ resolved }) => resolved)
  const read = 'document' in whole ? whole : holders.length === 0 ? null : together(wrapping, kept)
  const document: PolicyDocument =
    read !== null && 'document' in read ? read.document : { version: '2012-10-17', statements: [] }
  return { holders, parts: { is: part.is, policy, document }, blocked }
}
