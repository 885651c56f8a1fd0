// Whether a policy gives a way to more rights or to lasting access, by which path and why.

import type { PolicyDocument, Statement } from '../model/policy-document.ts'
import { type Action, accessLevel, onlyReads } from './actions.ts'
import { type Allowed, allowedBy } from './allowed.ts'
import { ESCALATION_PATHS, type EscalationPath, TAKES_A_ROLE } from './escalation-paths.ts'
import type { Knowledge } from './knowledge.ts'
import { foldCase, hasVariable, hasWildcard, intersects, matches } from './wildcard.ts'

export interface Escalation {
  readonly path: string
  /** Known actions, or patterns that mean nothing known but could mean one of the path; sorted. */
  readonly actions: readonly string[]
  readonly because: string
  readonly source: string
}

interface Row {
  readonly pattern: string
  readonly path: EscalationPath
}

const ROWS: readonly Row[] = ESCALATION_PATHS.flatMap((path) =>
  path.any.map((pattern) => ({ pattern: foldCase(pattern), path })),
)
const EXACT: ReadonlyMap<string, readonly Row[]> = Map.groupBy(ROWS, ({ pattern }) => pattern)
const WIDE: readonly Row[] = ROWS.filter(({ pattern }) => hasWildcard(pattern))

function pathsOf({ action, level }: Action): readonly EscalationPath[] {
  if (onlyReads(level)) return []
  const folded = foldCase(action)
  const rows = [...(EXACT.get(folded) ?? []), ...WIDE.filter(({ pattern }) => matches(pattern, folded))]
  return rows.map(({ path }) => path)
}

/** An action newer than the snapshot may be any that its pattern could mean. */
const pathsOfUnknown = (pattern: string): readonly EscalationPath[] =>
  ROWS.filter((row) => intersects(row.pattern, foldCase(pattern))).map(({ path }) => path)

const isOneArn = (resource: string): boolean => !hasWildcard(resource) && !hasVariable(resource)

/** Whether it could mean more than the ARNs that it spells out. */
export const namesMany = ({ resources }: Statement): boolean => !('only' in resources && resources.only.every(isOneArn))

function found({ statement, known, unknown }: Allowed): readonly (readonly [EscalationPath, string])[] {
  const pairs = [
    ...known.flatMap((one) => pathsOf(one).map((path) => [path, one.action] as const)),
    ...unknown.flatMap((pattern) => pathsOfUnknown(pattern).map((path) => [path, pattern] as const)),
  ]
  return pairs.filter(([path]) => path.only !== 'many-resources' || namesMany(statement))
}

const FEW = 5

const few = (names: readonly string[]): string =>
  names.length > FEW ? `${names.slice(0, FEW).join(', ')} and ${names.length - FEW} more` : names.join(', ')

/** What a passed role could be handed to within the same policy. The rest of what the person holds is not known here. */
function takers(allowed: readonly Allowed[]): string {
  const actions = new Set(allowed.flatMap(({ known }) => known.map(({ action }) => action)))
  const there = TAKES_A_ROLE.filter((action) => actions.has(action))
  return there.length === 0 ? 'alone, with whatever else the person holds' : `with ${few(there)}`
}

/**
 * Every published path that the policy opens, in the order of the table. Conditions are not trusted to close a path, and
 * each path counts by its decisive action alone: its other half may come from another item, or be held already.
 */
export const escalating = (document: PolicyDocument, knowledge: Knowledge): readonly Escalation[] =>
  escalationsOf(allowedBy(document, knowledge))

/** The same for what a policy allows, once that is known. */
export function escalationsOf(allowed: readonly Allowed[]): readonly Escalation[] {
  const pairs = allowed.flatMap(found)
  if (pairs.length === 0) return []
  return ESCALATION_PATHS.flatMap((path) => {
    const actions = [...new Set(pairs.filter(([one]) => one === path).map(([, action]) => action))].sort()
    const tail = path.name === 'passes a role' ? ` (${takers(allowed)})` : ''
    return actions.length === 0
      ? []
      : [{ path: path.name, actions, because: `${few(actions)}: ${path.why}${tail}`, source: path.source }]
  })
}

/** Rows of the table that mean no action in the snapshot: a test keeps the table honest with it. */
export const unknownInTable = (knowledge: Knowledge): readonly string[] =>
  [...ROWS.map(({ pattern }) => pattern), ...TAKES_A_ROLE].filter(
    (pattern) => !hasWildcard(pattern) && accessLevel(pattern, knowledge) === 'unknown',
  )
