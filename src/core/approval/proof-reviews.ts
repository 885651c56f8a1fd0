// What reviewers last said about a pull request, and which of their approvals count.

import { type Answer, writeEdgeError } from '../model/edge-error.ts'
import { type Instant, writeDuration } from '../model/time.ts'
import type { Review } from './evidence.ts'

type Counts = 'yes' | 'no' | 'unknown'

/** The approval of one GitHub account. */
export interface Approval {
  readonly account: number
  readonly login: string
  readonly review: number
  /** Seconds between the approval and the merge. */
  readonly age: number
  /** Whether the very bytes that landed were approved. */
  readonly sameBytes: Counts
  /** Why not, for people. */
  readonly says: string
}

export interface Objection {
  readonly account: number
  readonly login: string
  readonly review: number
}

export interface Said {
  readonly approvals: readonly Approval[]
  readonly objections: readonly Objection[]
}

interface Opinion {
  readonly review: Review
  readonly account: number
  readonly login: string
  /** What has no time came last. */
  readonly at: number
}

const OPINIONS: readonly Review['state'][] = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']

/** Bots, mannequins and deleted accounts have no opinion. */
function opinionsOf(reviews: readonly Review[]): readonly Opinion[] {
  return reviews.flatMap((review) => {
    const { author } = review
    if (author === null || author.type !== 'User' || !OPINIONS.includes(review.state)) return []
    return [{ review, account: author.id, login: author.login, at: review.submittedAt ?? Number.POSITIVE_INFINITY }]
  })
}

const byTime = (a: Opinion, b: Opinion): number => (a.at === b.at ? a.review.id - b.review.id : a.at < b.at ? -1 : 1)

function approvalOf(opinion: Opinion, mergedAt: Instant, agrees: (review: Review) => Answer<boolean>): Approval {
  const { review, account, login, at } = opinion
  const about = { account, login, review: review.id, age: mergedAt - at }
  if (review.commit === null) return { ...about, sameBytes: 'no', says: `${login} approved a commit that is gone` }
  const same = agrees(review)
  if (same.is === 'unknown')
    return {
      ...about,
      sameBytes: 'unknown',
      says: `what ${login} approved could not be read: ${writeEdgeError(same.because)}`,
    }
  return same.value
    ? { ...about, sameBytes: 'yes', says: `${login} approved ${writeDuration(about.age)} before the merge` }
    : { ...about, sameBytes: 'no', says: `${login} approved other bytes than those that landed` }
}

/**
 * Each account's last opinion. An approval stands when it is the last opinion before the merge; an objection stands when
 * it was the last at the merge (approving afterwards comes too late) or is the last of all. A dismissed review clears.
 */
export function whatWasSaid(
  reviews: readonly Review[],
  mergedAt: Instant,
  agrees: (review: Review) => Answer<boolean>,
): Said {
  const approvals: Approval[] = []
  const objections: Objection[] = []
  const byAccount = Map.groupBy([...opinionsOf(reviews)].sort(byTime), (opinion) => opinion.account)
  for (const [, opinions] of [...byAccount].sort(([a], [b]) => a - b)) {
    const atMerge = opinions.filter(({ at }) => at <= mergedAt).at(-1)
    const last = opinions.at(-1)
    const against = [atMerge, last].find((opinion) => opinion?.review.state === 'CHANGES_REQUESTED')
    if (against !== undefined)
      objections.push({ account: against.account, login: against.login, review: against.review.id })
    else if (atMerge?.review.state === 'APPROVED') approvals.push(approvalOf(atMerge, mergedAt, agrees))
  }
  return { approvals, objections }
}
