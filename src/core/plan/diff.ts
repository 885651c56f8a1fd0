// How what should be there and what is there differ, holding by holding: pure, and the only place that decides to act.

import type { Grant } from '../model/grant.ts'
import type { GrantKey, HoldingKey, VersionId } from '../model/id.ts'
import type { Granted } from '../report/record.ts'
import { names } from './because.ts'
import { type Drift, isPinned, type World, withoutCut, withoutTaken } from './by-hand.ts'
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
import { isSettling, isStanding, type Settlement } from './settlement.ts'

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
  readonly withheld?: { readonly unproved: readonly Resolved[]; readonly late: readonly Resolved[] }
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

const keysOf = (holders: readonly Resolved[]): readonly GrantKey[] => holders.map((holder) => holder.grant.key)

const isOurs = <T>(asked: Compared<T>, have: Observed<T>): boolean => have.mark !== null || asked.recorded.has(have.key)

const readable = <T>({ seen }: Compared<T>, scope: Observed<T>['scope']): boolean =>
  seen.scopes.get(scope)?.is === 'known'

interface Judged<T> {
  readonly change?: Change<T>
  readonly unrecorded?: Holding<T>
  readonly outdated?: Holding<T>
  readonly drift?: Drift
  readonly unclear?: Blocked
}

const noteOn =
  (want: Holding<unknown>) =>
  (is: Drift['is'], says: string): Judged<never> => ({
    drift: {
      holding: want.key,
      grants: keysOf(want.holders),
      is,
      says,
      ...(is === 'had-before' && want.markedBy === 'claim' ? { found: { mode: want.mode, target: want.target } } : {}),
    },
  })

/** Who is on it and must not go on: then it cannot be left as it is, whoever else it is for. */
const goingFrom = <T>({ recorded, goes, seen }: Compared<T>, key: HoldingKey): ReadonlySet<VersionId> =>
  new Set(
    (recorded.get(key) ?? []).flatMap((granted) =>
      granted.until > seen.asOf && goes?.(granted) === true ? [granted.version] : [],
    ),
  )

/** It cannot be written anew, for its source has changed: who must go is cut out, or all of it goes. */
function cutOut<T>(asked: Compared<T>, want: Holding<T>, have: Observed<T>, going: ReadonlySet<VersionId>): Change<T> {
  const left = asked.provisioner.without?.(have.content, going) ?? null
  return left === null || asked.provisioner.effectOf(have.content, left.content) !== 'takes'
    ? { do: 'revoke', have, because: 'changed' }
    : { do: 'adjust', have, want: { ...want, ...left }, effect: 'takes' }
}

/** Everybody on it stands, and the world holds less of it, or something else. */
function compareStanding<T>(asked: Compared<T>, want: Holding<T>, have: Observed<T>): Judged<T> {
  const note = noteOn(want)
  const undo: Change<T> = { do: 'revoke', have, because: 'undone' }
  const settling = want.holders.some(({ grant }) => {
    const settled = asked.settlement(grant)
    return settled.is === 'standing' && isSettling(settled.granted, asked.seen.asOf)
  })
  const ended = have.mark?.expires != null && have.mark.expires <= asked.seen.asOf
  if (ended) return settling ? {} : { change: undo, ...note('narrowed-by-hand', `${have.says} was ended by hand`) }
  if (want.holders.every((holder) => isPinned(asked, holder, have))) {
    const going = goingFrom(asked, want.key)
    const stays = note('text-changed', `${have.says}: its source changed since; it stays as it was given to its end`)
    return going.size === 0 ? stays : { change: cutOut(asked, want, have, going) }
  }
  if (asked.provisioner.effectOf(want.content, have.content) === 'takes')
    return note('narrowed-by-hand', `${have.says} was narrowed by hand and stays so`)
  if (settling) return {}
  return { change: undo, ...note('widened-by-hand', `${have.says} was rewritten by hand: what is left is removed`) }
}

/** With exactly these holders, and exactly what is there, of which nothing is left to be taken. */
const isToldAs = <T>(
  { recorded, stuck }: Compared<T>,
  { holders }: Holding<T>,
  { key, digest }: Observed<T>,
): boolean =>
  !holders.some(({ grant }) => stuck?.get(grant.version) === key) &&
  (recorded.get(key) ?? []).every(
    ({ grant, version, content }) =>
      content === digest && holders.some((one) => one.grant.key === grant && one.grant.version === version),
  )

function compare<T>(asked: Compared<T>, want: Holding<T>, have: Observed<T> | undefined): Judged<T> {
  if (have === undefined) return { change: { do: 'grant', want } }
  const note = noteOn(want)
  if (!isOurs(asked, have)) return note('had-before', `${have.says}: held before Daypass, left as it is`)
  if (have.state === 'pending') return {}
  const standing = want.holders.every(({ grant }) => isStanding(asked.settlement, grant))
  if (have.state === 'there' && have.digest === want.digest)
    return !standing ? { unrecorded: want } : isToldAs(asked, want, have) ? {} : { outdated: want }
  const effect = asked.provisioner.effectOf(have.content, want.content)
  const adjust: Change<T> = { do: 'adjust', have, want, effect }
  if (effect === 'takes') {
    const pinned = want.holders.some((holder) => isPinned(asked, holder, have))
    return { change: adjust, ...(pinned ? {} : note('widened-by-hand', `${have.says} allowed more than was granted`)) }
  }
  if (!standing) return { change: adjust }
  return effect === 'prepares' ? {} : compareStanding(asked, want, have)
}

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

/**
 * What the record does not know but a mark explains: a run may have given it and died, or the record is lost. It stays
 * while its proof is not known, is cut to what could have been given at most, and is recorded once it is proved.
 */
function explainedByMarks<T>(
  asked: Compared<T>,
  kept: readonly Resolved[],
  have: World<T>,
): ReadonlyMap<HoldingKey, Judged<T>> {
  const { unproved = [], late = [] } = asked.withheld ?? {}
  if (unproved.length + late.length === 0) return new Map()
  const most = asked.provisioner.place([...kept, ...unproved, ...late], asked.seen)
  const explained = new Map<HoldingKey, Judged<T>>()
  for (const want of most.holdings) {
    const there = have.get(want.key)
    if (there === undefined || asked.recorded.has(there.key)) continue
    if (there.mark === null) explained.set(want.key, compare(asked, want, there))
    const named = (some: readonly Resolved[]): boolean =>
      some.some((one) => want.holders.includes(one) && names(there.mark, one.grant.version))
    if (!named([...unproved, ...late])) continue
    const judged = compare(asked, want, there)
    const takes = judged.change?.do === 'adjust' && judged.change.effect === 'takes'
    if (takes || judged.unrecorded !== undefined) explained.set(want.key, judged)
    else if (named(unproved)) explained.set(want.key, {})
  }
  return explained
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
