// What one GraphQL request carries from field to field: who asks, when, and the world as it is by then.
import { type Caller, may } from '../access.ts'
import type { GithubWorld, Permission, Repository, User } from '../world.ts'
import { FieldProblem } from './execute.ts'

export interface Session {
  readonly caller: Caller
  readonly actor: User
  /** Seconds since the epoch, UTC. */
  readonly now: number
  github(): GithubWorld
  change(github: GithubWorld): void
}

/** Null with an error in place of what the caller may not do. */
export function demand(session: Session, repository: Repository, what: Permission, level: 'read' | 'write'): void {
  if (!may(session.github(), session.caller, repository, what, level))
    throw new FieldProblem('FORBIDDEN', 'Resource not accessible by integration')
}
