// How a mutation's input is read, and what its payload has in common with all others.
import { nodeId } from '../../records.ts'
import type { Pull, Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { demand, type Session } from '../session.ts'

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const part = (given: Given, name: string): Given => (isObject(given[name]) ? given[name] : {})

export const parts = (given: Given, name: string): readonly Given[] => {
  const value = given[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

export const text = (given: Given, name: string): string => (typeof given[name] === 'string' ? given[name] : '')

export const texts = (given: Given, name: string): readonly string[] => {
  const value = given[name]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** A payload; the caller's own id of the mutation comes back in it. */
export const payload = (type: string, input: Given, fields: Node['fields']): Node => ({
  type,
  fields: {
    ...fields,
    clientMutationId: () => (typeof input['clientMutationId'] === 'string' ? input['clientMutationId'] : null),
  },
})

export const notResolved = (id: string): FieldProblem =>
  new FieldProblem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`)

export function repositoryBy(session: Session, id: string): Repository {
  const found = session.github().repositories.find((one) => nodeId('Repository', one.id) === id)
  if (found === undefined) throw notResolved(id)
  return found
}

export interface PullThere {
  readonly repository: Repository
  readonly pull: Pull
}

export function pullBy(session: Session, id: string): PullThere {
  for (const repository of session.github().repositories) {
    const pull = repository.pulls.find((one) => nodeId('PullRequest', one.id) === id)
    if (pull !== undefined) return { repository, pull }
  }
  throw notResolved(id)
}

/** Issues and pull requests are written with either permission where they share an API, as in REST. */
export function demandSome(session: Session, repository: Repository): void {
  try {
    demand(session, repository, 'issues', 'write')
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem
    demand(session, repository, 'pull-requests', 'write')
  }
}
