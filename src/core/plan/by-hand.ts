// What somebody took away or cut since it was given: it is never given back (design, law 7).

import type { GrantKey, HoldingKey, ModeId, TargetId, VersionId } from '../model/id.ts'
import type { Granted } from '../report/record.ts'
import type { Compared } from './diff.ts'
import type { Blocked, Observed, Placed, Resolved } from './provisioner.ts'
import { isSettling } from './settlement.ts'

/** Something that differs from the record through somebody else's hand, or that stays although its text changed. */
export interface Drift {
  readonly holding: HoldingKey
  readonly grants: readonly GrantKey[]
  readonly is:
    | 'taken-by-hand'
    | 'narrowed-by-hand'
    | 'widened-by-hand'
    | 'text-changed'
    | 'had-before'
    | 'forged-mark'
    | 'presumed-ours'
  readonly says: string
  /** Where only a claim would have marked it: the record must know whether it was there before. */
  readonly found?: { readonly mode: ModeId; readonly target: TargetId }
}

/** What is left of the live grants, and what has to be known of the others. */
export interface Respected {
  readonly kept: readonly Resolved[]
  readonly drift: readonly Drift[]
  /** Over for good: the record must learn it. */
  readonly undone: readonly Granted[]
  /** Holdings that cannot be judged yet: the cloud may still tell what was there before our last write. */
  readonly settling: readonly HoldingKey[]
  readonly blocked: readonly Blocked[]
}

export type World<T> = ReadonlyMap<HoldingKey, Observed<T>>

const standingAs = <T>(asked: Compared<T>, { grant }: Resolved): Granted | null => {
  const settled = asked.settlement(grant)
  return settled.is === 'standing' ? settled.granted : null
}

/** Granted last with exactly what is there now. */
export const isPinned = <T>(asked: Compared<T>, holder: Resolved, have: Observed<T>): boolean =>
  standingAs(asked, holder)?.content === have.digest

const wasRead = <T>(asked: Compared<T>, target: Granted['target']): boolean => {
  const scopes = asked.provisioner.scopes.filter((one) => one.target === target)
  return scopes.length > 0 && scopes.every(({ scope }) => asked.seen.scopes.get(scope)?.is === 'known')
}

/** Leaves out what was given and is gone. */
export function withoutTaken<T>(asked: Compared<T>, have: World<T>): Respected {
  const kept: Resolved[] = []
  const drift: Drift[] = []
  const undone: Granted[] = []
  const settling: HoldingKey[] = []
  for (const resolved of asked.live) {
    const settled = asked.settlement(resolved.grant)
    const granted = settled.is === 'standing' || settled.is === 'undone' ? settled.granted : null
    const state = granted === null ? undefined : have.get(granted.holding)?.state
    const stands = settled.is === 'standing' && (state === 'there' || state === 'pending')
    if (granted === null || stands || (settled.is === 'standing' && !wasRead(asked, granted.target))) {
      kept.push(resolved)
      continue
    }
    const { entitlement, target } = resolved.grant.item
    drift.push({
      holding: granted.holding,
      grants: [resolved.grant.key],
      is: 'taken-by-hand',
      says: `${entitlement.says} in ${target} was taken away by hand and stays away`,
    })
    if (settled.is === 'undone') continue
    if (isSettling(granted, asked.seen.asOf)) settling.push(granted.holding)
    else undone.push(granted)
  }
  return { kept, drift, undone, settling, blocked: [] }
}

/** Given on the holding, and standing there. */
interface Stood {
  readonly holder: Resolved
  readonly granted: Granted
}

interface Shared<T> {
  readonly have: Observed<T>
  readonly older: readonly Stood[]
  readonly newer: readonly Resolved[]
}

/** Holdings that newer grants would change while older ones stand on them. */
function sharedIn<T>(asked: Compared<T>, { holdings }: Placed<T>, have: World<T>): readonly Shared<T>[] {
  return holdings.flatMap((want): Shared<T>[] => {
    const there = have.get(want.key)
    if (there === undefined || there.state !== 'there' || there.digest === want.digest) return []
    const older = want.holders.flatMap((holder): Stood[] => {
      const granted = standingAs(asked, holder)
      return granted?.holding === want.key ? [{ holder, granted }] : []
    })
    const newer = want.holders.filter((one) => older.every(({ holder }) => holder !== one))
    return older.length === 0 || newer.length === 0 ? [] : [{ have: there, older, newer }]
  })
}

/** Versions that the holding does not hold any more as they were given, each looked at alone. */
function cutFrom<T>(asked: Compared<T>, { have, older }: Shared<T>): ReadonlySet<VersionId> {
  const cut = older.filter(({ holder }) => {
    const want = asked.provisioner.place([holder], asked.seen).holdings.find((one) => one.key === have.key)
    return (
      want === undefined ||
      (want.digest !== have.digest && asked.provisioner.effectOf(have.content, want.content) === 'gives')
    )
  })
  return new Set(cut.map(({ granted }) => granted.version))
}

/**
 * Leaves older grants out of holdings that somebody cut: a newer grant brings back its own window only. Where the source
 * of the older ones changed, the newer must wait: nothing is renewed silently with another text.
 */
export function withoutCut<T>(
  asked: Compared<T>,
  kept: readonly Resolved[],
  placed: Placed<T>,
  have: World<T>,
): Respected {
  const out = new Set<Resolved>()
  const drift: Drift[] = []
  const undone: Granted[] = []
  const settling: HoldingKey[] = []
  const blocked: Blocked[] = []
  for (const one of sharedIn(asked, placed, have)) {
    const cut = cutFrom(asked, one)
    if (cut.size === 0) continue
    const lost = one.older.filter(({ granted }) => cut.has(granted.version))
    const given = lost.map(({ granted }) => granted)
    if (one.older.every(({ holder }) => isPinned(asked, holder, one.have))) {
      for (const holder of one.newer) out.add(holder)
      blocked.push({
        grants: one.newer.map(({ grant }) => grant.key),
        because: `${one.have.says} was given with another text than its source has now, and is not renewed with a new one`,
        cure: 'wait for its end, or delete the request it was given for',
      })
    } else if (given.some((granted) => isSettling(granted, asked.seen.asOf))) settling.push(one.have.key)
    else {
      for (const { holder } of lost) out.add(holder)
      undone.push(...given)
      drift.push({
        holding: one.have.key,
        grants: given.map(({ grant }) => grant),
        is: 'narrowed-by-hand',
        says: `${one.have.says} was narrowed by hand: what was cut stays away`,
      })
    }
  }
  return { kept: kept.filter((one) => !out.has(one)), drift, undone, settling, blocked }
}
