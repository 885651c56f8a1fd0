// Who calls GitHub, and what that caller may read or write in a repository.
import { fullName, repositoryNamed, userOf } from './records.ts'
import type { GithubWorld, Level, Permission, Repository, Role, Token } from './world.ts'

export type Caller =
  | { readonly is: 'anonymous' }
  | { readonly is: 'unknown' }
  | { readonly is: 'known'; readonly token: Token }

/** The caller by `Authorization: bearer|token TOKEN` or basic with the token as password. */
export function callerOf(github: GithubWorld, headers: Readonly<Record<string, string>>): Caller {
  const given = headers['authorization']
  if (given === undefined || given === '') return { is: 'anonymous' }
  const [scheme = '', value = ''] = given.split(' ')
  const secret =
    scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':').slice(1).join(':') : value
  const token = github.tokens.find((one) => one.token === secret)
  return token === undefined ? { is: 'unknown' } : { is: 'known', token }
}

/** What only administrators see, in public repositories too. */
const kept: readonly Permission[] = ['administration', 'secrets']

const writers: readonly Role[] = ['write', 'maintain', 'admin']

/** The role of a user in a repository; its owner is admin, and everybody may read a public one. */
export function roleOf(repository: Repository, user: number): Role | null {
  if (repository.owner.id === user) return 'admin'
  const found = repository.collaborators.find((one) => one.user === user)
  if (found !== undefined) return found.role
  return repository.private ? null : 'read'
}

/** The repository of this name as far as the caller can see it; one that is hidden is not there. */
export function visible(github: GithubWorld, caller: Caller, name: string): Repository | null {
  const repository = repositoryNamed(github, name)
  if (repository === null || !repository.private) return repository
  return may(github, caller, repository, 'metadata', 'read') ? repository : null
}

/**
 * Whether the caller may. A bot has what its token names; a person's token never exceeds the person's role. Reading a
 * repository's metadata needs no permission of its own, and a public repository is read by anybody.
 */
export function may(
  github: GithubWorld,
  caller: Caller,
  repository: Repository,
  what: Permission,
  level: Level,
): boolean {
  if (level === 'read' && !repository.private && !kept.includes(what)) return true
  if (caller.is !== 'known' || !reaches(caller.token, repository)) return false
  const granted = caller.token.permissions[what]
  const named = what === 'metadata' || granted === 'write' || granted === level
  return named && roleAllows(github, caller.token, repository, what, level)
}

function reaches(token: Token, repository: Repository): boolean {
  return (
    token.repositories === 'all' ||
    token.repositories.some((name) => name.toLowerCase() === fullName(repository).toLowerCase())
  )
}

// Anyone who can read may open issues and pull requests, comment and review; everything else that writes needs a writer.
function roleAllows(
  github: GithubWorld,
  token: Token,
  repository: Repository,
  what: Permission,
  level: Level,
): boolean {
  if (userOf(github, token.actor)?.type === 'Bot') return true
  const role = roleOf(repository, token.actor)
  if (role === null) return false
  if (kept.includes(what)) return role === 'admin'
  return level === 'read' || what === 'issues' || what === 'pull-requests' || writers.includes(role)
}
