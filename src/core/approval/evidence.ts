// What GitHub and Git say about how a change landed: the port that edges/github fills, and the shapes proof reads.

import type { Answer } from '../model/edge-error.ts'
import type { PathChange } from '../model/history.ts'
import type { BlobId, CommitId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'

/** Who did something on GitHub; `id` is GitHub's numeric user id. A deleted account is null wherever an actor may stand. */
export interface Actor {
  readonly type: 'User' | 'Bot' | 'Mannequin' | 'other'
  readonly id: number
  readonly login: string
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'

export interface Review {
  readonly id: number
  readonly author: Actor | null
  readonly state: ReviewState
  readonly submittedAt: Instant | null
  /** The commit that was reviewed; null once garbage-collected. */
  readonly commit: CommitId | null
  /** Blobs of what was asked at that commit: null = absent there, unknown = could not be read. */
  readonly blobs: Answer<ReadonlyMap<string, BlobId | null>>
}

/** An issue that a form wrote: its author is the requester, provided nobody else ever edited it. */
export interface FormIssue {
  readonly number: number
  readonly author: Actor | null
  readonly editors: readonly (Actor | null)[]
  readonly body: string
  readonly createdAt: Instant
}

/** A comment that asked the bot for something. */
export interface AskingComment {
  readonly id: number
  readonly author: Actor | null
  readonly body: string
  readonly createdAt: Instant
  readonly edited: boolean
  /** What the pull request that it stands on was merged as; null: it was not, or it stands on an issue. */
  readonly landing: CommitId | null
}

export interface PullRequest {
  readonly number: number
  readonly author: Actor | null
  readonly baseRef: string
  /** Numeric id of the repository the pull request was merged into. */
  readonly baseRepository: number
  readonly merged: boolean
  readonly mergedAt: Instant | null
  readonly mergeCommit: CommitId | null
  readonly head: CommitId
  /**
   * What the pull request itself changes, from the merge base of the landing's parent and its head to its head, over
   * the whole repository. Histories that never met, or met in several places, have no such changes: `paths` is empty.
   */
  readonly changes: Answer<{ readonly mergeBases: readonly CommitId[]; readonly paths: readonly PathChange[] }>
  /** Blobs at the pull request's head of everything that was asked. */
  readonly headBlobs: Answer<ReadonlyMap<string, BlobId | null>>
  /** All reviews, oldest first, every page read, or unknown. */
  readonly reviews: Answer<readonly Review[]>
}

/** Everything known about one landing. */
export interface LandingEvidence {
  readonly landing: CommitId
  readonly parent: CommitId | null
  readonly at: Instant
  /** The landing's own changes against its first parent over the whole repository. */
  readonly changes: Answer<readonly PathChange[]>
  /** Every settings file at the landing, where settings were asked for. */
  readonly settings: Answer<ReadonlyMap<string, BlobId>> | null
  /** Pull requests GitHub associates with the commit. */
  readonly pulls: Answer<readonly PullRequest[]>
}

export interface Repository {
  readonly id: number
  readonly defaultBranch: string
  /** The default branch's head as GitHub's API tells it. */
  readonly head: CommitId
}

/**
 * What evidence is asked for: a landing with what Git's history says of it, and what matters at heads and reviews: some
 * paths, and, where `settingsUnder` names the directory, every settings file below it (all of them, also those that are
 * not at the landing).
 */
export interface EvidenceAsked {
  readonly landing: CommitId
  readonly parent: CommitId | null
  readonly at: Instant
  readonly paths: readonly string[]
  readonly settingsUnder: string | null
}

/** A change of settings that GitHub merged into the default branch, and that the first-parent chain does not lead through. */
export interface Dropped {
  readonly commit: CommitId
  readonly pull: number
}

/** The port. One call for all landings of a run; a landing that could not be read is unknown, never absent. */
export interface EvidenceSource {
  repository(): Promise<Answer<Repository>>
  landings(asked: readonly EvidenceAsked[]): Promise<ReadonlyMap<CommitId, Answer<LandingEvidence>>>
  /** Those of the commits that are not on the first-parent chain of the default branch, sorted. */
  beside(commits: readonly CommitId[]): Promise<Answer<readonly CommitId[]>>
  /**
   * Changes of settings after `start` that were merged and are not landings any more, though the head still reaches them:
   * whoever pushes a merge the wrong way round would have older settings in force again.
   */
  dropped(asked: {
    readonly repository: Repository
    readonly directory: string
    readonly start: CommitId
  }): Promise<Answer<readonly Dropped[]>>
  issues(numbers: readonly number[]): Promise<ReadonlyMap<number, Answer<FormIssue>>>
  comments(ids: readonly number[]): Promise<ReadonlyMap<number, Answer<AskingComment>>>
}
