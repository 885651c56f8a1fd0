// Who reviewed broken glass by now: the reviews of its pull requests, read once for all of them.

import { type LaterReview, type OpenGlass, reviewAfterwards } from '../core/approval/afterwards.ts'
import { type Answer, known } from '../core/model/edge-error.ts'
import type { Settings } from '../core/model/settings.ts'
import type { Where } from '../edges/github/batches.ts'
import { pullsByNumber } from '../edges/github/pulls.ts'

/** What could not be read leaves its glass open; unknown only where nothing could. */
export async function lookAfterwards(
  where: Where,
  glass: readonly OpenGlass[],
  settings: Settings,
): Promise<Answer<readonly LaterReview[]>> {
  const pulls = await pullsByNumber(
    where,
    glass.map(({ pull }) => pull),
  )
  const reviews: LaterReview[] = []
  for (const one of glass) {
    const pull = pulls.get(one.pull)
    if (pull === undefined) continue
    if (pull.is === 'unknown') return pull
    const { mergedAt, reviews: said } = pull.value
    if (said.is === 'unknown') return said
    const review = mergedAt === null ? null : reviewAfterwards(one, said.value, mergedAt, settings)
    if (review !== null) reviews.push(review)
  }
  return known(reviews)
}
