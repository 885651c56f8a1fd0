// What can be said of an ARN that an item names, before anybody knows the account.

import { readArn } from '../policy/arn.ts'
import { hasVariable, hasWildcard } from '../policy/wildcard.ts'

/** Why a text is no ARN of something that can be asked for; null: nothing against it. */
export function arnProblem(text: string): string | null {
  const read = readArn(text)
  if ('problem' in read) return read.problem
  const { partition, service } = read.arn
  if (hasVariable(text)) return 'variables are not understood here, write the resource out'
  if (hasWildcard(partition) || hasWildcard(service)) return 'partition and service take no wildcard'
  return /[^!-~]/.test(text) ? 'it has blanks or letters that no ARN has' : null
}

/** What rules read of it: whether every ARN names one thing. */
export const reachOf = (arns: readonly string[]): 'exact' | 'wildcards' =>
  arns.some(hasWildcard) ? 'wildcards' : 'exact'
