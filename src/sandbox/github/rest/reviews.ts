// REST: reviews of a pull request, read, given and dismissed.

import { changePull } from '../actions/pulls.ts'
import { review as give } from '../actions/reviews.ts'
import { fullName, repositoryNamed, thePull } from '../records.ts'
import { renderReview } from '../render/pull.ts'
import type { GithubWorld, Pull, Review, ReviewState } from '../world.ts'
import {
  type Answer,
  type AskedOfRepository,
  changed,
  found,
  invalidReview,
  notFound,
  numberIn,
  paged,
  type Route,
  refused,
  textOf,
} from './asked.ts'
import { actionOn, onPull, readsPulls, writesPulls } from './pulls.ts'

const states: Readonly<Record<string, ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
}

function createReview(asked: AskedOfRepository, pull: Pull): Answer {
  const state = states[textOf(asked.body, 'event') ?? ''] ?? 'PENDING'
  const commit = textOf(asked.body, 'commit_id') ?? pull.head.oid
  if (asked.actor === null) return refused(401, 'Requires authentication')
  if (pull.author === asked.actor.id && (state === 'APPROVED' || state === 'CHANGES_REQUESTED'))
    return invalidReview('Can not approve or request changes on your own pull request')
  const on = {
    ...actionOn(asked, pull),
    user: asked.actor.login,
    state,
    commit,
    body: textOf(asked.body, 'body') ?? '',
  }
  const { github } = give({ github: asked.github }, on)
  return shown(asked, github, pull.number, (reviews) => reviews.at(-1))
}

function dismissReview(asked: AskedOfRepository, pull: Pull): Answer {
  const id = numberIn(asked, 'review_id')
  if (!pull.reviews.some((one) => one.id === id)) return notFound
  const reviews = pull.reviews.map((one): Review => (one.id === id ? { ...one, state: 'DISMISSED' } : one))
  const { github } = changePull({ github: asked.github }, actionOn(asked, pull), { reviews })
  return shown(asked, github, pull.number, (all) => all.find((one) => one.id === id))
}

function shown(
  asked: AskedOfRepository,
  github: GithubWorld,
  number: number,
  pick: (reviews: readonly Review[]) => Review | undefined,
): Answer {
  const name = fullName(asked.repository)
  const pull = thePull({ github }, name, number)
  const review = pick(pull.reviews)
  const repository = repositoryNamed(github, name)
  if (review === undefined || repository === null) return notFound
  return changed(github, renderReview({ ...asked.view, github }, repository, pull, review))
}

const all = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'

export const reviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    needs: readsPulls,
    answer: onPull((asked, pull) =>
      paged(asked, pull.reviews, (one) => renderReview(asked.view, asked.repository, pull, one)),
    ),
  },
  { method: 'POST', path: all, needs: writesPulls, answer: onPull(createReview) },
  {
    method: 'GET',
    path: `${all}/{review_id}`,
    needs: readsPulls,
    answer: onPull((asked, pull) => {
      const one = pull.reviews.find((review) => review.id === numberIn(asked, 'review_id'))
      return one === undefined ? notFound : found(renderReview(asked.view, asked.repository, pull, one))
    }),
  },
  { method: 'PUT', path: `${all}/{review_id}/dismissals`, needs: writesPulls, answer: onPull(dismissReview) },
]
