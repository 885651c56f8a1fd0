// The plan: what a run prints and, as the same value, what it performs.

import { canonicalJson, digest } from '../model/canonical.ts'
import type { EdgeError } from '../model/edge-error.ts'
import type { CommitId, Digest, HoldingKey, ModeId, ScopeId, TargetId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Claim, Granted } from '../report/record.ts'
import type { Drift } from './by-hand.ts'
import type { Wish } from './desire.ts'
import type { Unrecorded } from './mode.ts'
import type { Because, Blocked, Step } from './provisioner.ts'

/** Recorded as given, but over without a call of ours: only the record has to learn of it. */
export interface Vanished {
  readonly granted: Granted
  readonly because: Because
}

/** A claim of something that is not there: without its end it would be a claim of whatever comes there next. */
export interface Spent {
  readonly holding: HoldingKey
  readonly claim: Claim
}

export interface Unread {
  readonly scope: ScopeId
  readonly target: TargetId
  readonly mode: ModeId
  readonly because: EdgeError
}

/** `perform` takes only a live plan, by type: a plan made without looking at the cloud cannot be performed. */
export interface Plan<Basis extends 'live' | 'git' = 'live' | 'git'> {
  readonly basis: Basis
  readonly head: CommitId
  readonly now: Instant
  readonly wishes: readonly Wish[]
  readonly steps: readonly Step[]
  readonly unrecorded: readonly Unrecorded[]
  readonly vanished: readonly Vanished[]
  readonly spent: readonly Spent[]
  readonly blocked: readonly Blocked[]
  readonly drift: readonly Drift[]
  readonly unread: readonly Unread[]
  /** Of the steps: two plans with the same digest do the same. */
  readonly digest: Digest
}

const RANK: Readonly<Record<Step['effect'], number>> = { takes: 0, prepares: 1, gives: 2 }

/** Taking first (law 9), then by holding: the order in which a lane performs them. */
export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  [...steps].sort(
    (a, b) => RANK[a.effect] - RANK[b.effect] || (a.holding < b.holding ? -1 : a.holding > b.holding ? 1 : 0),
  )

const digestOf = (steps: readonly Step[]): Digest =>
  digest(
    canonicalJson(
      steps.map(({ id, effect, notAfter, calls }) => ({
        id,
        effect,
        notAfter,
        calls: calls.map((call) => ({ ...call })),
      })),
    ),
  )

/** Each told once, in an order that does not come from that of files. */
const sorted = (blocked: readonly Blocked[]): readonly Blocked[] => {
  const byText = new Map(blocked.map((one) => [`${one.grants.join(' ')} ${one.because}`, one]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

export const makePlan = <Basis extends 'live' | 'git'>(parts: Omit<Plan<Basis>, 'digest'>): Plan<Basis> => {
  const steps = inOrder(parts.steps)
  return { ...parts, steps, blocked: sorted(parts.blocked), digest: digestOf(steps) }
}

/**
 * What is left when only taking is allowed: whole holdings that go. Shrinking is apply's. The rest of the plan is kept,
 * so that a report still tells it.
 */
export const revokingOnly = <Basis extends 'live' | 'git'>(plan: Plan<Basis>): Plan<Basis> =>
  makePlan({
    ...plan,
    steps: plan.steps.filter((step) => step.do === 'revoke' && step.effect === 'takes'),
    unrecorded: [],
  })

/** What is left when somebody gave a clone to read: what landed after it was made looks like a stray, and is not. */
export const explainedOnly = <Basis extends 'live' | 'git'>(plan: Plan<Basis>): Plan<Basis> => {
  const { steps } = revokingOnly(plan)
  return makePlan({ ...plan, unrecorded: [], spent: [], steps: steps.filter(({ because }) => because !== 'stray') })
}

/** What is left when Git could only be read as it once was: what is past the end that its own mark tells. */
export const endedOnly = <Basis extends 'live' | 'git'>(plan: Plan<Basis>): Plan<Basis> => {
  const { steps } = revokingOnly(plan)
  const ended = steps.filter(({ until }) => until !== null && until <= plan.now)
  return makePlan({ ...plan, unrecorded: [], vanished: [], spent: [], steps: ended })
}
