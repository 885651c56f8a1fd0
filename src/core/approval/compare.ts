// How one requested value is compared with the patterns of a rule: wholly inside, or touched at all.

import type { Pattern } from '../model/pattern.ts'
import type { Account } from '../model/settings.ts'
import { expandActions } from '../policy/actions.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { couldMatch, type Letters, wholly } from '../policy/pattern.ts'

/** `wholly`: everything asked for lies inside (to allow). `partly`: any of it could (to deny, except and limit). */
export type Reading = 'wholly' | 'partly'

export interface Comparing {
  readonly account: Account
  readonly partition: string
  readonly knowledge: Knowledge
}

type Compare = (patterns: readonly Pattern[], value: string, facet: string, asked: Comparing) => boolean

const inside = (patterns: readonly Pattern[], value: string, letters: Letters = 'exact'): boolean =>
  patterns.some((pattern) => wholly(pattern, value, letters))

/** Taking away never hangs on the case of letters: AWS itself disregards it in most names. */
const touched = (patterns: readonly Pattern[], value: string): boolean =>
  patterns.some((pattern) => couldMatch(pattern, value, 'either'))

/** In which accounts something could lie that is given by its name. */
type Owners = (asked: Comparing) => readonly string[]

const own: Owners = ({ account }) => [account.id]
const ownOrOfAws: Owners = ({ account }) => ['aws', account.id]

/** The name in an ARN or after a path. */
const nameOf = (value: string): string => value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1)

/** The fullest spellings: a name says nothing beside the ARN or path that ends in it. */
export const fullest = (values: readonly string[]): readonly string[] =>
  values.filter((value) => !values.some((other) => other !== value && nameOf(other) === value))

/** Every ARN that a name could turn out to have: at the path it says; without one at the root or below any path. */
function arnsOf(facet: string, name: string, owners: Owners, asked: Comparing): readonly string[] {
  const paths = name.includes('/') ? [''] : ['', '*/']
  return owners(asked).flatMap((owner) =>
    paths.map((path) => `arn:${asked.partition}:iam::${owner}:${facet}/${path}${name}`),
  )
}

/** Names and ARNs stand for each other: an ARN also has its name, a name could have any of several ARNs. */
const wholeName =
  (owners: Owners): Compare =>
  (patterns, value, facet, asked) => {
    if (inside(patterns, value) || inside(patterns, nameOf(value))) return true
    return !isArn(value) && arnsOf(facet, value, owners, asked).every((arn) => inside(patterns, arn))
  }

const partOfName =
  (owners: Owners): Compare =>
  (patterns, value, facet, asked) => {
    const spelled = [value, nameOf(value), ...(isArn(value) ? [] : arnsOf(facet, value, owners, asked))]
    return spelled.some((one) => touched(patterns, one))
  }

const isArn = (text: string): boolean => text.startsWith('arn:')

/**
 * The ARN of a permission set does not tell its name, nor the name its ARN: where a rule takes away, each could be the
 * other's.
 */
const partOfSet: Compare = (patterns, value, _facet, { partition }) => {
  const [byArn, byName] = [patterns.filter(({ text }) => isArn(text)), patterns.filter(({ text }) => !isArn(text))]
  return isArn(value)
    ? touched(patterns, value) || byName.length > 0
    : touched(byName, value) || touched(byArn, `arn:${partition}:sso:::permissionSet/*`)
}

/** The known actions that a pattern means; none where the snapshot knows none. */
const expandAction = (pattern: string, knowledge: Knowledge): readonly string[] =>
  expandActions([pattern], knowledge).known.map(({ action }) => action)

const wholeAction: Compare = (patterns, value, _facet, { knowledge }) => {
  if (inside(patterns, value, 'either')) return true
  const actions = expandAction(value, knowledge)
  return actions.length > 0 && actions.every((action) => inside(patterns, action, 'either'))
}

/** An expression cannot be laid over a wildcard: what the wildcard is known to mean stands for it. */
const partOfAction: Compare = (patterns, value, _facet, { knowledge }) => {
  const actions = expandAction(value, knowledge)
  return patterns.some((pattern) =>
    pattern.is === 'expression' && actions.length > 0
      ? actions.some((action) => touched([pattern], action))
      : touched([pattern], value),
  )
}

const wholeText: Compare = (patterns, value) => inside(patterns, value)

const NAMES = ['policy', 'role', 'group', 'permissionSet']

/** Facets that are compared in a way of their own; all others are text. */
const COMPARE: Readonly<Record<Reading, Readonly<Record<string, Compare>>>> = {
  wholly: {
    action: wholeAction,
    policy: wholeName(ownOrOfAws),
    role: wholeName(own),
    group: wholeName(own),
  },
  partly: {
    action: partOfAction,
    policy: partOfName(ownOrOfAws),
    role: partOfName(own),
    group: partOfName(own),
    permissionSet: partOfSet,
  },
}
const AS_TEXT: Readonly<Record<Reading, Compare>> = { wholly: wholeText, partly: touched }

/** Names and actions come up again and again; resources hardly ever. */
const REMEMBERED = [...NAMES, 'action']
const MOST_REMEMBERED = 2000

/** Answers about one list of patterns; keys by account, since a name has other ARNs in another. */
interface Remembered {
  readonly knowledge: Knowledge
  readonly answers: Readonly<Record<Reading, Map<string, Map<Account, Map<string, boolean>>>>>
}

const rememberedFor = new WeakMap<readonly Pattern[], Remembered>()

function answersOf(
  patterns: readonly Pattern[],
  facet: string,
  reading: Reading,
  asked: Comparing,
): Map<string, boolean> {
  const before = rememberedFor.get(patterns)
  const there: Remembered =
    before?.knowledge === asked.knowledge
      ? before
      : { knowledge: asked.knowledge, answers: { wholly: new Map(), partly: new Map() } }
  if (there !== before) rememberedFor.set(patterns, there)
  const byAccount = there.answers[reading].get(facet) ?? new Map<Account, Map<string, boolean>>()
  if (byAccount.size === 0) there.answers[reading].set(facet, byAccount)
  const answers = byAccount.get(asked.account) ?? new Map<string, boolean>()
  if (answers.size === 0) byAccount.set(asked.account, answers)
  if (answers.size > MOST_REMEMBERED) answers.clear()
  return answers
}

function remembered(
  compare: Compare,
  patterns: readonly Pattern[],
  value: string,
  facet: string,
  asked: Comparing,
  reading: Reading,
): boolean {
  const answers = answersOf(patterns, facet, reading, asked)
  const before = answers.get(value)
  if (before !== undefined) return before
  const answer = compare(patterns, value, facet, asked)
  answers.set(value, answer)
  return answer
}

/** Whether the values of a facet lie wholly inside the patterns, or are touched by them. */
export function compareFacet(
  facet: string,
  patterns: readonly Pattern[],
  values: readonly string[],
  reading: Reading,
  asked: Comparing,
): boolean {
  const compare = COMPARE[reading][facet] ?? AS_TEXT[reading]
  const holds = REMEMBERED.includes(facet)
    ? (value: string) => remembered(compare, patterns, value, facet, asked, reading)
    : (value: string) => compare(patterns, value, facet, asked)
  const things = NAMES.includes(facet) ? fullest(values) : values
  return reading === 'wholly' ? things.length > 0 && things.every(holds) : things.some(holds)
}
