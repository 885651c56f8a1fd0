// What owners most likely did not mean: rules that cannot work, or that allow more than they seem to.

import { type Finding, sortFindings } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { namesEscalation } from './filter.ts'
import { ruleFaults, type Surroundings } from './lint-patterns.ts'
import { wayFindings } from './lint-people.ts'
import { accountsOf, coversIn, sharedAccounts } from './overlap.ts'
import { membersOf } from './who.ts'

type Lint = (rule: Rule, around: Surroundings) => readonly Finding[]

const FEW = 3

const some = (names: readonly string[]): string =>
  names.length > FEW ? `${names.slice(0, FEW).join(', ')} and ${names.length - FEW} more` : names.join(', ')

const neverMatching: Lint = (rule, around) =>
  ruleFaults(rule, around).map(({ message, cure }) => ({
    code: 'lint-never-matches',
    at: rule.at,
    message: `rule ${rule.name}: ${message}`,
    cure,
  }))

const ways: Lint = (rule, { settings }) => wayFindings(rule, settings)

const isShared = (one: Rule, other: Rule, settings: Settings): boolean => {
  const people = membersOf(other.who, settings)
  return [...membersOf(one.who, settings)].some((person) => people.has(person))
}

const demandsApproval = (rule: Rule): boolean => (rule.limits.approvals ?? 0) > 0

const undercuts: Lint = (rule, { settings }) => {
  const auto = rule.ways.find((way) => way.is === 'auto')
  if (auto === undefined || rule.deny !== null || demandsApproval(rule)) return []
  const others = settings.rules
    .filter((other) => other.deny === null && !demandsApproval(other))
    .filter((other) => other.ways.some((way) => way.is === 'approvedBy'))
    .filter((other) => isShared(rule, other, settings))
    .map((other) => ({ other, shared: sharedAccounts(rule, other, settings) }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => (a.other.name < b.other.name ? -1 : 1))
  return others.map(({ other, shared }) => ({
    code: 'lint-auto-undercuts',
    at: auto.at,
    message:
      other === rule
        ? `rule ${rule.name} asks for approvals that its own auto makes needless`
        : `auto of rule ${rule.name} makes the approvals of rule ${other.name} needless in ${some(shared.map(({ name }) => name))}`,
    cure: 'take what needs approval out with `not`, or set `approvals` in the limits of the stricter rule',
  }))
}

const alone: Lint = (rule) => {
  if (rule.deny !== null || !namesEscalation(rule.what) || demandsApproval(rule)) return []
  return rule.ways
    .filter((way) => way.is === 'auto')
    .map((way) => ({
      code: 'lint-self-grant',
      at: way.at,
      message: `rule ${rule.name} lets one person alone give themselves access that can be made lasting`,
      cure: 'let somebody approve what is escalating',
    }))
}

const covered = (rule: Rule, deny: Rule, settings: Settings): boolean => {
  const denied = membersOf(deny.who, settings)
  const accounts = accountsOf(rule, settings)
  return (
    deny.not.length === 0 &&
    accounts.length > 0 &&
    [...membersOf(rule.who, settings)].every((person) => denied.has(person)) &&
    accounts.every((account) => coversIn(account, deny.what, rule.what))
  )
}

const dead: Lint = (rule, { settings }) => {
  if (rule.deny !== null) return []
  const deny = settings.rules
    .filter((other) => other.deny !== null && covered(rule, other, settings))
    .sort((a, b) => (a.name < b.name ? -1 : 1))[0]
  if (deny === undefined) return []
  return [
    {
      code: 'lint-dead-rule',
      at: rule.at,
      message: `rule ${rule.name} never counts: rule ${deny.name} denies all of it`,
      cure: 'delete it, or narrow the deny',
    },
  ]
}

const LINTS: readonly Lint[] = [neverMatching, ways, undercuts, alone, dead]

/**
 * All findings about the rules of these settings, sorted by place. They are warnings: none of them makes settings
 * unusable. Names that do not exist, and rules that contradict themselves in one line, are told where files are read.
 */
export function lintSettings(settings: Settings, knowledge: Knowledge): readonly Finding[] {
  const around: Surroundings = { settings, knowledge }
  return sortFindings(settings.rules.flatMap((rule) => LINTS.flatMap((lint) => lint(rule, around))))
}
