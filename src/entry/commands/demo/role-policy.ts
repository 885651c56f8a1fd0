// The policies of Daypass's own roles in the demo's accounts: exactly the operations that the modes' tables name.

import type { Job } from '../../../core/model/settings.ts'
import type { Operation } from '../../../modes/aws/operation.ts'
import { OPERATIONS as IAM_USER } from '../../../modes/iam-user/calls.ts'
import { OPERATIONS as IDENTITY_CENTER } from '../../../modes/identity-center/calls.ts'

/** The tables, by mode. */
const TABLES: Readonly<Record<string, readonly Operation[]>> = {
  'iam-user': Object.values(IAM_USER),
  'identity-center': Object.values(IDENTITY_CENTER),
}

/** What a job does in an account of this mode. */
export const operationsIn = (mode: string): readonly Operation[] =>
  (TABLES[mode] ?? []).filter(({ at }) => at === undefined)

/** What a job does in the account that Identity Center is reached from. */
export const operationsAtHome: readonly Operation[] = Object.values(TABLES)
  .flat()
  .filter(({ at }) => at === 'home')

const filled = (value: unknown, names: Readonly<Record<string, string>>): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole))

/** An AWS policy document that lets a job do what the tables say, and nothing else. */
export function rolePolicy(
  job: Job,
  operations: readonly Operation[],
  names: Readonly<Record<'partition' | 'account' | 'installation', string>>,
): object {
  return {
    Version: '2012-10-17',
    Statement: operations
      .filter((operation) => operation.jobs.includes(job))
      .flatMap(({ action, also = [], resources, beside = [], conditions = {} }) => {
        const Action = [action, ...also]
        const conditioned = Object.keys(conditions).length === 0 ? {} : { Condition: filled(conditions, names) }
        return [
          { Effect: 'Allow', Action, Resource: filled(resources, names), ...conditioned },
          ...(beside.length === 0 ? [] : [{ Effect: 'Allow', Action, Resource: filled(beside, names) }]),
        ]
      }),
  }
}
