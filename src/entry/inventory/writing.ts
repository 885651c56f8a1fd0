// What the branch is to hold after a refresh: what was read, what other jobs read, and of the rest what was there.

import { type Contents, NEVER, type PlaceState, writeContents } from '../../core/inventory/contents.ts'
import { type ChangeCount, summaryOf, type Told } from '../../core/inventory/summary.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Content, Snapshot } from '../../edges/git/data.ts'
import type { PlaceAsked, PlaceRead } from './collecting.ts'
import { fileOf, INDEX, SUMMARY } from './store.ts'

export interface Refreshed {
  readonly told: Told
  readonly files: ReadonlyMap<string, Content>
}

export interface RefreshedFrom {
  readonly now: Instant
  /** Every place of the settings: what is none of them any more is dropped. */
  readonly places: readonly PlaceAsked[]
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

/** A place that no job reported on keeps what it had, and says so. */
function unreported(state: PlaceState): PlaceState {
  const { resources, access } = state.sections
  return {
    ...state,
    sections: {
      resources: { ...resources, failed: resources.failed ?? UNREPORTED },
      access: { ...access, failed: access.failed ?? UNREPORTED },
    },
  }
}

export function refreshed({ now, places, read, snapshot, contents }: RefreshedFrom): Refreshed {
  const states: Record<string, PlaceState> = {}
  const changes: Record<string, ChangeCount> = {}
  const files = new Map<string, Content>()
  const byName = new Map(read.map((one) => [one.name, one]))
  for (const { name, id } of places) {
    const one = byName.get(name)
    if (one !== undefined) {
      states[name] = one.state
      files.set(fileOf(name), one.content)
      if (one.change !== null) changes[name] = one.change
      continue
    }
    const before = contents?.places[name]
    const there = snapshot?.files.get(fileOf(name))
    const kept = before?.id === id && there !== undefined ? before : null
    states[name] = unreported(kept ?? unread(id))
    if (kept !== null && there !== undefined) files.set(fileOf(name), { blob: there.blob })
  }
  const told: Told = { contents: { asOf: now, places: states }, changes }
  files.set(INDEX, { bytes: Buffer.from(writeContents(told.contents)) })
  files.set(SUMMARY, { bytes: Buffer.from(summaryOf(told)) })
  return { told, files }
}
