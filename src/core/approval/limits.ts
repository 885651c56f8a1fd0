// Which limits hold for an item, who set them, and which of them a request breaks.

import type { Item } from '../model/grant.ts'
import type { Pattern } from '../model/pattern.ts'
import type { Lapse } from '../model/permissions.ts'
import type { Request } from '../model/request.ts'
import type { Rule, RuleLimits } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import { type Window, writeDuration } from '../model/time.ts'
import { matchesName } from '../policy/pattern.ts'
import type { Reason } from './reason.ts'

/** A limit and the name of the rule that set it. */
export interface Limit<T> {
  readonly value: T
  readonly rule: string
}

/** The strictest of all rules that touch an item. */
export interface Limits {
  /** Seconds. */
  readonly maxDuration: Limit<number>
  readonly reason: Limit<'required'> | null
  /** All of them hold. */
  readonly tickets: readonly Limit<Pattern | 'required'>[]
  readonly endsByItself: Limit<'required'> | null
  readonly approvals: Limit<number> | null
  /** Rules that do not let a managed policy be attached as it is; empty = allowed. */
  readonly noDirectAttachment: readonly string[]
  /** Rules that let no single resource be named by wildcards; empty = allowed. */
  readonly noWildcards: readonly string[]
  /** Rules that do not let anybody ask for another; empty = allowed. */
  readonly noOnBehalf: readonly string[]
}

/** What stands where a rule's name would for the limits of daypass.yaml. */
export const OWN_LIMITS = 'limits in daypass.yaml'

const byName = (a: Rule, b: Rule): number => (a.name < b.name ? -1 : 1)

function setBy<K extends keyof RuleLimits>(
  rules: readonly Rule[],
  key: K,
): readonly Limit<NonNullable<RuleLimits[K]>>[] {
  return rules.flatMap((rule) => {
    const value = rule.limits[key]
    return value === null ? [] : [{ value: value as NonNullable<RuleLimits[K]>, rule: rule.name }]
  })
}

const silentOn = (rules: readonly Rule[], key: 'directAttachment' | 'wildcards' | 'onBehalf'): readonly string[] =>
  rules.filter((rule) => rule.limits[key] !== 'allowed').map((rule) => rule.name)

/** The order of the rules never matters: of equal limits the one whose rule comes first by name is told. */
export function strictest(rules: readonly Rule[], settings: Settings): Limits {
  const sorted = rules.filter((rule) => rule.deny === null).sort(byName)
  const longest: Limit<number> = { value: settings.limits.maxDuration, rule: OWN_LIMITS }
  return {
    maxDuration: setBy(sorted, 'maxDuration').reduceRight(
      (best, one) => (one.value <= best.value ? one : best),
      longest,
    ),
    reason: setBy(sorted, 'reason')[0] ?? null,
    tickets: setBy(sorted, 'ticket'),
    endsByItself: setBy(sorted, 'endsByItself')[0] ?? null,
    approvals: setBy(sorted, 'approvals').reduceRight<Limit<number> | null>(
      (best, one) => (best === null || one.value >= best.value ? one : best),
      null,
    ),
    noDirectAttachment: silentOn(sorted, 'directAttachment'),
    noWildcards: silentOn(sorted, 'wildcards'),
    noOnBehalf: silentOn(sorted, 'onBehalf'),
  }
}

const said = new WeakMap<Limits, readonly string[]>()

/** Limits for people, each with the rule that set it. */
export function sayLimits(limits: Limits): readonly string[] {
  const known = said.get(limits) ?? wordsFor(limits)
  said.set(limits, known)
  return known
}

function wordsFor(limits: Limits): readonly string[] {
  const by = (rule: string): string => (rule === OWN_LIMITS ? `by ${rule}` : `by rule ${rule}`)
  return [
    `at most ${writeDuration(limits.maxDuration.value)} ${by(limits.maxDuration.rule)}`,
    ...(limits.approvals === null ? [] : [`at least ${limits.approvals.value} approvals ${by(limits.approvals.rule)}`]),
    ...(limits.reason === null ? [] : [`a reason is required ${by(limits.reason.rule)}`]),
    ...limits.tickets.map(
      ({ value, rule }) => `a ticket${value === 'required' ? '' : ` like ${value.text}`} is required ${by(rule)}`,
    ),
    ...(limits.endsByItself === null ? [] : [`it must end by itself ${by(limits.endsByItself.rule)}`]),
  ]
}

export interface Limited {
  readonly request: Request
  readonly window: Window
  readonly lapse: Lapse | null
  readonly item: Pick<Item, 'entitlement' | 'at'>
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

function ticketBreaches(limits: Limits, { request }: Limited): readonly Reason[] {
  const ticket = request.ticket?.value.trim()
  const at = request.ticket?.at ?? request.at
  return limits.tickets.flatMap(({ value, rule }): readonly Reason[] => {
    if (ticket === undefined || ticket === '')
      return [{ code: 'no-ticket', sentence: `rule ${rule} demands a ticket`, at }]
    if (value === 'required' || matchesName(value, ticket)) return []
    return [{ code: 'no-ticket', sentence: `rule ${rule} demands a ticket like ${value.text}, not ${ticket}`, at }]
  })
}

/** Only where one resource is asked for: `actions` say with `on` what they are for, and rules filter on that. */
function wildcardBreaches({ noWildcards }: Limits, { item }: Limited): readonly Reason[] {
  const { kind, facets } = item.entitlement
  const [rule] = noWildcards
  if (kind !== 'resource' || rule === undefined || facets['reach']?.includes('wildcards') !== true) return []
  return [{ code: 'wildcards', sentence: `rule ${rule} lets nobody name several resources by a wildcard`, at: item.at }]
}

/** Every limit that the request breaks. */
export function breaches(limits: Limits, asked: Limited): readonly Reason[] {
  const { request, window, lapse } = asked
  const reasons: Reason[] = [...ticketBreaches(limits, asked), ...wildcardBreaches(limits, asked)]
  const length = window.until - window.from
  const { maxDuration, reason, endsByItself } = limits
  if (length > maxDuration.value) {
    const allowed = maxDuration.rule === OWN_LIMITS ? `${OWN_LIMITS} allow` : `rule ${maxDuration.rule} allows`
    reasons.push({
      code: 'too-long',
      sentence: `${allowed} ${writeDuration(maxDuration.value)} at most, asked for are ${writeDuration(length)}`,
      at: request.at,
    })
  }
  if (reason !== null && isBlank(request.reason?.value))
    reasons.push({ code: 'no-reason', sentence: `rule ${reason.rule} demands a reason`, at: request.at })
  if (endsByItself !== null && lapse !== 'always')
    reasons.push({
      code: 'does-not-end',
      sentence: `rule ${endsByItself.rule} demands that access ends by itself, and this does not${lapse === 'depends' ? ' for sessions that are already open' : ''}`,
      at: request.at,
    })
  return reasons
}
