// What one job of the matrix puts aside for the job that brings the parts together.

import { readContents, writeContents } from '../../core/inventory/contents.ts'
import type { ChangeCount } from '../../core/inventory/summary.ts'
import type { Instant } from '../../core/model/time.ts'
import type { PlaceRead } from './collecting.ts'

export const PART = 'part.json'

export const branchOf = (branch: string, run: string, number: number): string => `${branch}-part-${run}-${number}`

const isRaw = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const count = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0)

export function writePartFile(read: readonly PlaceRead[], now: Instant): string {
  const contents = { asOf: now, places: Object.fromEntries(read.map(({ name, state }) => [name, state])) }
  const changes = Object.fromEntries(read.flatMap(({ name, change }) => (change === null ? [] : [[name, change]])))
  return `${JSON.stringify({ contents: writeContents(contents), changes })}\n`
}

export interface PartRead {
  readonly states: Readonly<Record<string, PlaceRead['state']>>
  readonly changes: Readonly<Record<string, ChangeCount>>
}

/** null: it is no part of ours. */
export function readPartFile(text: string): PartRead | null {
  try {
    const raw: unknown = JSON.parse(text)
    if (!isRaw(raw) || typeof raw['contents'] !== 'string' || !isRaw(raw['changes'])) return null
    const contents = readContents(raw['contents'])
    if (contents === null) return null
    const changes = Object.entries(raw['changes']).flatMap(([name, change]): [string, ChangeCount][] => {
      if (!isRaw(change)) return []
      const some = Array.isArray(change['some']) ? change['some'].filter((one) => typeof one === 'string') : []
      return [
        [
          name,
          { added: count(change['added']), removed: count(change['removed']), changed: count(change['changed']), some },
        ],
      ]
    })
    return { states: contents.places, changes: Object.fromEntries(changes) }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
