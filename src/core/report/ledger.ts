// Where the record is kept: the port that edges/git fills.

import type { Answer } from '../model/edge-error.ts'
import type { CommitId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Entry, Ledger, RecordLine } from './record.ts'

export interface LedgerRead {
  readonly ledger: Ledger
  /** All lines, oldest first. */
  readonly lines: readonly RecordLine[]
  /** The commit they were read from; null when there is none yet. */
  readonly commit: CommitId | null
}

export interface LedgerAppended extends LedgerRead {
  readonly appended: readonly RecordLine[]
}

export interface LedgerBranch {
  /**
   * Everything written so far. A branch that is not there is `known` with state `new`: whether it ought to be there is
   * the caller's knowledge (see `asLost`). Unreadable or broken in its chain is `unknown`, never empty.
   */
  read(): Promise<Answer<LedgerRead>>
  /**
   * Adds entries after whatever is the end by then, and puts the files beside the record; `unknown` means that nothing may
   * be assumed to be written. Files alone are put only where there is a record.
   */
  append(
    entries: readonly Entry[],
    at: Instant,
    run: string,
    beside?: ReadonlyMap<string, string>,
  ): Promise<Answer<LedgerAppended>>
  /** A file beside the record as it was last read; null: there is none. It is no part of the chain: a hint, never proof. */
  beside(name: string): Promise<Answer<string | null>>
}
