// From what Git says to a plan: desire, look, resolve, diff; made again whenever more has been proved.

import type { Deciding } from '../approval/routing.ts'
import type { EdgeError } from '../model/edge-error.ts'
import type { Grant, Standing } from '../model/grant.ts'
import type { CommitId, HoldingKey, ModeId, VersionId } from '../model/id.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import type { Granted, Ledger } from '../report/record.ts'
import { whyNot } from './because.ts'
import { type Desire, type Desiring, desire, liveGrants } from './desire.ts'
import type { Drafting, Mode, ModeDraft, Seen } from './mode.ts'
import { makePlan, type Plan, type Unread, type Vanished } from './plan.ts'
import { type Blocked, needKey } from './provisioner.ts'
import { resolve } from './resolve.ts'
import { limitStrays } from './safeguards.ts'
import { settlementOf, standingHoldings } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'

export interface Drawing {
  readonly commit: CommitId
  readonly standing: readonly Standing[]
  readonly everyVersion: ReadonlySet<VersionId>
  readonly settings: Settings
  readonly head: Settings
  readonly modes: readonly Mode[]
  readonly knowledge: Deciding['knowledge']
  /** null: could not be read. */
  readonly ledger: Ledger | null
  readonly now: Instant
}

/** One look at the world, with the policy texts it found. */
export interface Look {
  readonly seen: readonly Seen[]
  readonly deciding: Deciding
}

const NO_DOCUMENTS: ReadonlyMap<string, PolicyDocument> = new Map()

const carriesOf = (modes: readonly Mode[]): Deciding['carries'] => new Map(modes.map((mode) => [mode.mode, mode.carries]))

const desiring = (asked: Drawing, deciding: Deciding, verdicts: Verdicts): Desiring => ({
  standing: asked.standing,
  settings: asked.settings,
  head: asked.head,
  deciding,
  settlement: settlementOf(asked.ledger),
  verdicts,
  refusedBefore: asked.ledger?.refused ?? new Map(),
  now: asked.now,
})

const recordedOf = (ledger: Ledger | null): ReadonlyMap<HoldingKey, readonly Granted[]> =>
  ledger === null ? new Map() : standingHoldings(ledger)

/** Reads the world once; what it needs follows from Git alone. */
export async function look(asked: Drawing, verdicts: Verdicts): Promise<Look> {
  const blind: Deciding = { knowledge: asked.knowledge, carries: carriesOf(asked.modes), documents: NO_DOCUMENTS }
  const live = liveGrants(desire(desiring(asked, blind, verdicts)))
  const recorded = new Set(recordedOf(asked.ledger).keys())
  const seen = await Promise.all(
    asked.modes.map((mode) => {
      const needs = new Map(live.filter((grant) => grant.mode === mode.mode).flatMap(mode.needs).map((need) => [needKey(need), need]))
      return mode.look([...needs.values()], recorded)
    }),
  )
  const documents = seen.flatMap((one) => [...one.facts.values()]).flatMap((fact): [string, PolicyDocument][] =>
    fact.is === 'found' && fact.document !== undefined ? [[`${fact.need.target} ${fact.need.name}`, fact.document]] : [],
  )
  return { seen, deciding: { ...blind, documents: new Map(documents) } }
}

const unreadIn = (mode: Mode, seen: Seen): readonly Unread[] =>
  mode.scopes.flatMap(({ scope, target }) => {
    const answer = seen.scopes.get(scope)
    if (answer?.is === 'known') return []
    const because: EdgeError = answer?.because ?? { kind: 'garbage', call: `reading ${target}`, said: 'nothing was read' }
    return [{ scope, target, mode: mode.mode, because }]
  })

/** Given once, not there any more, not wanted any more: the record has to learn that it ended. */
function vanishedFrom(asked: Drawing, mode: Mode, seen: Seen, desired: Desire): readonly Vanished[] {
  const live = new Set(liveGrants(desired).map((grant) => `${grant.key} ${grant.version}`))
  const whole = new Set(
    mode.scopes.filter(({ scope }) => seen.scopes.get(scope)?.is === 'known').map(({ target }) => target),
  )
  return [...recordedOf(asked.ledger)].flatMap(([holding, granted]) => {
    const first = granted[0]
    if (first === undefined || first.mode !== mode.mode || !whole.has(first.target) || seen.present.has(holding)) return []
    if (granted.some((one) => live.has(`${one.grant} ${one.version}`))) return []
    const expired = granted.every((one) => one.until <= asked.now)
    return [{ granted: first, because: expired ? 'expired' : 'undone' }]
  })
}

interface Drafted extends ModeDraft {
  readonly unread: readonly Unread[]
  readonly vanished: readonly Vanished[]
}

function draftMode(asked: Drawing, mode: Mode, seen: Seen, desired: Desire): Drafted {
  const settlement = settlementOf(asked.ledger)
  const live = liveGrants(desired).filter((grant) => grant.mode === mode.mode)
  const { resolved, blocked, unknown } = resolve(live, mode.needs, seen.facts, settlement)
  const recorded = recordedOf(asked.ledger)
  const drafting: Drafting = {
    live: resolved,
    settlement,
    recorded: new Set(recorded.keys()),
    whyNot: whyNot({
      desired,
      everyVersion: asked.everyVersion,
      recorded,
      closing: new Set((asked.settings.aws?.accounts ?? []).filter((one) => one.closing).map((one) => one.name)),
      unsure: new Set(unknown.map((grant: Grant) => grant.key)),
      now: asked.now,
    }),
  }
  const draft = seen.draft(drafting)
  return {
    ...draft,
    blocked: [...blocked, ...draft.blocked],
    unread: unreadIn(mode, seen),
    vanished: vanishedFrom(asked, mode, seen, desired),
  }
}

/** Pure but for what `looked` already read: the same look and verdicts give the same plan. */
export function draftPlan(asked: Drawing, looked: Look, verdicts: Verdicts): Plan<'live'> {
  const desired = desire(desiring(asked, looked.deciding, verdicts))
  const seen = new Map<ModeId, Seen>(looked.seen.map((one) => [one.mode, one]))
  const drafts = asked.modes.flatMap((mode): Drafted[] => {
    const one = seen.get(mode.mode)
    return one === undefined ? [] : [draftMode(asked, mode, one, desired)]
  })
  const limited = limitStrays(drafts.flatMap((one) => one.steps), asked.settings.limits.strays)
  const blocked: Blocked[] = [...desired.blocked, ...drafts.flatMap((one) => one.blocked), ...limited.blocked]
  return makePlan<'live'>({
    basis: 'live',
    head: asked.commit,
    now: asked.now,
    wishes: desired.wishes,
    steps: limited.steps,
    unrecorded: drafts.flatMap((one) => one.unrecorded),
    vanished: drafts.flatMap((one) => one.vanished),
    blocked,
    drift: drafts.flatMap((one) => one.drift),
    unread: drafts.flatMap((one) => one.unread),
  })
}

