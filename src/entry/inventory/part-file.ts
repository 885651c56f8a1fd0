// What one job of the matrix puts aside for the job that brings the parts together.

import { readContents, writeContents } from '../../core/inventory/contents.ts'
import type { ChangeCount } from '../../core/inventory/summary.ts'
import type { Instant } from '../../core/model/time.ts'
import type { PlaceRead } from './collecting.ts'

export const PART = 'part.json'

/** A run, and which attempt at it: jobs that failed may be run again while the others are not. */
export interface Attempt {
  readonly run: string
  readonly attempt: number
}

export const partsOf = (branch: string): string => `${branch}-part-`

export const branchOf = (branch: string, { run, attempt }: Attempt, number: number): string =>
  `${partsOf(branch)}${run}-${attempt}-${number}`

/** The branches of a run's parts, of each part the one of its last attempt. */
export function latestOf(branch: string, { run }: Attempt, names: readonly string[]): readonly string[] {
  const mine = names.flatMap((name) => {
    const [, attempt, number] = /^(\d+)-(\d+)$/.exec(name.slice(`${partsOf(branch)}${run}-`.length)) ?? []
    const ours = name.startsWith(`${partsOf(branch)}${run}-`) && attempt !== undefined
    return ours ? [{ name, attempt: Number(attempt), number: Number(number) }] : []
  })
  const byNumber = Map.groupBy(mine, ({ number }) => number)
  return [...byNumber.values()].flatMap((all) => all.toSorted((a, b) => b.attempt - a.attempt)[0]?.name ?? [])
}

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
