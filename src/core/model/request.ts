// What the author of a request wrote.

import type { AskedEntitlement } from './entitlement.ts'
import type { BlobId, RequestId } from './id.ts'
import type { Located, Place } from './place.ts'
import type { Instant } from './time.ts'

/** When access is wanted. Durations in seconds; without `from` the clock starts at the landing. */
export type WhenAsked =
  | { readonly is: 'duration'; readonly seconds: number; readonly from: Instant | null }
  | { readonly is: 'until'; readonly until: Instant; readonly from: Instant | null }
  /** Nothing written: the shortest default duration of the bundles asked for. */
  | { readonly is: 'default' }

export type Asked =
  | { readonly is: 'entitlement'; readonly entitlement: AskedEntitlement }
  | { readonly is: 'bundle'; readonly bundle: Located<string> }

/** One entry of `access`: where (one or several targets), then what. */
export interface Line {
  readonly targets: readonly Located<string>[]
  readonly asked: Asked
  readonly at: Place
}

export interface Request {
  readonly id: RequestId
  readonly path: string
  readonly blob: BlobId
  readonly for: Located<string>
  readonly reason: Located<string> | null
  readonly ticket: Located<string> | null
  readonly when: WhenAsked
  /** Where the end was written, if it was. */
  readonly endAt?: Place
  readonly lines: readonly Line[]
  /** Where the author says that this cannot wait for approval; null: it can. */
  readonly breakGlass: Place | null
  /** Set when an issue form wrote the file: the issue's author is the requester. */
  readonly issue: number | null
  /** Set when a comment `/extend` had it written: the comment's id, and the request it extends. */
  readonly extension: { readonly comment: number; readonly of: string } | null
  readonly at: Place
}
