// Everything that was said on pull requests, page by page to the end.

import type { Actor, ReviewState } from '../../core/approval/evidence.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { CommitId } from '../../core/model/id.ts'
import type { Instant } from '../../core/model/time.ts'
import { askAll, type Where } from './batches.ts'
import { reviewsQuery } from './queries.ts'
import { actorIn, bigCountOf, commitIn, fieldsOf, instantIn, listOf, optional, stateIn, textOf } from './shapes.ts'

/** A review before its bytes are known. */
export interface SaidReview {
  readonly id: number
  readonly author: Actor | null
  readonly state: ReviewState
  readonly submittedAt: Instant | null
  readonly commit: CommitId | null
}

export interface Page {
  readonly reviews: readonly SaidReview[]
  /** Where the next page begins; null = this is the last. */
  readonly next: string | null
}

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub GraphQL reviews', said })

function reviewIn(value: unknown): SaidReview | null {
  const fields = fieldsOf(value)
  const number = bigCountOf(fields?.['fullDatabaseId'])
  const state = stateIn(fields?.['state'])
  const author = optional(fields?.['author'], actorIn)
  const submittedAt = optional(fields?.['submittedAt'], instantIn)
  const commit = optional(fields?.['commit'], commitIn)
  if (number === null || state === null || author === null || submittedAt === null || commit === null) return null
  return { id: number, state, author: author.value, submittedAt: submittedAt.value, commit: commit.value }
}

/** One page, or null where it is not of the promised shape. */
export function pageIn(value: unknown): Page | null {
  const fields = fieldsOf(value)
  const info = fieldsOf(fields?.['pageInfo'])
  const nodes = listOf(fields?.['nodes'])
  if (info === null || nodes === null || typeof info['hasNextPage'] !== 'boolean') return null
  const reviews = nodes.map(reviewIn)
  if (reviews.includes(null)) return null
  const next = info['hasNextPage'] ? textOf(info['endCursor']) : null
  if (info['hasNextPage'] && next === null) return null
  return { reviews: reviews.filter((review) => review !== null), next }
}

/** The reviews of all pull requests that have more than one page, a page of each in one question. */
export async function allReviews(
  where: Where,
  pulls: ReadonlyMap<number, { readonly number: number; readonly page: Page }>,
): Promise<ReadonlyMap<number, Answer<readonly SaidReview[]>>> {
  const done = new Map<number, Answer<readonly SaidReview[]>>()
  let open = [...pulls.values()].map(({ number, page }) => ({ number, ...page }))
  while (open.length > 0) {
    for (const { number, reviews, next } of open) if (next === null) done.set(number, known(reviews))
    const more = open.flatMap(({ number, reviews, next }) => (next === null ? [] : [{ number, reviews, next }]))
    const batch = {
      call: 'reviews',
      size: 40,
      query: reviewsQuery,
      variables: ({ number, next }: (typeof more)[number], at: number) => ({
        [`number${at}`]: number,
        [`after${at}`]: next,
      }),
    }
    const answers = await askAll(where, batch, more)
    open = more.flatMap(({ number, reviews, next }, at) => {
      const answer = answers[at] ?? garbage('no answer')
      const page = answer.is === 'known' ? pageIn(fieldsOf(answer.value)?.['reviews']) : null
      // A cursor that stands still would be asked for ever.
      if (page !== null && page.next !== next)
        return [{ number, reviews: [...reviews, ...page.reviews], next: page.next }]
      done.set(number, answer.is === 'unknown' ? answer : garbage('a page of reviews of another shape'))
      return []
    })
  }
  return done
}
