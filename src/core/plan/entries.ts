// What a run writes into the record: before the first giving call, and after the last.

import type { Grant } from '../model/grant.ts'
import type { Instant } from '../model/time.ts'
import { type Entry, grantedKey } from '../report/record.ts'
import { becauseOf, type FateOf, fatesOf } from './because.ts'
import { blockedEntries, goingOn, versionsIn } from './blocked-entries.ts'
import { claimEntries, foundEntries, letGo, spentEntries } from './claim-entries.ts'
import { hadEntries } from './had-entries.ts'
import { liftable } from './liftable.ts'
import type { Step, StepOutcome } from './provisioner.ts'
import { aboutStep, accountOf, heldBy, type Remembering, standingOn, versionsOf } from './remembering.ts'
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

/** Empty when the run has nothing to do and nothing to tell: then the ledger is not touched at all. */
export function entriesBefore(asked: Remembering): readonly Entry[] {
  const { plan } = asked
  const known = [
    ...verdictEntries(asked),
    ...goneEntries(asked),
    ...spentEntries(asked),
    ...claimEntries(asked),
    ...foundEntries(asked),
  ]
  const kept = liftable(asked, [])
  const reasons = [
    ...blockedEntries(asked, [], kept),
    ...hadEntries(asked, goingOn(asked), new Set()).filter(({ version }) => !kept.has(version)),
    ...withdrawnEntries(asked),
  ]
  if (plan.steps.length + plan.unrecorded.length + known.length + reasons.length === 0) return []
  return [{ is: 'opened', head: plan.head, plan: plan.digest, job: asked.job }, ...known]
}

/** Cutting needs no proof, but what is written down as granted is settled from then on: only what is proved, or was. */
const mayBeRecorded = ({ ledger, verdicts }: Remembering, { grant, version }: Step['holders'][number]): boolean =>
  isProved(verdicts, version) || isStanding(settlementOf(ledger), { key: grant, version })

/**
 * Whether a taking that failed had taken all that gives, by our own hand, and could only not tidy up: the next run must not
 * think that somebody undid it. A conflict says that it is in use after all.
 */
function isTaken({ calls }: Step, { call, error }: Extract<StepOutcome, { is: 'failed' }>): boolean {
  const takes = ({ effect }: Step['calls'][number]): boolean => effect === 'takes'
  return error.kind !== 'conflict' && calls.some(takes) && !calls.slice(call).some(takes)
}

function endedEntry(asked: Remembering, step: Step, confirmed: Instant): Entry {
  const because =
    step.because === 'asked' || step.because === 'renewed' || step.because === 'drift' ? 'changed' : step.because
  const about = aboutStep(asked, step)
  return { is: 'ended', because, versions: heldBy(asked, step.holding), until: step.until, confirmed, ...about }
}

function failedEntries(
  asked: Remembering,
  step: Step,
  outcome: Extract<StepOutcome, { is: 'failed' }>,
): readonly Entry[] {
  const failed: Entry = {
    is: 'failed',
    does: step.effect,
    versions: step.do === 'revoke' ? heldBy(asked, step.holding) : versionsOf(step),
    says: `${outcome.error.call}: ${outcome.error.said}`,
    ...aboutStep(asked, step),
  }
  // A place that left the settings is read only while the record shows something there: until all of it is gone.
  const over = step.do === 'revoke' && asked.accounts.has(step.target) && isTaken(step, outcome)
  return over ? [failed, endedEntry(asked, step, asked.plan.now)] : [failed]
}

/** What is asked for is looked through once, whatever is written of it. */
type Writing = Remembering & { readonly fateOf: FateOf }

/** Whoever stood on it and goes on no more ends for a reason of their own; the line after these names who goes on. */
function leftOut(asked: Writing, on: Pick<Step, 'holding' | 'mode' | 'target' | 'holders'>): readonly Entry[] {
  const stays = new Set(on.holders.map(({ grant, version }) => grantedKey(grant, version)))
  const gone = standingOn(asked, on.holding).filter(({ grant, version }) => !stays.has(grantedKey(grant, version)))
  return gone.map((granted): Entry => {
    const { holding, mode, target, account, version, until } = granted
    const because = becauseOf(asked.fateOf(granted))
    const confirmed = asked.plan.now
    return { is: 'ended', because, versions: [version], until, confirmed, holding, mode, target, account }
  })
}

function stepEntry(asked: Writing, step: Step, outcome: StepOutcome): readonly Entry[] {
  const about = aboutStep(asked, step)
  if (outcome.is === 'skipped') return letGo(asked, step)
  if (outcome.is === 'failed') return failedEntries(asked, step, outcome)
  if (step.do === 'revoke') {
    const own = step.because === 'changed' ? leftOut(asked, step) : []
    return [...own, endedEntry(asked, step, outcome.confirmed)]
  }
  const grants = step.holders.filter((holder) => mayBeRecorded(asked, holder))
  if (step.until === null || step.identity === null || grants.length === 0) return []
  return [
    ...leftOut(asked, step),
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

export function entriesAfter(asked: Remembering, outcomes: readonly StepOutcome[], exit: number): readonly Entry[] {
  const byStep = new Map(outcomes.map((outcome) => [outcome.step, outcome]))
  const { plan } = asked
  const writing: Writing = { ...asked, fateOf: fatesOf(plan) }
  const made = plan.steps.flatMap((step) => {
    const outcome = byStep.get(step.id)
    return outcome === undefined ? [] : stepEntry(writing, step, outcome)
  })
  const adopted = plan.unrecorded.flatMap((one): readonly Entry[] => [
    ...leftOut(writing, one),
    {
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
    },
  ])
  const written = [...made, ...adopted]
  const moved = new Set(written.flatMap(versionsIn))
  const goesOn = goingOn(asked)
  const given = new Set(written.flatMap(grantsIn))
  const stands = (grant: Grant): boolean => goesOn(grant) || given.has(grantedKey(grant.key, grant.version))
  const failed = new Set(made.flatMap((entry) => (entry.is === 'failed' ? entry.versions : [])))
  const kept = liftable(asked, written)
  const count = (is: StepOutcome['is']): number => outcomes.filter((outcome) => outcome.is === is).length
  return [
    ...written,
    ...blockedEntries(asked, written, kept),
    ...hadEntries(asked, stands, moved).filter(({ version }) => !failed.has(version) && !kept.has(version)),
    ...withdrawnEntries(asked),
    { is: 'closed', exit, done: count('done'), failed: count('failed'), skipped: count('skipped') },
  ]
}
