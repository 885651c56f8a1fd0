// Who may ask for what and whose approval it takes: one file of rules/ read.

import type { Kinds } from '../entitlements/kind.ts'
import { id } from '../model/id.ts'
import type { Rule, RuleLimits, Way, Who } from '../model/rule.ts'
import { readFilter } from './filter.ts'
import { complain, durationAt, mentions, patternsAt, type Reader } from './reader.ts'
import type { ApproversEntry, RuleEntry, RuleLimitsEntry, RulesFile, WhoEntry } from './shapes.ts'
import type { Path } from './yaml.ts'

const some = (
  entry: Pick<ApproversEntry, 'people' | 'groups' | 'manager'>,
  path: Path,
  reader: Reader,
): Who & { readonly is: 'some' } => ({
  is: 'some',
  people: mentions(reader, 'person', entry.people ?? [], [...path, 'people'], id<'person'>),
  groups: mentions(reader, 'group', entry.groups ?? [], [...path, 'groups'], id<'group'>),
  manager: entry.manager ?? false,
})

const whoOf = (entry: 'anyone' | WhoEntry | undefined, path: Path, reader: Reader): Who =>
  entry === undefined || entry === 'anyone' ? { is: 'anyone' } : some(entry, path, reader)

const NOBODY = 'Name people, groups or `manager: true`.'

function approversOf(
  entry: Pick<ApproversEntry, 'people' | 'groups' | 'manager'>,
  path: Path,
  reader: Reader,
): Who & { readonly is: 'some' } {
  const who = some(entry, path, reader)
  if (who.people.length === 0 && who.groups.length === 0 && !who.manager)
    complain(reader, 'rule-empty', reader.tree.place(path), 'Nobody is named here, so nobody could approve.', NOBODY)
  return who
}

function wayOf(entry: NonNullable<RuleEntry['ways']>[number], path: Path, reader: Reader): Way {
  const at = reader.tree.place(path)
  if (entry === 'auto') return { is: 'auto', at }
  if ('approvedBy' in entry) {
    const { approvals } = entry.approvedBy
    return {
      is: 'approvedBy',
      who: approversOf(entry.approvedBy, [...path, 'approvedBy'], reader),
      approvals: approvals ?? 1,
      at,
    }
  }
  const { who, reviewedBy, within } = entry.breakGlass
  const inside = [...path, 'breakGlass']
  return {
    is: 'breakGlass',
    who: whoOf(who, [...inside, 'who'], reader),
    reviewedBy: approversOf(reviewedBy, [...inside, 'reviewedBy'], reader),
    within: durationAt(reader, within, [...inside, 'within']) ?? 0,
    at,
  }
}

function ticketOf(text: string | undefined, path: Path, reader: Reader): RuleLimits['ticket'] {
  if (text === undefined || text === 'required') return text ?? null
  return patternsAt(reader, text, path)[0] ?? 'required'
}

const limitsOf = (entry: RuleLimitsEntry, path: Path, reader: Reader): RuleLimits => ({
  maxDuration: entry.maxDuration === undefined ? null : durationAt(reader, entry.maxDuration, [...path, 'maxDuration']),
  reason: entry.reason ?? null,
  ticket: ticketOf(entry.ticket, [...path, 'ticket'], reader),
  endsByItself: entry.endsByItself ?? null,
  approvals: entry.approvals ?? null,
  directAttachment: entry.directAttachment ?? null,
  wildcards: entry.wildcards ?? null,
  onBehalf: entry.onBehalf ?? null,
})

function checkEffect(entry: RuleEntry, path: Path, reader: Reader): void {
  const { name, deny, ways, limits } = entry
  if (deny !== undefined && (ways !== undefined || limits !== undefined))
    complain(
      reader,
      'rule-deny',
      reader.tree.keyPlace([...path, 'deny']),
      `The rule \`${name}\` denies, so its ${ways === undefined ? 'limits' : 'ways'} can never count.`,
      'Split it into two rules, or remove one half.',
    )
  if (deny === undefined && ways === undefined && limits === undefined)
    complain(
      reader,
      'rule-empty',
      reader.tree.place(path),
      `The rule \`${name}\` says neither ways nor limits nor a deny.`,
      'Add `ways` (who approves), `limits` or `deny`.',
    )
}

function ruleOf(entry: RuleEntry, path: Path, reader: Reader, kinds: Kinds): Rule {
  checkEffect(entry, path, reader)
  const { not, ...what } = entry.what
  const several = Array.isArray(not)
  const nots = not === undefined ? [] : several ? not : [not]
  return {
    name: entry.name,
    who: whoOf(entry.who, [...path, 'who'], reader),
    what: readFilter(what, [...path, 'what'], reader, kinds),
    not: nots.map((filter, index) =>
      readFilter(filter, several ? [...path, 'what', 'not', index] : [...path, 'what', 'not'], reader, kinds),
    ),
    ways: (entry.ways ?? []).map((way, index) => wayOf(way, [...path, 'ways', index], reader)),
    limits: limitsOf(entry.limits ?? {}, [...path, 'limits'], reader),
    deny: entry.deny ?? null,
    at: reader.tree.place(path),
  }
}

export const readRules = (shape: RulesFile, reader: Reader, kinds: Kinds): readonly Rule[] =>
  shape.rules.map((entry, index) => ruleOf(entry, ['rules', index], reader, kinds))
