// Which grants should exist now: requests at the head, filtered by time, holds and denying rules.

import { itemsOf, windowOf } from '../approval/items.ts'
import { type Deciding, routeItem } from '../approval/routing.ts'
import type { Grant, Item, Standing } from '../model/grant.ts'
import type { GrantKey, VersionId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import { hasEnded, type Instant, later, MINUTE, writeInstant } from '../model/time.ts'
import type { Because, Blocked } from './provisioner.ts'
import { isStanding, type Settlement } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'

/** Less time than this left: not worth giving. */
export const SHORTEST = 5 * MINUTE

/** What becomes of one item of one version now. */
export type Fate =
  | { readonly is: 'live' }
  | { readonly is: 'not-yet'; readonly from: Instant }
  | { readonly is: 'over'; readonly because: Because; readonly says: string }
  /** Never given and never will be: too late to claim, or too little time left. */
  | { readonly is: 'dead'; readonly says: string }

export interface Wish {
  readonly grant: Grant
  readonly fate: Fate
}

export interface Desire {
  readonly wishes: readonly Wish[]
  /** Versions whose file or settings cannot be turned into grants as a whole. */
  readonly blocked: readonly Blocked[]
}

export interface Desiring {
  readonly standing: readonly Standing[]
  readonly settings: Settings
  /** The head's own settings: what they hold or deny counts at once. The same value where they are in force. */
  readonly head: Settings
  readonly deciding: Deciding
  readonly settlement: Settlement
  readonly verdicts: Verdicts
  readonly refusedBefore: ReadonlyMap<VersionId, { readonly says: string }>
  readonly now: Instant
}

function stopped(asked: Desiring, item: Item, settings: Settings): Fate | null {
  const routing = routeItem(item, settings, asked.deciding)
  if (routing.held !== null) return { is: 'over', because: 'held', says: `held: ${routing.held.because}` }
  if (routing.denied !== null)
    return { is: 'over', because: 'denied', says: `rule ${routing.denied.rule}: ${routing.denied.sentence}` }
  return null
}

function fateOf(asked: Desiring, grant: Grant): Fate {
  const { now, settlement, verdicts } = asked
  if (hasEnded(grant, now)) return { is: 'over', because: 'expired', says: `ended ${writeInstant(grant.until)}` }
  const verdict = verdicts.get(grant.version)
  const before = asked.refusedBefore.get(grant.version)
  if (verdict?.is === 'refused') return { is: 'over', because: 'refused', says: verdict.says }
  if (verdict === undefined && before !== undefined) return { is: 'over', because: 'refused', says: before.says }
  const over = stopped(asked, grant.item, asked.head) ?? (asked.settings === asked.head ? null : stopped(asked, grant.item, asked.settings))
  if (over !== null) return over
  if (asked.settings.aws?.accounts.find((account) => account.name === grant.item.target)?.closing === true)
    return { is: 'over', because: 'closing', says: `${grant.item.target} is closing` }
  if (now < grant.from) return { is: 'not-yet', from: grant.from }
  if (!isStanding(settlement, grant) && later(now, SHORTEST) > grant.until)
    return { is: 'dead', says: `less than ${SHORTEST / MINUTE} minutes are left until ${writeInstant(grant.until)}` }
  return { is: 'live' }
}

function grantsOf(asked: Desiring, { request, version }: Standing): { grants: readonly Grant[]; blocked: readonly Blocked[] } {
  const { settings } = asked
  const window = windowOf(request, settings, version.landedAt)
  const { items, problems } = itemsOf(request, settings)
  const keys: readonly GrantKey[] = items.map((item) => item.key)
  const blocked = problems.map((problem): Blocked => ({ grants: keys, because: problem.because, cure: problem.cure, at: problem.at }))
  if (window === null)
    return { grants: [], blocked: [...blocked, { grants: keys, because: `${request.path} says no end`, cure: 'write `duration` or `until` in a new request', at: request.at }] }
  const claimFrom = request.when.is !== 'default' && request.when.from !== null ? request.when.from : version.landedAt
  const grants = items.flatMap((item): Grant[] => {
    const person = settings.people.get(item.person)
    const account = settings.aws?.accounts.find((one) => one.name === item.target)
    if (person === undefined || account === undefined) return []
    const grant: Grant = {
      key: item.key,
      version: version.id,
      item,
      email: person.email,
      account: account.id,
      mode: account.mode,
      from: window.from,
      until: window.until,
      claimUntil: later(claimFrom, settings.limits.claimWithin),
      directAttachment: routeItem(item, settings, asked.deciding).directAttachment,
    }
    return problems.length > 0 && !isStanding(asked.settlement, grant) ? [] : [grant]
  })
  return { grants, blocked }
}

/** Same requests, settings and `now`, same wishes in the same order (by grant key). */
export function desire(asked: Desiring): Desire {
  const read = asked.standing.map((standing) => grantsOf(asked, standing))
  const wishes = read.flatMap(({ grants }) => grants.map((grant): Wish => ({ grant, fate: fateOf(asked, grant) })))
  wishes.sort((a, b) => (a.grant.key < b.grant.key ? -1 : a.grant.key > b.grant.key ? 1 : 0))
  return { wishes, blocked: read.flatMap((one) => one.blocked) }
}

export const liveGrants = (desired: Desire): readonly Grant[] =>
  desired.wishes.flatMap((wish) => (wish.fate.is === 'live' ? [wish.grant] : []))
