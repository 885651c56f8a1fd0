// Which ways of rules too few people could ever approve or review.

import type { Finding } from '../model/finding.ts'
import type { PersonId } from '../model/id.ts'
import type { Rule, Way, Who } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import { approversOf, membersOf } from './who.ts'

/** How many may approve for the beneficiary for whom most may: what nobody could ever reach is more than that. */
function mostApprovers(rule: Rule, who: Who, settings: Settings): number {
  const count = (person: PersonId): number =>
    approversOf(who, settings, person).filter((approver) => approver !== person).length
  return Math.max(0, ...[...membersOf(rule.who, settings)].map(count))
}

const needed = (rule: Rule, way: Extract<Way, { is: 'approvedBy' }>): number =>
  Math.max(1, way.approvals, rule.limits.approvals ?? 0)

function approvalFindings(rule: Rule, way: Way, settings: Settings): readonly Finding[] {
  if (way.is !== 'approvedBy' || membersOf(rule.who, settings).size === 0) return []
  const [most, least] = [mostApprovers(rule, way.who, settings), needed(rule, way)]
  if (most === 0)
    return [
      {
        code: 'lint-no-approvers',
        at: way.at,
        message: `nobody may approve by this way of rule ${rule.name}`,
        cure: 'name people or groups with somebody in them; nobody approves for themselves',
      },
    ]
  if (most >= least) return []
  return [
    {
      code: 'lint-too-few-approvers',
      at: way.at,
      message: `rule ${rule.name} demands ${least} approvals, and at most ${most} ${most === 1 ? 'person' : 'people'} may give one`,
      cure: 'demand fewer, or let more people approve',
    },
  ]
}

function breakGlassFindings(rule: Rule, way: Way, settings: Settings): readonly Finding[] {
  if (way.is !== 'breakGlass') return []
  const users = [...membersOf(way.who, settings)].filter((person) => membersOf(rule.who, settings).has(person))
  const alone = users.filter((person) =>
    approversOf(way.reviewedBy, settings, person).every((reviewer) => reviewer === person),
  )
  if (alone.length === 0) return []
  return [
    {
      code: 'lint-break-glass-unreviewed',
      at: way.at,
      message: `rule ${rule.name} lets ${alone.sort().join(', ')} break the glass, and nobody else would review it`,
      cure: 'name reviewers other than those who break it',
    },
  ]
}

export const wayFindings = (rule: Rule, settings: Settings): readonly Finding[] =>
  rule.ways.flatMap((way) => [...approvalFindings(rule, way, settings), ...breakGlassFindings(rule, way, settings)])
