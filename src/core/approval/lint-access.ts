// What somebody who names actions most likely did not mean: actions that AWS has not, or that cannot be done on what is named.

import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Finding } from '../model/finding.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { expandActions } from '../policy/actions.ts'
import { canBeDoneOn, readable } from '../policy/doable.ts'
import type { Knowledge, ResourceKnowledge } from '../policy/knowledge.ts'
import { meantBy } from '../policy/one-resource.ts'

export interface Known {
  readonly knowledge: Knowledge
  readonly resources: ResourceKnowledge
}

interface Named {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

/** null: it names no actions on resources. */
function namedIn({ facets, permissions }: AskedEntitlement): Named | null {
  const { action = [], resource = [] } = facets
  return permissions.form !== 'statements' || action.length === 0 ? null : { actions: action, resources: resource }
}

const FEW = 3

const some = (texts: readonly string[]): string =>
  texts.length > FEW ? `${texts.slice(0, FEW).join(', ')} and ${texts.length - FEW} more` : texts.join(', ')

function unknownFinding(pattern: string, { at }: AskedEntitlement, { knowledge }: Known): readonly Finding[] {
  const [unmatched] = expandActions([pattern], knowledge).unmatched
  if (unmatched === undefined) return []
  const { meant } = unmatched
  return [
    {
      code: 'action-unknown',
      at,
      message: `AWS is not known to have an action \`${pattern}\` (data of ${knowledge.asOf}).`,
      cure:
        meant.length === 0
          ? 'Compare it with the service authorization reference; if it is newer than the data, leave it.'
          : `Did you mean ${meant.join(' or ')}?`,
    },
  ]
}

/** Several actions by one pattern are told only if none of them can be done. */
function idleFinding(pattern: string, named: Named, { at }: AskedEntitlement, known: Known): readonly Finding[] {
  const actions = expandActions([pattern], known.knowledge).known.map(({ action }) => action)
  const can = (action: string): boolean => named.resources.some((arn) => canBeDoneOn(action, arn, known.resources))
  const templates = [...new Set(actions.flatMap((action) => known.resources.templates(action) ?? []))].sort()
  if (actions.length === 0 || named.resources.length === 0 || actions.some(can)) return []
  return [
    {
      code: 'action-idle',
      at,
      message:
        templates.length === 0
          ? `\`${pattern}\` cannot be limited to a resource: on ${some(named.resources)} it permits nothing.`
          : `\`${pattern}\` cannot be done on ${some(named.resources)}: it permits nothing there.`,
      cure:
        templates.length === 0
          ? 'Ask for it in an item of its own, with `on: ["*"]`.'
          : `Name what it is done on: ${some(templates.map(readable))}.`,
    },
  ]
}

/** What the data make nothing of cannot be given. */
function meaninglessFinding(entitlement: AskedEntitlement, { knowledge, resources }: Known): readonly Finding[] {
  const meant = meantBy(entitlement, knowledge.resources === null ? { ...knowledge, resources } : knowledge)
  if (!('problem' in meant)) return []
  return [
    {
      code: 'resource-unknown',
      at: entitlement.at,
      message: `${entitlement.says} cannot be given: ${meant.problem}.`,
      cure: 'Correct the ARN, or name `actions` and what they are for.',
    },
  ]
}

/** Of actions warnings only: AWS may have more than the data knows. */
export function accessFindings(entitlement: AskedEntitlement, known: Known): readonly Finding[] {
  const named = namedIn(entitlement)
  if (named === null) return meaninglessFinding(entitlement, known)
  return named.actions.flatMap((pattern) => [
    ...unknownFinding(pattern, entitlement, known),
    ...idleFinding(pattern, named, entitlement, known),
  ])
}

/** What requests ask for in so many words; bundles are their owners' business. */
export const askedIn = (requests: readonly Request[]): readonly AskedEntitlement[] =>
  requests.flatMap(({ lines }) => lines.flatMap(({ asked }) => ('entitlement' in asked ? [asked.entitlement] : [])))

export const bundledIn = ({ bundles }: Settings): readonly AskedEntitlement[] =>
  [...bundles.values()].flatMap(({ items }) => items)

/** Whether the data about resources say anything of it. */
export const namesResources = (entitlement: AskedEntitlement): boolean =>
  entitlement.permissions.form === 'resource' || namedIn(entitlement) !== null
