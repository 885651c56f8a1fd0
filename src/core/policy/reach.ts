// Whether a policy could write to what Daypass itself lives on: objects under its paths, and its own roles.

import type { Among, PolicyDocument } from '../model/policy-document.ts'
import { onlyReads } from './actions.ts'
import { type Allowed, allowedBy } from './allowed.ts'
import type { Knowledge } from './knowledge.ts'
import { contains, foldCase, hasVariable, intersects, matches, widest } from './wildcard.ts'

export interface Ours {
  readonly partition: string
  /** 12 digits. */
  readonly account: string
  /** IAM paths with both slashes: `/daypass/`. */
  readonly paths: readonly string[]
  readonly roleArns: readonly string[]
}

export interface Reach {
  /** An action, or a pattern that may mean one. */
  readonly action: string
  /** The resource as the policy names it. */
  readonly resource: string
  /** What of ours it could mean. */
  readonly ours: string
}

/** Services whose actions write IAM objects or hand out a role's session. */
const WRITERS: readonly string[] = ['iam:*', 'sts:*']

const under = (path: string, { partition, account }: Ours): string => `arn:${partition}:iam::${account}:*${path}*`

function couldMean(resources: Among, target: string): string | null {
  if ('only' in resources) return resources.only.find((resource) => intersects(widest(resource), target)) ?? null
  const out = resources.except.some((resource) => !hasVariable(resource) && contains(resource, target))
  return out ? null : `anything but ${resources.except.join(', ')}`
}

/** Known writing actions, and patterns or exceptions under which there could be others. */
function writing({ statement, known, unknown, open }: Allowed): readonly string[] {
  const except = 'except' in statement.actions ? statement.actions.except.map(foldCase) : []
  const left = WRITERS.filter((writer) => open && !except.some((pattern) => contains(pattern, writer)))
  const may = (action: string) => WRITERS.some((writer) => intersects(writer, foldCase(action)))
  return [...known.filter(({ level }) => !onlyReads(level)).map(({ action }) => action), ...unknown, ...left].filter(
    may,
  )
}

/**
 * Each action that is not only reading in IAM or STS, with a resource of the policy that could be one of ours. Conditions
 * are not trusted. What is not known counts if it could be an action of IAM or STS.
 */
export function couldWriteOurs(document: PolicyDocument, ours: Ours, knowledge: Knowledge): readonly Reach[] {
  const targets = [...ours.paths.map((path) => under(path, ours)), ...ours.roleArns]
  return allowedBy(document, knowledge).flatMap((allowed) => {
    const actions = writing(allowed)
    if (actions.length === 0) return []
    return targets.flatMap((target) => {
      const resource = couldMean(allowed.statement.resources, target)
      return resource === null ? [] : actions.map((action) => ({ action, resource, ours: target }))
    })
  })
}

/** Whether an ARN is one of ours. */
export const isOurs = (arn: string, ours: Ours): boolean =>
  ours.roleArns.includes(arn) || ours.paths.some((path) => matches(under(path, ours), arn))
