// Whether IAM takes a policy document (AWS IAM user guide, "Grammar of the IAM JSON policy language").

import { knownOperator } from '../access/conditions.ts'
import { type Refused, refuse } from './answer.ts'

/** Identity policies name resources, trust policies name principals. */
export type DocumentUse = 'identity' | 'trust'

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const texts = (value: unknown): value is string | readonly string[] =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))

const versions: readonly unknown[] = ['2012-10-17', '2008-10-17', undefined]
const documentKeys = ['Version', 'Id', 'Statement']
const statementKeys = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
]

const exactlyOne = (statement: Json, first: string, second: string): boolean =>
  Object.hasOwn(statement, first) !== Object.hasOwn(statement, second)

const conditionFault = (condition: unknown): string | null => {
  if (condition === undefined) return null
  if (!isObject(condition)) return 'Syntax errors in policy.'
  for (const [operator, keys] of Object.entries(condition)) {
    if (!knownOperator(operator)) return `Invalid Condition type : ${operator}.`
    if (!isObject(keys)) return 'Syntax errors in policy.'
    for (const value of Object.values(keys).flatMap(listed))
      if (!['string', 'number', 'boolean'].includes(typeof value)) return 'Syntax errors in policy.'
  }
  return null
}

const resourceFault = (resources: readonly string[]): string | null => {
  const bad = resources.find((one) => one !== '*' && (!one.startsWith('arn:') || one.split(':').length < 6))
  return bad === undefined ? null : `Resource ${bad} must be in ARN format or "*".`
}

const actionFault = (actions: readonly string[], use: DocumentUse): string | null => {
  if (actions.some((one) => one !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(one)))
    return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'
  return use === 'trust' && actions.some((one) => !/^sts:/i.test(one))
    ? 'AssumeRole policy may only specify STS AssumeRole actions.'
    : null
}

const valuesOf = (statement: Json, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const value = statement[name]
    return texts(value) ? (typeof value === 'string' ? [value] : value) : []
  })

const statementFault = (statement: unknown, use: DocumentUse): string | null => {
  if (!isObject(statement)) return 'Syntax errors in policy.'
  if (Object.keys(statement).some((key) => !statementKeys.includes(key))) return 'Syntax errors in policy.'
  const { Sid, Effect, Condition } = statement
  if (Effect !== 'Allow' && Effect !== 'Deny') return 'Syntax errors in policy.'
  if (Sid !== undefined && (typeof Sid !== 'string' || !/^[A-Za-z0-9]*$/.test(Sid)))
    return `Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*`
  if (!exactlyOne(statement, 'Action', 'NotAction')) return 'Policy statement must contain actions.'
  if (!texts(statement['Action'] ?? statement['NotAction'])) return 'Policy statement must contain actions.'
  const principal = Object.hasOwn(statement, 'Principal') || Object.hasOwn(statement, 'NotPrincipal')
  const resource = Object.hasOwn(statement, 'Resource') || Object.hasOwn(statement, 'NotResource')
  if (use === 'identity') {
    if (principal) return 'Policy document should not specify a principal.'
    if (!exactlyOne(statement, 'Resource', 'NotResource') || !texts(statement['Resource'] ?? statement['NotResource']))
      return 'Policy statement must contain resources.'
  } else {
    if (resource) return 'Has prohibited field Resource.'
    if (!exactlyOne(statement, 'Principal', 'NotPrincipal')) return 'Missing required field Principal cannot be empty!'
  }
  return (
    actionFault(valuesOf(statement, 'Action', 'NotAction'), use) ??
    resourceFault(valuesOf(statement, 'Resource', 'NotResource')) ??
    conditionFault(Condition)
  )
}

const documentFault = (text: string, use: DocumentUse): string | null => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'This policy contains invalid Json'
  }
  if (!isObject(json)) return 'Syntax errors in policy.'
  const { Version, Statement } = json
  if (!versions.includes(Version)) return 'The policy document version must be 2012-10-17 or 2008-10-17.'
  if (Object.keys(json).some((key) => !documentKeys.includes(key)) || Statement === undefined)
    return 'Syntax errors in policy.'
  const statements = listed(Statement)
  if (statements.length === 0) return 'Syntax errors in policy.'
  const faults = statements.map((one) => statementFault(one, use))
  const sids = statements.flatMap((one) =>
    isObject(one) && typeof one['Sid'] === 'string' && one['Sid'] !== '' ? [one['Sid']] : [],
  )
  if (new Set(sids).size !== sids.length) return 'Statement IDs (SID) in a single policy must be unique.'
  return faults.find((fault) => fault !== null) ?? null
}

/** Null where IAM would take it. */
export const checkDocument = (text: string, use: DocumentUse): Refused | null => {
  const fault = documentFault(text, use)
  return fault === null ? null : refuse.malformedPolicyDocument(fault)
}

/** Characters that count against a quota: all but white space. */
export const sizeOf = (text: string): number => text.replace(/\s/g, '').length
