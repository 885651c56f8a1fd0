// How a policy is kept from reaching into other accounts, whatever its resources say.

import type { PolicyDocument, Statement } from '../model/policy-document.ts'
import { entriesOn, withEntry } from './conditions.ts'
import type { PolicyRead } from './read.ts'

const KEY = 'aws:ResourceAccount'
const OPERATOR = 'StringEqualsIfExists'

/**
 * The policy with every Allow bound to resources of `account` (12 digits). `IfExists`, because some services send no
 * account of the resource (IAM user guide, aws:ResourceAccount). A list that is there already is cut to our account; one
 * that does not name it is a problem, because both together would allow nothing.
 */
export function sameAccount(document: PolicyDocument, account: string): PolicyRead {
  const statements: Statement[] = []
  for (const [index, statement] of document.statements.entries()) {
    if (statement.effect === 'Deny') {
      statements.push(statement)
      continue
    }
    const there = entriesOn(statement.conditions, KEY).filter((entry) => entry.operator === OPERATOR)
    if (there.some((entry) => !entry.values.includes(account)))
      return { problem: `statement ${index + 1} is bound to resources of another account than ${account}` }
    statements.push({ ...statement, conditions: withEntry(statement.conditions, OPERATOR, KEY, account) })
  }
  return { document: { ...document, statements } }
}
