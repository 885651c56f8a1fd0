// What issues say that forms wrote, and who ever edited them.

import type { FormIssue } from '../../core/approval/evidence.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { askAll, type Where } from './batches.ts'
import { issuesQuery } from './queries.ts'
import { actorIn, countOf, fieldsOf, instantIn, listOf, optional, textOf } from './shapes.ts'

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub GraphQL issues', said })

/** Editors are all who edited the text and the last who touched the issue's body; more than 100 edits are not read. */
function issueIn(value: unknown): Answer<FormIssue> {
  if (value === null)
    return unknown({ kind: 'not-found', call: 'GitHub GraphQL issues', said: 'there is no such issue' })
  const fields = fieldsOf(value)
  const number = countOf(fields?.['number'])
  const body = textOf(fields?.['body'])
  const createdAt = instantIn(fields?.['createdAt'])
  const author = optional(fields?.['author'], actorIn)
  const last = optional(fields?.['editor'], actorIn)
  const edits = fieldsOf(fields?.['userContentEdits'])
  if (number === null || body === null || createdAt === null || author === null || last === null)
    return garbage('an issue of another shape')
  if (fields?.['userContentEdits'] === null)
    return known({ number, body, createdAt, author: author.value, editors: last.value === null ? [] : [last.value] })
  const nodes = listOf(edits?.['nodes'])
  const more = fieldsOf(edits?.['pageInfo'])?.['hasNextPage']
  if (nodes === null || more !== false) return garbage(`the edits of issue #${number} are not all there`)
  const editors = nodes.map((node) => optional(fieldsOf(node)?.['editor'], actorIn))
  if (editors.includes(null)) return garbage(`an edit of issue #${number} of another shape`)
  const all = editors.flatMap((editor) => (editor === null ? [] : [editor.value]))
  return known({
    number,
    body,
    createdAt,
    author: author.value,
    editors: last.value === null ? all : [...all, last.value],
  })
}

export async function issuesOf(
  where: Where,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Answer<FormIssue>>> {
  const asked = [...new Set(numbers)]
  const batch = {
    call: 'issues',
    size: 40,
    query: issuesQuery,
    variables: (number: number, at: number) => ({ [`number${at}`]: number }),
  }
  const answers = await askAll(where, batch, asked)
  return new Map(
    asked.map((number, at) => {
      const answer = answers[at] ?? garbage('no answer')
      return [number, answer.is === 'unknown' ? answer : issueIn(answer.value)]
    }),
  )
}
