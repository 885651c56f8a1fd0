// How many things are asked in few questions: aliases a0, a1 … in batches, each answer or error by its own alias.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import type { GithubClient } from './client.ts'
import type { GraphqlReply } from './reply.ts'
import { fieldsOf } from './shapes.ts'

export interface Where {
  readonly client: GithubClient
  readonly owner: string
  readonly name: string
}

export interface Batch<T> {
  readonly call: string
  /** Things in one question. */
  readonly size: number
  readonly query: (count: number) => string
  /** The variables of the thing with that number. */
  readonly variables: (thing: T, at: number) => { readonly [name: string]: Json }
}

function answerAt(call: string, reply: GraphqlReply, at: number): Answer<unknown> {
  const alias = `a${at}`
  const wrong = reply.errors.find(({ path }) => path[1] === undefined || path[1] === alias)
  if (wrong !== undefined) return unknown(wrong.error)
  const value = fieldsOf(fieldsOf(reply.data)?.['repository'])?.[alias]
  return value === undefined ? unknown({ kind: 'garbage', call, said: `the answer has no ${alias}` }) : known(value)
}

/** The raw value for each thing, in the order asked; a question that fails makes all its things unknown. */
export async function askAll<T>(
  where: Where,
  batch: Batch<T>,
  things: readonly T[],
): Promise<readonly Answer<unknown>[]> {
  const answers: Answer<unknown>[] = []
  const call = `GitHub GraphQL ${batch.call}`
  for (let from = 0; from < things.length; from += batch.size) {
    const some = things.slice(from, from + batch.size)
    const variables = Object.assign({ owner: where.owner, name: where.name }, ...some.map(batch.variables))
    const reply = await where.client.graphql(batch.call, batch.query(some.length), variables)
    answers.push(...some.map((_, at) => (reply.is === 'unknown' ? reply : answerAt(call, reply.value, at))))
  }
  return answers
}
