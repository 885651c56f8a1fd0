// What every mode makes of one look, file by file: what may be given, what is withheld, what blocks what.

import type { Grant } from '../model/grant.ts'
import type { HoldingKey, VersionId } from '../model/id.ts'
import { targetsOf } from '../model/targets.ts'
import type { Instant } from '../model/time.ts'
import type { Granted } from '../report/record.ts'
import { type FateOf, fatesOf, mustGo, naming, whyNot } from './because.ts'
import { type Desire, liveGrants } from './desire.ts'
import type { Drawing, Look } from './look.ts'
import type { Drafting, Mode, ModeDraft, Seen } from './mode.ts'
import { stopped } from './permit.ts'
import { presumable } from './presumed.ts'
import type { Blocked, Resolved } from './provisioner.ts'
import { asLanded, type Resolution, resolve } from './resolve.ts'
import { claimMarks, isStanding, type Settlement, settlementOf, standingHoldings, stuckOn } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'
import { type Withheld, type Withholding, withholding } from './withheld.ts'

export interface Resolving {
  readonly mode: Mode
  readonly seen: Seen
  readonly resolution: Resolution
  /** Of requests that ended, where the record is lost. */
  readonly ended: readonly Resolved[]
}

/** What all drafts of one plan share. */
export interface Common {
  readonly drawing: Drawing
  readonly settlement: Settlement
  readonly recorded: ReadonlyMap<HoldingKey, readonly Granted[]>
  readonly fateOf: FateOf
  readonly whyNot: Drafting['whyNot']
  readonly claims: NonNullable<Drafting['claims']>
  readonly believes: NonNullable<Drafting['believes']>
  readonly stuck: NonNullable<Drafting['stuck']>
  readonly goes: NonNullable<Drafting['goes']>
  readonly told: NonNullable<Drafting['told']>
  readonly resolving: readonly Resolving[]
}

export function commonOf(drawing: Drawing, looked: Look, desired: Desire): Common {
  const settlement = settlementOf(drawing.ledger)
  const live = liveGrants(desired)
  const recorded = standingHoldings(drawing.ledger)
  const closing = new Set(
    targetsOf(drawing.settings)
      .filter((one) => one.closing)
      .map((one) => one.name),
  )
  const { everyVersion, now } = drawing
  const fateOf = fatesOf(desired)
  return {
    drawing,
    settlement,
    recorded,
    fateOf,
    claims: claimMarks(drawing.ledger),
    stuck: stuckOn(drawing.ledger),
    // Of what landed after this clone was made nothing is known.
    goes: (granted) => everyVersion.has(granted.version) && mustGo(fateOf(granted)),
    told: new Set([...(drawing.ledger?.claims.keys() ?? []), ...(drawing.ledger?.ended.keys() ?? [])]),
    believes: naming(everyVersion),
    whyNot: whyNot({ desired, fateOf, everyVersion, recorded, closing, now }),
    resolving: drawing.modes.flatMap((mode): Resolving[] => {
      const seen = looked.seen.find((one) => one.mode === mode.mode)
      if (seen === undefined) return []
      const mine = live.filter((grant) => grant.mode === mode.mode)
      const over = presumable(desired, new Map([[mode.mode, mode.carries]]), drawing.ledger, now)
      const ended = resolve(over, mode.needs, seen.facts, settlement).resolved
      const resolution = asLanded(resolve(mine, mode.needs, seen.facts, settlement), settlement)
      return [{ mode, seen, resolution, ended }]
    }),
  }
}

export interface Drafted {
  readonly drafts: readonly ModeDraft[]
  readonly withheld: readonly { readonly grant: Grant; readonly why: Withheld }[]
  readonly blocked: readonly Blocked[]
}

function draftModes(asked: Common, withholds: Withholding): Drafted {
  const withheld: { readonly grant: Grant; readonly why: Withheld }[] = []
  const drafts = asked.resolving.map(({ seen, resolution, ended }): ModeDraft => {
    const live: Resolved[] = []
    const unproved: Resolved[] = []
    const late: Resolved[] = []
    for (const one of resolution.resolved) {
      const why = withholds(one.grant)
      if (why === null) live.push(one)
      else {
        withheld.push({ grant: one.grant, why })
        if (why.is === 'late') late.push(one)
        else unproved.push(one)
      }
    }
    return seen.draft({
      live,
      withheld: { unproved, late, rewritten: resolution.rewritten },
      unsure: resolution.unknown,
      settlement: asked.settlement,
      recorded: asked.recorded,
      whyNot: asked.whyNot,
      claims: asked.claims,
      stuck: asked.stuck,
      goes: asked.goes,
      ended,
      told: asked.told,
      believes: asked.believes,
    })
  })
  return { drafts, withheld, blocked: drafts.flatMap((one) => one.blocked) }
}

/**
 * New grants whose step must wait for somebody who stands on the same holding: left out, so that what the step would take
 * away is taken without them (law 9).
 */
function waitingFor({ drafts }: Drafted, verdicts: Verdicts, now: Instant): readonly Blocked[] {
  return drafts
    .flatMap((one) => one.steps)
    .filter((step) => step.effect !== 'takes')
    .flatMap((step): Blocked[] => {
      const why = stopped(step, verdicts, now)
      return why === null ? [] : [{ grants: step.holders.map((holder) => holder.grant), ...why }]
    })
}

/**
 * One blocked item blocks its file: drafted again without it until nothing more is blocked. What stands is not touched,
 * and what could not be read blocks itself alone.
 */
export function draftFiles(asked: Common, verdicts: Verdicts | null): Drafted {
  const { settlement, drawing } = asked
  const all = asked.resolving.flatMap(({ resolution }) => resolution.asked)
  const unknown = new Set(asked.resolving.flatMap(({ resolution }) => resolution.unknown.map((grant) => grant.key)))
  const grants = new Map(all.filter((grant) => !unknown.has(grant.key)).map((grant) => [grant.key, grant]))
  const standing = new Set(all.filter((grant) => isStanding(settlement, grant)).map((grant) => grant.key))
  const stuck = new Set<VersionId>()
  const stick = (blocked: readonly Blocked[]): boolean => {
    const before = stuck.size
    for (const grant of blocked.flatMap((one) => one.grants.flatMap((key) => grants.get(key) ?? [])))
      if (!standing.has(grant.key)) stuck.add(grant.version)
    return stuck.size > before
  }
  stick(asked.resolving.flatMap(({ resolution }) => resolution.blocked))
  const earlier: Blocked[] = []
  for (;;) {
    const drafted = draftModes(asked, withholding({ settlement, verdicts, stuck, now: drawing.now }))
    const blocked = [...drafted.blocked, ...(verdicts === null ? [] : waitingFor(drafted, verdicts, drawing.now))]
    if (!stick(blocked)) {
      const unclear = drafted.drafts.flatMap((one) => one.unclear)
      return { ...drafted, blocked: [...earlier, ...drafted.blocked, ...unclear] }
    }
    for (const one of blocked) {
      const left = one.grants.filter((key) => !standing.has(key))
      earlier.push({ ...one, grants: left })
    }
  }
}
