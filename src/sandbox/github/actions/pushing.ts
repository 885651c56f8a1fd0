// How people push: a commit onto a branch, a branch set elsewhere, more for a pull request.
import { commit, type Person as GitPerson, headOf, type NewCommit, setRef } from '../../git/repository.ts'
import { must, theRepository, theUser } from '../records.ts'
import type { Repository, User, WithGithub } from '../world.ts'
import { afterPush } from './following.ts'

export interface Push {
  /** `owner/name` */
  readonly repository: string
  /** Login of the person who pushes and, unless told otherwise, writes the commit. */
  readonly by: string
  readonly branch: string
  readonly files: NewCommit['files']
  readonly message?: string
  /** Commit ids; without them the branch's own head, for a new branch that of the default branch. */
  readonly parents?: readonly string[]
  readonly author?: GitPerson
  /** Seconds since the epoch, UTC. */
  readonly at: number
}

/** One commit straight onto a branch, which is made where it is new; protection is not asked. */
export function push<W extends WithGithub>(world: W, wanted: Push): W {
  const repository = theRepository(world, wanted.repository)
  const user = theUser(world, wanted.by)
  const before = headOf(repository, wanted.branch)
  const author = wanted.author ?? { name: user.name, email: user.email }
  const message = wanted.message ?? `Change ${Object.keys(wanted.files)[0] ?? 'nothing'}`
  const { branch, files, at } = wanted
  const start = before ?? headOf(repository, repository.defaultBranch)
  const parents = wanted.parents ?? (start === null ? [] : [start])
  const after = commit(repository, { branch, files, parents, message, author, at })
  return afterPush(world, repository.id, [{ ref: `refs/heads/${wanted.branch}`, before, after }], user, wanted.at)
}

/** A branch (or full ref) set to a commit that exists, forwards or not; null deletes it. */
export function forcePush<W extends WithGithub>(
  world: W,
  wanted: {
    readonly repository: string
    readonly by: string
    readonly branch: string
    readonly to: string | null
    readonly at: number
  },
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
  const { head } = must(
    pulls.find((pull) => pull.number === wanted.pull),
    `pull request ${wanted.pull}`,
  )
  const source = must(
    world.github.repositories.find((one) => one.id === head.repository),
    'repository of the head',
  )
  return push(world, { ...wanted, repository: `${source.owner.login}/${source.name}`, branch: head.branch })
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
