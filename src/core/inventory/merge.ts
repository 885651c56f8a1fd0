// What becomes of one place when it was read again: new lines where it could be read, the last good ones where it could not.

import { type Answer, writeEdgeError } from '../model/edge-error.ts'
import type { Instant } from '../model/time.ts'
import { NEVER, type PlaceState, SECTIONS, type Section, type SectionState } from './contents.ts'
import { type InventoryLine, keyOf, type ResourceLine } from './line.ts'
import { readLines } from './read-lines.ts'

/** What one try brought in. */
export interface Collected {
  readonly lines: readonly InventoryLine[]
  readonly partial: Readonly<Record<string, string>>
}

/** Lines are read only where they are needed: most places come in whole. */
export interface Before {
  readonly state: PlaceState
  lines(): readonly InventoryLine[]
}

export interface Place {
  readonly lines: readonly InventoryLine[]
  readonly state: PlaceState
}

/** Of each section that was tried; what was not tried stays as it was. */
export type Tried = Readonly<Partial<Record<Section, Answer<Collected>>>>

export const sectionOf = (line: InventoryLine): Section => (line.is === 'resource' ? 'resources' : 'access')

const isResource = (line: InventoryLine): line is ResourceLine => line.is === 'resource'

/** A map while it grows: a type could be named like something that every object has. */
const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(names.toSorted(), (name) => name)].map(([name, all]) => [name, all.length]))

function sectionAfter(before: SectionState, tried: Answer<Collected> | undefined, now: Instant): SectionState {
  if (tried === undefined) return before
  return tried.is === 'known'
    ? { asOf: now, failed: null, partial: tried.value.partial }
    : { ...before, failed: writeEdgeError(tried.because) }
}

export function placeAfter(id: string, before: Before | null, tried: Tried, now: Instant): Place {
  const lines = SECTIONS.flatMap((section): readonly InventoryLine[] => {
    const read = tried[section]
    if (read?.is === 'known') return read.value.lines
    return before?.lines().filter((line) => sectionOf(line) === section) ?? []
  })
  const resources = lines.filter(isResource)
  return {
    lines,
    state: {
      id,
      sections: {
        resources: sectionAfter(before?.state.sections.resources ?? NEVER, tried.resources, now),
        access: sectionAfter(before?.state.sections.access ?? NEVER, tried.access, now),
      },
      counts: counted(lines.map((line) => (line.is === 'resource' ? line.type : line.is))),
      regions: counted(resources.map(({ region }) => region)),
    },
  }
}

/** What came, went and changed in a place. */
export interface Change {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

const rowsOf = (text: string): ReadonlySet<string> => new Set(text.split('\n'))

const keysOf = (rows: readonly string[]): readonly string[] => readLines(rows.join('\n')).lines.map(keyOf).sort()

/** Both as they are written down: only rows that differ are read. */
export function changeBetween(before: string, after: string): Change {
  if (before === after) return { added: [], removed: [], changed: [] }
  const [had, has] = [rowsOf(before), rowsOf(after)]
  const gone = keysOf([...had].filter((row) => !has.has(row)))
  const come = keysOf([...has].filter((row) => !had.has(row)))
  const [left, here] = [new Set(gone), new Set(come)]
  return {
    added: come.filter((key) => !left.has(key)),
    removed: gone.filter((key) => !here.has(key)),
    changed: come.filter((key) => left.has(key)),
  }
}
