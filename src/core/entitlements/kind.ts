// What a kind of access is: the words it owns in an item, and how they become an entitlement.

import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Account } from '../model/settings.ts'

/** Where a part of the item was written; the path begins at the item. */
export type PlaceIn = (path: readonly (string | number)[]) => Place

/** What a check may ask about the place that access is meant for. */
export interface Surroundings {
  readonly account: Account
  readonly partition: string
}

export type KindRead = { readonly entitlement: AskedEntitlement } | { readonly findings: readonly Finding[] }

/** `Raw` is the shape of the kind's branch in schemas/item.schema.json. */
export interface Kind<Raw> {
  readonly kind: string
  /** The keys of an item that belong to this kind; the first one tells it from all others. */
  readonly keys: readonly [string, ...string[]]
  read(raw: Raw, at: PlaceIn): KindRead
  /** What can only be said once the account is known. `at` is where the account was named. */
  check?(entitlement: AskedEntitlement, where: Surroundings, at: Place): readonly Finding[]
}

/** A kind whose `Raw` nobody needs to know any more. */
export interface BoundKind {
  readonly kind: string
  readonly keys: readonly [string, ...string[]]
  read(raw: object, at: PlaceIn): KindRead
  check(entitlement: AskedEntitlement, where: Surroundings, at: Place): readonly Finding[]
}

/** Hides `Raw`. The item has passed the schema, whose branch for `keys[0]` is the shape `Raw`: hence the one cast. */
export function bind<Raw>(kind: Kind<Raw>): BoundKind {
  return {
    kind: kind.kind,
    keys: kind.keys,
    read: (raw, at) => kind.read(raw as Raw, at),
    check: (entitlement, where, at) => kind.check?.(entitlement, where, at) ?? [],
  }
}

export type JsonSchema = Readonly<Record<string, unknown>>

/** All kinds that are understood, and the schema of an item, which has one branch for each. */
export interface Kinds {
  readonly table: readonly BoundKind[]
  readonly schema: JsonSchema
}

/** The kind that an item's keys name. */
export const kindOf = (raw: object, kinds: Kinds): BoundKind | null =>
  kinds.table.find(({ keys }) => Object.hasOwn(raw, keys[0])) ?? null
