// How GraphQL shows labels.
import { nodeId } from '../records.ts'
import type { Repository } from '../world.ts'
import { connection } from './connection.ts'
import type { Given, Node } from './execute.ts'
import type { Session } from './session.ts'

export const labelId = (repository: Repository, name: string): string => nodeId('Label', `${repository.id}:${name}`)

export const labelNode = (repository: Repository, name: string): Node => ({
  type: 'Label',
  fields: { id: () => labelId(repository, name), name: () => name },
})

/** `query` finds names that hold it. */
export function labelsOf(session: Session, repository: Repository, names: readonly string[], given: Given): Node {
  const { query } = given
  const wanted = typeof query === 'string' ? query.toLowerCase() : ''
  return connection(
    'Label',
    names.filter((name) => name.toLowerCase().includes(wanted)),
    given,
    session.github().pageSize,
    (name) => labelNode(repository, name),
  )
}
