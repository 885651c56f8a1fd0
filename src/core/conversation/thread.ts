// What GitHub shows of a pull request as far as Daypass takes part in it: the port's nouns.

import type { Actor, Review } from '../approval/evidence.ts'
import type { Answer } from '../model/edge-error.ts'
import type { CommitId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'

/** GitHub's GraphQL ids of things; opaque. */
export type NodeId = string

/** A review as GitHub lists it, before anybody looked at the bytes it was about. */
export type Spoken = Omit<Review, 'blobs'>

/** A comment of our own that carries our marker: both are needed, since anybody can write the marker. */
export interface Sticky {
  readonly node: NodeId
  readonly body: string
}

export interface Thread {
  readonly node: NodeId
  readonly number: number
  readonly title: string
  readonly author: Actor | null
  readonly state: 'open' | 'closed' | 'merged'
  readonly draft: boolean
  readonly baseRef: string
  /** Numeric id of the repository it is to be merged into. */
  readonly baseRepository: number
  readonly head: CommitId
  /** When it was opened, opened again or made ready for review last: the waiting begins anew with each. */
  readonly since: Instant
  readonly mergedAt: Instant | null
  readonly mergeCommit: CommitId | null
  readonly labels: readonly { readonly node: NodeId; readonly name: string }[]
  /** All reviews, oldest first, every page read, or unknown. */
  readonly reviews: Answer<readonly Spoken[]>
  /** Numeric ids of people whose review is asked for now. */
  readonly asked: readonly number[]
  /** null: we have not said anything yet, or somebody deleted it. */
  readonly sticky: Sticky | null
}

/** An issue of our own, told apart by the marker in its first line. */
export interface Alarm {
  readonly node: NodeId
  readonly number: number
  readonly marker: string
  readonly title: string
  readonly body: string
}

/** Pull requests by number, and what is open beside them. */
export interface Seen {
  readonly glance: Glance
  readonly threads: ReadonlyMap<number, Answer<Thread>>
}

/** What one question tells of everything that is open. */
export interface Glance {
  /** The repository's GraphQL id, needed to make things in it. */
  readonly repository: NodeId
  /** GitHub's numeric id of the repository. */
  readonly id: number
  readonly defaultBranch: string
  /** Labels of ours that exist, by name. */
  readonly labels: ReadonlyMap<string, NodeId>
  readonly open: number
}

/** The same, and open issues of ours: who may not read issues does not ask for them. */
export interface Watch {
  readonly glance: Glance
  readonly alarms: readonly Alarm[]
}
