// Whether anybody can write to the default branch or to the record without a pull request.

import { type Answer, writeEdgeError } from '../../core/model/edge-error.ts'
import { type Check, fine, note } from '../check.ts'
import type { BranchFacts } from './facts.ts'

const ADMIN =
  'use a token that may read the administration of the repository (GITHUB_TOKEN=$(gh auth token) as an administrator)'

export const unseen = (about: string, answer: Extract<Answer<unknown>, { is: 'unknown' }>): Check => ({
  state: 'unknown',
  about,
  says: `could not check: ${writeEdgeError(answer.because)}`,
  cure: answer.because.kind === 'denied' || answer.because.kind === 'not-found' ? ADMIN : 'run daypass doctor again',
})

interface Guard {
  readonly pull: boolean
  readonly approvals: number
  readonly force: boolean
}

/** Rulesets and classic protection hold together; either one is enough. */
function guardOf({ rules, protection }: BranchFacts): Guard | null {
  if (rules.is === 'unknown') return null
  const classic = protection.is === 'known' && protection.value !== 'none' ? protection.value : null
  if (rules.value.types.length === 0 && protection.is === 'unknown') return null
  return {
    pull: rules.value.approvals !== null || (classic !== null && classic.approvals !== null),
    approvals: Math.max(rules.value.approvals ?? 0, classic?.approvals ?? 0),
    force: rules.value.types.includes('non_fast_forward') || classic !== null,
  }
}

function bypassChecks({ branch, bypass, rules, protection }: BranchFacts): readonly Check[] {
  const about = `who may bypass the rules of ${branch}`
  const classic = protection.is === 'known' && protection.value !== 'none' ? protection.value : null
  const admins: readonly Check[] =
    classic !== null && !classic.admins
      ? [
          {
            state: 'danger',
            about,
            says: 'branch protection does not bind administrators',
            cure: 'switch on "Do not allow bypassing the above settings"',
          },
        ]
      : []
  if (rules.is === 'unknown' || rules.value.rulesets.length === 0) return admins
  if (bypass.is === 'unknown') return [...admins, unseen(about, bypass)]
  const hidden = bypass.value.filter((one) => one.is === 'hidden').map(({ ruleset }) => ruleset)
  const actors = bypass.value.flatMap((one) =>
    one.is === 'seen' ? one.actors.map((actor) => `${actor} in ${one.ruleset}`) : [],
  )
  return [
    ...admins,
    ...(hidden.length === 0
      ? []
      : [
          {
            state: 'unknown' as const,
            about,
            says: `could not check: GitHub shows it to administrators alone (${hidden.join(', ')})`,
            cure: ADMIN,
          },
        ]),
    ...(actors.length > 0
      ? [
          {
            state: 'danger' as const,
            about,
            says: `${actors.join('; ')}: what they push is not reviewed`,
            cure: 'remove them from the bypass list; `exempt` leaves no trace at all',
          },
        ]
      : hidden.length === 0
        ? [fine(about, 'nobody')]
        : []),
  ]
}

/** The default branch: what lands there changes settings and workflows. */
export function mainChecks(facts: BranchFacts): readonly Check[] {
  const about = `branch ${facts.branch}`
  if (facts.rules.is === 'unknown') return [unseen(about, facts.rules)]
  const guard = guardOf(facts)
  if (guard === null) return facts.protection.is === 'unknown' ? [unseen(about, facts.protection)] : []
  const cure =
    'add a ruleset for the default branch: require a pull request with an approval, block force pushes and deletion'
  return [
    guard.pull
      ? guard.approvals > 0
        ? fine(about, `takes pull requests only, with ${guard.approvals} approval${guard.approvals === 1 ? '' : 's'}`)
        : { state: 'differs', about, says: 'takes pull requests only, and demands no approval', cure }
      : { state: 'danger', about, says: 'whoever may write can push to it', cure },
    guard.force
      ? fine(`${about}: force pushes`, 'blocked')
      : { state: 'danger', about: `${about}: force pushes`, says: 'its history can be rewritten', cure },
    ...bypassChecks(facts),
  ]
}

/** The record: a force push could make it forget; the chain tells afterwards. */
export function ledgerBranchChecks(facts: BranchFacts): readonly Check[] {
  const about = `branch ${facts.branch}`
  if (facts.rules.is === 'unknown') return [unseen(about, facts.rules)]
  const guard = guardOf(facts)
  if (guard === null) return facts.protection.is === 'unknown' ? [unseen(about, facts.protection)] : []
  return [
    guard.force
      ? note(about, 'force pushes are blocked')
      : {
          state: 'differs',
          about,
          says: 'the record can be rewritten by whoever may write',
          cure: 'block force pushes and deletion by a ruleset; the jobs only ever add to it',
        },
  ]
}
