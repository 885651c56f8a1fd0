// How the things of the model are told apart: strings that cannot be mistaken for one another.

declare const of: unique symbol

export type Id<What extends string> = string & { readonly [of]: What }

/** Makes an id of text that has been checked at the border where it came in. */
export const id = <What extends string>(text: string): Id<What> => text as Id<What>

/** Lower-case hexadecimal SHA-256, or a Git object name. */
export type Digest = Id<'digest'>
export type PersonId = Id<'person'>
export type GroupId = Id<'group'>
export type TargetId = Id<'target'>
export type ModeId = Id<'mode'>
export type KindId = Id<'kind'>
export type RequestId = Id<'request'>
export type CommitId = Id<'commit'>
export type BlobId = Id<'blob'>
/** An edition of a request: its blob and the commit that landed it, digested (design: version = blob + landing). */
export type VersionId = Id<'version'>
export type GrantKey = Id<'grant'>
export type HoldingKey = Id<'holding'>
export type ScopeId = Id<'scope'>
export type LaneId = Id<'lane'>
export type StepId = Id<'step'>
