// What each action counts as for people: reading, writing or administering.

import { LEVELS, type Level } from '../model/permissions.ts'
import type { Action } from './actions.ts'
import type { AccessLevel } from './knowledge.ts'
import { OVERRIDES, type Override } from './level-overrides.ts'
import { foldCase, matches } from './wildcard.ts'

/** Changing tags is administering: other permissions may depend on them. */
const USUALLY: Readonly<Record<AccessLevel, Level>> = {
  List: 'read',
  Read: 'read',
  Write: 'write',
  Tagging: 'admin',
  'Permissions management': 'admin',
}

const ROWS: Readonly<Record<AccessLevel, readonly Override[]>> = {
  List: OVERRIDES.reading,
  Read: OVERRIDES.reading,
  Write: OVERRIDES.writing,
  Tagging: [],
  'Permissions management': [],
}

const means = ({ actions }: Override, action: string): boolean =>
  actions.some((pattern) => matches(foldCase(pattern), action))

/** The least level that holds the action. */
export function levelOf({ action, level }: Action): Level {
  const folded = foldCase(action)
  return ROWS[level].find((row) => means(row, folded))?.is ?? USUALLY[level]
}

/** Each level holds the ones before it. */
export const holds = (level: Level, action: Action): boolean => LEVELS.indexOf(levelOf(action)) <= LEVELS.indexOf(level)
