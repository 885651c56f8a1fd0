// How a policy is cut down to a few resources, and what of it cannot be cut.

import type { Part } from '../model/permissions.ts'
import type { Among, Conditions, PolicyDocument, Statement } from '../model/policy-document.ts'
import { entriesOn } from './conditions.ts'
import { resourceHolds, resourcesMeet } from './resources.ts'
import { contains, foldCase } from './wildcard.ts'

export interface Narrowed {
  /** Only what is certain to lie within the given ARNs. Deny statements stay as they are. */
  readonly document: PolicyDocument
  /** What was left out, or could not be judged, and why; statements are counted from 1. */
  readonly reported: readonly { readonly statement: number; readonly because: string }[]
}

/** The part of one resource pattern that lies within `to`, or why there is none that can be written down. */
function cut(resource: string, to: string): { readonly kept: string } | { readonly lost: string } | null {
  if (resourceHolds(resource, to)) return { kept: to }
  if (resourceHolds(to, resource)) return { kept: resource }
  return resourcesMeet(resource, to) ? { lost: `${resource} overlaps ${to}, and no one ARN says where` } : null
}

/** NotResource: an ARN is kept only if no exception touches it. */
function cutExcept(
  except: readonly string[],
  to: string,
): { readonly kept: string } | { readonly lost: string } | null {
  if (except.some((resource) => resourceHolds(resource, to))) return null
  const touched = except.find((resource) => resourcesMeet(resource, to))
  return touched === undefined ? { kept: to } : { lost: `NotResource ${touched} covers a part of ${to}` }
}

/** A statement that names its resources. */
type Named = Statement & { readonly resources: { readonly only: readonly string[] } }

type Cut = { readonly kept: Named } | { readonly lost: string }

/** Of the actions a statement allows, those that a part lets be done. */
function actionsAt({ actions }: Statement, { only }: Part): Among {
  if (only === null) return actions
  const means = (patterns: readonly string[], action: string): boolean =>
    patterns.some((pattern) => contains(foldCase(pattern), foldCase(action)))
  return {
    only: only.filter((one) => ('only' in actions ? means(actions.only, one) : !means(actions.except, one))),
  }
}

/** Both must hold; two demands on one key under one operator cannot be written down. */
function both(there: Conditions, more: Conditions): Conditions | null {
  const made: Record<string, Readonly<Record<string, readonly string[]>>> = { ...there }
  for (const [operator, keys] of Object.entries(more))
    for (const [key, values] of Object.entries(keys)) {
      if (entriesOn(there, key).some((entry) => entry.operator === operator)) return null
      made[operator] = { ...made[operator], [key]: values }
    }
  return made
}

function cutTo(statement: Statement, part: Part): readonly Cut[] {
  const { resources } = statement
  const found =
    'only' in resources ? resources.only.map((one) => cut(one, part.arn)) : [cutExcept(resources.except, part.arn)]
  const lost = found.flatMap((one) => (one !== null && 'lost' in one ? [one] : []))
  const kept = found.flatMap((one) => (one !== null && 'kept' in one ? [one.kept] : []))
  const actions = actionsAt(statement, part)
  if (kept.length === 0 || ('only' in actions && actions.only.length === 0)) return lost
  const conditions = both(statement.conditions, part.when)
  if (conditions === null) return [...lost, { lost: `its conditions leave no room for those of ${part.arn}` }]
  return [...lost, { kept: { ...statement, actions, resources: { only: kept }, conditions } }]
}

/** Statements that differ in their resources alone are one. */
function united(statements: readonly Named[]): readonly Statement[] {
  const alike = Map.groupBy(statements, ({ actions, conditions }) => JSON.stringify([actions, conditions]))
  return [...alike.values()].flatMap((same): readonly Statement[] => {
    const arns = new Set(same.flatMap(({ resources }) => resources.only))
    return same.slice(0, 1).map((first) => ({ ...first, resources: { only: [...arns].sort() } }))
  })
}

/**
 * The policy cut down to parts of a resource (ARNs with wildcards allowed, no variables): of every Allow, the resources
 * that lie within them. An action that cannot be limited to a resource grants nothing here; NotAction stays where all may
 * be done and is reported, as it means more than it says.
 */
export function narrowed(document: PolicyDocument, to: readonly Part[]): Narrowed {
  const reported: { statement: number; because: string }[] = []
  const statements = document.statements.flatMap((statement, index): readonly Statement[] => {
    if (statement.effect === 'Deny') return [statement]
    const cuts = to.flatMap((part) => cutTo(statement, part))
    for (const one of cuts) if ('lost' in one) reported.push({ statement: index + 1, because: one.lost })
    const kept = united(cuts.flatMap((one) => ('kept' in one ? [one.kept] : [])))
    if (kept.some(({ actions }) => 'except' in actions))
      reported.push({ statement: index + 1, because: 'NotAction allows every action but a list' })
    return kept
  })
  return { document: { ...document, statements }, reported }
}
