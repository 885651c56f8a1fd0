// How one change of one holding becomes a step: its calls in order, its effect, and until when it may be made.

import { digest } from '../model/canonical.ts'
import { type HoldingKey, id } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Call, Change, Effect, Holding, Observation, Provisioner, Step } from './provisioner.ts'
import type { Settlement } from './settlement.ts'

export interface Stepping<T> {
  readonly provisioner: Provisioner<T>
  readonly seen: Observation<T>
  readonly settlement: Settlement
  /** Holdings that somebody else widened: adjusting them is repair. */
  readonly drifted: ReadonlySet<HoldingKey>
}

/** The earliest instant at which giving must not happen any more: the end, or the end of claiming. */
const lastMoment = (want: Holding<unknown>, settlement: Settlement): Instant =>
  want.holders.reduce(
    (soonest, { grant }) => (settlement(grant).is === 'new' && grant.claimUntil < soonest ? grant.claimUntil : soonest),
    want.until,
  )

const strongest = (effects: readonly Call['effect'][]): Effect =>
  effects.includes('gives') ? 'gives' : effects.includes('takes') ? 'takes' : 'prepares'

function becauseOf<T>(asked: Stepping<T>, change: Change<T>): Step['because'] {
  if (change.do === 'revoke') return change.because
  if (change.do === 'grant') return 'asked'
  if (asked.drifted.has(change.have.key)) return 'drift'
  if (change.effect === 'takes') return 'changed'
  return change.want.holders.some(({ grant }) => asked.settlement(grant).is === 'standing') ? 'renewed' : 'asked'
}

const sayGrant = (want: Holding<unknown>): string => {
  const first = want.holders[0]?.grant
  return first === undefined ? want.key : `${first.item.entitlement.says} for ${first.item.person} in ${want.target}`
}

/** Null where the mode needs no call. */
export function stepOf<T>(asked: Stepping<T>, change: Change<T>): Step | null {
  const calls = asked.provisioner.compile(change, asked.seen)
  const first = calls[0]
  if (first === undefined) return null
  const thing = change.do === 'grant' ? change.want : change.have
  const want = change.do === 'revoke' ? null : change.want
  const strong = strongest(calls.map((call) => call.effect))
  // Tidying alone is part of taking.
  const effect = change.do === 'revoke' && strong === 'prepares' ? 'takes' : strong
  return {
    id: id(digest([asked.provisioner.mode, change.do, thing.key]).slice(0, 16)),
    mode: asked.provisioner.mode,
    holding: thing.key,
    target: thing.target,
    scope: thing.scope,
    lane: first.lane,
    do: change.do,
    effect,
    because: becauseOf(asked, change),
    says: change.do === 'revoke' ? change.have.says : sayGrant(change.want),
    holders: (want?.holders ?? []).map(({ grant }) => ({ grant: grant.key, version: grant.version })),
    identity: want?.identity ?? thing.identity,
    content: want?.digest ?? thing.digest,
    until: change.do === 'revoke' ? (change.have.mark?.expires ?? null) : change.want.until,
    lapse: want?.lapse ?? null,
    calls,
    ...(change.do === 'grant' && change.want.markedBy === 'claim' ? { claims: true } : {}),
    notAfter: effect === 'gives' && want !== null ? lastMoment(want, asked.settlement) : null,
    reach: want === null ? [] : asked.provisioner.reach(want),
  }
}
