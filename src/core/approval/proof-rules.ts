// Whether the rules of several settings all allow a request, by approvals that count under every one of them.

import type { GrantKey, PersonId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { type Window, writeDuration } from '../model/time.ts'
import type { Afterwards, Decision, ItemDecision, Opinion } from './decision.ts'
import { type Judgement, judgeRequest } from './judge.ts'
import { personOf } from './people-of.ts'
import { no, type Outcome, unsure, yes } from './proof-chain.ts'
import type { Approval, Said } from './proof-reviews.ts'
import type { Refusal } from './proof-verdict.ts'
import type { Deciding } from './routing.ts'
import { unreadIn } from './unread.ts'

export type Judge = 'rules-at-landing' | 'rules-now' | 'rules-at-head'

/** Settings that judge, with the requester as they know them. */
export interface Bench {
  readonly name: Judge
  readonly settings: Settings
  readonly author: PersonId
}

export interface Judging extends Deciding {
  readonly request: Request
  readonly window: Window
  readonly said: Said
}

const NAMES: Readonly<Record<Judge, string>> = {
  'rules-at-landing': 'the settings in force at the landing',
  'rules-now': 'the settings in force now',
  'rules-at-head': 'the settings at the head',
}

/** An approver is exactly one person; an objection counts for everybody whom the account could be. */
function opinionsUnder(settings: Settings, said: Said): readonly Opinion[] {
  const approved = said.approvals.flatMap((approval): Opinion[] => {
    const found = personOf(settings, approval.account)
    return found.is === 'one' ? [{ person: found.person.handle, state: 'approved', review: approval.review }] : []
  })
  const against = said.objections.flatMap((objection): Opinion[] => {
    const found = personOf(settings, objection.account)
    const people = found.is === 'one' ? [found.person] : found.is === 'several' ? found.people : []
    return people.map(({ handle }) => ({ person: handle, state: 'changes-requested', review: objection.review }))
  })
  return [...approved, ...against]
}

const isFresh = (settings: Settings) => (approval: Approval) => approval.age <= settings.limits.reviewAge

/** Approvals whose bytes are those that landed, and that are young enough for these settings. */
const counted = (settings: Settings, approvals: readonly Approval[]): readonly Approval[] =>
  approvals.filter((approval) => approval.sameBytes === 'yes').filter(isFresh(settings))

function judge(bench: Bench, judging: Judging, approvals: readonly Approval[]): Judgement {
  const { settings, author } = bench
  const { request, window, knowledge, carries, documents, tags, said } = judging
  const opinions = opinionsUnder(settings, { approvals: counted(settings, approvals), objections: said.objections })
  return judgeRequest({ request, settings, window, knowledge, carries, documents, tags, author, opinions })
}

/** Reasons that time can lift: they hold back and are not final. */
const PASSING: readonly string[] = ['held', 'closing']

function refusalOf(decision: Extract<Decision, { is: 'refused' }>, bench: Judge): Refusal {
  const code = decision.reasons[0]?.code
  return code === 'changes-requested' ? 'changes-requested' : code === 'on-behalf' ? 'author-not-requester' : bench
}

/** Why approvals that were given do not count, for people. */
const uncounted = (settings: Settings, approvals: readonly Approval[]): readonly string[] =>
  approvals.flatMap((approval) => {
    if (approval.sameBytes !== 'yes') return [approval.says]
    if (!isFresh(settings)(approval))
      return [`${approval.login} approved ${writeDuration(approval.age)} before the merge, which is too long`]
    const found = personOf(settings, approval.account)
    return found.is === 'one'
      ? []
      : [`${approval.login} approved and is ${found.is === 'nobody' ? 'nobody' : 'several people'} of the people map`]
  })

/** How one bench allows the request. */
export interface Allowed {
  readonly way: string
  readonly rule: string
  readonly keys: readonly GrantKey[]
  /** Set where the glass was broken. */
  readonly afterwards: Afterwards | null
}

/** What one bench says when every approval may count. */
export function askRules(bench: Bench, judging: Judging): Outcome<Allowed> {
  const judgement = judge(bench, judging, judging.said.approvals)
  const { decision } = judgement
  if (judgement.undecided)
    return unsure(`${NAMES[bench.name]} cannot decide before they know ${unreadIn(judgement, judging).join(', ')}`)
  if (decision.is === 'allowed') {
    const keys = judgement.items.map(({ item }) => item.key)
    const { way, rule, afterwards } = decision
    return yes({ way, rule, keys, afterwards }, decision.because.join('; '))
  }
  const says = `${decision.because.join('; ')} (${NAMES[bench.name]})`
  if (decision.is === 'refused') {
    if (bench.name !== 'rules-at-landing' && decision.reasons.every((reason) => PASSING.includes(reason.code)))
      return unsure(says)
    return no(refusalOf(decision, bench.name), says)
  }
  return lacking(judging.said, [says, ...uncounted(bench.settings, judging.said.approvals)].join('; '))
}

/** Too few approvals: for good, unless one that could not be read might have been enough. */
function lacking({ approvals }: Said, says: string): Outcome<never> {
  const unread = approvals.filter((approval) => approval.sameBytes === 'unknown')
  return unread.length > 0 ? unsure(unread.map((approval) => approval.says).join('; ')) : no('approvals-missing', says)
}

const decisionFor = (judgement: Judgement, key: GrantKey): ItemDecision | undefined =>
  judgement.items.find(({ item }) => item.key === key)?.decision

/** The reviews by which one bench allows one item: null where it needs none. */
function reviewsOf(
  bench: Bench,
  decision: Extract<ItemDecision, { is: 'allowed' }>,
  approvals: readonly Approval[],
): ReadonlySet<number> | null {
  if (decision.way !== 'approvedBy') return null
  const approvers = new Set(decision.approvers)
  return new Set(
    approvals.flatMap((approval) => {
      const found = personOf(bench.settings, approval.account)
      return found.is === 'one' && approvers.has(found.person.handle) ? [approval.review] : []
    }),
  )
}

type JudgeOnce = (bench: Bench, approvals: readonly Approval[]) => Judgement

/** All items are judged together, so the same question comes once for each of them. */
function judgeOnce(judging: Judging): JudgeOnce {
  const judged = new Map<Bench, Map<readonly Approval[], Judgement>>()
  return (bench, approvals) => {
    const known = judged.get(bench) ?? new Map<readonly Approval[], Judgement>()
    judged.set(bench, known)
    const judgement = known.get(approvals) ?? judge(bench, judging, approvals)
    known.set(approvals, judgement)
    return judgement
  }
}

/**
 * Approvals for one item that count under every bench that asks for some. An approver whom one bench alone knows is left
 * out and all benches judge again, until nobody is left out or a bench no longer allows the item.
 */
function agreeOn(
  key: GrantKey,
  benches: readonly Bench[],
  judging: Judging,
  judged: JudgeOnce,
): Outcome<readonly Approval[]> {
  let approvals = judging.said.approvals
  for (;;) {
    const accepted: ReadonlySet<number>[] = []
    for (const bench of benches) {
      const decision = decisionFor(judged(bench, approvals), key)
      if (decision?.is !== 'allowed') {
        const because = decision?.because.join('; ') ?? 'there is no such item'
        return lacking(
          judging.said,
          `${because}, counting only approvers who may approve at the landing and now (${NAMES[bench.name]})`,
        )
      }
      const reviews = reviewsOf(bench, decision, approvals)
      if (reviews !== null) accepted.push(reviews)
    }
    if (accepted.length === 0) return yes([], 'agreed')
    const agreed = approvals.filter((approval) => accepted.every((reviews) => reviews.has(approval.review)))
    if (agreed.length === approvals.length) return yes(agreed, 'agreed')
    approvals = agreed
  }
}

/** Approvals that all benches count, over all items; every item has enough of them. */
export function askApprovals(
  keys: readonly GrantKey[],
  benches: readonly Bench[],
  judging: Judging,
): Outcome<readonly Approval[]> {
  const all = new Map<number, Approval>()
  const judged = judgeOnce(judging)
  for (const key of keys) {
    const agreed = agreeOn(key, benches, judging, judged)
    if (agreed.is !== 'yes') return agreed
    for (const approval of agreed.value) all.set(approval.review, approval)
  }
  const approvals = [...all.values()].sort((a, b) => a.review - b.review)
  return yes(
    approvals,
    approvals.length === 0 ? 'none is demanded' : approvals.map((approval) => approval.says).join('; '),
  )
}
