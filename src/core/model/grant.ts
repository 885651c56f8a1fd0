// Permissions held by a person at a target until an end, because of one request.

import type { Entitlement } from './entitlement.ts'
import type { BlobId, CommitId, GrantKey, ModeId, PersonId, RequestId, TargetId, VersionId } from './id.ts'
import type { Place } from './place.ts'
import type { Request } from './request.ts'
import type { Bundle } from './settings.ts'
import type { Instant } from './time.ts'

/** One entitlement at one target for one person: what rules judge, each alone. */
export interface Item {
  /** request/person/target/what — never a window, a position in the list, a mode or a vendor's id. */
  readonly key: GrantKey
  readonly request: RequestId
  readonly person: PersonId
  readonly target: TargetId
  readonly entitlement: Entitlement
  /** The bundle it came from, for people to read. */
  readonly bundle: string | null
  readonly at: Place
}

/** An edition of a request as it landed on the default branch. */
export interface Version {
  readonly id: VersionId
  readonly request: RequestId
  readonly path: string
  readonly blob: BlobId
  readonly landing: CommitId
  readonly landedAt: Instant
}

/** A request at the head, with the version that landed it. */
export interface Standing {
  readonly request: Request
  readonly version: Version
  /** Bundles as they stood when it landed, where those of the head differ. */
  readonly bundles?: ReadonlyMap<string, Bundle>
}

export interface Grant {
  readonly key: GrantKey
  readonly version: VersionId
  readonly item: Item
  /** The beneficiary's e-mail: what modes look for in the target. */
  readonly email: string
  /** The target's account id (twelve digits) or organisation. */
  readonly account: string
  readonly mode: ModeId
  readonly from: Instant
  readonly until: Instant
  /** What others change of what it names after this instant, nobody approved. */
  readonly landedAt: Instant
  /** After this instant the version may not be granted for the first time. */
  readonly claimUntil: Instant
  /** A matching rule lets a managed policy be attached as it is. */
  readonly directAttachment: boolean
}
