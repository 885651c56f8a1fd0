// What a run writes into the record: before the first giving call, and after the last.

import type { Grant } from '../model/grant.ts'
import type { VersionId } from '../model/id.ts'
import { type Entry, grantedKey } from '../report/record.ts'
import { claimEntries, foundEntries, letGo } from './claim-entries.ts'
import { hadEntries } from './had-entries.ts'
import type { Blocked, Step, StepOutcome } from './provisioner.ts'
import { aboutStep, accountOf, heldBy, type Remembering, versionsOf } from './remembering.ts'
import { isStanding, settlementOf } from './settlement.ts'
import { isProved } from './verdicts.ts'
import { withdrawnEntries } from './withdrawn-entries.ts'

function verdictEntries(asked: Remembering): readonly Entry[] {
  const used = new Set(
    [...asked.plan.steps, ...asked.plan.unrecorded].flatMap((one) => one.holders.map((holder) => holder.version)),
  )
  return [...asked.verdicts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, verdict]): Entry[] => {
      const version = asked.versions.get(id)
      if (version === undefined) return []
      const about = { version: id, request: version.request }
      if (verdict.is === 'refused')
        return asked.ledger.refused.has(id)
          ? []
          : [{ is: 'refused', ...about, because: verdict.because, says: verdict.says }]
      if (verdict.is !== 'proved' || !used.has(id)) return []
      const { pull, reviews, way, rule, settingsAtLanding, settingsNow, afterwards } = verdict.proof
      const broken: readonly Entry[] =
        afterwards === null || asked.ledger.glass.has(id) ? [] : [{ is: 'brokeGlass', ...about, pull, ...afterwards }]
      return [
        {
          is: 'proved',
          ...about,
          blob: version.blob,
          landing: version.landing,
          pull,
          reviews: reviews.map((review) => review.id),
          way,
          rule,
          settingsAtLanding,
          settingsNow,
        },
        ...broken,
      ]
    })
}

/** Known before anything is done, so that it is not lost with a job that dies: nothing may bring these back. */
const goneEntries = ({ plan }: Remembering): readonly Entry[] =>
  plan.vanished.map(({ granted, because }) => ({
    is: 'ended',
    because,
    versions: [granted.version],
    until: granted.until,
    confirmed: plan.now,
    holding: granted.holding,
    mode: granted.mode,
    target: granted.target,
    account: granted.account,
  }))

/** Which grants stand, and still will when the plan is done. */
function goingOn({
  plan,
  ledger,
}: Pick<Remembering, 'plan' | 'ledger'>): (grant: Pick<Grant, 'key' | 'version'>) => boolean {
  const settlement = settlementOf(ledger)
  const over = new Set([
    ...plan.vanished.map(({ granted }) => granted.holding),
    ...plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.holding] : [])),
  ])
  return (grant) => {
    const settled = settlement(grant)
    return settled.is === 'standing' && !over.has(settled.granted.holding)
  }
}

/**
 * Reasons that the record does not know yet, by version: what is refused is told as that. `moved`: versions of which the
 * run gave or took something, after which the record knows no reason any more.
 */
function blockedEntries(
  { plan, ledger, versions, verdicts }: Remembering,
  moved: ReadonlySet<VersionId>,
): readonly Entry[] {
  const goesOn = goingOn({ plan, ledger })
  const reasons = new Map<VersionId, Blocked>()
  const wishes = Map.groupBy(plan.wishes, ({ grant }) => grant.key)
  // What stands is given: that its place could not be read for a while is no reason that anybody could take back.
  for (const blocked of plan.blocked)
    for (const { grant, fate } of blocked.grants.flatMap((key) => wishes.get(key) ?? []))
      if (fate.is !== 'over' && !goesOn(grant) && !reasons.has(grant.version)) reasons.set(grant.version, blocked)
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { because, cure }]): Entry[] => {
      const version = versions.get(id)
      const before = ledger.trouble.get(id)
      if (version === undefined || verdicts.get(id)?.is === 'refused') return []
      const same = before?.is === 'blocked' && before.says === because && before.cure === cure
      if (same && !moved.has(id)) return []
      return [{ is: 'blocked', version: id, request: version.request, because, cure }]
    })
}

/** Empty when the run has nothing to do and nothing to tell: then the ledger is not touched at all. */
export function entriesBefore(asked: Remembering): readonly Entry[] {
  const { plan } = asked
  const known = [...verdictEntries(asked), ...goneEntries(asked), ...claimEntries(asked), ...foundEntries(asked)]
  const reasons = [
    ...blockedEntries(asked, new Set()),
    ...hadEntries(asked, goingOn(asked), new Set()),
    ...withdrawnEntries(asked),
  ]
  if (plan.steps.length + plan.unrecorded.length + known.length + reasons.length === 0) return []
  return [{ is: 'opened', head: plan.head, plan: plan.digest, job: asked.job }, ...known]
}

/** Cutting needs no proof, but what is written down as granted is settled from then on: only what is proved, or was. */
const mayBeRecorded = ({ ledger, verdicts }: Remembering, { grant, version }: Step['holders'][number]): boolean =>
  isProved(verdicts, version) || isStanding(settlementOf(ledger), { key: grant, version })

function stepEntry(asked: Remembering, step: Step, outcome: StepOutcome): readonly Entry[] {
  const about = aboutStep(asked, step)
  if (outcome.is === 'skipped') return letGo(asked, step)
  if (outcome.is === 'failed')
    return [
      {
        is: 'failed',
        does: step.effect,
        versions: step.do === 'revoke' ? heldBy(asked, step.holding) : versionsOf(step),
        says: `${outcome.error.call}: ${outcome.error.said}`,
        ...about,
      },
    ]
  if (step.do === 'revoke') {
    const because =
      step.because === 'asked' || step.because === 'renewed' || step.because === 'drift' ? 'changed' : step.because
    return [
      {
        is: 'ended',
        because,
        versions: heldBy(asked, step.holding),
        until: step.until,
        confirmed: outcome.confirmed,
        ...about,
      },
    ]
  }
  const grants = step.holders.filter((holder) => mayBeRecorded(asked, holder))
  if (step.until === null || step.identity === null || grants.length === 0) return []
  return [
    {
      is: 'granted',
      grants,
      identity: step.identity,
      content: step.content,
      until: step.until,
      reach: step.reach,
      confirmed: outcome.confirmed,
      ...about,
    },
  ]
}

const grantsIn = (entry: Entry): readonly string[] =>
  entry.is === 'granted' ? entry.grants.map(({ grant, version }) => grantedKey(grant, version)) : []

const versionsIn = (entry: Entry): readonly VersionId[] =>
  entry.is === 'granted'
    ? entry.grants.map(({ version }) => version)
    : entry.is === 'ended'
      ? entry.versions.map((version) => version as VersionId)
      : []

export function entriesAfter(asked: Remembering, outcomes: readonly StepOutcome[], exit: number): readonly Entry[] {
  const byStep = new Map(outcomes.map((outcome) => [outcome.step, outcome]))
  const { plan } = asked
  const made = plan.steps.flatMap((step) => {
    const outcome = byStep.get(step.id)
    return outcome === undefined ? [] : stepEntry(asked, step, outcome)
  })
  const adopted = plan.unrecorded.map(
    (one): Entry => ({
      is: 'granted',
      grants: one.holders,
      identity: one.identity,
      content: one.content,
      until: one.until,
      reach: one.reach,
      confirmed: plan.now,
      holding: one.holding,
      mode: one.mode,
      target: one.target,
      account: accountOf(asked, one.holding, one.target),
    }),
  )
  const moved = new Set([...made, ...adopted].flatMap(versionsIn))
  const goesOn = goingOn(asked)
  const given = new Set([...made, ...adopted].flatMap(grantsIn))
  const stands = (grant: Grant): boolean => goesOn(grant) || given.has(grantedKey(grant.key, grant.version))
  const failed = new Set(made.flatMap((entry) => (entry.is === 'failed' ? entry.versions : [])))
  const count = (is: StepOutcome['is']): number => outcomes.filter((outcome) => outcome.is === is).length
  return [
    ...made,
    ...adopted,
    ...blockedEntries(asked, moved),
    ...hadEntries(asked, stands, moved).filter(({ version }) => !failed.has(version)),
    ...withdrawnEntries(asked),
    { is: 'closed', exit, done: count('done'), failed: count('failed'), skipped: count('skipped') },
  ]
}
