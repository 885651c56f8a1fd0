// An issue as a conversation: its id, whether it is open, and what we said on it.

import type { Said } from '../../core/conversation/answers.ts'
import type { NodeId } from '../../core/conversation/thread.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Where } from './batches.ts'
import { aboutRepository } from './query-parts.ts'
import { fieldsOf, listOf, textOf } from './shapes.ts'

export const ISSUE_THREAD_QUERY = aboutRepository(
  'DaypassIssueThread',
  ', $number: Int!',
  '    issue(number: $number) { id state comments(first: 100) { nodes { id body viewerDidAuthor } } }',
  [],
)

export interface IssueThread {
  readonly node: NodeId
  readonly open: boolean
  readonly mine: readonly Said[]
}

export async function issueThread(where: Where, number: number): Promise<Answer<IssueThread>> {
  const variables = { owner: where.owner, name: where.name, number }
  const reply = await where.client.graphql('issue', ISSUE_THREAD_QUERY, variables)
  if (reply.is === 'unknown') return reply
  const issue = fieldsOf(fieldsOf(fieldsOf(reply.value.data)?.['repository'])?.['issue'])
  const node = textOf(issue?.['id'])
  const comments = listOf(fieldsOf(issue?.['comments'])?.['nodes'])
  if (node === null || comments === null)
    return unknown({ kind: 'not-found', call: 'GitHub GraphQL issue', said: `there is no issue ${number}` })
  const mine = comments.flatMap((one): Said[] => {
    const fields = fieldsOf(one)
    const [id, body] = [textOf(fields?.['id']), textOf(fields?.['body'])]
    return fields?.['viewerDidAuthor'] === true && id !== null && body !== null ? [{ node: id, body }] : []
  })
  return known({ node, open: issue?.['state'] === 'OPEN', mine })
}
