// From one look at the world to a plan: made again whenever more has been proved.

import type { EdgeError } from '../model/edge-error.ts'
import type { TargetId, VersionId } from '../model/id.ts'
import { hasEnded, type Instant } from '../model/time.ts'
import { becauseOf } from './because.ts'
import { type Desire, desire, liveGrants } from './desire.ts'
import { type Common, commonOf, type Drafted, draftFiles, type Resolving } from './drafting.ts'
import { type Drawing, desiring, type Look } from './look.ts'
import { makePlan, type Plan, type Spent, type Unread, type Vanished } from './plan.ts'
import type { Blocked, Step } from './provisioner.ts'
import { limitStrays } from './safeguards.ts'
import { isSettling, isStanding, settlementOf } from './settlement.ts'
import { NOTHING_ASKED, type Verdicts } from './verdicts.ts'

const unreadIn = ({ mode, seen }: Resolving): readonly Unread[] =>
  mode.scopes.flatMap(({ scope, target }) => {
    const answer = seen.scopes.get(scope)
    if (answer?.is === 'known') return []
    const because: EdgeError = answer?.because ?? {
      kind: 'garbage',
      call: `reading ${target}`,
      said: 'nothing was read',
    }
    return [{ scope, target, mode: mode.mode, because }]
  })

const targetsRead = ({ mode, seen }: Resolving): ReadonlySet<TargetId> => {
  const dark = new Set(
    mode.scopes.filter(({ scope }) => seen.scopes.get(scope)?.is !== 'known').map(({ target }) => target),
  )
  return new Set(mode.scopes.map(({ target }) => target).filter((target) => !dark.has(target)))
}

/**
 * Given once, not there any more, not wanted any more: whose hand it was is known of what just ended or was withdrawn. What
 * bears no mark is not let go of while it may only not be visible yet: no later run would know it for ours.
 */
function vanishedFrom(asked: Common, one: Resolving): readonly Vanished[] {
  const read = targetsRead(one)
  return [...asked.recorded.values()].flat().flatMap((granted): Vanished[] => {
    if (granted.mode !== one.mode.mode || !read.has(granted.target) || one.seen.present.has(granted.holding)) return []
    const fate = asked.fateOf(granted)
    if (fate?.is === 'live') return []
    const because = becauseOf(fate)
    const known = because === 'expired' || because === 'withdrawn'
    const unmarked = asked.claims.has(granted.holding)
    if (isSettling(granted, asked.drawing.now) && (unmarked || !known)) return []
    return [{ granted, because: known ? because : 'undone' }]
  })
}

/**
 * Claims of what is not there. Claimed after the end of whoever it was claimed for, so to be taken and not to be given: the
 * run that took it died before it could say so. Or claimed to be given, which failed, and nobody asks for it any more: a
 * claim that went on would take the very same from whoever is given it by hand.
 */
function spentIn({ drawing: { ledger, now }, recorded }: Common, one: Resolving, { wishes }: Desire): readonly Spent[] {
  const read = targetsRead(one)
  // All of a version ends at one instant.
  const grants = new Map(wishes.map(({ grant }) => [grant.version, grant]))
  const endedBy = (version: VersionId, at: Instant): boolean => {
    const grant = grants.get(version)
    return grant !== undefined && hasEnded(grant, at)
  }
  const asked = new Set(
    wishes.flatMap(({ grant, fate }) => (fate.is === 'live' || fate.is === 'not-yet' ? [grant.version] : [])),
  )
  const isAsked = (version: VersionId): boolean => asked.has(version)
  return [...(ledger?.claims ?? [])].flatMap(([holding, claim]): Spent[] => {
    if (claim.existedBefore || claim.mode !== one.mode.mode || !read.has(claim.target)) return []
    if (one.seen.present.has(holding) || recorded.has(holding)) return []
    const taken = claim.versions.every((version) => endedBy(version, claim.at))
    return taken || (!claim.versions.some(isAsked) && !isSettling({ confirmed: claim.at }, now))
      ? [{ holding, claim }]
      : []
  })
}

/**
 * What is taken now but could be wanted again, and is not what was given: somebody cut it by hand, so it stays away also
 * when the hold is lifted.
 */
function changedBefore(asked: Common, steps: readonly Step[]): readonly Vanished[] {
  return steps.flatMap((step): Vanished[] => {
    const given = step.do === 'revoke' ? (asked.recorded.get(step.holding) ?? []) : []
    const changed = given.filter(
      (granted) => granted.content !== step.content && !isSettling(granted, asked.drawing.now),
    )
    return changed.flatMap((granted): Vanished[] => {
      const because = becauseOf(asked.fateOf(granted))
      return because === 'expired' || because === 'withdrawn' ? [] : [{ granted, because: 'undone' }]
    })
  })
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
    fate.is === 'dead'
      ? [{ grants: [grant.key], because: fate.says, cure: 'ask again with a new request', at: grant.item.at }]
      : [],
  )

/**
 * Pure but for what `looked` already read: the same look and verdicts give the same plan. What is neither standing nor
 * proved is left out, so that nobody's unproved request holds back or shapes what others have.
 */
export function draftPlan(asked: Drawing, looked: Look, verdicts: Verdicts): Plan<'live'> {
  const desired = desire(looked.askedFor, desiring(asked, verdicts))
  const common = commonOf(asked, looked, desired)
  const drafted = draftFiles(common, verdicts)
  const { drafts } = drafted
  const limited = limitStrays(
    drafts.flatMap((one) => one.steps),
    asked.settings.limits.strays,
  )
  return makePlan<'live'>({
    basis: 'live',
    head: asked.commit,
    now: asked.now,
    wishes: desired.wishes,
    steps: limited.steps,
    unrecorded: drafts.flatMap((one) => one.unrecorded),
    vanished: [
      ...common.resolving.flatMap((one) => vanishedFrom(common, one)),
      ...changedBefore(common, limited.steps),
      ...drafts.flatMap((one) => one.undone.map((granted): Vanished => ({ granted, because: 'undone' }))),
    ],
    spent: common.resolving.flatMap((one) => spentIn(common, one, desired)),
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
    unread: common.resolving.flatMap(unreadIn),
  })
}

/** Whatever a plan would give if everything were proved that is not refused, or would write into the record as given. */
export function versionsToProve(asked: Drawing, looked: Look, verdicts = NOTHING_ASKED): ReadonlySet<VersionId> {
  const desired = desire(looked.askedFor, desiring(asked, verdicts))
  const settlement = settlementOf(asked.ledger)
  if (liveGrants(desired).every((grant) => isStanding(settlement, grant))) return new Set()
  const common = commonOf(asked, looked, desired)
  const versions = new Set<VersionId>()
  for (const { steps, unrecorded } of draftFiles(common, null).drafts) {
    for (const { effect, holders } of steps)
      for (const { grant: key, version } of holders)
        if (effect !== 'takes' || !isStanding(common.settlement, { key, version })) versions.add(version)
    for (const { version } of unrecorded.flatMap(({ is, holders }) => (is === 'unknown' ? holders : [])))
      versions.add(version)
  }
  return versions
}
