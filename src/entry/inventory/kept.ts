// The inventory as this clone fetched it last: every line of every place, ready to be searched.

import type { Contents } from '../../core/inventory/contents.ts'
import { readLines } from '../../core/inventory/read-lines.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type Entry, entryOf } from '../../core/search/entry.ts'
import { type Snapshot, snapshotOf } from '../../edges/git/data.ts'
import { openRepository } from '../../edges/git/repository.ts'
import { contentsIn, fileOf, unpacked } from './store.ts'

export interface KeptInventory {
  readonly contents: Contents
  readonly entries: readonly Entry[]
  /** Lines that are none of ours: somebody else wrote there. */
  readonly strange: number
}

/** The branch as the remote had it when it was last fetched, else one of this clone's own. */
export async function openKept(folder: string, branch: string): Promise<Answer<Snapshot>> {
  const fetched = await openRepository(folder, `refs/remotes/origin/${branch}`)
  const own = fetched.is === 'known' ? fetched : await openRepository(folder, `refs/heads/${branch}`)
  if (own.is === 'known') return snapshotOf(own.value)
  if (own.because.kind !== 'not-found') return own
  return unknown({
    ...own.because,
    said: `this clone has no branch ${branch}: run the workflow inventory.yml, then: git fetch origin ${branch}`,
  })
}

interface PlaceEntries {
  readonly entries: readonly Entry[]
  readonly strange: number
}

async function entriesIn(place: string, account: string, bytes: Uint8Array | undefined): Promise<PlaceEntries> {
  const text = bytes === undefined ? '' : await unpacked(bytes)
  if (text === null) return { entries: [], strange: 1 }
  const { lines, strange } = readLines(text)
  return {
    strange,
    entries: lines.map((line) => entryOf(line, place, account)),
  }
}

export async function readKept(
  snapshot: Snapshot,
  progress: (done: number, all: number) => void,
): Promise<Answer<KeptInventory>> {
  const contents = await contentsIn(snapshot)
  if (contents.is === 'unknown') return contents
  if (contents.value === null)
    return unknown({ kind: 'garbage', call: 'reading the inventory', said: 'the branch holds no index of ours' })
  const places = Object.entries(contents.value.places).filter(([name]) => snapshot.files.has(fileOf(name)))
  const files = await snapshot.read(places.map(([name]) => fileOf(name)))
  if (files.is === 'unknown') return files
  const entries: Entry[] = []
  let strange = 0
  for (const [at, [name, { id }]] of places.entries()) {
    const read = await entriesIn(name, id, files.value.get(fileOf(name)))
    for (const entry of read.entries) entries.push(entry)
    strange += read.strange
    progress(at + 1, places.length)
  }
  return known({ contents: contents.value, entries, strange })
}
