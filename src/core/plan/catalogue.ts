// What a person may ask for, whose approval that takes and for how long: every bundle in every account, judged by the real rules.

import type { Decision } from '../approval/decision.ts'
import type { Deciding } from '../approval/routing.ts'
import { membersOf } from '../approval/who.ts'
import type { PersonId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Rule, Way } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import { preview } from './preview.ts'

export interface Offer {
  readonly account: string
  readonly bundle: string
  readonly says: string
  /** Seconds; null: the request must say. */
  readonly duration: number | null
  readonly decision: Decision
  readonly endsByItself: boolean
}

export interface OpenRule {
  readonly rule: Rule
  /** Whether it speaks of this person. */
  readonly denies: string | null
  readonly ways: readonly Way[]
}

export interface Catalogue {
  readonly person: PersonId
  readonly offers: readonly Offer[]
  readonly rules: readonly OpenRule[]
}

export interface Listing {
  readonly settings: Settings
  readonly deciding: Deciding
  readonly person: PersonId
  /** A request for one bundle in one account, as a file would ask for it; null: it cannot be written. */
  readonly asking: (account: string, bundle: string) => Request | null
  readonly now: Instant
}

const offerOf = (listing: Listing, account: string, bundle: string): readonly Offer[] => {
  const request = listing.asking(account, bundle)
  const there = listing.settings.bundles.get(bundle)
  if (request === null || there === undefined) return []
  const change = { added: [request], removed: [], edited: [], settings: [], outside: [] }
  const { settings, deciding, person, now } = listing
  const [judged] = preview({ change, settings, deciding, author: person, opinions: () => [], now }).requests
  if (judged === undefined) return []
  const judgement = judged.tentative ?? judged.judgement
  return [
    {
      account,
      bundle,
      says: there.says,
      duration: there.duration,
      decision: judgement.decision,
      endsByItself: judgement.items.every(({ routing }) => routing.lapse === 'always'),
    },
  ]
}

/** Denying rules of which nobody is told by name are left to the files. */
export function catalogueOf(listing: Listing): Catalogue {
  const { settings, person } = listing
  const accounts = (settings.aws?.accounts ?? []).filter(({ closing }) => !closing).map(({ name }) => name)
  const offers = accounts
    .toSorted()
    .flatMap((account) =>
      [...settings.bundles.keys()].toSorted().flatMap((bundle) => offerOf(listing, account, bundle)),
    )
  const rules = settings.rules
    .filter(({ who }) => membersOf(who, settings).has(person))
    .map((rule) => ({ rule, denies: rule.deny, ways: rule.ways }))
  return { person, offers, rules }
}
