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
  listed: (settings: Settings, accounts: ReadonlySet<number>) => Promise<Answer<Settings>>,
): Promise<Answer<readonly LaterReview[]>> {
  const pulls = await pullsByNumber(
    where,
    glass.map(({ pull }) => pull),
  )
  const said = [...pulls.values()].flatMap((one) =>
    one.is === 'known' && one.value.reviews.is === 'known' ? one.value.reviews.value : [],
  )
  const people = await listed(settings, new Set(said.flatMap(({ author }) => author?.id ?? [])))
  if (people.is === 'unknown') return people
  const reviews: LaterReview[] = []
  for (const one of glass) {
    const pull = pulls.get(one.pull)
    if (pull === undefined) continue
    if (pull.is === 'unknown') return pull
    const { mergedAt, reviews: answer } = pull.value
    if (answer.is === 'unknown') return answer
    const review = mergedAt === null ? null : reviewAfterwards(one, answer.value, mergedAt, people.value)
    if (review !== null) reviews.push(review)
  }
  return known(reviews)
}
