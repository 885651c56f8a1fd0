// How the parts that jobs put aside become the inventory: what none of them brought stays as it was, and is called old.

import { type Answer, known, writeEdgeError } from '../../core/model/edge-error.ts'
import { EXIT } from '../exit.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import type { PlaceRead } from './collecting.ts'
import { latestOf, PART, partsOf, readPartFile } from './part-file.ts'
import { keptOn, placesOf, type RefreshAsked, writeDown } from './refreshing.ts'
import { fileOf } from './store.ts'

/** A part that cannot be read is as if its job had not reported. */
async function partIn(asked: RefreshAsked, branch: string): Promise<Answer<readonly PlaceRead[]>> {
  const snapshot = await asked.branches.open(branch)
  if (snapshot.is === 'unknown') return snapshot
  if (snapshot.value === null || !snapshot.value.files.has(PART)) return known([])
  const { files } = snapshot.value
  const read = await snapshot.value.read([PART])
  if (read.is === 'unknown') return read
  const part = readPartFile(read.value.get(PART)?.toString('utf8') ?? '')
  return known(
    Object.entries(part?.states ?? {}).flatMap(([name, state]): PlaceRead[] => {
      const blob = files.get(fileOf(name))?.blob
      return blob === undefined ? [] : [{ name, state, content: { blob }, change: part?.changes[name] ?? null }]
    }),
  )
}

export async function mergeParts(asked: RefreshAsked): Promise<JobEnd> {
  const kept = await keptOn(asked)
  if (kept.is === 'unknown') return failedEnd(`The inventory could not be read: ${writeEdgeError(kept.because)}`)
  const branches = await asked.branches.list(partsOf(asked.branch))
  if (branches.is === 'unknown') return failedEnd(`The parts could not be listed: ${writeEdgeError(branches.because)}`)
  const mine = latestOf(asked.branch, asked.attempt, branches.value)
  const read: PlaceRead[] = []
  for (const branch of mine) {
    const part = await partIn(asked, branch)
    if (part.is === 'known') read.push(...part.value)
  }
  const end = await writeDown(asked, kept.value, placesOf(asked.settings), read, asked.runner())
  // What this run read stays as long as jobs of it may be run again; those of runs that died go: nobody else will come for them.
  const spared = end.exit === EXIT.done ? [] : mine
  const removed = await asked.branches.remove(branches.value.filter((branch) => !spared.includes(branch)))
  if (removed.is === 'known') return end
  return { ...end, says: `${end.says} · the parts could not be removed: ${writeEdgeError(removed.because)}` }
}
