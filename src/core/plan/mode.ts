// A provisioner with its content type hidden, so that a table of modes needs no `any`: look, then draft, then perform.

import { type Answer, known } from '../model/edge-error.ts'
import type { Grant } from '../model/grant.ts'
import type { Digest, GrantKey, HoldingKey, ModeId, ScopeId, TargetId, VersionId } from '../model/id.ts'
import type { Carried, Lapse } from '../model/permissions.ts'
import type { Instant } from '../model/time.ts'
import type { Drift } from './by-hand.ts'
import { type Compared, type Difference, diff } from './diff.ts'
import { presume } from './presumed.ts'
import {
  type Blocked,
  type Call,
  type CallOutcome,
  type Fact,
  type Holding,
  type Need,
  needKey,
  type Observation,
  type Provisioner,
  type Recorded,
  type Resolved,
  type Step,
} from './provisioner.ts'
import { resolve } from './resolve.ts'
import type { Settlement } from './settlement.ts'
import { stepOf } from './step.ts'

/** Right in the world but not in the record. */
export interface Unrecorded {
  /** What the record has of it: nothing of somebody on it, or everybody, but not as it is. */
  readonly is: 'unknown' | 'outdated'
  readonly holding: HoldingKey
  readonly mode: ModeId
  readonly target: TargetId
  readonly holders: readonly { readonly grant: GrantKey; readonly version: VersionId }[]
  readonly identity: string
  readonly content: Digest
  readonly until: Instant
  readonly says: string
  readonly reach: readonly string[]
}

export interface ModeDraft {
  readonly steps: readonly Step[]
  readonly unrecorded: readonly Unrecorded[]
  readonly drift: readonly Drift[]
  readonly blocked: readonly Blocked[]
  readonly unclear: readonly Blocked[]
  readonly undone: Difference<unknown>['undone']
}

export type Drafting = Omit<Compared<unknown>, 'provisioner' | 'seen'> & {
  /** Of ended requests, where no record tells any more what was claimed. */
  readonly ended?: readonly Resolved[]
  /** Of which the record has something to say. */
  readonly told?: ReadonlySet<HoldingKey>
}

/** One look at the world; drafts from it can be made as often as verdicts change. */
export interface Seen {
  readonly mode: ModeId
  readonly asOf: Instant
  readonly scopes: ReadonlyMap<ScopeId, Answer<'whole'>>
  readonly facts: ReadonlyMap<string, Fact>
  /** Keys of everything that is there or pending, with the target it is in. */
  readonly present: ReadonlySet<HoldingKey>
  draft(asked: Drafting): ModeDraft
}

export interface Mode {
  readonly mode: ModeId
  readonly carries: Readonly<Record<Carried, Lapse | null>>
  readonly scopes: readonly { readonly scope: ScopeId; readonly target: TargetId }[]
  needs(grant: Grant): readonly Need[]
  /** The steps that would give these grants if nothing of them were there: made without looking, and not to be performed. */
  foresee(grants: readonly Grant[], now: Instant): readonly Step[]
  look(needs: readonly Need[], recorded: Recorded): Promise<Seen>
  perform(call: Call): Promise<CallOutcome>
}

const unrecorded = <T>(provisioner: Provisioner<T>, want: Holding<T>, is: Unrecorded['is']): Unrecorded => ({
  is,
  holding: want.key,
  mode: want.mode,
  target: want.target,
  holders: want.holders.map(({ grant }) => ({ grant: grant.key, version: grant.version })),
  identity: want.identity,
  content: want.digest,
  until: want.until,
  /* v8 ignore next -- @preserve: nothing is wanted that nobody holds */
  says: want.holders[0]?.grant.item.entitlement.says ?? want.key,
  reach: provisioner.reach(want),
})

function draft<T>(provisioner: Provisioner<T>, seen: Observation<T>, asked: Drafting): ModeDraft {
  const presumed = presume(provisioner, asked.ended ?? [], seen, asked.told)
  const claims = new Map([...(asked.claims ?? []), ...presumed.claims])
  const difference = diff({ provisioner, seen, ...asked, claims })
  const drifted = new Set(difference.drift.map((one) => one.holding))
  const stepping = { provisioner, seen, settlement: asked.settlement, drifted }
  return {
    steps: difference.changes.flatMap((change) => stepOf(stepping, change) ?? []),
    unrecorded: [
      ...difference.unrecorded.map((want) => unrecorded(provisioner, want, 'unknown')),
      ...difference.outdated.map((want) => unrecorded(provisioner, want, 'outdated')),
    ],
    drift: [...presumed.drift, ...difference.drift],
    blocked: difference.blocked,
    unclear: difference.unclear,
    undone: difference.undone,
  }
}

function foresee<T>(provisioner: Provisioner<T>, grants: readonly Grant[], now: Instant): readonly Step[] {
  const facts = new Map(grants.flatMap(provisioner.needs).map((need) => [needKey(need), provisioner.presume(need)]))
  const settlement: Settlement = () => ({ is: 'new' })
  const { resolved } = resolve(grants, provisioner.needs, facts, settlement)
  const scopes = new Map(provisioner.scopes.map(({ scope }) => [scope, known('whole' as const)]))
  const seen: Observation<T> = { asOf: now, scopes, observed: [], facts }
  const stepping = { provisioner, seen, settlement, drifted: new Set<HoldingKey>() }
  return provisioner.place(resolved, seen).holdings.flatMap((want) => stepOf(stepping, { do: 'grant', want }) ?? [])
}

/** Hides T. */
export const bindMode = <T>(provisioner: Provisioner<T>): Mode => ({
  mode: provisioner.mode,
  carries: provisioner.carries,
  scopes: provisioner.scopes,
  needs: (grant) => provisioner.needs(grant),
  foresee: (grants, now) => foresee(provisioner, grants, now),
  perform: (call) => provisioner.perform(call),
  async look(needs, recorded) {
    const seen = await provisioner.observe(needs, recorded)
    return {
      mode: provisioner.mode,
      asOf: seen.asOf,
      scopes: seen.scopes,
      facts: seen.facts,
      present: new Set(seen.observed.map((one) => one.key)),
      draft: (asked) => draft(provisioner, seen, asked),
    }
  },
})
