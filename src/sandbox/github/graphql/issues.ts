// How GraphQL shows issues, with every edit of their text.
import { nodeId } from '../records.ts'
import { iso } from '../render/view.ts'
import type { Issue, Repository } from '../world.ts'
import { actorNode } from './actors.ts'
import { connection } from './connection.ts'
import type { Node } from './execute.ts'
import { labelsOf } from './labels.ts'
import { commentsOf } from './pulls.ts'
import type { Session } from './session.ts'

export function issueNode(session: Session, repository: Repository, issue: Issue): Node {
  const last = issue.edits.at(-1) ?? null
  // Once a text was edited its list of edits ends with how it was made.
  const edits = last === null ? [] : [...issue.edits.toReversed(), { by: issue.author, at: issue.createdAt }]
  return {
    type: 'Issue',
    fields: {
      id: () => nodeId('Issue', issue.id),
      databaseId: () => issue.id,
      fullDatabaseId: () => String(issue.id),
      number: () => issue.number,
      title: () => issue.title,
      body: () => issue.body,
      state: () => issue.state.toUpperCase(),
      labels: (given) => labelsOf(session, repository, issue.labels, given),
      viewerDidAuthor: () => issue.author === session.actor.id,
      author: () => actorNode(session, issue.author),
      editor: () => actorNode(session, last?.by ?? null),
      createdAt: () => iso(issue.createdAt),
      updatedAt: () => iso(issue.updatedAt),
      lastEditedAt: () => iso(last?.at ?? null),
      includesCreatedEdit: () => edits.length > 0,
      comments: (given) => commentsOf(session, repository, issue.number, given),
      userContentEdits: (given) =>
        connection('UserContentEdit', edits, given, session.github().pageSize, (edit) => ({
          type: 'UserContentEdit',
          fields: {
            id: () => nodeId('UserContentEdit', `${issue.id}:${edit.at}`),
            createdAt: () => iso(edit.at),
            editedAt: () => iso(edit.at),
            editor: () => actorNode(session, edit.by),
          },
        })),
    },
  }
}
