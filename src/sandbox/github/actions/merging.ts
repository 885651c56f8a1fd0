// How pull requests come into their base branch: by a button, by the queue, or by a merge somebody crafted.

import { craftedMerge, type Merge, mergeCommit, rebase, squash } from '../../git/merging.ts'
import type { Signature } from '../../git/objects.ts'
import { readCommit } from '../../git/objects.ts'
import { commitsBetween, headOf, type NewCommit, setRef } from '../../git/repository.ts'
import { must, thePull, theRepository, theUser, userOf, withPull } from '../records.ts'
import type { MergeMethod, Pull, Repository, User, WithGithub } from '../world.ts'
import { mergeQueueBot } from '../world.ts'
import { afterPush } from './following.ts'
import { moveRef } from './pushing.ts'

const merges: Readonly<Record<MergeMethod, Merge>> = { merge: mergeCommit, squash, rebase }

const github = { name: 'GitHub', email: 'noreply@github.com' }

export interface Merging {
  readonly repository: string
  readonly pull: number
  readonly method: MergeMethod
  /** Login of the one who presses the button. */
  readonly by: string
  /** Seconds since the epoch, UTC; the commit's time and `merged_at`. */
  readonly at: number
  readonly message?: string
  /** When the commit was made, where that was not at `at`. */
  readonly committedAt?: number
}

/** Merges an open pull request by the button; null where it conflicts. */
export function tryMerge<W extends WithGithub>(world: W, wanted: Merging): W | null {
  const repository = theRepository(world, wanted.repository)
  const pull = thePull(world, wanted.repository, wanted.pull)
  const by = theUser(world, wanted.by)
  const base = must(headOf(repository, pull.base), `branch ${pull.base}`)
  const oid = made(world, repository, pull, base, by, wanted)
  if (oid === null) return null
  return landed(world, repository, { ...pull, mergeCommit: oid }, base, by, wanted.at)
}

/** As `tryMerge`, and a conflict is a mistake of whoever wrote the story. */
export function mergePull<W extends WithGithub>(world: W, wanted: Merging): W {
  const merged = tryMerge(world, wanted)
  if (merged === null) throw new Error(`pull request ${wanted.pull} conflicts with its base`)
  return merged
}

/** Merges several pull requests as a queue does: each on the one before, and the branch moves once, at `at`. */
export function mergeQueue<W extends WithGithub>(
  world: W,
  wanted: Omit<Merging, 'pull' | 'by'> & { readonly pulls: readonly number[] },
): W {
  const repository = theRepository(world, wanted.repository)
  const queued = wanted.pulls.map((number) => thePull(world, wanted.repository, number))
  const branch = must(queued[0], 'pull request in the queue').base
  const before = must(headOf(repository, branch), `branch ${branch}`)
  let next: W = world
  let tip = before
  for (const pull of queued) {
    const oid = made(world, repository, pull, tip, mergeQueueBot, wanted)
    if (oid === null) throw new Error(`pull request ${pull.number} conflicts in the queue`)
    next = withPull(
      next,
      repository.id,
      pull.number,
      merged(repository, { ...pull, mergeCommit: oid }, tip, mergeQueueBot, wanted.at),
    )
    tip = oid
  }
  return moveRef(next, repository, { ref: `refs/heads/${branch}`, after: tip }, mergeQueueBot, wanted.at)
}

/** A merge made by hand with a tree of one's own, pushed to the base: GitHub marks the pull request merged. */
export function mergeCrafted<W extends WithGithub>(
  world: W,
  wanted: Omit<Merging, 'method'> & { readonly files: NewCommit['files'] },
): W {
  const repository = theRepository(world, wanted.repository)
  const pull = thePull(world, wanted.repository, wanted.pull)
  const by = theUser(world, wanted.by)
  const base = must(headOf(repository, pull.base), `branch ${pull.base}`)
  const author = signed(by, wanted.committedAt ?? wanted.at)
  const message = wanted.message ?? `Merge pull request #${pull.number}`
  const oid = craftedMerge(repository, { base, head: pull.head.oid, message, author, committer: author }, wanted.files)
  return moveRef(world, repository, { ref: `refs/heads/${pull.base}`, after: oid }, by, wanted.at)
}

function made(
  world: WithGithub,
  repository: Repository,
  pull: Pull,
  base: string,
  by: User,
  wanted: Pick<Merging, 'method' | 'message' | 'at' | 'committedAt'>,
): string | null {
  const at = wanted.committedAt ?? wanted.at
  const writer = userOf(world.github, pull.author)
  const author = signed(wanted.method === 'squash' && writer !== null ? writer : by, at)
  const message = wanted.message ?? messages[wanted.method](pull)
  const committer = { ...github, at }
  return merges[wanted.method](repository, { base, head: pull.head.oid, message, author, committer })
}

const messages: Readonly<Record<MergeMethod, (pull: Pull) => string>> = {
  merge: (pull) => `Merge pull request #${pull.number} from ${pull.head.branch}\n\n${pull.title}`,
  squash: (pull) => `${pull.title} (#${pull.number})`,
  rebase: (pull) => pull.title,
}

const signed = (user: User, at: number): Signature => ({ name: user.name, email: user.email, at })

function landed<W extends WithGithub>(
  world: W,
  repository: Repository,
  pull: Pull & { readonly mergeCommit: string },
  base: string,
  by: User,
  at: number,
): W {
  const ref = `refs/heads/${pull.base}`
  setRef(repository, ref, pull.mergeCommit)
  const next = withPull(world, repository.id, pull.number, merged(repository, pull, base, by, at))
  return afterPush(next, repository.id, [{ ref, before: base, after: pull.mergeCommit }], by, at)
}

function merged(
  repository: Repository,
  pull: Pull & { readonly mergeCommit: string },
  base: string,
  by: User,
  at: number,
): Partial<Pull> {
  const { mergeCommit } = pull
  const came = commitsBetween(repository, base, mergeCommit)
  return {
    state: 'merged',
    mergedAt: at,
    closedAt: at,
    updatedAt: at,
    mergedBy: by.id,
    mergeCommit,
    landed: came,
    baseOid: base,
  }
}

/** Names another commit as the one a merged pull request made, as a record that lies would. */
export function claimMergeCommit<W extends WithGithub>(
  world: W,
  wanted: { readonly repository: string; readonly pull: number; readonly commit: string },
): W {
  const repository = theRepository(world, wanted.repository)
  if (readCommit(repository.gitDirectory, wanted.commit) === null) throw new Error(`no commit ${wanted.commit}`)
  thePull(world, wanted.repository, wanted.pull)
  return withPull(world, repository.id, wanted.pull, { mergeCommit: wanted.commit })
}
