// Who is on the sandbox's GitHub and what they may do: accounts, roles, tokens, repositories, jobs.
import { makeRepository } from '../../git/repository.ts'
import { git } from '../../git/run.ts'
import { takeId, theRepository, theUser, withGithub, withRepository } from '../records.ts'
import { type Safety, unprotected } from '../safety.ts'
import type { Level, Permission, Repository, Role, User, UserType, WithGithub } from '../world.ts'
import { actionsBot } from '../world.ts'

export interface NewUser {
  readonly id: number
  readonly login: string
  readonly name?: string
  readonly email?: string
  readonly type?: UserType
}

export function addUser<W extends WithGithub>(world: W, wanted: NewUser): W {
  const { id, login, type = 'User', name = login } = wanted
  const email = wanted.email ?? `${id}+${login}@users.noreply.github.com`
  return withGithub(world, { users: [...world.github.users, { id, login, type, name, email }] })
}

/** The old login is free at once for anybody, the id stays. */
export function renameUser<W extends WithGithub>(world: W, wanted: { readonly login: string; readonly to: string }): W {
  return changeUser(world, wanted.login, (user) => [{ ...user, login: wanted.to }])
}

/** The account is deleted: what it did stays, its author is null from now on. */
export function removeUser<W extends WithGithub>(world: W, wanted: { readonly login: string }): W {
  return changeUser(world, wanted.login, () => [])
}

function changeUser<W extends WithGithub>(world: W, login: string, change: (user: User) => readonly User[]): W {
  const { id } = theUser(world, login)
  return withGithub(world, { users: world.github.users.flatMap((user) => (user.id === id ? change(user) : [user])) })
}

export interface NewRepository {
  /** `owner/name` */
  readonly name: string
  readonly id: number
  readonly ownerId: number
  /** Absolute path where the bare repository is made, or lies already. */
  readonly gitDirectory: string
  readonly defaultBranch?: string
  readonly visibility?: 'public' | 'private'
  readonly ownerType?: 'User' | 'Organization'
  /** Roles by login. */
  readonly collaborators?: Readonly<Record<string, Role>>
  /** Seconds since the epoch, UTC. */
  readonly at: number
}

/** Adds a repository and makes its bare repository, empty or as it lies there. */
export function addRepository<W extends WithGithub>(world: W, wanted: NewRepository): W {
  const [login = '', name = ''] = wanted.name.split('/')
  const defaultBranch = wanted.defaultBranch ?? 'main'
  makeRepository(wanted.gitDirectory, defaultBranch)
  const repository: Repository = {
    id: wanted.id,
    owner: { login, id: wanted.ownerId, type: wanted.ownerType ?? 'Organization' },
    name,
    private: wanted.visibility === 'private',
    blocksMerges: false,
    defaultBranch,
    gitDirectory: wanted.gitDirectory,
    forkOf: null,
    createdAt: wanted.at,
    refUpdates: 0,
    collaborators: Object.entries(wanted.collaborators ?? {}).map(([person, role]) => ({
      user: theUser(world, person).id,
      role,
    })),
    pulls: [],
    issues: [],
    comments: [],
    labels: [],
    checkRuns: [],
    reactions: [],
    dispatches: [],
    safety: unprotected,
  }
  return withGithub(world, { repositories: [...world.github.repositories, repository] })
}

/** Copies a repository into a person's own account; heads only, as a fork has them. */
export function fork<W extends WithGithub>(
  world: W,
  wanted: { readonly repository: string; readonly by: string; readonly gitDirectory: string; readonly at: number },
): W {
  const parent = theRepository(world, wanted.repository)
  const user = theUser(world, wanted.by)
  const taken = takeId(world)
  const name = `${user.login}/${parent.name}`
  const { gitDirectory, at } = wanted
  const { defaultBranch } = parent
  const visibility = parent.private ? 'private' : 'public'
  const added = addRepository(taken.world, {
    id: taken.id,
    ownerId: user.id,
    ownerType: 'User',
    name,
    gitDirectory,
    defaultBranch,
    visibility,
    collaborators: { [user.login]: 'admin' },
    at,
  })
  git(wanted.gitDirectory, ['fetch', '--quiet', parent.gitDirectory, '+refs/heads/*:refs/heads/*'])
  return withRepository(added, taken.id, { forkOf: parent.id })
}

/** Gives or changes a person's role; null takes it away. */
export function setRole<W extends WithGithub>(
  world: W,
  wanted: { readonly repository: string; readonly user: string; readonly role: Role | null },
): W {
  const repository = theRepository(world, wanted.repository)
  const user = theUser(world, wanted.user).id
  const others = repository.collaborators.filter((one) => one.user !== user)
  const collaborators = wanted.role === null ? others : [...others, { user, role: wanted.role }]
  return withRepository(world, repository.id, { collaborators })
}

export interface NewToken {
  readonly token: string
  /** Login; without it the Actions bot. */
  readonly actor?: string
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>
  readonly repositories?: readonly string[]
}

export function addToken<W extends WithGithub>(world: W, wanted: NewToken): W {
  const actor = theUser(world, wanted.actor ?? actionsBot.login).id
  const { token, permissions, repositories = 'all' } = wanted
  return withGithub(world, { tokens: [...world.github.tokens, { token, actor, permissions, repositories }] })
}

export interface NewJob {
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN of the job. */
  readonly requestToken: string
  readonly repository: string
  /** Full ref, as `refs/heads/main`. */
  readonly ref: string
  readonly environment?: string
  /** `owner/name/.github/workflows/file.yml@ref` of the caller; of the reusable workflow only where there is one. */
  readonly workflowRef: string
  readonly jobWorkflowRef?: string
  /** Login of whoever set the run off. */
  readonly actor: string
  readonly runId: number
  /** How the subject names things; repositories made since 2026-07-15 use numeric ids beside the names. */
  readonly subject?: 'names' | 'names and ids'
  readonly claims?: Readonly<Record<string, unknown>>
}

/** A running job that may ask for an identity token (GitHub docs, OpenID Connect reference). */
export function addJob<W extends WithGithub>(world: W, wanted: NewJob): W {
  const repository = theRepository(world, wanted.repository)
  const actor = theUser(world, wanted.actor)
  const { owner, name } = repository
  const named =
    wanted.subject === 'names and ids'
      ? `${owner.login}@${owner.id}/${name}@${repository.id}`
      : `${owner.login}/${name}`
  const context = wanted.environment === undefined ? `ref:${wanted.ref}` : `environment:${wanted.environment}`
  const claims = {
    sub: `repo:${named}:${context}`,
    repository: `${owner.login}/${name}`,
    repository_id: String(repository.id),
    repository_owner: owner.login,
    repository_owner_id: String(owner.id),
    repository_visibility: repository.private ? 'private' : 'public',
    ref: wanted.ref,
    ref_type: 'branch',
    ...(wanted.environment === undefined ? {} : { environment: wanted.environment }),
    workflow_ref: wanted.workflowRef,
    ...(wanted.jobWorkflowRef === undefined ? {} : { job_workflow_ref: wanted.jobWorkflowRef }),
    actor: actor.login,
    actor_id: String(actor.id),
    run_id: String(wanted.runId),
    run_attempt: '1',
    runner_environment: 'github-hosted',
    ...wanted.claims,
  }
  return withGithub(world, { oidcJobs: { ...world.github.oidcJobs, [wanted.requestToken]: claims } })
}

/** What protects a repository from now on; what is not named stays as it is. */
export function secure<W extends WithGithub>(world: W, wanted: { readonly repository: string } & Partial<Safety>): W {
  const { repository: name, ...changes } = wanted
  const repository = theRepository(world, name)
  return withRepository(world, repository.id, { safety: { ...repository.safety, ...changes } })
}
