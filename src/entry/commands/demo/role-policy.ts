// The policies of Daypass's own roles in the demo's accounts: exactly the operations that the modes' tables name.

import type { Job } from '../../../core/model/settings.ts'
import { OPERATIONS, type Operation } from '../../../modes/iam-user/calls.ts'

const filled = (value: unknown, names: Readonly<Record<string, string>>): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole))

/** An AWS policy document that lets a job do what its table says, and nothing else. */
export function rolePolicy(
  job: Job,
  names: Readonly<Record<'partition' | 'account' | 'installation', string>>,
): object {
  const operations: readonly Operation[] = Object.values(OPERATIONS)
  return {
    Version: '2012-10-17',
    Statement: operations
      .filter((operation) => operation.jobs.includes(job))
      .map((operation) => ({
        Effect: 'Allow',
        Action: [operation.action, ...(operation.also ?? [])],
        Resource: filled(operation.resources, names),
        ...(operation.conditions === undefined ? {} : { Condition: filled(operation.conditions, names) }),
      })),
  }
}
