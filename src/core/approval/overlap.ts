// How the filters of two rules relate, before anybody has asked for anything: could they mean one item, does one cover the other.

import type { Pattern } from '../model/pattern.ts'
import type { Filter, Rule } from '../model/rule.ts'
import type { Account, Settings } from '../model/settings.ts'
import { targetsOf } from '../model/targets.ts'
import { matchesName } from '../policy/pattern.ts'
import { contains, foldCase, hasWildcard, intersects } from '../policy/wildcard.ts'
import { accountMatches } from './filter.ts'

/** The kinds of item that alone have a facet. */
const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  policy: ['policy', 'resource'],
  role: ['role'],
  group: ['group'],
  permissionSet: ['permissionSet'],
  okta: ['okta'],
  action: ['actions', 'resource'],
  level: ['resource'],
  reach: ['actions', 'resource'],
}

const both = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null =>
  one === null ? other : other === null ? one : one.filter((value) => other.includes(value))

/** Kinds that an item in the filter can have; null = any, empty = none at all. */
export const kindsOf = (filter: Filter): readonly string[] | null =>
  Object.keys(filter.facets).reduce<readonly string[] | null>((kinds, facet) => {
    return both(kinds, KINDS_OF[facet] ?? null)
  }, filter.kind)

const RISKS = ['low', 'high', 'escalating'] as const

/** Risks that an item in the filter can have. */
export function risksOf(filter: Filter): readonly string[] {
  const risks: readonly string[] = filter.risk ?? RISKS
  return filter.escalating === null ? risks : risks.filter((risk) => (risk === 'escalating') === filter.escalating)
}

function meet(one: Pattern, other: Pattern): boolean {
  if (one.is === 'glob' && other.is === 'glob') return intersects(foldCase(one.text), foldCase(other.text))
  const [expression, glob] = one.is === 'expression' ? [one, other] : [other, one]
  return glob.is === 'expression' || hasWildcard(glob.text) || matchesName(expression, glob.text)
}

const covers = (outer: Pattern, inner: Pattern): boolean =>
  outer.is === 'glob' && inner.is === 'glob'
    ? contains(outer.text, inner.text)
    : outer.text === inner.text || outer.text === '*'

const anyMeet = (one: readonly Pattern[], other: readonly Pattern[]): boolean =>
  one.some((a) => other.some((b) => meet(a, b)))

const allCovered = (outer: readonly Pattern[], inner: readonly Pattern[] | null | undefined): boolean =>
  inner?.every((b) => outer.some((a) => covers(a, b))) ?? false

type Table = Readonly<Record<string, readonly Pattern[]>>

/** Names of tags are free, and every object has a `toString`: only its own keys count. */
const eachCovered = (outer: Table, inner: Table): boolean =>
  Object.entries(outer).every(([key, patterns]) => Object.hasOwn(inner, key) && allCovered(patterns, inner[key]))

/** A key that only one of them has keeps nothing apart. */
const eachMeets = (one: Table, other: Table): boolean =>
  Object.entries(one).every(([key, a]) => Object.entries(other).every(([same, b]) => same !== key || anyMeet(a, b)))

/** Whether everything that `inner` means in this account lies in `outer` too. `true` is certain. */
export function coversIn(account: Account, outer: Filter, inner: Filter): boolean {
  const [wanted, kinds] = [outer.kind, kindsOf(inner)]
  return (
    accountMatches(outer, { account }) &&
    (outer.region === null || allCovered(outer.region, inner.region)) &&
    eachCovered(outer.resourceTags, inner.resourceTags) &&
    (wanted === null || (kinds?.every((kind) => wanted.includes(kind)) ?? false)) &&
    eachCovered(outer.facets, inner.facets) &&
    risksOf(inner).every((risk) => risksOf(outer).includes(risk)) &&
    (outer.endsByItself === null || outer.endsByItself === inner.endsByItself) &&
    (outer.managesPermissions === null || outer.managesPermissions === inner.managesPermissions)
  )
}

const isExcepted = (account: Account, rule: Rule, what: Filter): boolean =>
  rule.not.some((filter) => coversIn(account, filter, what))

/** Groups of Okta lie in Okta, and everything else lies elsewhere. */
const canLieIn = ({ system }: Account, filter: Filter): boolean =>
  kindsOf(filter)?.some((kind) => (kind === 'okta') === (system === 'okta')) ?? true

/** Where a rule can mean anything: accounts in its filter that its exceptions do not take out again as a whole. */
export const accountsOf = (rule: Rule, settings: Settings): readonly Account[] =>
  targetsOf(settings).filter(
    (account) =>
      accountMatches(rule.what, { account }) && canLieIn(account, rule.what) && !isExcepted(account, rule, rule.what),
  )

function couldMeet(one: Filter, other: Filter): boolean {
  return (
    both(kindsOf(one), kindsOf(other))?.length !== 0 &&
    eachMeets(one.facets, other.facets) &&
    eachMeets(one.resourceTags, other.resourceTags) &&
    (one.region === null || other.region === null || anyMeet(one.region, other.region)) &&
    risksOf(one).some((risk) => risksOf(other).includes(risk)) &&
    (one.endsByItself === null || other.endsByItself === null || one.endsByItself === other.endsByItself) &&
    (one.managesPermissions === null ||
      other.managesPermissions === null ||
      one.managesPermissions === other.managesPermissions)
  )
}

/** The accounts in which one item could lie in both rules. */
export function sharedAccounts(one: Rule, other: Rule, settings: Settings): readonly Account[] {
  if (!couldMeet(one.what, other.what)) return []
  const others = new Set(accountsOf(other, settings))
  return accountsOf(one, settings).filter(
    (account) => others.has(account) && !isExcepted(account, one, other.what) && !isExcepted(account, other, one.what),
  )
}
