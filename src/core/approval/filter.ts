// Whether an item lies in a rule's filter: yes, no, or not to be known before a policy's text or a resource's tags are.

import type { Pattern } from '../model/pattern.ts'
import type { Filter } from '../model/rule.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { couldMatch, matchesName, wholly } from '../policy/pattern.ts'
import { type Comparing, compareFacet, type Reading } from './compare.ts'
import type { Subject } from './subject.ts'

export type Match = 'yes' | 'no' | 'unknown'

const known = (holds: boolean): Match => (holds ? 'yes' : 'no')

/** All must hold: one `no` is enough for no, whatever is not known. */
export function all(matches: readonly Match[]): Match {
  return matches.includes('no') ? 'no' : matches.includes('unknown') ? 'unknown' : 'yes'
}

/** Any is enough: one `yes` is enough for yes, whatever is not known. */
export function any(matches: readonly Match[]): Match {
  return matches.includes('yes') ? 'yes' : matches.includes('unknown') ? 'unknown' : 'no'
}

export const not = (match: Match): Match => (match === 'yes' ? 'no' : match === 'no' ? 'yes' : 'unknown')

const someMatch = (patterns: readonly Pattern[], name: string): boolean =>
  patterns.some((pattern) => matchesName(pattern, name))

/** Every object has a `toString`: only what was written counts. */
const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** What of a filter only looks at the account: the same for every item there. */
export function accountMatches(filter: Filter, { account }: Pick<Subject, 'account'>): boolean {
  // What a rule says of accounts, units and tags is said of AWS.
  if (account.system !== 'aws')
    return filter.account === null && filter.ou === null && Object.keys(filter.tags).length === 0
  return (
    (filter.account === null || someMatch(filter.account, account.name)) &&
    (filter.ou === null || someMatch(filter.ou, account.ou)) &&
    Object.entries(filter.tags).every(([tag, patterns]) => {
      const value = ownValue(account.tags, tag)
      return value !== undefined && someMatch(patterns, value)
    })
  )
}

/** An ARN that does not tell its region, or no ARN at all, could be anywhere: enough to take away, never to allow. */
function regionMatches(patterns: readonly Pattern[], { regions, account }: Subject, reading: Reading): boolean {
  if (account.system !== 'aws') return false
  if (reading === 'wholly')
    return (
      regions.length > 0 &&
      regions.every((region) => region !== '' && patterns.some((pattern) => wholly(pattern, region)))
    )
  return (
    regions.length === 0 ||
    regions.some((region) => region === '' || patterns.some((pattern) => couldMatch(pattern, region, 'either')))
  )
}

/** What names no single resource could be tagged so: enough to take away, never to allow. Unread is not untagged. */
function resourceTagsMatch(wanted: Filter['resourceTags'], subject: Subject, reading: Reading): Match {
  const tags = Object.entries(wanted)
  if (tags.length === 0) return 'yes'
  if (subject.account.system !== 'aws') return 'no'
  const { resourceTags } = subject
  if (resourceTags === 'of many') return known(reading === 'partly')
  if (resourceTags === 'unknown') return 'unknown'
  return known(
    tags.every(([name, patterns]) => {
      const value = resourceTags.get(name)
      return value !== undefined && someMatch(patterns, value)
    }),
  )
}

/** The facets that a policy's text tells. */
const CONTENTS = ['action', 'resource', 'role']

function facetMatches(
  facet: string,
  patterns: readonly Pattern[],
  subject: Subject,
  reading: Reading,
  asked: Comparing,
): Match {
  const values = ownValue(subject.facets, facet) ?? []
  if (compareFacet(facet, patterns, values, reading, asked)) return 'yes'
  if (reading === 'wholly' || values.length > 0 || subject.contents === 'none') return 'no'
  if (subject.contents === 'unknown') return CONTENTS.includes(facet) ? 'unknown' : 'no'
  return known(compareFacet(facet, patterns, ownValue(subject.contents, facet) ?? [], reading, asked))
}

const RISKS = ['low', 'high', 'escalating'] as const

function riskMatches(risks: readonly string[], risk: Subject['risk']): Match {
  if (risk !== 'unknown') return known(risks.includes(risk))
  return RISKS.every((one) => risks.includes(one)) ? 'yes' : 'unknown'
}

function escalatingMatches(escalating: boolean, risk: Subject['risk']): Match {
  return risk === 'unknown' ? 'unknown' : known((risk === 'escalating') === escalating)
}

const managesMatches = (manages: boolean, subject: Subject): Match =>
  subject.managesPermissions === 'unknown' ? 'unknown' : known(subject.managesPermissions === manages)

/** All keys must hold; within a key any pattern is enough. The cheapest are looked at first: this runs for every rule. */
export function filterMatches(filter: Filter, subject: Subject, reading: Reading, knowledge: Knowledge): Match {
  if (filter.kind !== null && !filter.kind.includes(subject.kind)) return 'no'
  if (filter.endsByItself !== null && (subject.lapse === 'always') !== filter.endsByItself) return 'no'
  const risk = filter.risk === null ? 'yes' : riskMatches(filter.risk, subject.risk)
  const escalating = filter.escalating === null ? 'yes' : escalatingMatches(filter.escalating, subject.risk)
  const manages = filter.managesPermissions === null ? 'yes' : managesMatches(filter.managesPermissions, subject)
  const tagged = resourceTagsMatch(filter.resourceTags, subject, reading)
  const sure = all([risk, escalating, manages, tagged])
  if (sure === 'no' || !accountMatches(filter, subject)) return 'no'
  if (filter.region !== null && !regionMatches(filter.region, subject, reading)) return 'no'
  let match: Match = sure
  const asked: Comparing = { account: subject.account, partition: subject.partition, knowledge }
  for (const [facet, patterns] of Object.entries(filter.facets)) {
    const found = facetMatches(facet, patterns, subject, reading, asked)
    if (found === 'no') return 'no'
    if (found === 'unknown') match = 'unknown'
  }
  return match
}

/** Whether a filter names access that could become lasting: only such a rule may allow it. */
export const namesEscalation = (filter: Filter): boolean =>
  filter.escalating === true || (filter.risk?.includes('escalating') ?? false)
