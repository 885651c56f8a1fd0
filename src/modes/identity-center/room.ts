// Whether Identity Center has room for the sets that are wanted, counted together with those of others.

import type { HoldingKey } from '../../core/model/id.ts'
import type { Blocked, Holding, Observation, Placed } from '../../core/plan/provisioner.ts'
import { blocks } from '../any/blocks.ts'
import type { Content } from './content.ts'
import { type Quotas, USED } from './quotas.ts'

const foreignSets = (holding: Holding<Content>): number =>
  Math.max(
    0,
    ...holding.holders.flatMap(({ facts }) =>
      facts.map((fact) => (fact.is === 'found' && fact.need.what === 'account' ? (fact.used?.[USED.sets] ?? 0) : 0)),
    ),
  )

/** What is there keeps its place; the rest is let in by key. */
export function withinQuota(
  quotas: Quotas,
  wanted: readonly Holding<Content>[],
  seen: Observation<Content>,
): Placed<Content> {
  const there = new Set<HoldingKey>(seen.observed.map(({ key }) => key))
  const standing = wanted.filter(({ content, key }) => content.is === 'set' && there.has(key)).length
  let taken = standing
  const blocked: Blocked[] = []
  const holdings = wanted.filter((holding) => {
    if (holding.content.is !== 'set' || there.has(holding.key)) return true
    if (foreignSets(holding) + taken < quotas.sets) {
      taken += 1
      return true
    }
    blocked.push(
      blocks(
        holding.holders,
        `Identity Center can have ${quotas.sets} permission sets, and all are taken`,
        'end something first, have AWS raise the quota, or set `sets: merged` in integrations/aws.yaml',
      ),
    )
    return false
  })
  return { holdings, blocked }
}
