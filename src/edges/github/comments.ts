// What comments say that asked the bot for something, who wrote them, and on which merged pull request.

import type { Actor, AskingComment } from '../../core/approval/evidence.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Where } from './batches.ts'
import { pullsByNumber } from './pulls.ts'
import { countOf, type Fields, fieldsOf, instantIn, textOf } from './shapes.ts'

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub comment', said })

const TYPES: Readonly<Record<string, Actor['type']>> = { User: 'User', Bot: 'Bot', Mannequin: 'Mannequin' }

/** REST's account: `user` is null for a ghost. */
function accountIn(user: Fields | null): Actor | null {
  const [number, login, type] = [countOf(user?.['id']), textOf(user?.['login']), textOf(user?.['type'])]
  return number === null || login === null || type === null ? null : { id: number, login, type: TYPES[type] ?? 'other' }
}

/** A comment, and the number of the issue or pull request that it stands on. */
export interface SaidComment {
  readonly comment: Omit<AskingComment, 'landing'>
  readonly number: number
  /** GraphQL's id. */
  readonly node: string
}

/** REST alone finds a comment by the number that events and files name. */
export async function commentById(where: Where, id: number): Promise<Answer<SaidComment>> {
  const path = `/repos/${where.owner}/${where.name}/issues/comments/${id}`
  const reply = await where.client.rest(`comment ${id}`, 'GET', path)
  if (reply.is === 'unknown') return reply
  const fields = fieldsOf(reply.value)
  const [body, node] = [textOf(fields?.['body']), textOf(fields?.['node_id'])]
  const [createdAt, updatedAt] = [instantIn(fields?.['created_at']), instantIn(fields?.['updated_at'])]
  const number = Number(/\/(\d+)$/.exec(textOf(fields?.['issue_url']) ?? '')?.[1])
  if (countOf(fields?.['id']) !== id || body === null || node === null || createdAt === null || updatedAt === null)
    return garbage('a comment of another shape')
  if (!Number.isSafeInteger(number)) return garbage('a comment that stands nowhere')
  const author = accountIn(fieldsOf(fields?.['user']))
  return known({ comment: { id, author, body, createdAt, edited: updatedAt !== createdAt }, number, node })
}

export async function commentsOf(
  where: Where,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Answer<AskingComment>>> {
  const said = new Map<number, Answer<SaidComment>>()
  for (const id of new Set(ids)) said.set(id, await commentById(where, id))
  const numbers = [...said.values()].flatMap((one) => (one.is === 'known' ? [one.value.number] : []))
  const pulls = await pullsByNumber(where, numbers)
  return new Map(
    [...said].map(([id, one]): [number, Answer<AskingComment>] => {
      if (one.is === 'unknown') return [id, one]
      const pull = pulls.get(one.value.number)
      if (pull?.is === 'unknown') return [id, pull]
      const landing = pull?.value.merged === true ? pull.value.mergeCommit : null
      return [id, known({ ...one.value.comment, landing })]
    }),
  )
}
