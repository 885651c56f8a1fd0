// What a person asks to hold, whatever its kind: the one shape that everything after reading understands.

import type { KindId, TargetId } from './id.ts'
import type { OneResource, Permissions } from './permissions.ts'
import type { Place } from './place.ts'

/**
 * What a kind made of one item of a request or bundle.
 * `what` is canonical and stands in keys: two items with the same `what` ask for the same thing.
 * `facets` are what rules can filter on: facet → values (for instance policy → [AmazonS3ReadOnlyAccess]).
 */
export interface Entitlement<Permits = Permissions> {
  readonly kind: KindId
  readonly what: string
  readonly says: string
  readonly permissions: Permits
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly at: Place
  /** Actions that it does not hold because they cannot be limited to the resource. */
  readonly leftOut?: readonly string[]
  /** The ARN, without any wildcard, of the one resource that it is about. */
  readonly thing?: string
  /** The one target that it can lie in, whatever accounts are named beside it. */
  readonly target?: TargetId
}

/** As it is written: what it permits may still have to be looked up in AWS's data. */
export type AskedEntitlement = Entitlement<Permissions | OneResource>
