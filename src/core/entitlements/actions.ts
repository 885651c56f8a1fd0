// What an item `actions: …, on: …` asks for: single actions on named resources.

import type { ActionsItem } from '../documents/shapes.ts'
import { digest } from '../model/canonical.ts'
import type { Finding } from '../model/finding.ts'
import { id } from '../model/id.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import { foldCase } from '../policy/wildcard.ts'
import { elsewhere } from './elsewhere.ts'
import type { Kind, PlaceIn } from './kind.ts'
import { arnProblem, reachOf } from './resources.ts'

/** `service:Name`; wildcards in the name only (IAM user guide, Action element). */
const ACTION = /^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9*?]{1,128}$/i

const actionFindings = (actions: readonly string[], at: PlaceIn): readonly Finding[] =>
  actions.flatMap((action, index) =>
    ACTION.test(action)
      ? []
      : [
          {
            code: 'action-syntax',
            at: at(['actions', index]),
            message: `\`${action}\` is not an action.`,
            cure: 'Write service:Name, for instance dynamodb:GetItem; * may stand in the name, not for the service.',
          },
        ],
  )

const resourceProblem = (text: string): string | null => (text === '*' ? null : arnProblem(text))

const resourceFindings = (resources: readonly string[], at: PlaceIn): readonly Finding[] =>
  resources.flatMap((resource, index) => {
    const problem = resourceProblem(resource)
    return problem === null
      ? []
      : [
          {
            code: 'arn-syntax',
            at: at(['on', index]),
            message: `\`${resource}\` does not name a resource: ${problem}.`,
            cure: 'Write an ARN such as arn:aws:sqs:eu-west-1:111122223333:orders, or * alone.',
          },
        ]
  })

/** Sorted, each once; actions that differ only in case are one action, spelled as the first in order. */
const canonical = (texts: readonly string[], fold: (text: string) => string): readonly string[] =>
  [
    ...new Map(
      [...texts]
        .sort()
        .reverse()
        .map((text) => [fold(text), text]),
    ).values(),
  ].sort()

const statementOf = (actions: readonly string[], resources: readonly string[]): PolicyDocument => ({
  version: '2012-10-17',
  statements: [{ effect: 'Allow', actions: { only: actions }, resources: { only: resources }, conditions: {} }],
})

export const actions: Kind<ActionsItem> = {
  kind: 'actions',
  keys: ['actions', 'on'],
  read(raw, at) {
    const findings = [...actionFindings(raw.actions, at), ...resourceFindings(raw.on, at)]
    if (findings.length > 0) return { findings }
    const asked = canonical(raw.actions, foldCase)
    const on = canonical(raw.on, (text) => text)
    return {
      entitlement: {
        kind: id('actions'),
        what: `actions:${digest({ actions: asked.map(foldCase).sort(), on })}`,
        says: `${asked.join(', ')} on ${on.join(', ')}`,
        permissions: { form: 'statements', document: statementOf(asked, on) },
        facets: { action: asked, resource: on, reach: [reachOf(on)] },
        at: at([]),
      },
    }
  },
  check: ({ facets }, where, at) => (facets['resource'] ?? []).flatMap((arn) => elsewhere(arn, where, at)),
}
