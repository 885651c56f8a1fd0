// What the branch is to hold after a refresh: what was read, what other jobs read, and of the rest what was there.

import {
  type Contents,
  NEVER,
  type PlaceState,
  type Section,
  type SectionState,
  writeContents,
} from '../../core/inventory/contents.ts'
import { type ChangeCount, summaryOf, type Told } from '../../core/inventory/summary.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Content, Snapshot } from '../../edges/git/data.ts'
import { type PlaceAsked, type PlaceRead, sectionsAt } from './collecting.ts'
import { fileOf, INDEX, SUMMARY } from './store.ts'

export interface Refreshed {
  readonly told: Told
  readonly files: ReadonlyMap<string, Content>
}

export interface RefreshedFrom {
  readonly now: Instant
  /** Every place of the settings: what is none of them any more is dropped. */
  readonly places: readonly PlaceAsked[]
  /** What is collected at all. */
  readonly sections: readonly Section[]
  readonly read: readonly PlaceRead[]
  readonly snapshot: Snapshot | null
  readonly contents: Contents | null
}

const UNREPORTED = 'the job that should have read it did not report'

const unread = (id: string): PlaceState => ({
  id,
  sections: { resources: NEVER, access: NEVER },
  counts: {},
  regions: {},
})

const sectionsBy = (each: (section: Section) => SectionState): PlaceState['sections'] => ({
  resources: each('resources'),
  access: each('access'),
})

/** What nobody collects there is not missing there. */
const relieved = (state: PlaceState, collected: readonly Section[]): PlaceState => ({
  ...state,
  sections: sectionsBy((section) =>
    collected.includes(section) ? state.sections[section] : { ...state.sections[section], failed: null },
  ),
})

/** A place that no job reported on keeps what it had, and says so. */
const unreported = (state: PlaceState): PlaceState => ({
  ...state,
  sections: sectionsBy((section) => ({
    ...state.sections[section],
    failed: state.sections[section].failed ?? UNREPORTED,
  })),
})

export function refreshed({ now, places, sections, read, snapshot, contents }: RefreshedFrom): Refreshed {
  const states: Record<string, PlaceState> = {}
  const changes: Record<string, ChangeCount> = {}
  const files = new Map<string, Content>()
  const byName = new Map(read.map((one) => [one.name, one]))
  for (const place of places) {
    const { name, id } = place
    const one = byName.get(name)
    const collected = sectionsAt(place, sections)
    if (one !== undefined) {
      states[name] = relieved(one.state, collected)
      files.set(fileOf(name), one.content)
      if (one.change !== null) changes[name] = one.change
      continue
    }
    const before = contents?.places[name]
    const there = snapshot?.files.get(fileOf(name))
    const kept = before?.id === id && there !== undefined ? before : null
    states[name] = relieved(unreported(kept ?? unread(id)), collected)
    if (kept !== null && there !== undefined) files.set(fileOf(name), { blob: there.blob })
  }
  const told: Told = { contents: { asOf: now, places: states }, changes }
  files.set(INDEX, { bytes: Buffer.from(writeContents(told.contents)) })
  files.set(SUMMARY, { bytes: Buffer.from(summaryOf(told)) })
  return { told, files }
}
