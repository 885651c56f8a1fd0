// Which rules match an item for those who ask: what denies it, which ways they offer, which limits hold.

import type { PersonId } from '../model/id.ts'
import type { Rule, Way } from '../model/rule.ts'
import type { Account, Settings } from '../model/settings.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import type { Reading } from './compare.ts'
import { accountMatches, all, any, filterMatches, type Match, namesEscalation, not } from './filter.ts'
import { type Limits, strictest } from './limits.ts'
import type { Subject } from './subject.ts'
import { membersOf } from './who.ts'

export interface Asking {
  readonly settings: Settings
  /** The beneficiary. */
  readonly person: PersonId
  /** The requester; the same person unless one asks for another. */
  readonly author: PersonId
  readonly knowledge: Knowledge
}

export interface Matched {
  readonly denied: { readonly rule: string; readonly sentence: string } | null
  /** Rules whose ways count, sorted by name. */
  readonly rules: readonly string[]
  readonly ways: readonly { readonly way: Way; readonly rule: string }[]
  /** Rules whose limits hold, sorted by name. */
  readonly touching: readonly string[]
  readonly limits: Limits
  /** Rules that offer ways to the beneficiary, but not to the requester. */
  readonly onlyFor: readonly string[]
  /** Rules whose ways do not count because they do not name lasting access. */
  readonly unnamed: readonly string[]
  readonly undecided: boolean
}

const rulesByAccount = new WeakMap<Settings, Map<Account, readonly Rule[]>>()

/** Rules that could say anything about an account, sorted by name: their order in the files never matters. */
function rulesAt(account: Account, settings: Settings): readonly Rule[] {
  const known = rulesByAccount.get(settings) ?? new Map<Account, readonly Rule[]>()
  rulesByAccount.set(settings, known)
  const rules =
    known.get(account) ??
    settings.rules.filter((rule) => accountMatches(rule.what, { account })).sort((a, b) => (a.name < b.name ? -1 : 1))
  known.set(account, rules)
  return rules
}

const OPPOSITE: Readonly<Record<Reading, Reading>> = { wholly: 'partly', partly: 'wholly' }

/**
 * Whether a rule's `what` means an item. Exceptions are read the other way round, so that a wildcard neither slips into
 * an allowing rule beside its `not` nor out of a denying one through it.
 */
export function whatMatches(rule: Rule, subject: Subject, reading: Reading, knowledge: Knowledge): Match {
  const what = filterMatches(rule.what, subject, reading, knowledge)
  if (what === 'no' || rule.not.length === 0) return what
  return all([what, not(any(rule.not.map((filter) => filterMatches(filter, subject, OPPOSITE[reading], knowledge))))])
}

interface Read {
  readonly rule: Rule
  /** Any of it could be meant: enough for limits and denials. */
  readonly partly: Match
  /** All of it is meant: needed for ways. */
  readonly wholly: Match
  readonly forPerson: boolean
  readonly forAuthor: boolean
}

const isMember = (rule: Rule, person: PersonId, settings: Settings): boolean =>
  (rule.deny !== null && rule.who.is === 'anyone') || membersOf(rule.who, settings).has(person)

function readRule(rule: Rule, subject: Subject, asking: Asking): readonly Read[] {
  const forPerson = isMember(rule, asking.person, asking.settings)
  const forAuthor = isMember(rule, asking.author, asking.settings)
  if (!forPerson && !forAuthor) return []
  const partly = whatMatches(rule, subject, 'partly', asking.knowledge)
  if (partly === 'no') return []
  const wholly = rule.deny === null ? whatMatches(rule, subject, 'wholly', asking.knowledge) : 'no'
  return [{ rule, partly, wholly, forPerson, forAuthor }]
}

const names = (reads: readonly Read[]): readonly string[] => reads.map((read) => read.rule.name)

/**
 * Matches all rules. A rule gives its ways only where it means all of the item and both who ask; its limits hold already
 * where it means any of it, for either of them: a longer list of actions must not shake a limit off. Whether others may
 * ask is said by the beneficiary's rules alone.
 */
export function matchRules(subject: Subject, asking: Asking): Matched {
  const reads = rulesAt(subject.account, asking.settings).flatMap((rule) => readRule(rule, subject, asking))
  const known = matchedBefore.get(asking.settings) ?? new Map<string, Matched>()
  matchedBefore.set(asking.settings, known)
  const key = `${subject.risk} ${reads.map((read) => signatureOf(read, asking.settings)).join(' ')}`
  const matched = known.get(key) ?? matchedBy(reads, subject.risk, asking.settings)
  if (known.size < MOST_KEPT) known.set(key, matched)
  return matched
}

/** Thousands of requests are read by the same few rules in the same few ways. */
const matchedBefore = new WeakMap<Settings, Map<string, Matched>>()
const MOST_KEPT = 5000

const signatureOf = ({ rule, partly, wholly, forPerson, forAuthor }: Read, { rules }: Settings): string =>
  `${rules.indexOf(rule)}:${partly}:${wholly}:${forPerson}:${forAuthor}`

function matchedBy(reads: readonly Read[], risk: Subject['risk'], settings: Settings): Matched {
  const [denied = null] = reads.flatMap(({ rule: { name, deny }, partly }) =>
    deny !== null && partly === 'yes' ? [{ rule: name, sentence: deny }] : [],
  )
  const others = reads.filter((read) => read.rule.deny === null)
  const offering = others.filter((read) => read.wholly === 'yes' && read.forPerson && read.rule.ways.length > 0)
  const both = offering.filter((read) => read.forAuthor)
  const named = risk === 'escalating' ? both.filter((read) => namesEscalation(read.rule.what)) : both
  const limits = strictest(
    others.map((read) => read.rule),
    settings,
  )
  return {
    denied,
    rules: names(named),
    ways: named.flatMap(({ rule }) => rule.ways.map((way) => ({ way, rule: rule.name }))),
    touching: names(others),
    limits: {
      ...limits,
      noOnBehalf: names(others.filter((read) => read.forPerson && read.rule.limits.onBehalf !== 'allowed')),
    },
    onlyFor: both.length === 0 ? names(offering) : [],
    unnamed: names(both.filter((read) => !named.includes(read))),
    undecided:
      reads.some((read) => read.partly === 'unknown' || read.wholly === 'unknown') ||
      (risk === 'unknown' && named.some((read) => !namesEscalation(read.rule.what))),
  }
}
