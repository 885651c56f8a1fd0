// Which live grants can be placed: every need found, and found to be what it was when it was granted.

import { writeEdgeError } from '../model/edge-error.ts'
import type { Grant } from '../model/grant.ts'
import { writeInstant } from '../model/time.ts'
import { type Blocked, type Fact, type Need, needKey, type Resolved } from './provisioner.ts'
import type { Settled, Settlement } from './settlement.ts'

export interface Resolution {
  readonly asked: readonly Grant[]
  readonly resolved: readonly Resolved[]
  readonly blocked: readonly Blocked[]
  /** Could not be read: neither given nor taken. */
  readonly unknown: readonly Grant[]
  /** May stand as a copy of what their policy said once; no record tells. */
  readonly rewritten: readonly Resolved[]
}

const WORDS: Readonly<Record<Need['what'], string>> = {
  identity: 'the person',
  account: 'the account',
  policy: 'the policy',
  role: 'the role',
  permissionSet: 'the permission set',
  group: 'the group',
}

function missing(grant: Grant, fact: Fact): Blocked | null {
  const { need } = fact
  const blocked = (because: string, cure: string): Blocked => ({
    grants: [grant.key],
    because,
    cure,
    at: grant.item.at,
  })
  switch (fact.is) {
    case 'found':
      return null
    case 'absent':
      return blocked(
        `${WORDS[need.what]} ${need.name} does not exist in ${need.target}`,
        need.what === 'identity'
          ? 'create the user there, or correct the e-mail in people.yaml or how the account finds people'
          : 'correct the name, or create it there',
      )
    case 'several':
      return blocked(
        `${need.name} fits several in ${need.target}: ${fact.names.join(', ')}`,
        'make the match in the account unambiguous',
      )
    case 'unfit':
      return blocked(fact.because, fact.cure)
    case 'unknown':
      return blocked(
        `${WORDS[need.what]} ${need.name} could not be looked up in ${need.target}: ${writeEdgeError(fact.because)}`,
        'the next run tries again',
      )
  }
}

/** Where nothing can be looked up, or the place itself is out of order, what stands there is left alone. */
const isUnsure = (fact: Fact): boolean => fact.is === 'unknown' || (fact.is === 'unfit' && fact.need.what === 'account')

const notRead = (need: Need): Fact => ({
  need,
  is: 'unknown',
  because: { kind: 'garbage', call: `reading ${need.target}`, said: 'the answer does not tell' },
})

/** A grant pins what it resolved to; the same words meaning something else later is nothing that anybody approved. */
function otherThanPinned(grant: Grant, identity: string, settled: Settled): string | null {
  if (settled.is === 'new' || settled.is === 'untold') return null
  const { granted } = settled
  if (granted.identity !== identity)
    return `${grant.email} is another user in ${grant.item.target} than when this was granted`
  if (granted.account !== grant.account) return `${grant.item.target} is another account than when this was granted`
  return granted.mode === grant.mode
    ? null
    : `${grant.item.target} gives access in another way than when this was granted`
}

export function resolve(
  live: readonly Grant[],
  needs: (grant: Grant) => readonly Need[],
  facts: ReadonlyMap<string, Fact>,
  settlement: Settlement,
): Resolution {
  const resolved: Resolved[] = []
  const blocked: Blocked[] = []
  const unknown: Grant[] = []
  for (const grant of live) {
    const found = needs(grant).map((need) => facts.get(needKey(need)) ?? notRead(need))
    const problems = found.flatMap((fact) => missing(grant, fact) ?? [])
    blocked.push(...problems)
    if (found.some(isUnsure)) unknown.push(grant)
    if (problems.length > 0) continue
    const identity = found.find((fact) => fact.need.what === 'identity')
    if (identity?.is !== 'found') throw new Error(`${grant.mode} states no need for the identity of ${grant.key}`)
    const other = otherThanPinned(grant, identity.id, settlement(grant))
    if (other === null) resolved.push({ grant, identity: identity.id, facts: found })
    else blocked.push({ grants: [grant.key], because: other, cure: 'ask again with a new request', at: grant.item.at })
  }
  return { asked: live, resolved, blocked, unknown, rewritten: [] }
}

function rewritten({ item, landedAt, key }: Grant, fact: Fact): Blocked | null {
  if (fact.is !== 'found' || fact.written === undefined) return null
  if (fact.written !== null && fact.written < landedAt) return null
  const when = fact.written === null ? 'at a time that is not told' : `at ${writeInstant(fact.written)}`
  return {
    grants: [key],
    because: `${WORDS[fact.need.what]} ${fact.name} of ${fact.need.target} was written ${when}, and the request landed at ${writeInstant(landedAt)}: nobody approved what it says now`,
    cure: 'read what it says, and ask again with a new request',
    at: item.at,
  }
}

/**
 * Of a policy that others may rewrite, approvals mean what it said when the request landed: what is written later is not
 * given. No matter of what stands, which is a copy, nor of what was undone, which is not given anyway. Where the record
 * cannot be read it may stand, so it is left as it is.
 */
export function asLanded(resolution: Resolution, settlement: Settlement): Resolution {
  const blocked = new Map<Resolved, readonly Blocked[]>()
  const copies: Resolved[] = []
  for (const one of resolution.resolved) {
    const settled = settlement(one.grant).is
    if (settled === 'standing' || settled === 'undone') continue
    const problems = one.facts.flatMap((fact) => rewritten(one.grant, fact) ?? [])
    if (problems.length === 0) continue
    blocked.set(one, settled === 'untold' ? [] : problems)
    if (settled === 'untold') copies.push(one)
  }
  return {
    ...resolution,
    resolved: resolution.resolved.filter((one) => !blocked.has(one)),
    blocked: [...resolution.blocked, ...[...blocked.values()].flat()],
    rewritten: copies,
  }
}
