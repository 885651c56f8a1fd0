// What the rules say about one item before anybody has approved anything.

import type { Answer } from '../model/edge-error.ts'
import type { Item } from '../model/grant.ts'
import type { ModeId, PersonId } from '../model/id.ts'
import { type Carried, carriedBy, type Lapse } from '../model/permissions.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Way } from '../model/rule.ts'
import type { Account, Hold, Settings } from '../model/settings.ts'
import type { Tags } from '../model/tags.ts'
import { partitionOf, targetsByName } from '../model/targets.ts'
import type { Escalation } from '../policy/escalation.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { leftOutOf } from '../policy/one-resource.ts'
import { type Assessment, assess } from './assessment.ts'
import { guardReasons } from './guarded.ts'
import { type Limits, sayLimits, strictest } from './limits.ts'
import { type Matched, matchRules } from './matching.ts'
import type { Reason } from './reason.ts'
import { assumedBy, documentKey, documentOf, type Risk, type Subject, subjectOf } from './subject.ts'

/** What judging needs to know beside settings and requests. */
export interface Deciding {
  readonly knowledge: Knowledge
  /** Which mode carries what, and how it ends there. */
  readonly carries: ReadonlyMap<ModeId, Readonly<Record<Carried, Lapse | null>>>
  /** Policy texts by `${target} ${policy ref value}`; absent = not known yet. */
  readonly documents: ReadonlyMap<string, PolicyDocument>
  /** Tags of resources by `tagsKey`; absent = nobody asked. */
  readonly tags: ReadonlyMap<string, Answer<Tags>>
}

/** Before any cloud was looked at. */
export const NOTHING_READ: Pick<Deciding, 'documents' | 'tags'> = { documents: new Map(), tags: new Map() }

export interface OfferedWay {
  readonly way: Way
  readonly rule: string
}

export interface Routing {
  /** Names of the rules that offer ways, sorted. */
  readonly rules: readonly string[]
  readonly denied: { readonly rule: string; readonly sentence: string } | null
  readonly held: Hold | null
  /** Everything for which it may not be given whoever approves; `denied` and `held` are among them. */
  readonly stops: readonly Reason[]
  /** Alternatives, by rule name. */
  readonly ways: readonly OfferedWay[]
  readonly limits: Limits
  readonly risk: Risk
  /** Why the risk is what it is, for people to read. */
  readonly riskBecause: readonly string[]
  /** The published paths to lasting access that it opens. */
  readonly escalating: readonly Escalation[]
  /** How it ends; null = the account's mode cannot carry it. */
  readonly lapse: Lapse | null
  /** Actions that were meant, maybe, but that cannot be limited to the one resource. */
  readonly leftOut: readonly string[]
  readonly directAttachment: boolean
  /** The text of a policy or the tags of a resource are not known yet, and could change this. */
  readonly undecided: boolean
  readonly because: readonly string[]
}

function holdOn(item: Item, settings: Settings): Hold | null {
  const stops = ({ what }: Hold): boolean => {
    switch (what.is) {
      case 'everything':
        return true
      case 'person':
        return what.person === item.person
      case 'target':
        return what.target === item.target
      case 'request':
        return what.request === item.request
    }
  }
  return settings.holds.find(stops) ?? null
}

const held = (hold: Hold | null, item: Item): readonly Reason[] =>
  hold === null ? [] : [{ code: 'held', sentence: `held: ${hold.because}`, at: item.at }]

/** An item of an account that these settings do not know: nothing but a hold can be said of it. */
function nowhere(item: Item, settings: Settings): Routing {
  const hold = holdOn(item, settings)
  const stop: Reason = { code: 'unreadable', sentence: `there is no account named ${item.target}`, at: item.at }
  return {
    rules: [],
    denied: null,
    held: hold,
    stops: [...held(hold, item), stop],
    ways: [],
    limits: strictest([], settings),
    risk: 'unknown',
    riskBecause: [],
    escalating: [],
    lapse: null,
    leftOut: [],
    directAttachment: false,
    undecided: false,
    because: [stop.sentence],
  }
}

function wayStops(item: Item, matched: Matched, assessed: Assessment, author: PersonId): readonly Reason[] {
  const at = item.at
  if (matched.ways.length > 0) return []
  if (matched.onlyFor.length > 0)
    return [
      {
        code: 'on-behalf',
        sentence: `${matched.onlyFor.join(', ')} would let ${item.person} ask for this, but not ${author}`,
        at,
      },
    ]
  if (assessed.risk === 'escalating' && matched.unnamed.length > 0)
    return [
      {
        code: 'not-named',
        sentence: `${item.entitlement.says} could make lasting access, and ${matched.unnamed.join(', ')} ${matched.unnamed.length === 1 ? 'does' : 'do'} not name that`,
        at,
      },
    ]
  return [
    {
      code: 'not-requestable',
      sentence: `no rule lets ${item.person} ask for ${item.entitlement.says} in ${item.target}`,
      at,
    },
  ]
}

/** Attaching a policy as it is never ends by itself: allowed only where every rule stands as it does for a dated copy. */
function mayAttach(item: Item, matched: Matched, attached: () => Matched): boolean {
  if (item.entitlement.permissions.form !== 'policy') return false
  const { limits } = matched
  if (limits.noDirectAttachment.length > 0 || limits.endsByItself !== null || matched.rules.length === 0) return false
  const other = attached()
  return (
    other.denied === null &&
    other.touching.join() === matched.touching.join() &&
    other.rules.join() === matched.rules.join()
  )
}

/** Of a level it is known with the level; of a policy once its text is. */
function leftOutIn(item: Item, { documents, knowledge }: Deciding): readonly string[] {
  const { permissions, leftOut } = item.entitlement
  if (permissions.form !== 'narrowed') return leftOut ?? []
  const text = documents.get(documentKey(item.target, permissions.policy.value))
  return text === undefined ? [] : leftOutOf(text, permissions.to, knowledge)
}

function routeIn(account: Account, item: Item, settings: Settings, deciding: Deciding, author: PersonId): Routing {
  const document = documentOf(item, item.entitlement.permissions, deciding.documents)
  const assessed = assess(document, deciding.knowledge)
  const partition = partitionOf(settings)
  const subject: Subject = subjectOf({
    item,
    account,
    tags: deciding.tags,
    partition,
    document,
    risk: assessed.risk,
    managesPermissions: assessed.managesPermissions,
    carries: deciding.carries.get(account.mode),
  })
  const asking = { settings, person: item.person, author, knowledge: deciding.knowledge }
  const matched = matchRules(subject, asking)
  const hold = holdOn(item, settings)
  const { denied } = matched
  const found: readonly Reason[] = [
    ...held(hold, item),
    ...(denied === null
      ? []
      : [{ code: 'denied' as const, sentence: `rule ${denied.rule}: ${denied.sentence}`, at: item.at }]),
    ...guardReasons(
      item,
      account,
      settings,
      { account, partition, knowledge: deciding.knowledge },
      assumedBy(document),
    ),
    ...(subject.lapse === null
      ? [
          {
            code: 'not-carried' as const,
            sentence: `${account.name} (${account.mode}) cannot give ${carriedBy(item.entitlement.permissions)} access`,
            at: item.at,
          },
        ]
      : []),
    ...(denied === null ? wayStops(item, matched, assessed, author) : []),
  ]
  const stops = found.length === 0 ? NONE : found
  return {
    rules: matched.rules,
    denied,
    held: hold,
    stops,
    ways: matched.ways,
    limits: matched.limits,
    risk: assessed.risk,
    riskBecause: assessed.because,
    escalating: assessed.escalations,
    lapse: subject.lapse,
    leftOut: leftOutIn(item, deciding),
    directAttachment: mayAttach(item, matched, () => matchRules({ ...subject, lapse: 'never' }, asking)),
    undecided: matched.undecided,
    because: stops.length === 0 ? sayMatched(matched) : [...sayMatched(matched), ...stops.map((stop) => stop.sentence)],
  }
}

const said = new WeakMap<Matched, readonly string[]>()

/** Shared, like `matched` itself, by all items that are read alike. */
function sayMatched(matched: Matched): readonly string[] {
  const known = said.get(matched) ?? [
    ...matched.rules.map((rule) => `rule ${rule} matches`),
    ...sayLimits(matched.limits),
  ]
  said.set(matched, known)
  return known
}

/** One for the thousands that nothing stops. */
const NONE: readonly Reason[] = []

/** What the rules say when `author` asks for the item's beneficiary: the rules must allow both. */
export function routeFor(item: Item, settings: Settings, deciding: Deciding, author: PersonId): Routing {
  const account = targetsByName(settings).get(item.target)
  return account === undefined ? nowhere(item, settings) : routeIn(account, item, settings, deciding, author)
}

/** What the rules say of the beneficiary alone. For a live grant only `denied` and `held` count. */
export const routeItem = (item: Item, settings: Settings, deciding: Deciding): Routing =>
  routeFor(item, settings, deciding, item.person)
