// The names of permission sets, kept beside the record from run to run so that sets of others are not asked for again.

import { type Answer, known } from '../core/model/edge-error.ts'
import type { LedgerBranch } from '../core/report/ledger.ts'
import type { KnownNames } from '../modes/identity-center/sets.ts'

/** Its name beside the record. */
export const FILE = 'permission-sets.json'

export interface SetNamesKept extends KnownNames {
  /** What the next writing of the record carries with it; empty where nothing changed. */
  due(): ReadonlyMap<string, string>
  /** It was written. */
  written(): void
}

const isText = (pair: [string, unknown]): pair is [string, string] => typeof pair[1] === 'string'

/** Whatever cannot be read as names is no hint: then every set is asked for. */
function namesIn(text: string | null): ReadonlyMap<string, string> {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return new Map(Object.entries(Object(read)).filter(isText))
  } catch (error) {
    if (error instanceof SyntaxError) return new Map()
    throw error
  }
}

export const written = (names: ReadonlyMap<string, string>): string =>
  `${JSON.stringify(Object.fromEntries(names), null, 1)}\n`

export async function openSetNames(ledger: LedgerBranch | null): Promise<SetNamesKept> {
  const read: Answer<string | null> = ledger === null ? known(null) : await ledger.beside(FILE)
  const before = read.is === 'known' ? read.value : null
  const names = namesIn(before)
  let last = before ?? written(new Map())
  let now = last
  return {
    names,
    keep: (kept) => {
      now = written(kept)
    },
    due: () => (now === last ? new Map() : new Map([[FILE, now]])),
    written: () => {
      last = now
    },
  }
}
