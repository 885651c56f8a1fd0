// How what should be there and what is there differ, holding by holding: pure, and the only place that decides to act.

import type { GrantKey, HoldingKey, VersionId } from '../model/id.ts'
import type {
  Because,
  Blocked,
  Change,
  Holding,
  Observation,
  Observed,
  Placed,
  Provisioner,
  Resolved,
} from './provisioner.ts'
import type { Settlement } from './settlement.ts'

/** Something that differs from the record through somebody else's hand, or that stays although its text changed. */
export interface Drift {
  readonly holding: HoldingKey
  readonly grants: readonly GrantKey[]
  readonly is: 'taken-by-hand' | 'narrowed-by-hand' | 'widened-by-hand' | 'text-changed' | 'had-before'
  readonly says: string
}

export interface Difference<T> {
  readonly changes: readonly Change<T>[]
  /** There and right, but not in the record: proved once, then recorded. */
  readonly unrecorded: readonly Holding<T>[]
  readonly drift: readonly Drift[]
  readonly blocked: readonly Blocked[]
}

export interface Compared<T> {
  readonly provisioner: Pick<Provisioner<T>, 'place' | 'effectOf'>
  readonly live: readonly Resolved[]
  readonly seen: Observation<T>
  readonly settlement: Settlement
  /** Holdings the ledger shows as given and not ended: ours even where the mark was taken off. */
  readonly recorded: ReadonlySet<HoldingKey>
  /** Why something of ours is not wanted; null = leave it alone for now. */
  readonly whyNot: (have: Observed<T>) => Because | null
}

const keysOf = (holders: readonly Resolved[]): readonly GrantKey[] => holders.map((holder) => holder.grant.key)

export const versionsOf = (holding: Holding<unknown>): readonly VersionId[] => [
  ...new Set(holding.holders.map((holder) => holder.grant.version)),
]

/** What was given and is gone stays gone: an incident responder is never undone (design, law 7). */
function dropUndone<T>(asked: Compared<T>, have: ReadonlyMap<HoldingKey, Observed<T>>) {
  const kept: Resolved[] = []
  const drift: Drift[] = []
  for (const resolved of asked.live) {
    const settled = asked.settlement(resolved.grant)
    if (settled.is === 'new' || settled.is === 'ended') {
      kept.push(resolved)
      continue
    }
    const seen = have.get(settled.granted.holding)
    if (settled.is === 'standing' && (seen?.state === 'there' || seen?.state === 'pending')) kept.push(resolved)
    else
      drift.push({
        holding: settled.granted.holding,
        grants: [resolved.grant.key],
        is: 'taken-by-hand',
        says: `${resolved.grant.item.entitlement.says} in ${resolved.grant.item.target} was taken away by hand and stays away`,
      })
  }
  return { kept, drift }
}

const isOurs = <T>(asked: Compared<T>, have: Observed<T>): boolean =>
  have.mark !== null || asked.recorded.has(have.key)

type Judged<T> = { readonly change?: Change<T>; readonly unrecorded?: Holding<T>; readonly drift?: Drift }

function compare<T>(asked: Compared<T>, want: Holding<T>, have: Observed<T> | undefined): Judged<T> {
  const grants = keysOf(want.holders)
  const note = (is: Drift['is'], says: string): Judged<T> => ({ drift: { holding: want.key, grants, is, says } })
  if (have === undefined) return { change: { do: 'grant', want } }
  if (!isOurs(asked, have)) return note('had-before', `${have.says}: held before Daypass, left as it is`)
  if (have.state === 'pending') return {}
  const standing = want.holders.every((holder) => asked.settlement(holder.grant).is === 'standing')
  if (have.state === 'there' && have.digest === want.digest) return standing ? {} : { unrecorded: want }
  const effect = asked.provisioner.effectOf(have.content, want.content)
  const adjust: Change<T> = { do: 'adjust', have, want, effect }
  if (effect === 'takes') {
    const pinned = want.holders.some((holder) => isPinned(asked, holder, have))
    return { change: adjust, ...(pinned ? {} : note('widened-by-hand', `${have.says} allowed more than was granted`)) }
  }
  if (!standing) return { change: adjust }
  if (want.holders.every((holder) => isPinned(asked, holder, have)))
    return note('text-changed', `${have.says}: its source changed since; it stays as it was given to its end`)
  if (asked.provisioner.effectOf(want.content, have.content) === 'takes')
    return note('narrowed-by-hand', `${have.says} was narrowed by hand and stays so`)
  return {
    change: { do: 'revoke', have, because: 'undone' },
    ...note('widened-by-hand', `${have.says} was rewritten by hand: what is left is removed`),
  }
}

function isPinned<T>(asked: Compared<T>, holder: Resolved, have: Observed<T>): boolean {
  const settled = asked.settlement(holder.grant)
  return settled.is === 'standing' && settled.granted.content === have.digest
}

const readable = <T>(seen: Observation<T>, scope: Observed<T>['scope']): boolean => seen.scopes.get(scope)?.is === 'known'

export function diff<T>(asked: Compared<T>): Difference<T> {
  const { seen } = asked
  const have = new Map(seen.observed.map((one) => [one.key, one]))
  const { kept, drift } = dropUndone(asked, have)
  const placed: Placed<T> = asked.provisioner.place(kept, seen)
  const judged = placed.holdings
    .filter((want) => readable(seen, want.scope))
    .map((want) => compare(asked, want, have.get(want.key)))
  const wanted = new Set(placed.holdings.map((want) => want.key))
  const undone = new Set(drift.map((one) => one.holding))
  const revoked = seen.observed.flatMap((one): Change<T>[] => {
    if (!isOurs(asked, one) || one.state === 'pending' || wanted.has(one.key) || !readable(seen, one.scope)) return []
    const because = undone.has(one.key) ? 'undone' : asked.whyNot(one)
    return because === null ? [] : [{ do: 'revoke', have: one, because }]
  })
  return {
    changes: [...judged.flatMap((one) => one.change ?? []), ...revoked],
    unrecorded: judged.flatMap((one) => one.unrecorded ?? []),
    drift: [...drift, ...judged.flatMap((one) => one.drift ?? [])],
    blocked: placed.blocked,
  }
}
