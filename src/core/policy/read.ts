// How AWS's policy JSON is read into the normal form; what is not understood whole is a problem, never skipped.

import type { Among, Conditions, PolicyDocument, Statement } from '../model/policy-document.ts'

export type PolicyRead = { readonly document: PolicyDocument } | { readonly problem: string }

type Dictionary = Readonly<Record<string, unknown>>

/** Takes a problem down; reading goes on, and a document with problems is never handed out. */
type Tell = (problem: string) => void

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const POLICY_ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement']
const STATEMENT_ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]
const PRINCIPALS: readonly string[] = ['Principal', 'NotPrincipal']

function onlyKnown(value: Dictionary, known: readonly string[], where: string, tell: Tell): void {
  for (const name of Object.keys(value)) {
    if (PRINCIPALS.includes(name)) tell(`${where} has ${name}, which a policy of a person cannot have`)
    else if (!known.includes(name)) tell(`${where} has the unknown element ${JSON.stringify(name)}`)
  }
}

function texts(value: unknown, where: string, tell: Tell): readonly string[] {
  const list = listed(value).flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []))
  if (list.length === 0 || list.length !== listed(value).length) tell(`${where} must be text or a list of text`)
  return list
}

function among(value: Dictionary, name: 'Action' | 'Resource', where: string, tell: Tell): Among {
  const [only, except] = [value[name], value[`Not${name}`]]
  if (only === undefined && except === undefined) tell(`${where} has neither ${name} nor Not${name}`)
  if (only !== undefined && except !== undefined) tell(`${where} has both ${name} and Not${name}`)
  return only === undefined && except !== undefined
    ? { except: texts(except, `${where}, Not${name}`, tell) }
    : { only: only === undefined ? [] : texts(only, `${where}, ${name}`, tell) }
}

function coerced(value: unknown, where: string, tell: Tell): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'boolean' && typeof value !== 'number') tell(`${where} must be text, a number, true or false`)
  return String(value)
}

function entries(value: unknown, where: string, tell: Tell): readonly (readonly [string, unknown])[] {
  if (isDictionary(value)) return Object.entries(value)
  tell(`${where} must be an object`)
  return []
}

function conditions(value: unknown, where: string, tell: Tell): Conditions {
  const operators = entries(value ?? {}, where, tell).map(([operator, keys]) => {
    const read = entries(keys, `${where} ${operator}`, tell).map(
      ([key, given]) => [key, listed(given).map((one) => coerced(one, `${where} ${operator} ${key}`, tell))] as const,
    )
    return [operator, Object.fromEntries(read)] as const
  })
  return Object.fromEntries(operators)
}

function statement(value: unknown, where: string, tell: Tell): Statement {
  const given = isDictionary(value) ? value : {}
  if (given !== value) tell(`${where} must be an object`)
  onlyKnown(given, STATEMENT_ELEMENTS, where, tell)
  const { Sid: sid, Effect: effect } = given
  if (sid !== undefined && typeof sid !== 'string') tell(`${where}, Sid must be text`)
  if (effect !== 'Allow' && effect !== 'Deny') tell(`${where}, Effect must be Allow or Deny`)
  return {
    ...(typeof sid === 'string' && sid !== '' ? { sid } : {}),
    effect: effect === 'Allow' ? 'Allow' : 'Deny',
    actions: among(given, 'Action', where, tell),
    resources: among(given, 'Resource', where, tell),
    conditions: conditions(given['Condition'], `${where}, Condition`, tell),
  }
}

/**
 * Reads an identity policy from parsed JSON: single or list forms, one statement or many, bool and number condition
 * values as text. Without Version it is 2008-10-17, as in AWS; Id is dropped (it means nothing).
 * Source: IAM user guide, grammar of the IAM JSON policy language.
 */
export function readPolicyValue(value: unknown): PolicyRead {
  const problems: string[] = []
  const tell: Tell = (problem) => problems.push(problem)
  if (!isDictionary(value)) return { problem: 'a policy must be a JSON object' }
  onlyKnown(value, POLICY_ELEMENTS, 'the policy', tell)
  const { Version: version = '2008-10-17', Statement: statements } = value
  if (version !== '2012-10-17' && version !== '2008-10-17')
    tell(`the policy has the unknown Version ${JSON.stringify(version)}`)
  if (statements === undefined) tell('the policy has no Statement')
  const document: PolicyDocument = {
    version: version === '2012-10-17' ? version : '2008-10-17',
    statements: (statements === undefined ? [] : listed(statements)).map((one, index) =>
      statement(one, `statement ${index + 1}`, tell),
    ),
  }
  return problems.length === 0 ? { document } : { problem: problems.join('; ') }
}

/** Reads an identity policy from JSON text (already URL-decoded where AWS encodes it). */
export function readPolicy(text: string): PolicyRead {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    /* v8 ignore else -- @preserve: parsing a text throws nothing else. */
    if (error instanceof SyntaxError) return { problem: `not JSON: ${error.message}` }
    throw error
  }
  return readPolicyValue(value)
}
