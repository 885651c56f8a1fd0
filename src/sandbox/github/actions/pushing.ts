// What follows when somebody pushes: refs move, open pull requests get new heads, close, or count as merged.
import { readCommit } from '../../git/objects.ts'
import { type Person as GitPerson, commit, commitsBetween, isAncestor, mergeBase, type NewCommit, setRef } from '../../git/repository.ts'
import { git } from '../../git/run.ts'
import { must, theRepository, theUser, withPull, withRepository } from '../records.ts'
import type { Pull, Repository, User, WithGithub } from '../world.ts'

export interface RefChange {
  readonly ref: string
  readonly before: string | null
  readonly after: string | null
}

export interface Push {
  /** `owner/name` */
  readonly repository: string
  /** Login of the person who pushes and, unless told otherwise, writes the commit. */
  readonly by: string
  readonly branch: string
  readonly files: NewCommit['files']
  readonly message?: string
  /** Commit ids; without them the branch's own head. */
  readonly parents?: readonly string[]
  readonly author?: GitPerson
  /** Seconds since the epoch, UTC. */
  readonly at: number
}

/** One commit straight onto a branch; protection is not asked. */
export function push<W extends WithGithub>(world: W, wanted: Push): W {
  const repository = theRepository(world, wanted.repository)
  const user = theUser(world, wanted.by)
  const before = headOf(repository, wanted.branch)
  const author = wanted.author ?? { name: user.name, email: user.email }
  const message = wanted.message ?? `Change ${Object.keys(wanted.files)[0] ?? 'nothing'}`
  const { branch, files, parents, at } = wanted
  const after = commit(repository, { branch, files, message, author, at, ...(parents === undefined ? {} : { parents }) })
  return afterPush(world, repository.id, [{ ref: `refs/heads/${wanted.branch}`, before, after }], user, wanted.at)
}

/** A branch (or full ref) set to a commit that exists, forwards or not; null deletes it. */
export function forcePush<W extends WithGithub>(
  world: W,
  wanted: { readonly repository: string; readonly by: string; readonly branch: string; readonly to: string | null; readonly at: number },
): W {
  const repository = theRepository(world, wanted.repository)
  const ref = wanted.branch.startsWith('refs/') ? wanted.branch : `refs/heads/${wanted.branch}`
  return moveRef(world, repository, { ref, after: wanted.to }, theUser(world, wanted.by), wanted.at)
}

/** A push to the head branch of a pull request. */
export function pushToPull<W extends WithGithub>(
  world: W,
  wanted: Omit<Push, 'branch'> & { readonly pull: number },
): W {
  const { pulls } = theRepository(world, wanted.repository)
  const { head } = must(pulls.find((pull) => pull.number === wanted.pull), `pull request ${wanted.pull}`)
  const source = must(world.github.repositories.find((one) => one.id === head.repository), 'repository of the head')
  return push(world, { ...wanted, repository: `${source.owner.login}/${source.name}`, branch: head.branch })
}

/** The head of a branch, or null where there is none. */
export function headOf(repository: Repository, branch: string): string | null {
  const oid = git(repository.gitDirectory, ['for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`])
  return oid === '' ? null : (oid.split('\n')[0] ?? null)
}

/** Moves a ref in the bare repository and lets everything follow. */
export function moveRef<W extends WithGithub>(
  world: W,
  repository: Repository,
  change: { readonly ref: string; readonly after: string | null },
  by: User,
  at: number,
): W {
  const branch = change.ref.replace(/^refs\/heads\//, '')
  const before = change.ref.startsWith('refs/heads/') ? headOf(repository, branch) : null
  setRef(repository, change.ref, change.after)
  return afterPush(world, repository.id, [{ ...change, before }], by, at)
}

/** What GitHub does once refs have moved, whoever moved them and by which protocol. */
export function afterPush<W extends WithGithub>(
  world: W,
  repositoryId: number,
  changes: readonly RefChange[],
  by: User,
  at: number,
): W {
  const moved = must(world.github.repositories.find((one) => one.id === repositoryId), `repository ${repositoryId}`)
  let next = withRepository(world, repositoryId, { refUpdates: moved.refUpdates + changes.length })
  for (const change of changes) {
    if (!change.ref.startsWith('refs/heads/')) continue
    const branch = change.ref.slice('refs/heads/'.length)
    next = followHeads(next, moved, branch, change.after, at)
    if (change.after !== null) next = mergeIndirectly(next, repositoryId, branch, change.before, change.after, by, at)
  }
  return next
}

function followHeads<W extends WithGithub>(world: W, moved: Repository, branch: string, after: string | null, at: number): W {
  let next = world
  for (const repository of world.github.repositories) {
    for (const pull of repository.pulls) {
      if (pull.state !== 'open' || pull.head.repository !== moved.id || pull.head.branch !== branch) continue
      const change =
        after === null ? { state: 'closed' as const, closedAt: at } : newHead(repository, pull, bring(repository, moved, pull.number, after))
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
export function newHead(repository: Repository, pull: Pick<Pull, 'base' | 'head' | 'baseOid'>, oid: string): Pick<Pull, 'head' | 'baseOid' | 'commits'> {
  const baseOid = headOf(repository, pull.base) ?? pull.baseOid
  return { head: { ...pull.head, oid }, baseOid, commits: commitsBetween(repository, mergeBase(repository, baseOid, oid), oid) }
}

// GitHub marks an open pull request merged as soon as its head is reachable from its base, reviewed or not.
function mergeIndirectly<W extends WithGithub>(world: W, id: number, branch: string, before: string | null, after: string, by: User, at: number): W {
  const repository = must(world.github.repositories.find((one) => one.id === id), `repository ${id}`)
  let next = world
  for (const pull of repository.pulls) {
    if (pull.state !== 'open' || pull.base !== branch || pull.commits.length === 0) continue
    if (!isAncestor(repository, pull.head.oid, after)) continue
    const mergeCommit = broughtBy(repository, pull.head.oid, before, after)
    const landed = commitsBetween(repository, before, after)
    const change = { state: 'merged' as const, mergedAt: at, closedAt: at, updatedAt: at, mergedBy: by.id, mergeCommit, landed }
    next = withPull(next, id, pull.number, change)
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
