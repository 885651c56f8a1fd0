// What a run writes down of things that bear no mark: before they are given, and when nothing came of it.

import type { Entry } from '../report/record.ts'
import { predates } from './presumed.ts'
import type { Step } from './provisioner.ts'
import { aboutStep, accountOf, type Remembering, versionsOf } from './remembering.ts'

/** Before the access, so that a run that dies in between leaves a claim of nothing, never an access that nobody claims. */
export const claimEntries = (asked: Remembering): readonly Entry[] =>
  asked.plan.steps.flatMap((step): Entry[] => {
    if (step.claims !== true) return []
    const before = asked.ledger.claims.get(step.holding)?.versions ?? []
    const versions = versionsOf(step)
    if (versions.every((version) => before.includes(version))) return []
    return [{ is: 'claimed', versions, existedBefore: false, ...aboutStep(asked, step) }]
  })

/**
 * Told once, so that a record that is empty because nothing was ever given is not taken for one that was lost. What is
 * presumed to be ours is claimed before it is taken: a run that dies in between leaves a record, by which nothing is
 * presumed any more.
 */
export function foundEntries(asked: Remembering): readonly Entry[] {
  const { plan, ledger } = asked
  const wishes = new Map(plan.wishes.map(({ grant }) => [grant.key, grant]))
  return plan.drift.flatMap(({ is, holding, grants, found }): Entry[] => {
    if (found === undefined || ledger.claims.has(holding)) return []
    const asking = grants.flatMap((key) => wishes.get(key) ?? [])
    // It may have been given under a record that is lost: that it was there before, nobody knows.
    if (is === 'had-before' && asking.some((grant) => predates(grant, ledger, plan.now))) return []
    const named = [...new Set(asking.map(({ version }) => version))].sort()
    const account = accountOf(asked, holding, found.target)
    return [{ is: 'claimed', versions: named, existedBefore: is !== 'presumed-ours', holding, ...found, account }]
  })
}

/** A run took what was presumed to be ours, or could not give what it claimed, and nothing else would end the claim. */
export const spentEntries = ({ plan }: Remembering): readonly Entry[] =>
  plan.spent.map(({ holding, claim: { mode, target, account, versions } }) => ({
    is: 'ended',
    because: 'expired',
    versions,
    until: null,
    confirmed: plan.now,
    holding,
    mode,
    target,
    account,
  }))

/** This run's claim of what it did not even try to give: it would make somebody else's doing look like ours. */
export const letGo = (asked: Remembering, step: Step): readonly Entry[] => {
  if (step.claims !== true || asked.ledger.claims.has(step.holding)) return []
  return [
    {
      is: 'ended',
      because: 'changed',
      versions: versionsOf(step),
      until: step.until,
      confirmed: asked.plan.now,
      ...aboutStep(asked, step),
    },
  ]
}
