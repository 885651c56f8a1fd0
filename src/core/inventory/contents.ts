// What the inventory says of itself: which places it has, how old and how complete each of them is.

import { canonicalJson } from '../model/canonical.ts'
import type { Json } from '../model/policy-document.ts'
import { type Instant, readInstant, writeInstant } from '../model/time.ts'

/** What is collected of a place, each alone: one may fail where the other comes in. */
export const SECTIONS = ['resources', 'access'] as const

export type Section = (typeof SECTIONS)[number]

export interface SectionState {
  /** When it was read whole, or as whole as it could be; null: never. */
  readonly asOf: Instant | null
  /** Why the last try failed; null: it did not. */
  readonly failed: string | null
  /** Where it is known to lack something, and why: region → sentence. */
  readonly partial: Readonly<Record<string, string>>
}

/** One file of lines: an account, Identity Center, or what AWS itself has. */
export interface PlaceState {
  /** Twelve digits; empty where it is no account. */
  readonly id: string
  readonly sections: Readonly<Record<Section, SectionState>>
  /** Lines by what they are; resources by type. */
  readonly counts: Readonly<Record<string, number>>
  /** Resources by region. */
  readonly regions: Readonly<Record<string, number>>
}

export interface Contents {
  readonly asOf: Instant
  readonly places: Readonly<Record<string, PlaceState>>
}

export const NEVER: SectionState = { asOf: null, failed: null, partial: {} }

/** Kept from an earlier time, since the last try failed. */
export const isStale = ({ failed }: SectionState): boolean => failed !== null

const written = ({ asOf, failed, partial }: SectionState): Json => ({
  asOf: asOf === null ? null : writeInstant(asOf),
  failed,
  partial,
})

export function writeContents({ asOf, places }: Contents): string {
  const all = Object.entries(places).map(([name, { id, sections, counts, regions }]): [string, Json] => [
    name,
    {
      id,
      sections: { resources: written(sections.resources), access: written(sections.access) },
      counts,
      regions,
    },
  ])
  return `${canonicalJson({ daypass: 1, asOf: writeInstant(asOf), places: Object.fromEntries(all) })}\n`
}

type Raw = Readonly<Record<string, unknown>>

const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {})

/** undefined: it is no JSON. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // whoever may push could have written it
  }
}

const instant = (value: unknown): Instant | null => {
  const read = typeof value === 'string' ? readInstant(value) : null
  return read?.is === 'instant' ? read.instant : null
}

const numbers = (value: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(raw(value)).filter((pair): pair is [string, number] => Number.isSafeInteger(pair[1])),
  )

function sectionIn(value: unknown): SectionState {
  const { asOf, failed, partial } = raw(value)
  return {
    asOf: instant(asOf),
    failed: typeof failed === 'string' ? failed : null,
    partial: Object.fromEntries(
      Object.entries(raw(partial)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    ),
  }
}

function placeIn(value: unknown): PlaceState {
  const { id, sections, counts, regions } = raw(value)
  return {
    id: typeof id === 'string' ? id : '',
    sections: { resources: sectionIn(raw(sections)['resources']), access: sectionIn(raw(sections)['access']) },
    counts: numbers(counts),
    regions: numbers(regions),
  }
}

/** null: it is no index of ours. */
export function readContents(text: string): Contents | null {
  const { daypass, asOf, places } = raw(parsed(text))
  const at = instant(asOf)
  if (daypass !== 1 || at === null) return null
  return {
    asOf: at,
    places: Object.fromEntries(Object.entries(raw(places)).map(([name, place]) => [name, placeIn(place)])),
  }
}
