// What lies beside the record as a hint for others: written with it, and only where it changed.

import type { LedgerBranch } from '../core/report/ledger.ts'

export interface Besides {
  /** What the next writing of the record carries with it, by name. */
  due(): Promise<ReadonlyMap<string, string>>
  /** It was written. */
  written(): void
}

/** One file, whose text is known once a run has read what it is made of; null: nothing was read. */
export function openBeside(ledger: LedgerBranch, name: string, text: () => string | null): Besides {
  let last: Promise<string | null> | null = null
  return {
    async due() {
      const now = text()
      if (now === null) return new Map()
      last ??= ledger.beside(name).then((read) => (read.is === 'known' ? read.value : null))
      return (await last) === now ? new Map() : new Map([[name, now]])
    },
    written: () => {
      last = Promise.resolve(text())
    },
  }
}
