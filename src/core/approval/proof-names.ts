// Whether every name of a request means the same under several settings: people, accounts, bundles and the window.

import { canonicalJson } from '../model/canonical.ts'
import { id } from '../model/id.ts'
import type { Json } from '../model/policy-document.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { targetsByName } from '../model/targets.ts'
import type { Instant } from '../model/time.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { itemsOf, windowOf } from './items.ts'

/** What each name resolves to, by a title for people; null = to nothing. */
export type Meaning = Readonly<Record<string, Json>>

function personMeaning(handle: string, settings: Settings): Json {
  const person = settings.people.get(id<'person'>(handle))
  return person === undefined ? null : { githubId: person.githubId, email: person.email }
}

function accountMeaning(name: string, settings: Settings): Json {
  const account = targetsByName(settings).get(name)
  if (account === undefined) return null
  return { id: account.id, mode: account.mode, match: { ...account.match }, partition: settings.aws?.partition ?? null }
}

function bundleMeaning(name: string, settings: Settings): Json {
  const bundle = settings.bundles.get(name)
  return bundle === undefined ? null : [...new Set(bundle.items.map(({ kind, what }) => `${kind} ${what}`))].sort()
}

/** `landedAt` starts the clock where the request names no `from`. */
export function meaningOf(request: Request, settings: Settings, landedAt: Instant, knowledge: Knowledge): Meaning {
  const meaning: Record<string, Json> = {}
  meaning[`the person ${request.for.value}`] = personMeaning(request.for.value, settings)
  for (const line of request.lines) {
    for (const target of line.targets) meaning[`the account ${target.value}`] = accountMeaning(target.value, settings)
    if (line.asked.is === 'bundle')
      meaning[`the bundle ${line.asked.bundle.value}`] = bundleMeaning(line.asked.bundle.value, settings)
  }
  const window = windowOf(request, settings, landedAt)
  meaning['the time asked for'] = window === null ? null : { from: window.from, until: window.until }
  meaning['the list of items'] = itemsOf(request, settings, knowledge).items.map((item) => item.key)
  return meaning
}

/** The first name, sorted, that means different things; null where all agree. */
export function differentName(one: Meaning = {}, other: Meaning = {}): string | null {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return names.find((name) => canonicalJson(one[name] ?? null) !== canonicalJson(other[name] ?? null)) ?? null
}
