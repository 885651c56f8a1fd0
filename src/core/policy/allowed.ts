// What a policy could allow, whatever its conditions and resources: the widest reading, for judging what it risks.

import type { Among, PolicyDocument, Statement } from '../model/policy-document.ts'
import { type Action, actionsOf } from './actions.ts'
import type { Knowledge } from './knowledge.ts'
import { contains, foldCase } from './wildcard.ts'

export interface Allowed {
  readonly statement: Statement
  /** Known actions that it means and that no plain Deny of the same policy takes away. */
  readonly known: readonly Action[]
  /** Patterns that it allows and that mean nothing known. */
  readonly unknown: readonly string[]
  /** It allows everything but a list, so also what nobody knows yet. */
  readonly open: boolean
}

/** Only a Deny without conditions on every resource takes anything away for certain. */
const isPlainDeny = ({ effect, conditions, resources }: Statement): boolean =>
  effect === 'Deny' && Object.keys(conditions).length === 0 && 'only' in resources && resources.only.includes('*')

const means = (patterns: readonly string[], inner: string): boolean =>
  patterns.some((pattern) => contains(foldCase(pattern), foldCase(inner)))

/** For an action without wildcards. */
const includes = (among: Among, action: string): boolean =>
  'only' in among ? means(among.only, action) : !means(among.except, action)

/** One row for each Allow statement that is left with something. */
export function allowedBy(document: PolicyDocument, knowledge: Knowledge): readonly Allowed[] {
  const denied = document.statements.filter(isPlainDeny).map(({ actions }) => actions)
  return document.statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => {
      const { known, unmatched } = actionsOf(statement.actions, knowledge)
      const open = 'except' in statement.actions
      return {
        statement,
        known: known.filter(({ action }) => !denied.some((among) => includes(among, action))),
        unknown: open
          ? []
          : unmatched
              .map(({ pattern }) => pattern)
              .filter((pattern) => !denied.some((among) => 'only' in among && means(among.only, pattern))),
        open: open && !denied.some((among) => 'only' in among && among.only.includes('*')),
      }
    })
    .filter(({ known, unknown, open }) => known.length > 0 || unknown.length > 0 || open)
}
