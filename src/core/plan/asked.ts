// What the requests at the head ask for, grant by grant, and what holds and denying rules say of each: the slow half of desire.

import { itemsOf, windowOf } from '../approval/items.ts'
import { type Deciding, type Routing, routeItem } from '../approval/routing.ts'
import type { Grant, Item, Standing } from '../model/grant.ts'
import type { Settings } from '../model/settings.ts'
import { targetsByName } from '../model/targets.ts'
import { hasEnded, type Instant, later } from '../model/time.ts'
import type { Because, Blocked } from './provisioner.ts'

export interface Over {
  readonly is: 'over'
  readonly because: Because
  readonly says: string
}

export interface Asked {
  readonly grant: Grant
  /** Whatever the time: it must not be held. */
  readonly over: Over | null
  /** Its file cannot be turned into grants as a whole: then only what stands already goes on. */
  readonly whole: boolean
  /**
   * A bundle that changed after the landing gives and takes nothing: what is only in the old one goes on where it stands
   * (`kept`), what is only in the new one is not for those who were given the old one (`added`).
   */
  readonly bundle: 'same' | 'kept' | 'added'
}

export interface AskedFor {
  /** By grant key. */
  readonly asked: readonly Asked[]
  /** Versions whose file or settings cannot be turned into grants as a whole. */
  readonly blocked: readonly Blocked[]
}

export interface Asking {
  readonly standing: readonly Standing[]
  readonly settings: Settings
  /** The head's own settings: what they hold or deny counts at once. The same value where they are in force. */
  readonly head: Settings
  readonly deciding: Deciding
  readonly now: Instant
}

function stopped({ held, denied }: Routing): Over | null {
  if (held !== null) return { is: 'over', because: 'held', says: `held: ${held.because}` }
  if (denied !== null) return { is: 'over', because: 'denied', says: `rule ${denied.rule}: ${denied.sentence}` }
  return null
}

function overIn({ settings, head, deciding }: Asking, item: Item, routing: Routing): Over | null {
  const over = (settings === head ? null : stopped(routeItem(item, head, deciding))) ?? stopped(routing)
  if (over !== null || targetsByName(settings).get(item.target)?.closing !== true) return over
  return { is: 'over', because: 'closing', says: `${item.target} is closing` }
}

interface Bundled {
  readonly item: Item
  readonly bundle: Asked['bundle']
}

/** Items by the settings' bundles and, where those changed since the landing, by the bundles of then. */
function bundledItems(items: readonly Item[], { request, bundles }: Standing, asking: Asking): readonly Bundled[] {
  if (bundles === undefined) return items.map((item) => ({ item, bundle: 'same' }))
  const before = itemsOf(request, { ...asking.settings, bundles }, asking.deciding.knowledge).items
  const now = new Set(items.map((item) => item.key))
  const then = new Set(before.map((item) => item.key))
  return [
    ...items.map((item): Bundled => ({ item, bundle: then.has(item.key) ? 'same' : 'added' })),
    ...before.filter((item) => !now.has(item.key)).map((item): Bundled => ({ item, bundle: 'kept' })),
  ]
}

function grantsOf(asking: Asking, standing: Standing): AskedFor {
  const { settings, deciding } = asking
  const { request, version, bundles } = standing
  const window = windowOf(request, bundles === undefined ? settings : { ...settings, bundles }, version.landedAt)
  const { items, problems } = itemsOf(request, settings, deciding.knowledge)
  const grants = items.map((item) => item.key)
  const blocked = problems.map(({ because, cure, at }): Blocked => ({ grants, because, cure, at }))
  if (window === null) {
    const endless: Blocked = {
      grants,
      because: `${request.path} says no end`,
      cure: 'write `duration` or `until` in a new request',
      at: request.at,
    }
    return { asked: [], blocked: [...blocked, endless] }
  }
  const claimFrom = request.when.is !== 'default' && request.when.from !== null ? request.when.from : version.landedAt
  const asked = bundledItems(items, standing, asking).flatMap(({ item, bundle }): Asked[] => {
    const person = settings.people.get(item.person)
    const account = targetsByName(settings).get(item.target)
    /* v8 ignore next -- @preserve: items are made of people and targets of these very settings */
    if (person === undefined || account === undefined) return []
    const routing = routeItem(item, settings, deciding)
    const grant: Grant = {
      key: item.key,
      version: version.id,
      item,
      email: person.email,
      account: account.id,
      mode: account.mode,
      from: window.from,
      until: window.until,
      landedAt: version.landedAt,
      claimUntil: later(claimFrom, settings.limits.claimWithin),
      directAttachment: routing.directAttachment,
    }
    return [{ grant, over: overIn(asking, item, routing), whole: problems.length === 0, bundle }]
  })
  // What is over cannot be given, whatever of it does not resolve any more.
  return { asked, blocked: hasEnded(window, asking.now) ? [] : blocked }
}

export function askedFor(asking: Asking): AskedFor {
  const read = asking.standing.map((standing) => grantsOf(asking, standing))
  const asked = read.flatMap((one) => one.asked)
  asked.sort(({ grant: a }, { grant: b }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.version < b.version ? -1 : 1))
  return { asked, blocked: read.flatMap((one) => one.blocked) }
}

/** The same once texts of policies and tags of resources have been read: only what asks for such can change by that. */
export function knowing(before: AskedFor, asking: Asking): AskedFor {
  const { documents, tags } = asking.deciding
  if (documents.size === 0 && tags.size === 0) return before
  const asked = before.asked.map((one): Asked => {
    const { item } = one.grant
    const { permissions, thing } = item.entitlement
    const named = permissions.form === 'policy' || permissions.form === 'narrowed'
    if (!named && (thing === undefined || tags.size === 0)) return one
    const routing = routeItem(item, asking.settings, asking.deciding)
    const grant: Grant = { ...one.grant, directAttachment: routing.directAttachment }
    return { ...one, grant, over: overIn(asking, item, routing) }
  })
  return { ...before, asked }
}
