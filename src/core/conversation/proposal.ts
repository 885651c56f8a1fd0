// A change of files that Daypass itself puts forward as a pull request, as data.

import type { CommitId } from '../model/id.ts'
import type { NodeId } from './thread.ts'

export interface Proposal {
  /** Always below `daypass/`: a branch of ours, which nobody else should use. */
  readonly branch: string
  /** The default branch's head, on which it begins. */
  readonly base: CommitId
  /** Path → text; null deletes. */
  readonly files: ReadonlyMap<string, string | null>
  readonly title: string
  readonly body: string
}

export interface Proposed {
  readonly node: NodeId
  readonly number: number
  readonly head: CommitId
}
