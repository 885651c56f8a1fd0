// How a policy is written for AWS: one text for one meaning, and how much of AWS's quota that text takes.

import { canonicalJson } from '../model/canonical.ts'
import type { Among, Conditions, Json, PolicyDocument, Statement } from '../model/policy-document.ts'

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort()

/** One element is written as text: it takes two characters less of a small quota. */
const oneOrMany = (values: readonly string[]): Json => {
  const list = sorted(values)
  const [only] = list
  return list.length === 1 && only !== undefined ? only : list
}

const written = (name: 'Action' | 'Resource', among: Among): Readonly<Record<string, Json>> =>
  'only' in among ? { [name]: oneOrMany(among.only) } : { [`Not${name}`]: oneOrMany(among.except) }

const writtenConditions = (conditions: Conditions): Json =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, oneOrMany(values)])),
    ]),
  )

const writtenStatement = (statement: Statement): Json => ({
  ...(statement.sid === undefined ? {} : { Sid: statement.sid }),
  Effect: statement.effect,
  ...written('Action', statement.actions),
  ...written('Resource', statement.resources),
  ...(Object.keys(statement.conditions).length === 0 ? {} : { Condition: writtenConditions(statement.conditions) }),
})

/** The document as AWS's JSON. Statements keep their order, everything inside them is sorted and unique. */
export const policyJson = (document: PolicyDocument): Json => ({
  Version: document.version,
  Statement: document.statements.map(writtenStatement),
})

/** The canonical text of a policy: equal for documents that differ only in order, repetition, or list and single forms. */
export const writePolicy = (document: PolicyDocument): string => canonicalJson(policyJson(document))

/** Characters that count against AWS's policy size quotas: white space does not (IAM user guide, IAM quotas). */
export const policySize = (document: PolicyDocument): number => writePolicy(document).replace(/\s/g, '').length

/** Whether a text may be the Sid of a statement of an identity policy (IAM user guide: A-Z, a-z, 0-9). */
export const isSid = (text: string): boolean => /^[A-Za-z0-9]+$/.test(text)

/** Whether IAM takes the document's characters (U+0009, U+000A, U+000D, U+0020 to U+00FF: IAM API reference, CreatePolicy). */
export const hasPolicyCharset = (document: PolicyDocument): boolean => /^[\t\n\r -ÿ]*$/.test(writePolicy(document))
