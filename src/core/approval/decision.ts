// Whether one item, routed, is allowed, waiting for approvals or refused.

import type { Item } from '../model/grant.ts'
import type { GrantKey, PersonId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Way } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { Window } from '../model/time.ts'
import { breaches } from './limits.ts'
import { type Reason, sortReasons } from './reason.ts'
import type { OfferedWay, Routing } from './routing.ts'
import { approversOf, membersOf } from './who.ts'

/** One way that could still allow an item: whose approval is missing and by which rule. */
export interface Missing {
  readonly rule: string
  /** Who may approve and has not, sorted. */
  readonly people: readonly PersonId[]
  /** Whose approval counts already, sorted. */
  readonly approved: readonly PersonId[]
  /** How many more are needed. */
  readonly more: number
  readonly items: readonly GrantKey[]
}

/** Whoever used a break-glass way is reviewed afterwards, within so many seconds. */
export interface Afterwards {
  readonly by: readonly PersonId[]
  readonly within: number
}

export type Decision =
  | {
      readonly is: 'allowed'
      readonly way: Way['is']
      readonly rule: string
      /** Everyone whose approval counted, sorted. */
      readonly approvers: readonly PersonId[]
      readonly afterwards: Afterwards | null
      /** Break-glass only: whose approvals would make it needless. */
      readonly instead: readonly Missing[]
      readonly because: readonly string[]
    }
  /** Any one of those missing for an item is enough for that item. */
  | { readonly is: 'waiting'; readonly missing: readonly Missing[]; readonly because: readonly string[] }
  /** `reasons` is never empty; gravest first. */
  | { readonly is: 'refused'; readonly reasons: readonly Reason[]; readonly because: readonly string[] }

/** An item's decision has the shape of a request's: the request's is the worst of its items'. */
export type ItemDecision = Decision

export interface Opinion {
  readonly person: PersonId
  readonly state: 'approved' | 'changes-requested'
  /** GitHub's id of the review. */
  readonly review: number
}

/** Everything that one item's decision depends on. */
export interface AskedItem {
  readonly item: Item
  readonly routing: Routing
  readonly request: Request
  readonly settings: Settings
  readonly window: Window
  readonly author: PersonId
  readonly opinions: readonly Opinion[]
}

type Verdict = Exclude<Decision, { is: 'refused' }>

const refused = (reasons: readonly Reason[]): Decision => {
  const sorted = sortReasons(reasons)
  return { is: 'refused', reasons: sorted, because: sorted.map((reason) => reason.sentence) }
}

const isAnothers = ({ item, author }: AskedItem): boolean => author !== item.person

/** Lists already made: where many may approve, each of many requests would otherwise hold its own. */
const withoutThem = new WeakMap<readonly PersonId[], Map<string, readonly PersonId[]>>()

/** Approvers of a way: never the requester, never the beneficiary, whatever else they are. */
function eligible({ settings, author, item }: AskedItem, way: Way): readonly PersonId[] {
  const who = way.is === 'approvedBy' ? way.who : way.is === 'breakGlass' ? way.reviewedBy : null
  if (who === null) return []
  const approvers = approversOf(who, settings, item.person)
  const known = withoutThem.get(approvers) ?? new Map<string, readonly PersonId[]>()
  const both = author === item.person ? author : `${author} ${item.person}`
  const before = known.get(both)
  if (before !== undefined) return before
  const others = approvers.filter((person) => person !== author && person !== item.person)
  withoutThem.set(approvers, known.set(both, others))
  return others
}

function objections(asked: AskedItem): readonly Reason[] {
  const against = new Set(asked.opinions.filter((one) => one.state === 'changes-requested').map((one) => one.person))
  if (against.size === 0) return []
  return asked.routing.ways.flatMap(({ way, rule }) =>
    eligible(asked, way)
      .filter((person) => against.has(person))
      .map(
        (person): Reason => ({
          code: 'changes-requested',
          sentence: `${person} may approve by rule ${rule} and asked for changes`,
          at: asked.item.at,
        }),
      ),
  )
}

/** How many approvals a way takes; where one needs none, how many the limits demand of it all the same. */
function demanded(asked: AskedItem, way: Way): number {
  const least = way.is === 'approvedBy' ? Math.max(1, way.approvals) : 0
  return Math.max(least, asked.routing.limits.approvals?.value ?? 0) + (isAnothers(asked) ? 1 : 0)
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function byApproval(asked: AskedItem, rule: string, way: Extract<Way, { is: 'approvedBy' }>): Verdict | null {
  const may = eligible(asked, way)
  const needed = demanded(asked, way)
  if (may.length < needed) return null
  const said = new Set(asked.opinions.filter((one) => one.state === 'approved').map((one) => one.person))
  const approved = may.filter((person) => said.has(person))
  const numbers = `${approved.length} of ${plural(needed, 'approval')} by rule ${rule}`
  if (approved.length >= needed)
    return {
      is: 'allowed',
      way: 'approvedBy',
      rule,
      approvers: approved,
      afterwards: null,
      instead: [],
      because: [numbers],
    }
  const missing: Missing = {
    rule,
    people: approved.length === 0 ? may : may.filter((person) => !said.has(person)),
    approved,
    more: needed - approved.length,
    items: [asked.item.key],
  }
  return { is: 'waiting', missing: [missing], because: [numbers] }
}

/** What one way says; null = this way cannot be used by this requester at all. */
function byWay(asked: AskedItem, { way, rule }: OfferedWay): Verdict | null {
  switch (way.is) {
    case 'approvedBy':
      return byApproval(asked, rule, way)
    case 'auto':
      if (demanded(asked, way) > 0) return null
      return {
        is: 'allowed',
        way: 'auto',
        rule,
        approvers: [],
        afterwards: null,
        instead: [],
        because: [`auto by rule ${rule}`],
      }
    case 'breakGlass': {
      // Whoever can wait must not be given more than they said by being on call.
      if (asked.request.breakGlass === null || !mayBreakGlass(asked, way)) return null
      return {
        is: 'allowed',
        way: 'breakGlass',
        rule,
        approvers: [],
        afterwards: { by: eligible(asked, way), within: way.within },
        instead: [],
        because: [`breakGlass by rule ${rule}`],
      }
    }
  }
}

/** An emergency is one's own: nobody breaks the glass for another. */
export const mayBreakGlass = (asked: AskedItem, way: Extract<Way, { is: 'breakGlass' }>): boolean =>
  !isAnothers(asked) && membersOf(way.who, asked.settings).has(asked.item.person)

/** What a request that breaks the glass must be, whatever the rules say. */
function glassReasons(asked: AskedItem): readonly Reason[] {
  const { request, routing, item } = asked
  const at = request.breakGlass
  if (at === null) return []
  const may = routing.ways.some(({ way }) => way.is === 'breakGlass' && mayBreakGlass(asked, way))
  const auto = routing.ways.some(({ way }) => way.is === 'auto')
  return [
    ...(request.reason === null
      ? [{ code: 'no-reason', sentence: 'whoever breaks the glass must say why: write `reason`', at } as const]
      : []),
    ...(may || auto
      ? []
      : [
          {
            code: 'no-glass',
            sentence: `no rule lets ${item.person} break the glass here: leave \`breakGlass\` out`,
            at,
          } as const,
        ]),
  ]
}

const PREFERENCE: readonly Way['is'][] = ['auto', 'approvedBy', 'breakGlass']

function nobody(asked: AskedItem): Reason {
  const { ways } = asked.routing
  const names = [...new Set(ways.map((offered) => offered.rule))].join(', ')
  const approvals = ways.flatMap(({ way }) => (way.is === 'breakGlass' ? [] : [demanded(asked, way)]))
  const least = plural(Math.min(...approvals), 'approval')
  const lacking = approvals.length === 0 ? [] : [`${least} by people other than requester and beneficiary`]
  if (ways.some(({ way }) => way.is === 'breakGlass' && mayBreakGlass(asked, way)))
    lacking.push('`breakGlass: true` in an emergency')
  return {
    code: 'nobody-may-approve',
    sentence: `no way of ${names} can be used: ${lacking.join(', or ') || 'others alone may break the glass'}`,
    at: asked.item.at,
  }
}

/** The decision about one item. */
export function decideItem(asked: AskedItem): ItemDecision {
  const { routing, request, window } = asked
  const reasons = [
    ...routing.stops,
    ...breaches(routing.limits, { request, window, lapse: routing.lapse, item: asked.item }),
  ]
  if (isAnothers(asked) && routing.limits.noOnBehalf.length > 0)
    reasons.push({
      code: 'on-behalf',
      sentence: `${asked.author} may not ask for ${asked.item.person}: ${routing.limits.noOnBehalf.join(', ')} ${routing.limits.noOnBehalf.length === 1 ? 'does' : 'do'} not say \`onBehalf: allowed\``,
      at: request.for.at,
    })
  reasons.push(...glassReasons(asked), ...objections(asked))
  if (reasons.length > 0) return refused(reasons)
  const verdicts = routing.ways.flatMap((offered) => byWay(asked, offered) ?? [])
  const allowed = PREFERENCE.flatMap((way) => verdicts.filter((one) => one.is === 'allowed' && one.way === way))[0]
  const waiting = verdicts.filter((one) => one.is === 'waiting')
  if (allowed?.is === 'allowed')
    return allowed.way === 'breakGlass' ? { ...allowed, instead: waiting.flatMap((one) => one.missing) } : allowed
  if (waiting.length === 0) return refused([nobody(asked)])
  return {
    is: 'waiting',
    missing: waiting.flatMap((one) => one.missing),
    because: waiting.flatMap((one) => one.because),
  }
}
