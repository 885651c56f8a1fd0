// The port that every mode implements, and what core and modes say to each other through it.

import type { Answer, EdgeError } from '../model/edge-error.ts'
import type { Grant } from '../model/grant.ts'
import type { Digest, GrantKey, HoldingKey, LaneId, ModeId, ScopeId, StepId, TargetId, VersionId } from '../model/id.ts'
import type { Carried, Lapse } from '../model/permissions.ts'
import type { Place } from '../model/place.ts'
import type { Json, PolicyDocument } from '../model/policy-document.ts'
import type { Instant } from '../model/time.ts'

/** `prepares` neither gives nor takes (an empty container, a mark); in doubt an effect is `gives`. */
export type Effect = 'gives' | 'takes' | 'prepares'

/** Something a grant must know of its target before it can be placed. */
export interface Need {
  readonly target: TargetId
  readonly what: 'identity' | 'account' | 'policy' | 'role' | 'permissionSet' | 'group'
  readonly name: string
}

export const needKey = (need: Need): string => `${need.target} ${need.what} ${need.name}`

/**
 * `id` is immutable (a user's unique id, an ARN); `name` is the stored spelling; `used` counts what is not ours, by the
 * mode's own names of quotas.
 */
export type Fact = { readonly need: Need } & (
  | {
      readonly is: 'found'
      readonly id: string
      readonly name: string
      readonly document?: PolicyDocument
      /** When what it says was written last, where others may write it; null: that is not told. */
      readonly written?: Instant | null
      readonly used?: Readonly<Record<string, number>>
    }
  | { readonly is: 'absent' }
  | { readonly is: 'several'; readonly names: readonly string[] }
  /** There, but nothing can be given with it as it is: a disabled user, an account of another organisation. */
  | { readonly is: 'unfit'; readonly because: string; readonly cure: string }
  | { readonly is: 'unknown'; readonly because: EdgeError }
)

/** A grant whose needs were all found. `identity` is the person's immutable id at the target. */
export interface Resolved {
  readonly grant: Grant
  readonly identity: string
  readonly facts: readonly Fact[]
}

/** What shows that a thing in the world is ours and whose version gives it its end. */
export interface Mark {
  /** Prefix of the version id, as long as the mark had room for. */
  readonly version: string
  readonly expires: Instant | null
}

/** One thing in the world that should be there, through which a person holds one or more grants. */
export interface Holding<T> {
  readonly key: HoldingKey
  readonly mode: ModeId
  readonly target: TargetId
  readonly scope: ScopeId
  readonly holders: readonly Resolved[]
  readonly until: Instant
  readonly lapse: Lapse
  /** The person's immutable id at the target. */
  readonly identity: string
  readonly content: T
  /** Of what can be compared with the world: equal digests mean nothing to do. */
  readonly digest: Digest
  /** The world takes no mark on it: that it is ours is written into the record before it is given. */
  readonly markedBy?: 'claim'
}

/** One thing in the world that is there. `pending`: being made or unmade, neither there nor gone. */
export interface Observed<T> {
  readonly key: HoldingKey
  readonly mode: ModeId
  readonly target: TargetId
  readonly scope: ScopeId
  /** `remains`: marked as ours but giving nothing any more (a detached policy). */
  readonly state: 'there' | 'remains' | 'pending'
  /** null = not ours: never touched. */
  readonly mark: Mark | null
  /**
   * The mark does not lie in the thing itself but on something else, where others may write it as well (a tag on a user):
   * alone it explains nothing that no version of ours does.
   */
  readonly markedBeside?: true
  readonly identity: string | null
  readonly content: T
  readonly digest: Digest
  /** For people: "policy daypass-… attached to marta@example.com in orders-prod". */
  readonly says: string
}

export interface Observation<T> {
  readonly asOf: Instant
  /** Every scope that was to be read: whole, or why not. A scope missing here counts as unknown. */
  readonly scopes: ReadonlyMap<ScopeId, Answer<'whole'>>
  readonly observed: readonly Observed<T>[]
  readonly facts: ReadonlyMap<string, Fact>
}

/** Why something is taken away. `undone`: somebody outside took part of it away, so what is left goes and stays gone. */
export type Because =
  | 'expired'
  | 'withdrawn'
  | 'denied'
  | 'held'
  | 'changed'
  | 'closing'
  | 'stray'
  | 'refused'
  | 'undone'

export type Change<T> =
  | { readonly do: 'grant'; readonly want: Holding<T> }
  | { readonly do: 'adjust'; readonly have: Observed<T>; readonly want: Holding<T>; readonly effect: Effect }
  | { readonly do: 'revoke'; readonly have: Observed<T>; readonly because: Because }

/** One effect in natural keys and deltas; vendor ids are found while performing. */
export interface Call<Op extends string = string> {
  readonly op: Op
  readonly lane: LaneId
  /** `tidies` removes what gives nothing any more once the calls before it are made; in doubt it is `takes`. */
  readonly effect: Effect | 'tidies'
  readonly with: { readonly [key: string]: Json }
}

export interface Blocked {
  readonly grants: readonly GrantKey[]
  readonly because: string
  readonly cure: string
  readonly at?: Place
  /** What does not happen; without it, giving. */
  readonly does?: 'gives' | 'takes'
}

export type CallOutcome =
  | { readonly is: 'done' }
  | { readonly is: 'already' }
  | { readonly is: 'failed'; readonly error: EdgeError }

/** Holdings that the ledger shows as given, each with the identity it was given to, or as claimed (null). */
export type Recorded = ReadonlyMap<HoldingKey, string | null>

export interface Placed<T> {
  readonly holdings: readonly Holding<T>[]
  readonly blocked: readonly Blocked[]
}

/**
 * A way of provisioning. Everything but `observe` and `perform` is pure. T is the mode's own content, opaque to core;
 * `hidden` below ties the functions together so that tables of modes need no `any`.
 */
export interface Provisioner<T> {
  readonly mode: ModeId
  /** How each form of permissions ends here; null = this mode cannot carry it. */
  readonly carries: Readonly<Record<Carried, Lapse | null>>
  readonly scopes: readonly { readonly scope: ScopeId; readonly target: TargetId }[]
  needs(grant: Grant): readonly Need[]
  /** What a need will most likely be found to be, told without looking (pure); `unknown` where that cannot be said. */
  presume(need: Need): Fact
  /**
   * Reads. What is `recorded` is told when it is there even if it bears no mark of ours.
   */
  observe(needs: readonly Need[], recorded: Recorded): Promise<Observation<T>>
  place(live: readonly Resolved[], seen: Observation<T>): Placed<T>
  /** What turning `have` into `want` does; in doubt `gives`. `takes` only where everything wanted is already there. */
  effectOf(have: T, want: T): Effect
  /** What is left of it without what these versions gave, where that can be told apart; null: it cannot, or nothing is left. */
  without?(have: T, versions: ReadonlySet<VersionId>): { readonly content: T; readonly digest: Digest } | null
  compile(change: Change<T>, seen: Observation<T>): readonly Call[]
  /** Ends when confirmed; never throws for what the world says. */
  perform(call: Call): Promise<CallOutcome>
  /** How the person uses what they hold: one instruction a line. */
  reach(holding: Holding<T>): readonly string[]
}

/** One step of a plan: the calls of one change of one holding, in order, in one lane. */
export interface Step {
  readonly id: StepId
  readonly mode: ModeId
  readonly holding: HoldingKey
  readonly target: TargetId
  readonly scope: ScopeId
  readonly lane: LaneId
  readonly do: 'grant' | 'adjust' | 'revoke'
  readonly effect: Effect
  readonly because: Because | 'asked' | 'renewed' | 'drift'
  readonly says: string
  /** Whose grants the step touches, with the version of each. */
  readonly holders: readonly { readonly grant: GrantKey; readonly version: VersionId }[]
  readonly identity: string | null
  readonly content: Digest
  readonly until: Instant | null
  readonly lapse: Lapse | null
  readonly calls: readonly Call[]
  /** Written into the record as ours before it is given, since nothing else will say so. */
  readonly claims?: true
  /** Not performed at or after this instant; null for taking. */
  readonly notAfter: Instant | null
  readonly reach: readonly string[]
}

export type StepOutcome = { readonly step: StepId } & (
  | { readonly is: 'done'; readonly already: boolean; readonly confirmed: Instant }
  | { readonly is: 'failed'; readonly call: number; readonly error: EdgeError }
  | { readonly is: 'skipped'; readonly because: 'too-late' | 'out-of-time' | 'not-opened' }
)
