// What Git says: the files at a commit and the first-parent history that brought them there.

import type { BlobId, CommitId } from './id.ts'
import type { Instant } from './time.ts'

/** A file as Git stores it; `mode` such as 100644. Text is strict UTF-8, or null where the bytes are not. */
export interface SourceFile {
  readonly path: string
  readonly mode: string
  readonly blob: BlobId
  readonly bytes: number
  readonly text: string | null
}

/** One path changed by a commit against its first parent; null = absent. */
export interface PathChange {
  readonly path: string
  readonly before: { readonly blob: BlobId; readonly mode: string } | null
  readonly after: { readonly blob: BlobId; readonly mode: string } | null
}

/** A commit on the default branch's first-parent chain that changed something under the directory. */
export interface Landing {
  readonly commit: CommitId
  /** First parent; null for a root commit. */
  readonly parent: CommitId | null
  /** Commit time. */
  readonly at: Instant
  readonly changes: readonly PathChange[]
}

/** Newest first: every first-parent commit that changed anything under the directory. */
export interface History {
  readonly head: CommitId
  readonly landings: readonly Landing[]
}
