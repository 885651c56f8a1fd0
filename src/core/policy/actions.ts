// Which known actions an action pattern means, and what nobody can say about it.

import type { Among } from '../model/policy-document.ts'
import type { AccessLevel, Knowledge } from './knowledge.ts'
import { nearest } from './nearest.ts'
import { foldCase, hasWildcard, matches } from './wildcard.ts'

export interface Action {
  /** As AWS spells it: `s3:GetObject`. */
  readonly action: string
  readonly level: AccessLevel
}

/** A pattern that means no known action: a slip, or an action newer than the snapshot. */
export interface Unmatched {
  readonly pattern: string
  /** Full action names that may have been meant, closest first. */
  readonly meant: readonly string[]
}

export interface Expansion {
  /** Sorted by action, each once. */
  readonly known: readonly Action[]
  readonly unmatched: readonly Unmatched[]
}

type Service = ReadonlyMap<string, Action>

interface Index {
  readonly services: Map<string, Service>
  readonly wildcards: Map<string, readonly Action[]>
  readonly expansions: Map<string, Expansion>
}

/** Kept, because thousands of requests ask about the same few services and patterns. */
const indexes = new WeakMap<Knowledge, Index>()

function indexOf(knowledge: Knowledge): Index {
  const index = indexes.get(knowledge) ?? { services: new Map(), wildcards: new Map(), expansions: new Map() }
  indexes.set(knowledge, index)
  return index
}

/** The actions of a service by their folded full name. */
function serviceIn(knowledge: Knowledge, service: string): Service {
  const { services } = indexOf(knowledge)
  const there = services.get(service)
  if (there !== undefined) return there
  const made = new Map(
    knowledge.actions(service).map(({ name, level }) => {
      const action = `${service}:${name}`
      return [foldCase(action), { action, level }]
    }),
  )
  if (made.size > 0) services.set(service, made)
  return made
}

/** Up to the colon; all of it where there is none. */
export function serviceOf(pattern: string): string {
  const end = pattern.indexOf(':')
  return foldCase(end < 0 ? pattern : pattern.slice(0, end))
}

const MOST_KEPT = 1000

function known(pattern: string, knowledge: Knowledge): readonly Action[] {
  const folded = foldCase(pattern)
  const service = serviceOf(pattern)
  if (!hasWildcard(folded)) {
    const exact = serviceIn(knowledge, service).get(folded)
    return exact === undefined ? [] : [exact]
  }
  const { wildcards } = indexOf(knowledge)
  const kept = wildcards.get(folded)
  if (kept !== undefined) return kept
  const services = hasWildcard(service) ? knowledge.services() : [service]
  const found = services.flatMap((name) =>
    [...serviceIn(knowledge, name)].filter(([full]) => matches(folded, full)).map(([, action]) => action),
  )
  if (wildcards.size < MOST_KEPT) wildcards.set(folded, found)
  return found
}

function meant(pattern: string, knowledge: Knowledge): readonly string[] {
  const service = serviceOf(pattern)
  const name = pattern.slice(service.length + 1)
  const actions = serviceIn(knowledge, service)
  if (actions.size > 0)
    return nearest(
      pattern,
      [...actions.values()].map(({ action }) => action),
    )
  return nearest(service, knowledge.services()).flatMap((other) => {
    const exact = serviceIn(knowledge, other).get(foldCase(`${other}:${name}`))
    return exact === undefined ? [] : [exact.action]
  })
}

const byAction = (actions: Iterable<Action>): readonly Action[] =>
  [...new Map([...actions].map((one) => [one.action, one])).values()].sort((a, b) => (a.action < b.action ? -1 : 1))

/** What the patterns mean together. Letters' case does not count in actions (IAM user guide, Action element). */
export function expandActions(patterns: readonly string[], knowledge: Knowledge): Expansion {
  // The key puts line breaks between patterns, so whatever holds one itself is expanded alone.
  if (patterns.some((pattern) => pattern.includes('\n'))) return expanded(patterns, knowledge)
  const { expansions } = indexOf(knowledge)
  const key = patterns.join('\n')
  const kept = expansions.get(key)
  if (kept !== undefined) return kept
  const expansion = expanded(patterns, knowledge)
  if (expansions.size < MOST_KEPT) expansions.set(key, expansion)
  return expansion
}

function expanded(patterns: readonly string[], knowledge: Knowledge): Expansion {
  const found = [...new Set(patterns)].sort().map((pattern) => ({ pattern, actions: known(pattern, knowledge) }))
  return {
    known: byAction(found.flatMap(({ actions }) => actions)),
    unmatched: found
      .filter(({ actions }) => actions.length === 0)
      .map(({ pattern }) => ({ pattern, meant: meant(pattern, knowledge) })),
  }
}

/** What a statement's Action or NotAction means. NotAction also means every action that is not known: judge it so. */
export function actionsOf(among: Among, knowledge: Knowledge): Expansion {
  if ('only' in among) return expandActions(among.only, knowledge)
  const left = expandActions(among.except, knowledge)
  const out = new Set(left.known.map(({ action }) => action))
  const all = known('*', knowledge).filter(({ action }) => !out.has(action))
  return { known: byAction(all), unmatched: left.unmatched }
}

/** What one action does by AWS's classification; `unknown` if the snapshot has no such action. */
export const accessLevel = (action: string, knowledge: Knowledge): AccessLevel | 'unknown' =>
  serviceIn(knowledge, serviceOf(action)).get(foldCase(action))?.level ?? 'unknown'

export const onlyReads = (level: AccessLevel): boolean => level === 'List' || level === 'Read'
