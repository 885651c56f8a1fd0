// The doctor's findings put together: every check, the tier that they amount to, and what theft would cost.

import { type Check, isWell } from '../check.ts'
import { actionsChecks, environmentChecks, hardened, secretChecks, workflowFileChecks } from './actions.ts'
import { ledgerBranchChecks, mainChecks, unseen } from './branches.ts'
import type { Facts } from './facts.ts'
import { peopleChecks, ruleChecks } from './people.ts'
import { recordChecks } from './record.ts'
import { type Theft, thefts } from './theft.ts'
import { type TierReached, tierOf } from './tier.ts'

export interface Diagnosis {
  readonly parts: readonly { readonly title: string; readonly checks: readonly Check[] }[]
  readonly tier: TierReached
  readonly thefts: readonly Theft[]
}

/** Names can be given away, ids cannot: whoever the roles trust must be this very repository. */
function trustChecks({ settings, repository, main }: Facts): readonly Check[] {
  const trust = settings.aws?.trust
  const about = 'trust in integrations/aws.yaml'
  if (trust == null) return []
  if (repository.is === 'unknown') return [unseen(about, repository)]
  const { id, ownerId, fullName } = repository.value
  const wrong = [
    ...(trust.repositoryId === id ? [] : [`repositoryId is ${trust.repositoryId}, GitHub says ${id}`]),
    ...(trust.ownerId === ownerId ? [] : [`ownerId is ${trust.ownerId}, GitHub says ${ownerId}`]),
    ...(trust.repository.toLowerCase() === fullName.toLowerCase()
      ? []
      : [`repository is ${trust.repository}, GitHub says ${fullName}`]),
    ...(trust.branch === main.branch ? [] : [`branch is ${trust.branch}, the default one is ${main.branch}`]),
  ]
  return wrong.length === 0
    ? [{ state: 'fine', about, says: 'means this repository', cure: null }]
    : [{ state: 'danger', about, says: wrong.join('; '), cure: 'correct it, and deploy what `daypass setup` prints' }]
}

export function diagnose(facts: Facts): Diagnosis {
  const main = mainChecks(facts.main)
  const environments = environmentChecks(facts)
  const tier = tierOf([...main, ...environments], hardened(facts.settings, facts.workflowFiles))
  return {
    parts: [
      { title: 'Branches', checks: [...main, ...ledgerBranchChecks(facts.ledgerBranch)] },
      { title: 'Cloud rights', checks: [...trustChecks(facts), ...environments, ...secretChecks(facts)] },
      { title: 'Workflows', checks: [...actionsChecks(facts), ...workflowFileChecks(facts)] },
      { title: 'People and rules', checks: [...peopleChecks(facts), ...ruleChecks(facts)] },
      { title: 'Record', checks: recordChecks(facts) },
    ],
    tier,
    thefts: thefts(facts.settings, tier.tier),
  }
}

export const isHealthy = ({ parts }: Diagnosis): boolean => parts.every(({ checks }) => checks.every(isWell))
