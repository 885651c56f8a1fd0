// How one requested value is compared with the patterns of a rule: wholly inside, or touched at all.

import type { Pattern } from '../model/pattern.ts'
import type { Account } from '../model/settings.ts'
import { expandActions } from '../policy/actions.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { couldMatch, wholly } from '../policy/pattern.ts'

/** `wholly`: everything asked for lies inside (to allow). `partly`: any of it could (to deny, except and limit). */
export type Reading = 'wholly' | 'partly'

export interface Comparing {
  readonly account: Account
  readonly partition: string
  readonly knowledge: Knowledge
}

type Compare = (patterns: readonly Pattern[], value: string, facet: string, asked: Comparing) => boolean

const inside = (patterns: readonly Pattern[], value: string): boolean =>
  patterns.some((pattern) => wholly(pattern, value))

const touched = (patterns: readonly Pattern[], value: string): boolean =>
  patterns.some((pattern) => couldMatch(pattern, value))

const ACCOUNTS_OF: Readonly<Record<string, (asked: Comparing) => readonly string[]>> = {
  policy: ({ account }) => ['aws', account.id],
  role: ({ account }) => [account.id],
  group: ({ account }) => [account.id],
}

const nameOf = (value: string): string => value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1)

/** Every ARN that a name could turn out to have: at the root path or below any other. */
function arnsOf(facet: string, name: string, asked: Comparing): readonly string[] {
  const owners = ACCOUNTS_OF[facet]?.(asked) ?? []
  return owners.flatMap((owner) =>
    ['', '*/'].map((path) => `arn:${asked.partition}:iam::${owner}:${facet}/${path}${name}`),
  )
}

/** Names and ARNs stand for each other: an ARN also has its name, a name could have any of several ARNs. */
const wholeName: Compare = (patterns, value, facet, asked) => {
  if (inside(patterns, value) || inside(patterns, nameOf(value))) return true
  if (value.startsWith('arn:')) return false
  const arns = arnsOf(facet, value, asked)
  return arns.length > 0 && arns.every((arn) => inside(patterns, arn))
}

const partOfName: Compare = (patterns, value, facet, asked) => {
  const spelled = [value, nameOf(value), ...(value.startsWith('arn:') ? [] : arnsOf(facet, value, asked))]
  return spelled.some((one) => touched(patterns, one))
}

const expansions = new WeakMap<Knowledge, Map<string, readonly string[]>>()

/** The known actions that a pattern means; none where the snapshot knows none. */
function expandAction(pattern: string, knowledge: Knowledge): readonly string[] {
  const known = expansions.get(knowledge) ?? new Map<string, readonly string[]>()
  expansions.set(knowledge, known)
  const actions = known.get(pattern) ?? expandActions([pattern], knowledge).known.map(({ action }) => action)
  known.set(pattern, actions)
  return actions
}

const wholeAction: Compare = (patterns, value, _facet, { knowledge }) => {
  if (inside(patterns, value)) return true
  const actions = expandAction(value, knowledge)
  return actions.length > 0 && actions.every((action) => inside(patterns, action))
}

const partOfAction: Compare = (patterns, value, _facet, { knowledge }) =>
  touched(patterns, value) || expandAction(value, knowledge).some((action) => touched(patterns, action))

const NAMES = ['policy', 'role', 'group', 'permissionSet']

const COMPARE: Readonly<Record<Reading, (facet: string) => Compare>> = {
  wholly: (facet) => (facet === 'action' ? wholeAction : NAMES.includes(facet) ? wholeName : inside),
  partly: (facet) => (facet === 'action' ? partOfAction : NAMES.includes(facet) ? partOfName : touched),
}

/** Whether the values of a facet lie wholly inside the patterns, or are touched by them. */
export function compareFacet(
  facet: string,
  patterns: readonly Pattern[],
  values: readonly string[],
  reading: Reading,
  asked: Comparing,
): boolean {
  const compare = COMPARE[reading](facet)
  const holds = (value: string): boolean => compare(patterns, value, facet, asked)
  return reading === 'wholly' ? values.length > 0 && values.every(holds) : values.some(holds)
}
