// How what should be there and what is there differ, holding by holding: pure, and the only place that decides to act.

import type { Grant } from '../model/grant.ts'
import type { HoldingKey, VersionId } from '../model/id.ts'
import type { Granted } from '../report/record.ts'
import { names } from './because.ts'
import { type Drift, type World, withoutCut, withoutTaken } from './by-hand.ts'
import { compare, goingFrom, isOurs, keysOf } from './compare.ts'
import { explainedByMarks } from './explained.ts'
import type {
  Because,
  Blocked,
  Change,
  Holding,
  Mark,
  Observation,
  Observed,
  Provisioner,
  Resolved,
} from './provisioner.ts'
import { isStanding, type Settlement } from './settlement.ts'

export interface Difference<T> {
  readonly changes: readonly Change<T>[]
  /** There and right, but not in the record: proved once, then recorded. */
  readonly unrecorded: readonly Holding<T>[]
  /** There and right, and everybody stands on it, but the record tells it otherwise: a run changed it and died. */
  readonly outdated: readonly Holding<T>[]
  readonly drift: readonly Drift[]
  readonly blocked: readonly Blocked[]
  /** Blocked for now only, since what is there cannot be told. */
  readonly unclear: readonly Blocked[]
  /** Over through somebody else's hand, though still asked for: the record must learn it. */
  readonly undone: readonly Granted[]
}

export interface Compared<T> {
  readonly provisioner: Pick<Provisioner<T>, 'place' | 'effectOf' | 'without' | 'scopes'>
  /** What may be held after this run: what stands, and what may be given. */
  readonly live: readonly Resolved[]
  /** Live too, but not to be given in this run. */
  readonly withheld?: {
    readonly unproved: readonly Resolved[]
    readonly late: readonly Resolved[]
    /** May stand with another text than their source has now, which no record tells. */
    readonly rewritten?: readonly Resolved[]
  }
  /** Live, but could not be looked up: what holds them is left alone. */
  readonly unsure?: readonly Grant[]
  readonly seen: Observation<T>
  readonly settlement: Settlement
  /** What the ledger shows as given and not ended, by holding: ours even where the mark was taken off. */
  readonly recorded: ReadonlyMap<HoldingKey, readonly Granted[]>
  /** Whose taking failed, and on which thing, where nothing was told since. */
  readonly stuck?: ReadonlyMap<VersionId, HoldingKey>
  /** What the ledger says of things that bear no mark themselves; missing = it claims nothing. */
  readonly claims?: ReadonlyMap<HoldingKey, Mark>
  /** Whether somebody who stands must be taken from now, before their end; missing = nobody. */
  readonly goes?: (granted: Granted) => boolean
  /** Why something of ours is not wanted; null = leave it alone for now. */
  readonly whyNot: (have: Observed<T>) => Because | null
  /** Whether a mark names a version that ever landed; missing = every mark is believed. */
  readonly believes?: (mark: Mark) => boolean
}

const readable = <T>({ seen }: Compared<T>, scope: Observed<T>['scope']): boolean =>
  seen.scopes.get(scope)?.is === 'known'

const stillSettling = (want: Holding<unknown>): Blocked => ({
  grants: keysOf(want.holders),
  because: `what is there of ${want.key} cannot be told for sure now`,
  cure: 'the next run looks again',
})

/**
 * Holdings that hold something live which cannot be judged in this run: neither given to nor taken from, but where somebody
 * else must go from it. A mark speaks for what the record does not know.
 */
function leftAlone<T>(asked: Compared<T>, placed: readonly Blocked[]): ReadonlySet<HoldingKey> {
  const stuck = new Set(placed.flatMap((one) => one.grants))
  const unsure = [
    ...(asked.unsure ?? []),
    ...asked.live.map(({ grant }) => grant).filter((grant) => stuck.has(grant.key)),
  ]
  const held = unsure.flatMap((grant) => {
    const settled = asked.settlement(grant)
    return settled.is === 'standing' ? [settled.granted.holding] : []
  })
  const marked = asked.seen.observed.filter(
    ({ key, mark, target }) =>
      !asked.recorded.has(key) &&
      asked.unsure?.some((grant) => grant.item.target === target && names(mark, grant.version)) === true,
  )
  return new Set([...held, ...marked.map(({ key }) => key)].filter((key) => goingFrom(asked, key).size === 0))
}

/** A claim is the mark of what takes none: it was written before the access was given. */
function withClaim<T>({ claims }: Compared<T>, one: Observed<T>): Observed<T> {
  const claim = one.mark === null ? claims?.get(one.key) : undefined
  return claim === undefined ? one : { ...one, mark: claim, markedBeside: true }
}

/**
 * A mark beside the thing can be put there by whoever may write it. Where it names nothing of ours it is no mark: or else
 * it would have Daypass take away what somebody held before.
 */
function disbelieved<T>({ believes, recorded }: Compared<T>, one: Observed<T>): boolean {
  if (one.markedBeside !== true || one.mark === null || one.state !== 'there' || recorded.has(one.key)) return false
  return believes !== undefined && !believes(one.mark)
}

const noteForged = (one: Observed<unknown>): Drift => ({
  holding: one.key,
  grants: [],
  is: 'forged-mark',
  says: `${one.says} bears a mark of Daypass that no request ever stood behind: it is left as it is`,
})

export function diff<T>(given: Compared<T>): Difference<T> {
  const { provisioner } = given
  const marked = given.seen.observed.map((one) => withClaim(given, one))
  const forged = new Set(marked.filter((one) => disbelieved(given, one)))
  const unmarked = (one: Observed<T>): Observed<T> => (forged.has(one) ? { ...one, mark: null } : one)
  const seen = { ...given.seen, observed: marked.map(unmarked) }
  const asked: Compared<T> = { ...given, seen }
  const have: World<T> = new Map(seen.observed.map((one) => [one.key, one]))
  const taken = withoutTaken(asked, have)
  const first = provisioner.place(taken.kept, seen)
  const cut = withoutCut(asked, taken.kept, first, have)
  const placed = cut.kept.length === taken.kept.length ? first : provisioner.place(cut.kept, seen)
  const alone = new Set([...taken.settling, ...cut.settling, ...leftAlone(asked, placed.blocked)])
  const explained = explainedByMarks(asked, cut.kept, have)
  const judged = [...explained].flatMap(([key, one]) => (alone.has(key) ? [] : [one]))
  for (const want of placed.holdings) {
    if (explained.has(want.key) || !readable(asked, want.scope)) continue
    const settled = want.holders.every(({ grant }) => isStanding(asked.settlement, grant))
    if (!alone.has(want.key)) judged.push(compare(asked, want, have.get(want.key)))
    else if (!settled) judged.push({ unclear: stillSettling(want) })
  }
  const drift = [...[...forged].map(noteForged), ...taken.drift, ...cut.drift]
  const wanted = new Set([...placed.holdings.map((want) => want.key), ...explained.keys(), ...alone])
  const undone = new Set(taken.drift.map((one) => one.holding))
  const revoked = seen.observed.flatMap((one): Change<T>[] => {
    if (!isOurs(asked, one) || one.state === 'pending' || wanted.has(one.key) || !readable(asked, one.scope)) return []
    const why = asked.whyNot(one)
    // What is past its end has expired, whatever somebody took of another grant on it.
    const because = undone.has(one.key) && why !== 'expired' ? 'undone' : why
    return because === null ? [] : [{ do: 'revoke', have: one, because }]
  })
  return {
    changes: [...judged.flatMap((one) => one.change ?? []), ...revoked],
    unrecorded: judged.flatMap((one) => one.unrecorded ?? []),
    outdated: judged.flatMap((one) => one.outdated ?? []),
    drift: [...drift, ...judged.flatMap((one) => one.drift ?? [])],
    blocked: [...placed.blocked, ...cut.blocked],
    unclear: judged.flatMap((one) => one.unclear ?? []),
    undone: [...taken.undone, ...cut.undone],
  }
}
