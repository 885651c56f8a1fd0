// How a policy is cut down to a few resources, and what of it cannot be cut.

import type { Among, PolicyDocument, Statement } from '../model/policy-document.ts'
import { contains, hasVariable, intersects, widest } from './wildcard.ts'

export interface Narrowed {
  /** Only what is certain to lie within the given ARNs. Deny statements stay as they are. */
  readonly document: PolicyDocument
  /** What was left out, or could not be judged, and why; statements are counted from 1. */
  readonly reported: readonly { readonly statement: number; readonly because: string }[]
}

/** The part of one resource pattern that lies within `to`, or why there is none that can be written down. */
function cut(resource: string, to: string): { readonly kept: string } | { readonly lost: string } | null {
  if (!hasVariable(resource) && contains(resource, to)) return { kept: to }
  if (contains(to, widest(resource))) return { kept: resource }
  return intersects(widest(resource), to) ? { lost: `${resource} overlaps ${to}, and no one ARN says where` } : null
}

/** NotResource: an ARN is kept only if no exception touches it. */
function cutExcept(
  except: readonly string[],
  to: string,
): { readonly kept: string } | { readonly lost: string } | null {
  if (except.some((resource) => !hasVariable(resource) && contains(resource, to))) return null
  const touched = except.find((resource) => intersects(widest(resource), to))
  return touched === undefined ? { kept: to } : { lost: `NotResource ${touched} covers a part of ${to}` }
}

function cuts(resources: Among, arns: readonly string[]) {
  return arns.flatMap((to) => {
    const found = 'only' in resources ? resources.only.map((one) => cut(one, to)) : [cutExcept(resources.except, to)]
    return found.filter((one) => one !== null)
  })
}

/**
 * The policy cut down to `arns` (wildcards allowed, no variables): of every Allow, the resources that lie within them. An
 * action that cannot be limited to a resource grants nothing here; NotAction stays and is reported, as it means more than
 * it says.
 */
export function narrowed(document: PolicyDocument, arns: readonly string[]): Narrowed {
  const reported: { statement: number; because: string }[] = []
  const statements = document.statements.flatMap((statement, index): readonly Statement[] => {
    if (statement.effect === 'Deny') return [statement]
    const found = cuts(statement.resources, arns)
    const kept = [...new Set(found.flatMap((one) => ('kept' in one ? [one.kept] : [])))].sort()
    for (const one of found) if ('lost' in one) reported.push({ statement: index + 1, because: one.lost })
    if (kept.length === 0) return []
    if ('except' in statement.actions)
      reported.push({ statement: index + 1, because: 'NotAction allows every action but a list' })
    return [{ ...statement, resources: { only: kept } }]
  })
  return { document: { ...document, statements }, reported }
}
