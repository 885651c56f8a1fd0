// The ceiling over Daypass's own roles in an account: even with every policy attached they could not do more.

import type { Statement } from '../../core/model/policy-document.ts'
import type { Job, Settings } from '../../core/model/settings.ts'
import type { Part, PolicyBlueprint } from './blueprint.ts'
import { NEVER_ACTIONS } from './guards.ts'
import { ACCOUNT, type Names, PARTITION } from './names.ts'
import { readingTheKey } from './okta-key.ts'
import { onlyAsListed } from './only.ts'
import { operationsFor } from './operations.ts'
import { documentOf } from './permissions.ts'
import { ENTERING } from './trust.ts'

export const JOBS = ['apply', 'expire', 'inventory'] as const satisfies readonly Job[]

/** Outside `/daypass/<installation>/`, where the roles that it limits may write. */
export const boundaryName = (installation: string): string => `boundary-${installation}`

export const iamArn = (rest: string): string => `arn:${PARTITION}:iam::${ACCOUNT}:${rest}`

/** Whatever in IAM changes a role or a policy, by how its name begins (service authorization reference, IAM). */
const CHANGING = ['Attach', 'Create', 'Delete', 'Detach', 'Put', 'Set', 'Tag', 'Untag', 'Update'].map(
  (word) => `iam:${word}*`,
)

interface Bounded {
  readonly settings: Settings
  readonly parts: readonly Part[]
  readonly names: Names
  /** ARN patterns of Daypass's own roles in the account. */
  readonly own: readonly string[]
}

const statement = (
  sid: string,
  effect: Statement['effect'],
  only: readonly string[],
  on: readonly string[],
): Statement => ({
  sid,
  effect,
  actions: { only },
  resources: { only: on },
  conditions: {},
})

export function boundaryOf({ settings, parts, names, own }: Bounded): PolicyBlueprint {
  const name = boundaryName(settings.installation)
  const operations = JOBS.flatMap((job) => operationsFor(parts, job, settings))
  const actions = operations.flatMap(({ action, also = [] }) => [action, ...also])
  const entering = parts.includes('hub') ? [statement('OnlyToEnter', 'Allow', ENTERING, enterable(settings))] : []
  return {
    path: '/daypass/',
    name,
    description: 'What the roles of Daypass can do at most, whatever is attached to them.',
    document: documentOf([
      statement('AtMost', 'Allow', actions, ['*']),
      ...entering,
      ...(parts.includes('hub') ? readingTheKey(settings) : []),
      ...onlyAsListed(operations, names),
      // What a table names is denied everywhere but where the table says, above.
      statement(
        'Never',
        'Deny',
        NEVER_ACTIONS.filter((action) => !actions.includes(action)),
        ['*'],
      ),
      statement('NeverItself', 'Deny', CHANGING, [...own, iamArn(`policy/daypass/${name}`)]),
    ]),
  }
}

/** The roles in all accounts, which alone a hub role may take; each account says for itself whom it lets in. */
const enterable = ({ aws }: Settings): readonly string[] =>
  Object.values(aws?.roles ?? {}).map((role) => `arn:${PARTITION}:iam::*:role/${role}`)
