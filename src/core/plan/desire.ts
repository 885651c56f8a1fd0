// Which grants should exist now: what is asked for, filtered by time, proof, holds and denying rules.

import type { Grant } from '../model/grant.ts'
import type { VersionId } from '../model/id.ts'
import { hasEnded, type Instant, later, MINUTE, writeInstant } from '../model/time.ts'
import type { Asked, AskedFor, Over } from './asked.ts'
import type { Blocked } from './provisioner.ts'
import { mayStand, type Settlement } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'

/** Less time than this left: not worth giving. */
const SHORTEST = 5 * MINUTE

/** What becomes of one item of one version now. */
export type Fate =
  | { readonly is: 'live' }
  | { readonly is: 'not-yet'; readonly from: Instant }
  | Over
  /** Not held, and not given any more: too little time is left. */
  | { readonly is: 'dead'; readonly says: string }

export interface Wish {
  readonly grant: Grant
  readonly fate: Fate
}

export interface Desire {
  /** By grant key. */
  readonly wishes: readonly Wish[]
  readonly blocked: readonly Blocked[]
}

export interface Desiring {
  readonly settlement: Settlement
  readonly verdicts: Verdicts
  readonly refusedBefore: ReadonlyMap<VersionId, { readonly says: string }>
  readonly now: Instant
}

const LIVE: Fate = { is: 'live' }

const refused = (says: string): Over => ({ is: 'over', because: 'refused', says })

function fateOf({ now, settlement, verdicts, refusedBefore }: Desiring, { grant, over }: Asked): Fate {
  if (hasEnded(grant, now)) return { is: 'over', because: 'expired', says: `ended ${writeInstant(grant.until)}` }
  const verdict = verdicts.get(grant.version)
  if (verdict?.is === 'refused') return refused(verdict.says)
  const before = verdict === undefined ? refusedBefore.get(grant.version) : undefined
  if (before !== undefined) return refused(before.says)
  if (over !== null) return over
  if (now < grant.from) return { is: 'not-yet', from: grant.from }
  if (later(now, SHORTEST) > grant.until && !mayStand(settlement, grant))
    return { is: 'dead', says: `less than ${SHORTEST / MINUTE} minutes are left until ${writeInstant(grant.until)}` }
  return LIVE
}

/** Whether it is asked for at all: broken files and changed bundles only let go on what stands. */
function possibleUnder({ settlement }: Desiring, asked: readonly Asked[]): readonly Asked[] {
  const given = new Set(asked.filter(({ grant }) => settlement(grant).is !== 'new').map(({ grant }) => grant.version))
  return asked.filter(({ whole, bundle, grant }) => {
    if (mayStand(settlement, grant)) return true
    if (bundle === 'added' && given.has(grant.version)) return false
    return whole && bundle !== 'kept'
  })
}

export function desire({ asked, blocked }: AskedFor, desiring: Desiring): Desire {
  const possible = possibleUnder(desiring, asked)
  return { wishes: possible.map((one): Wish => ({ grant: one.grant, fate: fateOf(desiring, one) })), blocked }
}

export const liveGrants = (desired: Desire): readonly Grant[] =>
  desired.wishes.flatMap((wish) => (wish.fate.is === 'live' ? [wish.grant] : []))
