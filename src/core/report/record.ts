// What the record keeps: one line an event, chained by hash, and what is known when all lines are read.

import type { CommitId, Digest, GrantKey, HoldingKey, ModeId, PersonId, TargetId, VersionId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import type { Because } from '../plan/provisioner.ts'

/** What was touched, as entries name it; `account` is the target's account id or organisation. */
type About = {
  readonly holding: HoldingKey
  readonly mode: ModeId
  readonly target: TargetId
  readonly account: string
}

/** Everything that can be written down. Shapes for other readers: schemas/record.schema.json. */
export type Entry =
  /** `job`: `apply`, `expire`; whoever read a clone instead of the default branch says so in it. */
  | { readonly is: 'opened'; readonly head: CommitId; readonly plan: Digest; readonly job: string }
  | {
      readonly is: 'proved'
      readonly version: VersionId
      readonly request: string
      readonly blob: string
      readonly landing: CommitId
      readonly pull: number
      readonly reviews: readonly number[]
      readonly way: string
      readonly rule: string
      readonly settingsAtLanding: string
      readonly settingsNow: string
    }
  | {
      readonly is: 'refused'
      readonly version: VersionId
      readonly request: string
      readonly because: string
      readonly says: string
    }
  /** Written before the access: permits a removal when Git history names the request. */
  | ({ readonly is: 'claimed'; readonly versions: readonly VersionId[]; readonly existedBefore: boolean } & About)
  | ({
      readonly is: 'granted'
      readonly grants: readonly { readonly grant: GrantKey; readonly version: VersionId }[]
      readonly identity: string
      readonly content: Digest
      readonly until: Instant
      /** How the person uses it: one instruction a line. */
      readonly reach: readonly string[]
      readonly confirmed: Instant
    } & About)
  /** The grants of these versions (or of these prefixes of them) on the holding ended; none named: all of them. */
  | ({
      readonly is: 'ended'
      readonly because: Because
      readonly versions: readonly string[]
      readonly until: Instant | null
      readonly confirmed: Instant
    } & About)
  | ({
      readonly is: 'failed'
      readonly does: 'gives' | 'takes' | 'prepares'
      readonly versions: readonly VersionId[]
      readonly says: string
    } & About)
  /** Landed, and not given for now: why, and what its people can do. Written anew only when the reason changes. */
  | {
      readonly is: 'blocked'
      readonly version: VersionId
      readonly request: string
      readonly because: string
      readonly cure: string
    }
  /** Nothing had to be given, since its person had it before Daypass came: whatever blocked it is over. */
  | { readonly is: 'had'; readonly version: VersionId; readonly request: string; readonly says: string }
  /** Deleted or changed before anything of it was given: whatever blocked it is over. */
  | { readonly is: 'withdrawn'; readonly version: VersionId }
  /** Given without approval: by whom it must be reviewed, and until when. */
  | {
      readonly is: 'brokeGlass'
      readonly version: VersionId
      readonly request: string
      readonly pull: number
      readonly by: readonly PersonId[]
      readonly until: Instant
    }
  /** Broken glass was looked at afterwards. */
  | {
      readonly is: 'reviewed'
      readonly version: VersionId
      readonly request: string
      readonly by: PersonId
      readonly review: number
      readonly verdict: 'approved' | 'objected'
    }
  /** What the first `through` lines say was told on GitHub, but for what these versions are about. */
  | { readonly is: 'told'; readonly through: number; readonly untold: readonly VersionId[] }
  | {
      readonly is: 'closed'
      readonly exit: number
      readonly done: number
      readonly failed: number
      readonly skipped: number
    }

/** One line of the record; `prev` is the digest of the line before (64 zeros for the first). */
export type RecordLine = {
  readonly v: 1
  readonly at: Instant
  /** The workflow run that wrote it, `local` outside Actions. */
  readonly run: string
  readonly prev: Digest
  readonly entry: Entry
}

/** What was pinned when a version was granted: the newest line about it, `at` the first, `confirmed` the newest. */
export interface Granted {
  readonly grant: GrantKey
  readonly version: VersionId
  readonly holding: HoldingKey
  readonly mode: ModeId
  readonly target: TargetId
  readonly account: string
  readonly identity: string
  readonly content: Digest
  readonly until: Instant
  readonly reach: readonly string[]
  /** When the version was first granted. */
  readonly at: Instant
  readonly confirmed: Instant
  /** null: it stands. `undone` is final for the version; whatever else ended may be proved and granted again. */
  readonly ended: { readonly because: Because; readonly at: Instant } | null
}

/** What was proved of a version last: by which pull request, and by whose reviews. */
export interface Accepted {
  readonly pull: number
  readonly reviews: readonly number[]
  readonly way: string
  readonly rule: string
  readonly at: Instant
}

export interface BrokenGlass {
  readonly request: string
  readonly pull: number
  readonly by: readonly PersonId[]
  readonly until: Instant
  readonly at: Instant
  readonly reviewed: {
    readonly by: PersonId
    readonly review: number
    readonly verdict: 'approved' | 'objected'
    readonly at: Instant
  } | null
}

/** Why a version, or part of it, could not be given or taken when that was last tried, or (`had`, `withdrawn`) does not have to be. */
export interface Trouble {
  readonly is: 'blocked' | 'failed' | 'had' | 'withdrawn'
  readonly does: 'gives' | 'takes' | 'prepares'
  readonly says: string
  readonly cure: string
  readonly at: Instant
  /** Of what failed: on which thing. */
  readonly holding?: HoldingKey
}

/** What was told on GitHub, and what waits to be. */
export interface Telling {
  /** Lines told so far; 0: none. */
  readonly through: number
  /** When it was last told; null: never. */
  readonly at: Instant | null
  /** Versions that lines after that speak of, or that could not be told, with the number of the newest such line. */
  readonly news: ReadonlyMap<VersionId, number>
}

/**
 * Where something was claimed or granted and has not ended, with the name the account had and how access was given there.
 * By account: a name can be given to another one.
 */
export interface Open {
  readonly account: string
  readonly target: TargetId
  readonly mode: ModeId
}

/** That something is ours though nothing marks it: `versions` all that claimed it, the rest as the newest line has it. */
export type Claim = Omit<About, 'holding'> & {
  readonly versions: readonly VersionId[]
  /** It was found there already. */
  readonly existedBefore: boolean
  readonly at: Instant
}

/** The fold of all lines: it may hold back a grant or permit a removal; it never gives. */
export interface Ledger {
  /** Every grant of a version that was ever given, by `grantedKey`. */
  readonly granted: ReadonlyMap<string, Granted>
  readonly refused: ReadonlyMap<VersionId, { readonly because: string; readonly says: string }>
  /** Holdings that ended and were not granted again since. */
  readonly ended: ReadonlyMap<HoldingKey, { readonly because: Because; readonly at: Instant }>
  /** Claims not followed by an end. */
  readonly claims: ReadonlyMap<HoldingKey, Claim>
  readonly open: readonly Open[]
  readonly accepted: ReadonlyMap<VersionId, Accepted>
  /** By version: until it is given, or what failed ends. */
  readonly trouble: ReadonlyMap<VersionId, Trouble>
  readonly glass: ReadonlyMap<VersionId, BrokenGlass>
  readonly telling: Telling
  /** Heads of the default branch that runs read and then opened the record with, each with when. */
  readonly heads: ReadonlyMap<CommitId, Instant>
  /** When its first line was written; null: there is none. */
  readonly since: Instant | null
  readonly lastDigest: Digest
  readonly lines: number
  /** `lost`: the branch is not there though it should be (read as empty, said in red). */
  readonly state: 'whole' | 'new' | 'lost'
}

export const grantedKey = (grant: GrantKey, version: VersionId): string => `${grant} ${version}`
