// How the catalogue is told: a table for people, the same as JSON.

import type { Decision } from '../approval/decision.ts'
import type { Filter, Way } from '../model/rule.ts'
import { writeDuration } from '../model/time.ts'
import type { Catalogue, Offer, OpenRule } from '../plan/catalogue.ts'
import { jsonText, terminal } from './escape.ts'
import type { Palette } from './palette.ts'
import { several } from './words.ts'

/** Whose approval a decision waits for, in words. */
export function approvalText(decision: Decision): string {
  if (decision.is === 'allowed') return decision.way === 'auto' ? 'nobody has to approve it' : 'break glass'
  if (decision.is === 'refused')
    return `not for you: ${decision.reasons
      .slice(0, 1)
      .map(({ sentence }) => sentence)
      .join()}`
  return decision.missing
    .map(
      ({ more, people }) =>
        `${several(more, 'approval')} by ${people.slice(0, 5).join(', ')}${people.length > 5 ? ', …' : ''}`,
    )
    .join(' or ')
}

const isOffered = ({ decision }: Offer): boolean => decision.is !== 'refused'

function whoText(way: Extract<Way, { is: 'approvedBy' }>['who']): string {
  if (way.is === 'anyone') return 'anyone'
  const names = [...way.groups.map(({ value }) => value), ...way.people.map(({ value }) => value)]
  return [...names, ...(way.manager ? ['your manager'] : [])].join(' or ')
}

const wayText = (way: Way): string =>
  way.is === 'auto'
    ? 'nobody'
    : way.is === 'approvedBy'
      ? `${several(Math.max(1, way.approvals), 'approval')} by ${whoText(way.who)}`
      : `break glass, reviewed by ${whoText(way.reviewedBy)} within ${writeDuration(way.within)}`

function filterText(filter: Filter): string {
  const words = [
    ...(filter.account ?? []).map(({ text }) => `account ${text}`),
    ...(filter.ou ?? []).map(({ text }) => `OU ${text}`),
    ...Object.entries(filter.tags).map(([tag, texts]) => `${tag}=${texts.map(({ text }) => text).join('|')}`),
    ...Object.entries(filter.facets).map(([facet, texts]) => `${facet} ${texts.map(({ text }) => text).join('|')}`),
    ...Object.entries(filter.resourceTags).map(
      ([tag, texts]) => `resources tagged ${tag}=${texts.map(({ text }) => text).join('|')}`,
    ),
    ...(filter.kind ?? []),
    ...(filter.region ?? []).map(({ text }) => `region ${text}`),
    ...(filter.risk ?? []).map((risk) => `${risk} risk`),
    ...(filter.escalating === null
      ? []
      : [filter.escalating ? 'what could make lasting access' : 'what cannot make lasting access']),
    ...(filter.endsByItself === null
      ? []
      : [filter.endsByItself ? 'what ends by itself' : 'what does not end by itself']),
    ...(filter.managesPermissions === null
      ? []
      : [filter.managesPermissions ? 'what can change permissions' : 'what cannot change permissions']),
  ]
  return words.length === 0 ? 'everything' : words.join(', ')
}

const ruleLine = ({ rule, denies, ways }: OpenRule, palette: Palette): string => {
  const what = terminal(
    `${filterText(rule.what)}${rule.not.length === 0 ? '' : `, but not ${rule.not.map(filterText).join('; ')}`}`,
    200,
  )
  if (denies !== null) return `  ${palette.bad(rule.name)}  never: ${terminal(denies, 200)} (${what})`
  const longest = rule.limits.maxDuration === null ? '' : `, at most ${writeDuration(rule.limits.maxDuration)}`
  const how = ways.length === 0 ? 'limits others' : ways.map(wayText).join('; or ')
  return `  ${palette.strong(rule.name)}  ${what}${longest}: ${terminal(how, 300)}`
}

export function catalogueText({ person, offers, rules }: Catalogue, palette: Palette): string {
  const open = offers.filter(isOffered)
  const rows = open.map((offer) =>
    [
      offer.account,
      offer.bundle,
      offer.duration === null ? 'as asked' : writeDuration(offer.duration),
      approvalText(offer.decision),
      offer.endsByItself ? '' : 'does not end by itself',
    ].map((cell) => terminal(cell, 120)),
  )
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.flatMap((row) => row.slice(column, column + 1)).map((cell) => cell.length)),
  )
  const lines = rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd())
  return [
    palette.strong(`What ${terminal(person, 80)} may ask for`),
    ...(lines.length === 0 ? ['  no bundle'] : lines),
    '',
    palette.strong('Anything else, by these rules'),
    ...(rules.length === 0 ? ['  none speaks of them'] : rules.map((rule) => ruleLine(rule, palette))),
  ].join('\n')
}

/** `{person, offers[{account, bundle, says, seconds, allowed, approval, endsByItself}], rules[{name, what, ways, seconds, denies}]}` */
export const catalogueJson = ({ person, offers, rules }: Catalogue): string =>
  jsonText({
    person,
    offers: offers.map((offer) => ({
      account: offer.account,
      bundle: offer.bundle,
      says: offer.says,
      seconds: offer.duration,
      allowed: isOffered(offer),
      approval: approvalText(offer.decision),
      endsByItself: offer.endsByItself,
    })),
    rules: rules.map(({ rule, denies, ways }) => ({
      name: rule.name,
      what: filterText(rule.what),
      not: rule.not.map(filterText),
      ways: ways.map(wayText),
      seconds: rule.limits.maxDuration,
      denies,
    })),
  })
