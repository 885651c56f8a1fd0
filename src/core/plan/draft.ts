// From what Git says to a plan: desire, look, resolve, diff; made again whenever more has been proved.

import type { Deciding } from '../approval/routing.ts'
import type { EdgeError } from '../model/edge-error.ts'
import type { Grant, Standing } from '../model/grant.ts'
import type { CommitId, HoldingKey, TargetId, VersionId } from '../model/id.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import { type Granted, grantedKey, type Ledger } from '../report/record.ts'
import { fatesOf, whyNot } from './because.ts'
import { type Desire, type Desiring, desire, liveGrants } from './desire.ts'
import type { Drafting, Mode, ModeDraft, Seen } from './mode.ts'
import { makePlan, type Plan, type Unread, type Vanished } from './plan.ts'
import { type Blocked, needKey, type Resolved } from './provisioner.ts'
import { type Resolution, resolve } from './resolve.ts'
import { limitStrays } from './safeguards.ts'
import { isStanding, type Settlement, settlementOf, standingHoldings } from './settlement.ts'
import { NOTHING_ASKED, type Verdicts } from './verdicts.ts'
import { type Withheld, type Withholding, withholding } from './withheld.ts'

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

/** Reads the world once; what it needs follows from Git alone. */
export async function look(asked: Drawing, verdicts: Verdicts): Promise<Look> {
  const blind: Deciding = { knowledge: asked.knowledge, carries: carriesOf(asked.modes), documents: NO_DOCUMENTS }
  const live = liveGrants(desire(desiring(asked, blind, verdicts)))
  const recorded = new Set(standingHoldings(asked.ledger).keys())
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

/** Not looked up means: neither given nor taken. */
interface Resolving {
  readonly mode: Mode
  readonly seen: Seen
  readonly resolution: Resolution
}

const targetsRead = ({ mode, seen }: Resolving): ReadonlySet<TargetId> => {
  const dark = new Set(mode.scopes.filter(({ scope }) => seen.scopes.get(scope)?.is !== 'known').map(({ target }) => target))
  return new Set(mode.scopes.map(({ target }) => target).filter((target) => !dark.has(target)))
}

/** Given once, not there any more, not wanted any more: whose hand it was is known of what just ended or was withdrawn. */
function vanishedFrom(asked: Common, one: Resolving): readonly Vanished[] {
  const read = targetsRead(one)
  return [...asked.recorded.values()].flat().flatMap((granted): Vanished[] => {
    if (granted.mode !== one.mode.mode || !read.has(granted.target) || one.seen.present.has(granted.holding)) return []
    if (asked.live.has(grantedKey(granted.grant, granted.version))) return []
    const because = asked.fateOf(granted)
    return [{ granted, because: because === 'expired' || because === 'withdrawn' ? because : 'undone' }]
  })
}

/** What all drafts of one plan share. */
interface Common {
  readonly drawing: Drawing
  readonly settlement: Settlement
  readonly recorded: ReadonlyMap<HoldingKey, readonly Granted[]>
  /** `grantedKey` of what is live. */
  readonly live: ReadonlySet<string>
  readonly fateOf: ReturnType<typeof fatesOf>
  readonly whyNot: Drafting['whyNot']
  readonly resolving: readonly Resolving[]
}

function commonOf(drawing: Drawing, looked: Look, desired: Desire): Common {
  const settlement = settlementOf(drawing.ledger)
  const live = liveGrants(desired)
  const recorded = standingHoldings(drawing.ledger)
  const closing = new Set((drawing.settings.aws?.accounts ?? []).filter((one) => one.closing).map((one) => one.name))
  const { everyVersion, now } = drawing
  return {
    drawing,
    settlement,
    recorded,
    live: new Set(live.map((grant) => grantedKey(grant.key, grant.version))),
    fateOf: fatesOf(desired),
    whyNot: whyNot({ desired, everyVersion, recorded, closing, now }),
    resolving: drawing.modes.flatMap((mode): Resolving[] => {
      const seen = looked.seen.find((one) => one.mode === mode.mode)
      if (seen === undefined) return []
      const mine = live.filter((grant) => grant.mode === mode.mode)
      return [{ mode, seen, resolution: resolve(mine, mode.needs, seen.facts, settlement) }]
    }),
  }
}

interface Drafted {
  readonly drafts: readonly ModeDraft[]
  readonly withheld: readonly { readonly grant: Grant; readonly why: Withheld }[]
  readonly blocked: readonly Blocked[]
}

function draftModes(asked: Common, withholds: Withholding): Drafted {
  const withheld: { readonly grant: Grant; readonly why: Withheld }[] = []
  const drafts = asked.resolving.map(({ seen, resolution }): ModeDraft => {
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
      withheld: { unproved, late },
      unsure: resolution.unknown,
      settlement: asked.settlement,
      recorded: new Set(asked.recorded.keys()),
      whyNot: asked.whyNot,
    })
  })
  return { drafts, withheld, blocked: drafts.flatMap((one) => one.blocked) }
}

/**
 * One blocked item blocks its file: drafted again without it until nothing more is blocked. What stands is not touched,
 * and what could not be read blocks itself alone.
 */
function draftFiles(asked: Common, verdicts: Verdicts | null): Drafted {
  const { settlement, drawing } = asked
  const all = asked.resolving.flatMap(({ resolution }) => resolution.asked)
  const unknown = new Set(asked.resolving.flatMap(({ resolution }) => resolution.unknown.map((grant) => grant.key)))
  const grants = new Map(all.filter((grant) => !unknown.has(grant.key)).map((grant) => [grant.key, grant]))
  const stuck = new Set<VersionId>()
  const stick = (blocked: readonly Blocked[]): boolean => {
    const before = stuck.size
    for (const grant of blocked.flatMap((one) => one.grants.flatMap((key) => grants.get(key) ?? [])))
      if (!isStanding(settlement, grant)) stuck.add(grant.version)
    return stuck.size > before
  }
  stick(asked.resolving.flatMap(({ resolution }) => resolution.blocked))
  const earlier: Blocked[] = []
  for (;;) {
    const drafted = draftModes(asked, withholding({ settlement, verdicts, stuck, now: drawing.now }))
    if (!stick(drafted.blocked)) return { ...drafted, blocked: [...earlier, ...drafted.blocked] }
    earlier.push(...drafted.blocked)
  }
}

/** Why grants that no proof was asked for are not given: what would block them even if they were proved. */
function beforeProof(asked: Common, { withheld }: Drafted): readonly Blocked[] {
  const untold = new Set(withheld.flatMap(({ grant, why }) => (why.told ? [] : [grant.key])))
  if (untold.size === 0) return []
  const wanted = draftFiles(asked, null)
  return [...wanted.blocked, ...toldOf(wanted)].filter(({ grants }) => grants.some((grant) => untold.has(grant)))
}

function toldOf({ drafts, withheld, blocked }: Drafted): readonly Blocked[] {
  const explained = new Set([
    ...drafts.flatMap((one) => one.unrecorded.flatMap(({ holders }) => holders.map(({ grant }) => grant))),
    ...drafts.flatMap((one) => one.drift.flatMap(({ is, grants }) => (is === 'had-before' ? grants : []))),
    ...blocked.flatMap(({ grants }) => grants),
  ])
  return withheld.flatMap(({ grant, why: { told, because, cure } }): Blocked[] =>
    told && !explained.has(grant.key) ? [{ grants: [grant.key], because, cure, at: grant.item.at }] : [],
  )
}

const deadOf = (desired: Desire): readonly Blocked[] =>
  desired.wishes.flatMap(({ grant, fate }): Blocked[] =>
    fate.is === 'dead' ? [{ grants: [grant.key], because: fate.says, cure: 'ask again with a new request', at: grant.item.at }] : [],
  )

/**
 * Pure but for what `looked` already read: the same look and verdicts give the same plan. What is neither standing nor
 * proved is left out, so that nobody's unproved request holds back or shapes what others have.
 */
export function draftPlan(asked: Drawing, looked: Look, verdicts: Verdicts): Plan<'live'> {
  const desired = desire(desiring(asked, looked.deciding, verdicts))
  const common = commonOf(asked, looked, desired)
  const drafted = draftFiles(common, verdicts)
  const { drafts } = drafted
  const limited = limitStrays(drafts.flatMap((one) => one.steps), asked.settings.limits.strays)
  return makePlan<'live'>({
    basis: 'live',
    head: asked.commit,
    now: asked.now,
    wishes: desired.wishes,
    steps: limited.steps,
    unrecorded: drafts.flatMap((one) => one.unrecorded),
    vanished: [
      ...common.resolving.flatMap((one) => vanishedFrom(common, one)),
      ...drafts.flatMap((one) => one.undone.map((granted): Vanished => ({ granted, because: 'undone' }))),
    ],
    blocked: [
      ...desired.blocked,
      ...deadOf(desired),
      ...common.resolving.flatMap(({ resolution }) => resolution.blocked),
      ...drafted.blocked,
      ...toldOf(drafted),
      ...beforeProof(common, drafted),
      ...limited.blocked,
    ],
    drift: drafts.flatMap((one) => one.drift),
    unread: common.resolving.flatMap(({ mode, seen }) => unreadIn(mode, seen)),
  })
}

/** Whatever a plan would give if everything were proved, or would write into the record as given. */
export function versionsToProve(asked: Drawing, looked: Look): ReadonlySet<VersionId> {
  const desired = desire(desiring(asked, looked.deciding, NOTHING_ASKED))
  const common = commonOf(asked, looked, desired)
  const versions = new Set<VersionId>()
  for (const { steps, unrecorded } of draftFiles(common, null).drafts) {
    for (const { effect, holders } of steps)
      for (const { grant: key, version } of holders)
        if (effect !== 'takes' || !isStanding(common.settlement, { key, version })) versions.add(version)
    for (const { version } of unrecorded.flatMap((one) => one.holders)) versions.add(version)
  }
  return versions
}
