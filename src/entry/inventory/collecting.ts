// How a share of the places is read: each on its own, what could not be read kept as it was.

import type { Collector } from '../../collectors/collector.ts'
import { COLLECTORS, type PlaceSort } from '../../collectors/index.ts'
import type { Contents, PlaceState, Section } from '../../core/inventory/contents.ts'
import { type InventoryLine, writeLines } from '../../core/inventory/line.ts'
import { type Before, changeBetween, placeAfter, type Tried } from '../../core/inventory/merge.ts'
import { readLines } from '../../core/inventory/read-lines.ts'
import type { ChangeCount } from '../../core/inventory/summary.ts'
import { type Answer, known } from '../../core/model/edge-error.ts'
import type { IdentityCenterHome } from '../../core/model/settings.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Content, Snapshot } from '../../edges/git/data.ts'
import { eachOf } from '../../modes/any/each.ts'
import { fileOf, packed, unpacked } from './store.ts'

/** A place that is read: an account by its name in the settings, Identity Center, or what AWS itself keeps. */
export interface PlaceAsked {
  readonly name: string
  readonly sort: PlaceSort
  /** Twelve digits; empty where it is no account. */
  readonly id: string
  /** The account that is asked. */
  readonly account: string
}

export interface PlaceRead {
  readonly name: string
  readonly state: PlaceState
  readonly content: Content
  /** null: nothing changed. */
  readonly change: ChangeCount | null
}

export interface CollectingAsked {
  readonly aws: Aws
  readonly region: string
  readonly center: IdentityCenterHome | null
  /** Whether resources are read, too. */
  readonly sections: readonly Section[]
  readonly now: Instant
  /** What was there before; null: nothing. */
  readonly snapshot: Snapshot | null
  readonly contents: Contents | null
  readonly progress: (done: number, all: number) => void
}

const FEW = 3

type Files = ReadonlyMap<string, Uint8Array>

/** Files of all places at once: one run of git, however many there are. */
async function filesBefore({ snapshot }: CollectingAsked, places: readonly PlaceAsked[]): Promise<Answer<Files>> {
  const paths = places.map(({ name }) => fileOf(name)).filter((path) => snapshot?.files.has(path) === true)
  return snapshot === null ? known(new Map()) : snapshot.read(paths)
}

/** null: nothing, or nothing that is packed as the inventory packs. */
async function textBefore(files: Files, name: string): Promise<string | null> {
  const bytes = files.get(fileOf(name))
  return bytes === undefined ? null : unpacked(bytes)
}

/** What is collected of a place: not everything is there to be had everywhere. */
export const sectionsAt = ({ sort }: PlaceAsked, sections: readonly Section[]): readonly Section[] =>
  sections.filter((section) => COLLECTORS[sort].some((collector) => collector.section === section))

async function collected(
  asked: CollectingAsked,
  { account, sort }: PlaceAsked,
  before: () => readonly InventoryLine[],
): Promise<Tried> {
  const { aws, region, center } = asked
  const collectors: readonly Collector[] = COLLECTORS[sort]
  const tried = await Promise.all(
    collectors
      .filter(({ section }) => asked.sections.includes(section))
      .map(async (one) => [one.section, await one.collect({ aws, account, region, center, before })]),
  )
  return Object.fromEntries(tried)
}

function changeOf(before: string, after: string): ChangeCount {
  const { added, removed, changed } = changeBetween(before, after)
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    some: [...added, ...removed, ...changed].slice(0, FEW),
  }
}

async function readPlace(asked: CollectingAsked, files: Files, place: PlaceAsked): Promise<PlaceRead> {
  const before = await textBefore(files, place.name)
  const state = asked.contents?.places[place.name]
  let parsed: readonly InventoryLine[] | null = null
  const lines = (): readonly InventoryLine[] => {
    parsed ??= readLines(before ?? '').lines
    return parsed
  }
  // Another account under the same name shares nothing with it; and lines that are lost are not lines that were none.
  const had: Before | null = before === null || state?.id !== place.id ? null : { state, lines }
  const after = placeAfter(place.id, had, await collected(asked, place, had === null ? () => [] : lines), asked.now)
  const text = writeLines(after.lines)
  const path = fileOf(place.name)
  const there = asked.snapshot?.files.get(path)
  const same = text === before && there !== undefined
  return {
    name: place.name,
    state: after.state,
    content: same ? { blob: there.blob } : { bytes: await packed(text) },
    change: same ? null : changeOf(before ?? '', text),
  }
}

/** Places side by side; what cannot be read of what was there before ends the run: it would look like a change. */
export async function readPlaces(
  asked: CollectingAsked,
  places: readonly PlaceAsked[],
): Promise<Answer<readonly PlaceRead[]>> {
  const files = await filesBefore(asked, places)
  if (files.is === 'unknown') return files
  let done = 0
  const read = await eachOf(places, async (place) => {
    const one = await readPlace(asked, files.value, place)
    done += 1
    asked.progress(done, places.length)
    return one
  })
  return known(read)
}
