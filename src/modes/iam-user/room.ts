// Whether IAM has room for what is wanted, counted together with what others put there.

import type { HoldingKey } from '../../core/model/id.ts'
import type { Blocked, Holding, Observation, Placed } from '../../core/plan/provisioner.ts'
import { blocks } from '../any/blocks.ts'
import type { Content } from './content.ts'
import { type Quotas, USED } from './quotas.ts'

interface Count {
  /** What is counted: a user's policies, an account's policies. */
  readonly of: (holding: Holding<Content>) => string | null
  readonly used: string
  readonly most: (quotas: Quotas) => number
  readonly says: string
}

const userOf = ({ content, target }: Holding<Content>): string =>
  `${content.is === 'policy' ? content.attached.join() : `user/${content.user}`} in ${target}`

const COUNTS: readonly Count[] = [
  {
    of: (one) => (one.content.is === 'membership' ? null : userOf(one)),
    used: USED.policies,
    most: (quotas) => quotas.policiesOfUser,
    says: 'policies attached',
  },
  {
    of: (one) => (one.content.is === 'membership' ? userOf(one) : null),
    used: USED.groups,
    most: (quotas) => quotas.groupsOfUser,
    says: 'groups',
  },
  {
    of: (one) => (one.content.is === 'policy' ? null : userOf(one)),
    used: USED.tags,
    most: (quotas) => quotas.tagsOfUser,
    says: 'tags',
  },
  {
    of: (one) => (one.content.is === 'policy' ? one.target : null),
    used: USED.account,
    most: (quotas) => quotas.policiesOfAccount,
    says: 'policies of its own',
  },
]

const usedBy = (holding: Holding<Content>, name: string): number =>
  Math.max(
    0,
    ...holding.holders.flatMap(({ facts }) =>
      facts.map((fact) => (fact.is === 'found' && fact.need.what === 'identity' ? (fact.used?.[name] ?? 0) : 0)),
    ),
  )

const full = (holding: Holding<Content>, count: Count, most: number): Blocked =>
  blocks(
    holding.holders,
    `${count.of(holding)} can have ${most} ${count.says}, and all are taken`,
    'end something first, or have AWS raise the quota',
  )

/**
 * What is there already keeps its place; the rest is let in by key. What somebody else put there before Daypass takes no
 * room twice: it is counted as theirs.
 */
export function withinQuotas(
  quotas: Quotas,
  wanted: readonly Holding<Content>[],
  seen: Observation<Content>,
): Placed<Content> {
  const there = new Map<HoldingKey, 'ours' | 'theirs'>(
    seen.observed.map((one) => [one.key, one.mark === null ? 'theirs' : 'ours']),
  )
  const rank = ({ key }: Holding<Content>): number => (there.has(key) ? 0 : 1)
  const taken = new Map<string, number>()
  const holdings: Holding<Content>[] = []
  const blocked: Blocked[] = []
  for (const holding of [...wanted].sort((a, b) => rank(a) - rank(b))) {
    const counts = there.get(holding.key) === 'theirs' ? [] : COUNTS.filter((count) => count.of(holding) !== null)
    const placeOf = (count: Count): string => `${count.says} ${count.of(holding)}`
    const stands = (count: Count): number => taken.get(placeOf(count)) ?? usedBy(holding, count.used)
    const over = there.has(holding.key) ? undefined : counts.find((count) => stands(count) >= count.most(quotas))
    if (over !== undefined) {
      blocked.push(full(holding, over, over.most(quotas)))
      continue
    }
    for (const count of counts) taken.set(placeOf(count), stands(count) + 1)
    holdings.push(holding)
  }
  return { holdings: holdings.sort((a, b) => (a.key < b.key ? -1 : 1)), blocked }
}
