// What one thing that should be there and what is there of it come to.

import type { GrantKey, HoldingKey, VersionId } from '../model/id.ts'
import type { Granted } from '../report/record.ts'
import { type Drift, isPinned } from './by-hand.ts'
import type { Compared } from './diff.ts'
import type { Blocked, Change, Holding, Observed, Resolved } from './provisioner.ts'
import { isSettling, isStanding } from './settlement.ts'

export const keysOf = (holders: readonly Resolved[]): readonly GrantKey[] => holders.map((holder) => holder.grant.key)

export const isOurs = <T>(asked: Compared<T>, have: Observed<T>): boolean =>
  have.mark !== null || asked.recorded.has(have.key)

export interface Judged<T> {
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

/** What a grant is of, whichever request asks for it: its key without the request. */
const itemIn = ({ grant }: Granted): string => grant.slice(grant.indexOf('/'))

/** Who is on it with something that must not go on: then it cannot be left as it is, whoever else it is for. */
export function goingFrom<T>({ recorded, goes, seen }: Compared<T>, key: HoldingKey): ReadonlySet<VersionId> {
  const standing = (recorded.get(key) ?? []).filter(({ until }) => until > seen.asOf)
  const going = standing.filter((granted) => goes?.(granted) === true)
  const kept = new Set(standing.filter((granted) => !going.includes(granted)).map(itemIn))
  return new Set(going.filter((granted) => !kept.has(itemIn(granted))).map(({ version }) => version))
}

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

export function compare<T>(asked: Compared<T>, want: Holding<T>, have: Observed<T> | undefined): Judged<T> {
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
