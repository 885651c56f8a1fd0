// What the rules say about a whole request: the verdict on each item, and the worst of them for the file.

import type { Item } from '../model/grant.ts'
import type { PersonId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import type { Window } from '../model/time.ts'
import { type Decision, decideItem, type ItemDecision, type Missing, type Opinion } from './decision.ts'
import { itemsOf, type Problem } from './items.ts'
import { REASONS, type Reason, sortReasons } from './reason.ts'
import { type Deciding, type Routing, routeFor } from './routing.ts'

export type { Decision, ItemDecision, Missing, Opinion } from './decision.ts'

export interface Judged extends Deciding {
  readonly request: Request
  readonly settings: Settings
  readonly window: Window
  /** The requester. */
  readonly author: PersonId
  /** The last opinion of each reviewer; order does not matter. */
  readonly opinions: readonly Opinion[]
}

export interface JudgedItem {
  readonly item: Item
  readonly routing: Routing
  readonly decision: ItemDecision
}

export interface Judgement {
  readonly items: readonly JudgedItem[]
  readonly decision: Decision
  readonly problems: readonly Problem[]
  /** Texts of policies that are not known yet could change the decision: it must not be acted on, nor be final. */
  readonly undecided: boolean
}

const sorted = <T extends string>(values: readonly T[]): readonly T[] =>
  values.length < 2 ? values : [...new Set(values)].sort()

type Allowed = Extract<Decision, { is: 'allowed' }>

/** What an auditor must see first stands for a request whose items are allowed in several ways. */
function gravest(decisions: readonly Allowed[]): Allowed['way'] {
  const ways = new Set(decisions.map(({ way }) => way))
  return ways.has('breakGlass') ? 'breakGlass' : ways.has('auto') ? 'auto' : 'approvedBy'
}

function allAllowed(decisions: readonly Allowed[]): Decision {
  const afterwards = decisions.flatMap((decision) => decision.afterwards ?? [])
  return {
    is: 'allowed',
    way: gravest(decisions),
    rule: sorted(decisions.map((decision) => decision.rule)).join(', '),
    approvers: sorted(decisions.flatMap((decision) => decision.approvers)),
    afterwards:
      afterwards.length === 0
        ? null
        : { by: sorted(afterwards.flatMap((one) => one.by)), within: Math.min(...afterwards.map((one) => one.within)) },
    instead: mergedMissing(decisions.flatMap((decision) => decision.instead)),
    because: sorted(decisions.flatMap((decision) => decision.because)),
  }
}

const sameList = (some: readonly string[], others: readonly string[]): boolean =>
  some === others || (some.length === others.length && some.every((one, at) => one === others[at]))

const sameMissing = (one: Missing, other: Missing): boolean =>
  one.rule === other.rule &&
  one.more === other.more &&
  sameList(one.people, other.people) &&
  sameList(one.approved, other.approved)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By the first name that differs; of two lists that begin alike the longer comes first. */
function byNames(some: readonly string[], others: readonly string[]): number {
  const at = some.findIndex((one, index) => one !== others[index])
  const [one, other] = [some[at], others[at]]
  return one === undefined || other === undefined ? others.length - some.length : byText(one, other)
}

const inOrder = (a: Missing, b: Missing): number =>
  byText(a.rule, b.rule) || byNames(a.people, b.people) || byNames(a.approved, b.approved) || a.more - b.more

function mergedMissing(missing: readonly Missing[]): readonly Missing[] {
  const merged: Missing[] = []
  for (const one of missing) {
    const at = merged.findIndex((other) => sameMissing(one, other))
    const before = merged[at]
    if (before === undefined) merged.push(one)
    else merged[at] = { ...before, items: sorted([...before.items, ...one.items]) }
  }
  return merged.sort(inOrder)
}

/** The worst: refused before waiting before allowed. One blocked item blocks the file. */
function worst(decisions: readonly Decision[], problems: readonly Problem[]): Decision {
  const reasons: readonly Reason[] = [
    ...problems.map((problem): Reason => ({ code: 'unreadable', sentence: problem.because, at: problem.at })),
    ...decisions.flatMap((decision) => (decision.is === 'refused' ? decision.reasons : [])),
  ]
  if (reasons.length > 0) {
    const all = sortReasons(reasons)
    return { is: 'refused', reasons: all, because: all.map((reason) => reason.sentence) }
  }
  const waiting = decisions.filter((decision) => decision.is === 'waiting')
  if (waiting.length > 0)
    return {
      is: 'waiting',
      missing: mergedMissing(waiting.flatMap((decision) => decision.missing)),
      because: sorted(waiting.flatMap((decision) => decision.because)),
    }
  return allAllowed(decisions.filter((decision) => decision.is === 'allowed'))
}

const isFinal = ({ routing, decision }: JudgedItem): boolean =>
  decision.is === 'refused' && (!routing.undecided || decision.reasons.some((reason) => REASONS[reason.code].settled))

function judgeItem(asked: Judged, item: Item): JudgedItem {
  const { request, settings, window, author, opinions } = asked
  const routing = routeFor(item, settings, asked, author)
  return { item, routing, decision: decideItem({ request, settings, window, author, opinions, item, routing }) }
}

/** Judges a request as these settings and this knowledge have it. */
export function judgeRequest(asked: Judged): Judgement {
  const { items, problems } = itemsOf(asked.request, asked.settings, asked.knowledge)
  return judgementOf(
    items.map((item) => judgeItem(asked, item)),
    problems,
  )
}

/** Judges what was undecided once more, with other texts of policies and all else as it was. */
export const judgeAgain = (asked: Judged, { items, problems }: Judgement): Judgement =>
  judgementOf(
    items.map((one) => (one.routing.undecided ? judgeItem(asked, one.item) : one)),
    problems,
  )

function judgementOf(judged: readonly JudgedItem[], problems: readonly Problem[]): Judgement {
  return {
    items: judged,
    problems,
    decision: worst(
      judged.map((one) => one.decision),
      problems,
    ),
    undecided: problems.length === 0 && !judged.some(isFinal) && judged.some((one) => one.routing.undecided),
  }
}
