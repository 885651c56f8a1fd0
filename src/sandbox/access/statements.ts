// Whether one statement of a policy speaks about a request.

import { conditionsHold } from './conditions.ts'
import { type Context, filledIn } from './context.ts'
import type { Document, Principals, Statement } from './document.ts'
import { arnFits, fits, fitsAnyCase } from './glob.ts'

/** Names by which a trust policy may mean the caller. */
export interface CallerNames {
  readonly kind: 'AWS' | 'Federated'
  /** Naming one of these is enough by itself. */
  readonly direct: readonly string[]
  /** Naming one of these hands the decision to the caller's own policies. */
  readonly account: readonly string[]
}

export interface Request {
  readonly action: string
  readonly resource: string
  readonly context: Context
}

const resourceFits = (pattern: string, request: Request, variables: boolean): boolean => {
  if (pattern === '*') return true
  const filled = variables ? filledIn(pattern, request.context) : pattern
  if (filled === null) return false
  return request.resource.startsWith('arn:') ? arnFits(filled, request.resource) : fits(filled, request.resource)
}

const actionSpoken = (statement: Statement, request: Request): boolean =>
  statement.notActions === undefined
    ? statement.actions.some((pattern) => fitsAnyCase(pattern, request.action))
    : !statement.notActions.some((pattern) => fitsAnyCase(pattern, request.action))

const resourceSpoken = (statement: Statement, request: Request, variables: boolean): boolean =>
  statement.notResources === undefined
    ? statement.resources.some((pattern) => resourceFits(pattern, request, variables))
    : !statement.notResources.some((pattern) => resourceFits(pattern, request, variables))

/** A statement of an identity's policy. */
export const speaksAbout = (document: Document, statement: Statement, request: Request): boolean =>
  actionSpoken(statement, request) &&
  resourceSpoken(statement, request, document.variables) &&
  conditionsHold(statement.conditions, request.context, document.variables)

export type Named = 'directly' | 'by account' | 'not'

const strength = (principals: Principals, names: CallerNames): Named => {
  if (principals === '*') return names.kind === 'AWS' ? 'directly' : 'not'
  const listed = principals[names.kind] ?? []
  if (listed.includes('*') || names.direct.some((name) => listed.includes(name))) return 'directly'
  return names.account.some((name) => listed.includes(name)) ? 'by account' : 'not'
}

/** How a statement of a role's trust policy means the caller; `not` also where its conditions do not hold. */
export const trustSpeaks = (document: Document, statement: Statement, names: CallerNames, request: Request): Named => {
  if (!actionSpoken(statement, request) || !conditionsHold(statement.conditions, request.context, document.variables))
    return 'not'
  if (statement.principals !== undefined) return strength(statement.principals, names)
  return statement.notPrincipals !== undefined && strength(statement.notPrincipals, names) === 'not'
    ? 'directly'
    : 'not'
}
