// Which filters of a rule can never match anything in these settings.

import type { Pattern } from '../model/pattern.ts'
import type { Filter, Rule } from '../model/rule.ts'
import type { Account, Settings } from '../model/settings.ts'
import { expandActions } from '../policy/actions.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { nearest } from '../policy/nearest.ts'
import { matchesName, neverMatches } from '../policy/pattern.ts'
import { intersects } from '../policy/wildcard.ts'
import { accountMatches } from './filter.ts'
import { kindsOf, risksOf } from './overlap.ts'

/** Why, and what to do about it. */
export interface Fault {
  readonly message: string
  readonly cure: string
}

export interface Surroundings {
  readonly settings: Settings
  readonly knowledge: Knowledge
}

const meant = (words: readonly string[]): string => (words.length === 0 ? '' : `; did you mean ${words.join(' or ')}?`)

const fault = (message: string, cure = 'correct it or take it out'): Fault => ({ message, cure })

function namesFaults(title: string, patterns: readonly Pattern[], names: readonly string[]): readonly Fault[] {
  const known = [...new Set(names)]
  return patterns
    .filter((pattern) => neverMatches(pattern) === null && !known.some((name) => matchesName(pattern, name)))
    .map((pattern) => fault(`no account has the ${title} ${pattern.text}${meant(nearest(pattern.text, known))}`))
}

function accountFaults(filter: Filter, accounts: readonly Account[]): readonly Fault[] {
  const single = [
    ...namesFaults(
      'name',
      filter.account ?? [],
      accounts.map((account) => account.name),
    ),
    ...namesFaults(
      'organisational unit',
      filter.ou ?? [],
      accounts.map((account) => account.ou),
    ),
    ...Object.entries(filter.tags).flatMap(([tag, patterns]) => {
      const written = accounts.flatMap((account) => Object.entries(account.tags))
      const values = written.flatMap(([name, value]) => (name === tag ? [value] : []))
      if (values.length > 0) return namesFaults(`tag ${tag} =`, patterns, values)
      const tags = [...new Set(written.map(([name]) => name))]
      return [fault(`no account has the tag ${tag}${meant(nearest(tag, tags))}`)]
    }),
  ]
  // Where none of some patterns can match anything, that is told of each of them already.
  const impossible = [filter.account ?? [], filter.ou ?? [], ...Object.values(filter.tags)].some(
    (patterns) => patterns.length > 0 && patterns.every((pattern) => neverMatches(pattern) !== null),
  )
  if (impossible || single.length > 0 || accounts.some((account) => accountMatches(filter, { account }))) return single
  return [fault('no account has everything that it says about accounts')]
}

/** Characters of IAM names (IAM user guide, quotas and name requirements), and of paths and ARNs around them. */
const IAM_NAME = /[\w+=,.@/:-]/

const ownerOf = (pattern: string): string | undefined => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(pattern)?.[1]

function arnFaults(pattern: Pattern, { settings }: Surroundings): readonly Fault[] {
  const owner = ownerOf(pattern.text)
  if (owner === undefined || settings.aws?.accounts.some((account) => account.id === owner)) return []
  return [fault(`${pattern.text} lies in the account ${owner}, which integrations/aws.yaml does not list`)]
}

function nameFaults(pattern: Pattern, around: Surroundings): readonly Fault[] {
  const never = neverMatches(pattern, IAM_NAME)
  return never === null ? arnFaults(pattern, around) : [fault(`${pattern.text} can never match: ${never}`)]
}

function actionFaults(pattern: Pattern, { knowledge }: Surroundings): readonly Fault[] {
  if (pattern.is === 'expression') return textFaults(pattern)
  const [unmatched] = expandActions([pattern.text], knowledge).unmatched
  if (unmatched === undefined) return []
  return [fault(`${pattern.text} means no action of AWS (data of ${knowledge.asOf})${meant(unmatched.meant)}`)]
}

function resourceFaults(pattern: Pattern, around: Surroundings): readonly Fault[] {
  const partition = around.settings.aws?.partition ?? '*'
  if (pattern.is === 'glob' && !intersects(pattern.text, `arn:${partition}:*`))
    return [fault(`${pattern.text} can never match: resources are ARNs that start with arn:${partition}:`)]
  return [...textFaults(pattern), ...arnFaults(pattern, around)]
}

function textFaults(pattern: Pattern): readonly Fault[] {
  const never = neverMatches(pattern)
  return never === null ? [] : [fault(`${pattern.text} can never match: ${never}`)]
}

const BY_FACET: Readonly<Record<string, (pattern: Pattern, around: Surroundings) => readonly Fault[]>> = {
  policy: nameFaults,
  role: nameFaults,
  group: nameFaults,
  action: actionFaults,
  resource: resourceFaults,
}

function contradictions(filter: Filter): readonly Fault[] {
  if (kindsOf(filter)?.length === 0) return [fault('no item is of all the kinds that it speaks of at once')]
  return risksOf(filter).length === 0 ? [fault('risk and escalating contradict each other')] : []
}

const patternsOf = (filter: Filter): readonly Pattern[] => [
  ...(filter.account ?? []),
  ...(filter.ou ?? []),
  ...Object.values(filter.tags).flat(),
  ...(filter.region ?? []),
  ...Object.values(filter.resourceTags).flat(),
]

/** Everything in a filter that can never match. */
export function filterFaults(filter: Filter, around: Surroundings): readonly Fault[] {
  return [
    ...patternsOf(filter).flatMap(textFaults),
    ...accountFaults(filter, around.settings.aws?.accounts ?? []),
    ...contradictions(filter),
    ...Object.entries(filter.facets).flatMap(([facet, patterns]) =>
      patterns.flatMap((pattern) => (BY_FACET[facet] ?? textFaults)(pattern, around)),
    ),
  ]
}

/** Everything in a rule's filters and limits that can never match. */
export const ruleFaults = (rule: Rule, around: Surroundings): readonly Fault[] => [
  ...[rule.what, ...rule.not].flatMap((filter) => filterFaults(filter, around)),
  ...(rule.limits.ticket === null || rule.limits.ticket === 'required' ? [] : textFaults(rule.limits.ticket)),
]
