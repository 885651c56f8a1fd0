// What is told of actions that people name: with data that is loaded only where somebody names any.

import { accessFindings, namesResources } from '../core/approval/lint-access.ts'
import type { AskedEntitlement } from '../core/model/entitlement.ts'
import { type Finding, sortFindings } from '../core/model/finding.ts'
import type { Knowledge } from '../core/policy/knowledge.ts'
import { loadResourceKnowledge } from '../knowledge/load-resources.ts'

export async function lintAccess(
  entitlements: readonly AskedEntitlement[],
  knowledge: Knowledge,
): Promise<readonly Finding[]> {
  const naming = entitlements.filter(namesResources)
  if (naming.length === 0) return []
  const known = { knowledge, resources: knowledge.resources ?? (await loadResourceKnowledge()) }
  return sortFindings(naming.flatMap((one) => accessFindings(one, known)))
}
