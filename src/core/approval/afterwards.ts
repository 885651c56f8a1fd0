// Whether broken glass was looked at afterwards: a review by one of those who must, after the merge.

import type { PersonId, VersionId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import type { Review } from './evidence.ts'
import { personOf } from './people-of.ts'

/** Glass that nobody reviewed yet. `by`: handles of those who may. */
export interface OpenGlass {
  readonly version: VersionId
  readonly request: string
  readonly pull: number
  readonly by: readonly PersonId[]
  /** When it was broken: what was said before does not count. */
  readonly at: Instant
}

export interface LaterReview {
  readonly version: VersionId
  readonly request: string
  readonly by: PersonId
  readonly review: number
  readonly verdict: 'approved' | 'objected'
}

const VERDICTS: Readonly<Partial<Record<Review['state'], LaterReview['verdict']>>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'objected',
}

/**
 * The first that counts; null: it is still open. Requester and beneficiary are never among `by`. Who the reviewer is comes
 * from GitHub's numeric id, and the people map must still know them, and the directory
 * must not say that they have left.
 */
export function reviewAfterwards(
  glass: OpenGlass,
  reviews: readonly Omit<Review, 'blobs'>[],
  mergedAt: Instant,
  settings: Settings,
): LaterReview | null {
  for (const { id, author, state, submittedAt } of reviews) {
    const verdict = VERDICTS[state]
    if (verdict === undefined || author?.type !== 'User' || submittedAt === null || submittedAt <= mergedAt) continue
    const found = personOf(settings, author.id)
    if (found.is !== 'one' || found.person.out !== null || !glass.by.includes(found.person.handle)) continue
    return { version: glass.version, request: glass.request, by: found.person.handle, review: id, verdict }
  }
  return null
}
