// Who reaches what: for each pair of a holder and a resource the texts that permit something there, and what.

import type { PolicyDocument, Statement } from '../model/policy-document.ts'
import { contains, foldCase, intersects, matches, widest } from '../policy/wildcard.ts'
import { arnOf, type Entry } from './entry.ts'
import { reasonsFor } from './find.ts'
import { heldIn, type Permit, registerOf } from './holders.ts'
import type { Term } from './query.ts'

export interface Path {
  readonly who: Entry
  readonly through: string
  /** Patterns of actions, as the text has them. */
  readonly actions: readonly string[]
  /** AWS asks for more: time, tags, address and the like. */
  readonly conditional: boolean
  readonly what: Entry
  readonly why: readonly string[]
}

export interface Reached {
  readonly paths: readonly Path[]
  /** Texts that could not be looked into: they could reach more. */
  readonly missing: readonly string[]
  /** Pairs that were not looked at any more. */
  readonly more: boolean
}

/** What lies in a resource is reached where the resource is. */
const reaches = (pattern: string, arn: string): boolean => {
  const wide = widest(pattern)
  return matches(wide, arn) || intersects(wide, `${arn}/*`) || intersects(wide, `${arn}:*`)
}

const onResource = ({ resources }: Statement, arn: string): boolean =>
  'only' in resources
    ? resources.only.some((pattern) => reaches(pattern, arn))
    : !resources.except.some((pattern) => contains(widest(pattern), arn))

const ofService = (pattern: string, service: string): boolean =>
  intersects(foldCase(pattern.replace(/:.*/s, '')), service)

function actionsOn({ actions }: Statement, service: string): readonly string[] {
  if ('except' in actions) return [`everything but ${actions.except.join(', ')}`]
  return actions.only.filter((pattern) => ofService(pattern, service))
}

const isBarred = (document: PolicyDocument, action: string, arn: string): boolean =>
  document.statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      Object.keys(statement.conditions).length === 0 &&
      ('only' in statement.resources ? statement.resources.only.some((pattern) => contains(pattern, arn)) : false) &&
      ('only' in statement.actions
        ? statement.actions.only.some((pattern) => contains(foldCase(pattern), foldCase(action)))
        : false),
  )

interface Permitted {
  readonly actions: readonly string[]
  readonly conditional: boolean
}

function permittedBy(document: PolicyDocument, arn: string): Permitted | null {
  const service = arn.split(':')[2] ?? ''
  const found = document.statements.filter((statement) => statement.effect === 'Allow' && onResource(statement, arn))
  const statements = found
    .map((statement) => ({
      actions: actionsOn(statement, service).filter((action) => !isBarred(document, action, arn)),
      conditional: Object.keys(statement.conditions).length > 0,
    }))
    .filter(({ actions }) => actions.length > 0)
  if (statements.length === 0) return null
  return {
    actions: [...new Set(statements.flatMap(({ actions }) => actions))].sort(),
    conditional: statements.every(({ conditional }) => conditional),
  }
}

const accountOf = ({ line, account }: Entry): string => (line.is === 'assignment' ? line.account : account)

function pathsOf(who: Entry, permits: readonly Permit[], what: Entry): readonly Omit<Path, 'why'>[] {
  return permits.flatMap(({ through, document }) => {
    const permitted = permittedBy(document, arnOf(what.line))
    return permitted === null ? [] : [{ who, through, ...permitted, what }]
  })
}

/** So many pairs are looked at: everybody to everything of a large organisation would be no answer to anybody. */
const MOST_PAIRS = 2_000_000

/** Within an account: what other accounts are let do by a resource's own policy is not in the inventory. */
export function reachedBy(
  entries: readonly Entry[],
  left: readonly Term[],
  right: readonly Term[],
  most = MOST_PAIRS,
): Reached {
  const register = registerOf(entries)
  const targets = new Map<string, { readonly entry: Entry; readonly why: readonly string[] }[]>()
  for (const entry of entries) {
    if (entry.line.is !== 'resource') continue
    const why = reasonsFor(entry, right)
    if (why === null) continue
    const there = targets.get(entry.account)
    if (there === undefined) targets.set(entry.account, [{ entry, why }])
    else there.push({ entry, why })
  }
  const paths: Path[] = []
  const missing = new Set<string>()
  let pairs = 0
  for (const entry of entries) {
    const held = heldIn(entry, register)
    if (held === null) continue
    const why = reasonsFor(entry, left)
    if (why === null) continue
    for (const one of held.missing) missing.add(`${entry.place}: ${one}`)
    for (const { entry: what, why: because } of targets.get(accountOf(entry)) ?? []) {
      if (++pairs > most) return { paths, missing: [...missing].sort(), more: true }
      for (const path of pathsOf(entry, held.permits, what)) paths.push({ ...path, why: [...why, ...because] })
    }
  }
  return { paths, missing: [...missing].sort(), more: false }
}
