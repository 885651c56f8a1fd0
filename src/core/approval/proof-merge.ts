// Whether a pull request is the one that brought a landing, with exactly its own changes.

import type { PathChange } from '../model/history.ts'
import { type Instant, MINUTE, writeDuration, writeInstant } from '../model/time.ts'
import type { LandingEvidence, PullRequest, Repository } from './evidence.ts'
import { type Chain, fromAnswer, no, type Outcome, yes } from './proof-chain.ts'

/** Seconds the landing may be dated after the merge; earlier (a merge queue) only shortens what is given. */
export const LATEST_LANDING = 5 * MINUTE
/** Seconds the landing may lie in our future. */
export const FUTURE = 2 * MINUTE

export interface Merge {
  readonly mergedAt: Instant
  readonly changes: ReadonlyMap<string, PathChange>
}

export interface Merging {
  readonly evidence: LandingEvidence
  readonly pull: PullRequest
  readonly repository: Repository
  readonly now: Instant
}

const sameSide = (one: PathChange['before'], other: PathChange['before']): boolean =>
  one === null || other === null ? one === other : one.blob === other.blob && one.mode === other.mode

const sameChange = (one: PathChange, other: PathChange | undefined): boolean =>
  other !== undefined && sameSide(one.before, other.before) && sameSide(one.after, other.after)

/** The first path that was changed otherwise, or null. */
export function differentPath(some: readonly PathChange[], others: readonly PathChange[]): string | null {
  const [mine, theirs] = [some, others].map((changes) => new Map(changes.map((change) => [change.path, change])))
  const differing = [
    ...some.filter((change) => !sameChange(change, theirs?.get(change.path))),
    ...others.filter((change) => !sameChange(change, mine?.get(change.path))),
  ]
  return differing.map((change) => change.path).sort()[0] ?? null
}

function mergedAtOf({ pull }: Merging): Outcome<Instant> {
  return pull.merged && pull.mergedAt !== null
    ? yes(pull.mergedAt, `merged at ${writeInstant(pull.mergedAt)}`)
    : no('no-pull-request', 'it was never merged')
}

function baseOf({ pull, repository }: Merging): Outcome<true> {
  if (pull.baseRepository !== repository.id) return no('other-base', 'it was merged into another repository')
  return pull.baseRef === repository.defaultBranch
    ? yes(true, pull.baseRef)
    : no('other-base', `it was merged into ${pull.baseRef}, not ${repository.defaultBranch}`)
}

function commitOf({ pull, evidence }: Merging): Outcome<true> {
  if (pull.mergeCommit === evidence.landing) return yes(true, evidence.landing)
  const other = pull.mergeCommit === null ? 'no commit' : pull.mergeCommit
  return no(
    'not-this-landing',
    `GitHub merged it as ${other}, not ${evidence.landing} (squash instead of rebasing several commits)`,
  )
}

function clockOf({ evidence, now }: Merging, mergedAt: Instant): Outcome<true> {
  const { at } = evidence
  const after = at - mergedAt
  if (after > LATEST_LANDING)
    return no(
      'clock',
      `the landing is dated ${writeInstant(at)}, ${writeDuration(after)} after the merge at ${writeInstant(mergedAt)}`,
    )
  if (at > now + FUTURE)
    return no('clock', `the landing is dated ${writeInstant(at)}, and it is only ${writeInstant(now)}`)
  return yes(true, `landed ${writeInstant(at)}`)
}

function changesOf({ evidence, pull }: Merging): Outcome<Merge['changes']> {
  const landed = fromAnswer(evidence.changes, '')
  if (landed.is !== 'yes') return landed
  const own = fromAnswer(pull.changes, '')
  if (own.is !== 'yes') return own
  const bases = own.value.mergeBases.length
  if (bases !== 1)
    return no(
      'changes-differ',
      `its branch and the default branch ${bases === 0 ? 'never met' : 'met in several places'}, so what it changes is not one thing`,
    )
  const path = differentPath(landed.value, own.value.paths)
  if (path !== null) return no('changes-differ', `${path} did not land as the pull request has it`)
  if (own.value.paths.length === 0) return no('changes-differ', 'it changes nothing')
  return yes(
    new Map(own.value.paths.map((change) => [change.path, change])),
    `${own.value.paths.length} changed, all alike`,
  )
}

/** Asks everything that binds a landing to a pull request; undefined where it does not. */
export function examineMerge(chain: Chain, merging: Merging): Merge | undefined {
  const mergedAt = chain.ask('merged', mergedAtOf(merging))
  if (mergedAt === undefined) return undefined
  if (chain.ask('base', baseOf(merging)) === undefined) return undefined
  if (chain.ask('landing', commitOf(merging)) === undefined) return undefined
  if (chain.ask('clock', clockOf(merging, mergedAt)) === undefined) return undefined
  const changes = chain.ask('changes', changesOf(merging))
  return changes === undefined ? undefined : { mergedAt, changes }
}
