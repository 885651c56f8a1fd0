// Where a record lies in the world, and the same world with one record changed.
import type { GithubWorld, Issue, Pull, Repository, User, WithGithub } from './world.ts'

export const fullName = (repository: Repository): string => `${repository.owner.login}/${repository.name}`

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** The repository with this full name (`owner/name`, in any case), or null. */
export function repositoryNamed(github: GithubWorld, name: string): Repository | null {
  return github.repositories.find((repository) => same(fullName(repository), name)) ?? null
}

/** The repository that an action names; an unknown one is a mistake of whoever wrote the action. */
export function theRepository(world: WithGithub, name: string): Repository {
  return must(repositoryNamed(world.github, name), `repository ${name}`)
}

/** The pull request that an action names; throws where there is none. */
export function thePull(world: WithGithub, repository: string, number: number): Pull {
  return must(
    theRepository(world, repository).pulls.find((pull) => pull.number === number),
    `pull request ${number} in ${repository}`,
  )
}

/** The pull request opened last; throws where there is none. */
export function newestPull(world: WithGithub, repository: string): Pull {
  return must(theRepository(world, repository).pulls.at(-1), `pull request in ${repository}`)
}

/** The issue opened last; throws where there is none. */
export function newestIssue(world: WithGithub, repository: string): Issue {
  return must(theRepository(world, repository).issues.at(-1), `issue in ${repository}`)
}

/** The user with this id, or null for a ghost. */
export function userOf(github: GithubWorld, id: number | null): User | null {
  return github.users.find((user) => user.id === id) ?? null
}

export function userNamed(github: GithubWorld, login: string): User | null {
  return github.users.find((user) => same(user.login, login)) ?? null
}

/** The user whom an action names by login; throws where there is none. */
export function theUser(world: WithGithub, login: string): User {
  return must(userNamed(world.github, login), `user ${login}`)
}

export function must<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`the sandbox has no ${what}`)
  return found
}

export function withGithub<W extends WithGithub>(world: W, change: Partial<GithubWorld>): W {
  return { ...world, github: { ...world.github, ...change } }
}

export function withRepository<W extends WithGithub>(world: W, id: number, change: Partial<Repository>): W {
  return withGithub(world, {
    repositories: world.github.repositories.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })
}

export function withPull<W extends WithGithub>(world: W, repository: number, number: number, change: Partial<Pull>): W {
  const pulls = must(world.github.repositories.find((one) => one.id === repository)?.pulls, `repository ${repository}`)
  return withRepository(world, repository, {
    pulls: pulls.map((pull) => (pull.number === number ? { ...pull, ...change } : pull)),
  })
}

/** A fresh id, and the world in which it is taken. */
export function takeId<W extends WithGithub>(world: W): { readonly world: W; readonly id: number } {
  const id = world.github.nextId
  return { world: withGithub(world, { nextId: id + 1 }), id }
}

/** Issues and pull requests of a repository share one row of numbers. */
export function nextNumber(repository: Repository): number {
  return Math.max(0, ...[...repository.pulls, ...repository.issues].map((one) => one.number)) + 1
}

/** GraphQL's global id of a record. */
export const nodeId = (kind: string, id: number | string): string => Buffer.from(`${kind}:${id}`).toString('base64url')
