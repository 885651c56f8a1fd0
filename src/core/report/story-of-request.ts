// How a judged request is told: what, where, until when, at what risk, and whose approval is missing.

import type { Decision, Missing as MissingApproval } from '../approval/decision.ts'
import type { JudgedItem, Judgement } from '../approval/judge.ts'
import { approversOf, membersOf } from '../approval/who.ts'
import type { PersonId } from '../model/id.ts'
import type { Permissions } from '../model/permissions.ts'
import type { Request } from '../model/request.ts'
import type { Rule } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import { looksAtTags } from '../model/tags.ts'
import { targetsByName } from '../model/targets.ts'
import { type Instant, type Window, writeDuration, writeInstant } from '../model/time.ts'
import { policyJson } from '../policy/write.ts'
import type { DecisionStory, ItemStory, Missing, RequestStory, WhenStory } from './story.ts'
import { ENDS, type State } from './words.ts'

export interface Telling {
  readonly request: Request
  readonly judgement: Judgement
  /** The judgement as it would be if what is not known yet were harmless. */
  readonly tentative: Judgement | null
  /** From when the texts of policies are that it was judged by, where they come from the inventory; null: from the cloud, or none. */
  readonly textsAsOf: Instant | null
  readonly settings: Settings
  /** As it would be if it landed now, or as it is since it landed. */
  readonly window: Window
  readonly landedAt: Instant | null
  /** Until when the pull request may wait for approval; null: not known here. */
  readonly waitsUntil: Instant | null
  readonly requester: PersonId | null
  readonly state: State
  readonly reach: readonly string[]
}

const exactly = (permissions: Permissions): readonly string[] => {
  switch (permissions.form) {
    case 'statements':
      return JSON.stringify(policyJson(permissions.document), null, 2).split('\n')
    case 'policy':
      return [permissions.policy.value]
    case 'narrowed':
      return [`${permissions.policy.value} cut down to`, ...permissions.to.map(({ arn }) => arn)]
    case 'existing':
      return [permissions.thing.value]
  }
}

function itemStory({ item, routing }: JudgedItem, settings: Settings): ItemStory {
  const account = targetsByName(settings).get(item.target)
  return {
    says: item.entitlement.says,
    target: item.target,
    account: account?.id ?? 'unknown account',
    bundle: item.bundle,
    // What is not known yet is told as the graver case: nobody should wave it through.
    risk: routing.risk === 'unknown' ? 'high' : routing.risk,
    escalating: routing.escalating.map((one) => one.because),
    ends: ENDS[routing.lapse ?? 'never'],
    exact: exactly(item.entitlement.permissions),
    leftOut: routing.leftOut,
  }
}

/** Whom the very way names: of those by which all of them may approve, the one that means the fewest others. */
function namesOf(
  { people, approved }: MissingApproval,
  rule: Rule,
  settings: Settings,
  person: PersonId,
): readonly string[] {
  const [who] = rule.ways
    .flatMap((way) => (way.is === 'approvedBy' ? [way.who] : []))
    .map((one) => ({ who: one, may: new Set(approversOf(one, settings, person)) }))
    .filter(({ may }) => [...people, ...approved].every((one) => may.has(one)))
    .toSorted((a, b) => a.may.size - b.may.size)
    .map((one) => one.who)
  if (who?.is !== 'some') return []
  return [
    ...who.groups.map((group) => group.value),
    ...who.people.map((one) => one.value),
    ...(who.manager ? ['the manager'] : []),
  ]
}

function missingStory(missing: MissingApproval, settings: Settings, { items }: Judgement): Missing {
  const rule = settings.rules.find((one) => one.name === missing.rule)
  const names =
    rule === undefined ? [] : items.slice(0, 1).flatMap(({ item }) => namesOf(missing, rule, settings, item.person))
  return {
    approvals: missing.more,
    of: names.length === 0 ? missing.people.join(', ') : names.join(' or '),
    people: missing.people,
    rule: missing.rule,
    at: rule?.at ?? null,
  }
}

function glassOf({ decision }: Judgement): string | null {
  if (decision.is !== 'allowed' || decision.afterwards === null) return null
  const { by, within } = decision.afterwards
  return `Nobody approves this beforehand: ${by.join(', ')} must review it within ${writeDuration(within)}. An approval before the merge makes that needless.`
}

/** Ways are alternatives per item; the groups of `missing` must all be met. */
function waysByItem(
  decision: Extract<Decision, { is: 'waiting' }>,
  settings: Settings,
  judgement: Judgement,
): readonly (readonly Missing[])[] {
  const items = new Map<string, MissingApproval[]>()
  for (const missing of decision.missing)
    for (const item of missing.items) items.set(item, [...(items.get(item) ?? []), missing])
  const groups = new Map(
    [...items.values()].map((ways) => [ways.map((way) => decision.missing.indexOf(way)).join(), ways] as const),
  )
  return [...groups.values()].map((ways) => ways.map((way) => missingStory(way, settings, judgement)))
}

export function decisionStory(judgement: Judgement, settings: Settings, waitsUntil: Instant | null): DecisionStory {
  const { decision } = judgement
  if (judgement.undecided)
    return {
      is: 'undecided',
      because: 'what a policy contains and how a resource is tagged is only known after the merge',
    }
  if (decision.is === 'refused')
    return {
      is: 'refused',
      objections: decision.reasons.map((reason) => ({
        says: reason.sentence,
        cure: judgement.problems.find((problem) => problem.because === reason.sentence)?.cure ?? '',
        rule: null,
        at: reason.at,
      })),
    }
  if (decision.is === 'waiting')
    return { is: 'waiting', missing: waysByItem(decision, settings, judgement), until: waitsUntil }
  const rule = settings.rules.find((one) => one.name === decision.rule)
  return { is: 'allowed', approvers: decision.approvers, rule: decision.rule, at: rule?.at ?? null }
}

function whenStory(telling: Telling): WhenStory {
  const { request, window, landedAt } = telling
  if (landedAt !== null || request.when.is === 'until') return { is: 'window', ...window }
  const from = request.when.is === 'duration' ? request.when.from : null
  return { is: 'after merge', seconds: window.until - window.from, from }
}

/** Only where it would help: somebody's approval is missing, and every item has such a way for this very person. */
function emergencyOf({ request, judgement, tentative, settings, requester }: Telling): string | null {
  const { decision, items } = tentative ?? judgement
  const person = request.for.value as PersonId
  if (decision.is !== 'waiting' || requester !== person) return null
  const may = ({ routing, decision: one }: JudgedItem): boolean =>
    one.is === 'allowed' ||
    routing.ways.some(({ way }) => way.is === 'breakGlass' && membersOf(way.who, settings).has(person))
  return items.every(may)
    ? 'In an emergency that cannot wait, add the line `breakGlass: true` to the file: it is then given at once, told loudly, and reviewed afterwards.'
    : null
}

const holdsPolicies = ({ items }: Judgement): boolean =>
  items.some(({ item }) => ['policy', 'narrowed'].includes(item.entitlement.permissions.form))

const hangsOnTags = ({ items }: Judgement, settings: Settings): boolean =>
  looksAtTags(settings) && items.some(({ item }) => item.entitlement.thing !== undefined)

function providedIn({ tentative, textsAsOf, judgement, settings }: Telling): string | null {
  const facts = [
    ...(holdsPolicies(judgement) ? ['what the policies contain'] : []),
    ...(hangsOnTags(judgement, settings) ? ['how the resources are tagged'] : []),
  ].join(' and ')
  const what = `${facts.slice(0, 1).toUpperCase()}${facts.slice(1)}`
  if (tentative !== null)
    return `${what} is looked at after the merge; if that is more than the rules allow, nothing is given.`
  return textsAsOf === null || facts === ''
    ? null
    : `${what} is as the inventory of ${writeInstant(textsAsOf)} has it. It is looked at again after the merge; if that is then more than the rules allow, nothing is given.`
}

export const requestStory = (telling: Telling): RequestStory => ({
  id: telling.request.id,
  path: telling.request.path,
  person: telling.request.for.value as PersonId,
  requester: telling.requester,
  reason: telling.request.reason?.value ?? null,
  ticket: telling.request.ticket?.value ?? null,
  window: whenStory(telling),
  items: telling.judgement.items.map((item) => itemStory(item, telling.settings)),
  decision: decisionStory(telling.tentative ?? telling.judgement, telling.settings, telling.waitsUntil),
  breakGlass: glassOf(telling.tentative ?? telling.judgement),
  emergency: emergencyOf(telling),
  provided: providedIn(telling),
  state: telling.state,
  reach: telling.reach,
})
