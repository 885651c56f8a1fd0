// How risky a policy is for rules: only reading, more than reading, or a way to more rights.

import type { PolicyDocument } from '../model/policy-document.ts'
import { onlyReads } from './actions.ts'
import { type Allowed, allowedBy } from './allowed.ts'
import { type Escalation, escalationsOf, namesMany } from './escalation.ts'
import { ACCESS_LEVELS, type AccessLevel, type Knowledge } from './knowledge.ts'

export interface Risk {
  readonly risk: 'low' | 'high' | 'escalating'
  /** One short sentence for each reason; never empty. */
  readonly because: readonly string[]
  readonly escalations: readonly Escalation[]
  /** It allows an action that AWS's data call so, or any that they do not know. */
  readonly managesPermissions: boolean
}

const SAYS: Readonly<Record<AccessLevel, string>> = {
  List: 'lists',
  Read: 'reads',
  Write: 'changes things',
  Tagging: 'changes tags, which other permissions may depend on',
  'Permissions management': 'changes permissions',
}

const FEW = 5

function levels(allowed: readonly Allowed[]): readonly string[] {
  const known = allowed.flatMap((one) => one.known).filter(({ level }) => !onlyReads(level))
  if (known.length === 0) return []
  return ACCESS_LEVELS.filter((level) => !onlyReads(level)).flatMap((level) => {
    const actions = [...new Set(known.filter((one) => one.level === level).map(({ action }) => action))].sort()
    const more = actions.length > FEW ? ` and ${actions.length - FEW} more` : ''
    return actions.length === 0 ? [] : [`${actions.slice(0, FEW).join(', ')}${more}: ${SAYS[level]}`]
  })
}

function unknowns(allowed: readonly Allowed[], knowledge: Knowledge): readonly string[] {
  const patterns = [...new Set(allowed.flatMap(({ unknown }) => unknown))].sort()
  const open = allowed.some((one) => one.open)
  const bare = allowed.some(({ statement: { actions } }) => 'only' in actions && actions.only.includes('*'))
  return [
    ...patterns.map((pattern) => `${pattern}: no such action is known (data of ${knowledge.asOf})`),
    ...(open ? ['NotAction: allows every action but a list, also those that AWS will add'] : []),
    ...(bare ? ['*: allows every action, also those that AWS will add'] : []),
  ]
}

/** All that the risk of a short text of Allow statements depends on: equal for texts of equal risk. null: any other text. */
export function likeness({ statements }: PolicyDocument): string | null {
  const rows: (readonly [named: boolean, many: boolean, patterns: readonly string[]])[] = []
  let words = 0
  for (const statement of statements) {
    const { effect, actions } = statement
    const patterns = 'only' in actions ? actions.only : actions.except
    if (effect !== 'Allow' || patterns.length > FEW_ACTIONS) return null
    rows.push(['only' in actions, namesMany(statement), patterns])
    words += patterns.length + 2
  }
  return words > MANY_WORDS ? null : JSON.stringify(rows)
}

const FEW_ACTIONS = 20
const MANY_WORDS = 60

/**
 * `escalating` if any published path is open; else `high` if anything but listing and reading is allowed, or anything that
 * is not known; else `low`. Resources and conditions do not lower it. A policy that allows nothing is low.
 */
export function riskOf(document: PolicyDocument, knowledge: Knowledge): Risk {
  const allowed = allowedBy(document, knowledge)
  const escalations = escalationsOf(allowed)
  const managesPermissions = allowed.some(
    ({ known, unknown, open }) =>
      open || unknown.length > 0 || known.some(({ level }) => level === 'Permissions management'),
  )
  const high = [...unknowns(allowed, knowledge), ...levels(allowed)]
  if (escalations.length > 0) {
    const because = escalations.map((one) => `${one.because} (${one.source})`)
    return { risk: 'escalating', because, escalations, managesPermissions }
  }
  if (high.length > 0) return { risk: 'high', because: high, escalations, managesPermissions }
  return {
    risk: 'low',
    because: [allowed.length === 0 ? 'allows nothing' : 'only lists and reads'],
    escalations,
    managesPermissions,
  }
}
