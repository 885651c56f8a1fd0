// What follows when refs have moved: open pull requests get new heads, close, or count as merged.
import { readCommit } from '../../git/objects.ts'
import { commitsBetween, headOf, isAncestor, mergeBase, setRef } from '../../git/repository.ts'
import { git } from '../../git/run.ts'
import { must, withPull, withRepository } from '../records.ts'
import type { Pull, Repository, User, WithGithub } from '../world.ts'

export interface RefChange {
  readonly ref: string
  readonly before: string | null
  readonly after: string | null
}

interface Moved {
  readonly branch: string
  readonly before: string | null
  readonly after: string
  readonly by: User
  readonly at: number
}

/** What GitHub does once refs have moved, whoever moved them and by which protocol. */
export function afterPush<W extends WithGithub>(
  world: W,
  repositoryId: number,
  changes: readonly RefChange[],
  by: User,
  at: number,
): W {
  const moved = must(
    world.github.repositories.find((one) => one.id === repositoryId),
    `repository ${repositoryId}`,
  )
  let next = withRepository(world, repositoryId, { refUpdates: moved.refUpdates + changes.length })
  for (const change of changes) {
    if (!change.ref.startsWith('refs/heads/')) continue
    const branch = change.ref.slice('refs/heads/'.length)
    next = followHeads(next, moved, branch, change.after, at)
    if (change.after !== null)
      next = mergeIndirectly(next, repositoryId, { branch, before: change.before, after: change.after, by, at })
  }
  return next
}

function followHeads<W extends WithGithub>(
  world: W,
  moved: Repository,
  branch: string,
  after: string | null,
  at: number,
): W {
  let next = world
  for (const repository of world.github.repositories) {
    for (const pull of repository.pulls) {
      if (pull.state !== 'open' || pull.head.repository !== moved.id || pull.head.branch !== branch) continue
      const change =
        after === null
          ? { state: 'closed' as const, closedAt: at }
          : newHead(repository, pull, bring(repository, moved, pull.number, after))
      next = withPull(next, repository.id, pull.number, { ...change, updatedAt: at })
    }
  }
  return next
}

/** Keeps `refs/pull/N/head` of a repository at a commit, which may come from a fork on disk. */
export function bring(repository: Repository, from: Repository, number: number, oid: string): string {
  if (from.gitDirectory !== repository.gitDirectory)
    git(repository.gitDirectory, ['fetch', '--quiet', '--no-tags', from.gitDirectory, oid])
  setRef(repository, `refs/pull/${number}/head`, oid)
  return oid
}

/** What a pull request knows of its head against its base branch as it is now. */
export function newHead(
  repository: Repository,
  pull: Pick<Pull, 'base' | 'head' | 'baseOid'>,
  oid: string,
): Pick<Pull, 'head' | 'baseOid' | 'commits'> {
  const baseOid = headOf(repository, pull.base) ?? pull.baseOid
  return {
    head: { ...pull.head, oid },
    baseOid,
    commits: commitsBetween(repository, mergeBase(repository, baseOid, oid), oid),
  }
}

// GitHub marks an open pull request merged as soon as its head is reachable from its base, reviewed or not.
function mergeIndirectly<W extends WithGithub>(world: W, id: number, moved: Moved): W {
  const { by, at, before, after } = moved
  const repository = must(
    world.github.repositories.find((one) => one.id === id),
    `repository ${id}`,
  )
  const open = repository.pulls.filter(
    (pull) => pull.state === 'open' && pull.base === moved.branch && pull.commits.length > 0,
  )
  if (open.length === 0) return world
  const landed = commitsBetween(repository, before, after)
  let next = world
  for (const pull of open.filter((one) => landed.includes(one.head.oid))) {
    const mergeCommit = broughtBy(repository, pull.head.oid, before, after)
    const times = { mergedAt: at, closedAt: at, updatedAt: at }
    next = withPull(next, id, pull.number, { state: 'merged', ...times, mergedBy: by.id, mergeCommit, landed })
  }
  return next
}

/** The oldest commit on the first-parent chain from which a head can be reached. */
function broughtBy(repository: Repository, head: string, before: string | null, after: string): string {
  let found = after
  for (let oid: string | undefined = after; oid !== undefined && oid !== before; ) {
    if (!isAncestor(repository, head, oid)) break
    found = oid
    oid = readCommit(repository.gitDirectory, oid)?.parents[0]
  }
  return found
}
