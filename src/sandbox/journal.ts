// What was asked of the sandbox, in the order in which it happened.

import type { Call } from './protocol.ts'

export interface JournalEntry extends Call {
  /** Counts from 1 and goes on after `clear`. */
  readonly n: number
  /** Seconds since the epoch, UTC, by the sandbox's clock. */
  readonly at: number
  /** HTTP status; 0 where the connection was cut and no reply arrived. */
  readonly status: number
  /** Whether a writing call had an effect: the world is another one since. */
  readonly changed: boolean
  /** The vendor's error code, or the fault that was played. */
  readonly error?: string
}

export interface Journal {
  entries(): readonly JournalEntry[]
  /** Calls of the kind that changes the world, whether they succeeded or not. */
  writes(): readonly JournalEntry[]
  /** Entries whose number is greater than `n`. */
  since(n: number): readonly JournalEntry[]
  clear(): void
}

export interface OpenJournal extends Journal {
  note(entry: Omit<JournalEntry, 'n'>): void
}

export const openJournal = (): OpenJournal => {
  const entries: JournalEntry[] = []
  let last = 0
  return {
    entries: () => [...entries],
    writes: () => entries.filter((entry) => entry.writes),
    since: (n) => entries.filter((entry) => entry.n > n),
    clear: () => {
      entries.length = 0
    },
    note: (entry) => {
      last += 1
      entries.push({ n: last, ...entry })
    },
  }
}
