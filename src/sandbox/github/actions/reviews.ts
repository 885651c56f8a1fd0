// What people say on pull requests and issues: reviews, dismissals, comments, edits.
import { must, nextNumber, takeId, thePull, theRepository, theUser, withRepository } from '../records.ts'
import type { Comment, Issue, Review, ReviewState, WithGithub } from '../world.ts'
import { changePull, type OnPull } from './pulls.ts'

export interface NewReview extends OnPull {
  /** Login. */
  readonly user: string
  readonly state: ReviewState
  readonly body?: string
  /** The commit that was looked at; without it the head; null = garbage-collected since. */
  readonly commit?: string | null
}

export function review<W extends WithGithub>(world: W, wanted: NewReview): W {
  const pull = thePull(world, wanted.repository, wanted.pull)
  const taken = takeId(world)
  const user = theUser(world, wanted.user).id
  const said: Review = {
    id: taken.id,
    user,
    state: wanted.state,
    body: wanted.body ?? '',
    submittedAt: wanted.at,
    commit: wanted.commit === undefined ? pull.head.oid : wanted.commit,
  }
  const requestedReviewers = pull.requestedReviewers.filter((one) => one !== user)
  return changePull(taken.world, wanted, { reviews: [...pull.reviews, said], requestedReviewers })
}

/** Dismisses the last opinion of a user: the review stays in its place and its state becomes DISMISSED. */
export function dismiss<W extends WithGithub>(world: W, on: OnPull & { readonly user: string }): W {
  const user = theUser(world, on.user).id
  const pull = thePull(world, on.repository, on.pull)
  const last = pull.reviews.findLast((one) => one.user === user && one.state !== 'COMMENTED')
  const { id } = must(last, `review by ${on.user}`)
  return changePull(world, on, {
    reviews: pull.reviews.map((one) => (one.id === id ? { ...one, state: 'DISMISSED' } : one)),
  })
}

/** Every review's commit is garbage-collected. */
export function forgetReviewedCommits<W extends WithGithub>(world: W, on: OnPull): W {
  const { reviews } = thePull(world, on.repository, on.pull)
  return changePull(world, on, { reviews: reviews.map((one) => ({ ...one, commit: null })) })
}

export interface NewComment {
  readonly repository: string
  /** Number of an issue or pull request. */
  readonly number: number
  readonly author: string
  readonly body: string
  readonly at: number
}

export function comment<W extends WithGithub>(world: W, wanted: NewComment): W {
  const repository = theRepository(world, wanted.repository)
  const taken = takeId(world)
  const said: Comment = {
    id: taken.id,
    number: wanted.number,
    author: theUser(world, wanted.author).id,
    body: wanted.body,
    createdAt: wanted.at,
    updatedAt: wanted.at,
  }
  return withRepository(taken.world, repository.id, { comments: [...repository.comments, said] })
}

export interface NewIssue {
  readonly repository: string
  readonly author: string
  readonly title: string
  readonly body: string
  readonly labels?: readonly string[]
  readonly at: number
}

/** Opens an issue; `newestIssue` finds it. */
export function openIssue<W extends WithGithub>(world: W, wanted: NewIssue): W {
  const repository = theRepository(world, wanted.repository)
  const taken = takeId(world)
  const issue: Issue = {
    id: taken.id,
    number: nextNumber(repository),
    title: wanted.title,
    body: wanted.body,
    author: theUser(world, wanted.author).id,
    state: 'open',
    labels: wanted.labels ?? [],
    createdAt: wanted.at,
    updatedAt: wanted.at,
    closedAt: null,
    edits: [],
  }
  return withRepository(taken.world, repository.id, { issues: [...repository.issues, issue] })
}

/** Changes an issue's text, as its author or any maintainer may. */
export function editIssue<W extends WithGithub>(
  world: W,
  wanted: {
    readonly repository: string
    readonly issue: number
    readonly by: string
    readonly body: string
    readonly at: number
  },
): W {
  const repository = theRepository(world, wanted.repository)
  must(
    repository.issues.find((one) => one.number === wanted.issue),
    `issue ${wanted.issue}`,
  )
  const edit = { by: theUser(world, wanted.by).id, at: wanted.at }
  return withRepository(world, repository.id, {
    issues: repository.issues.map((one) =>
      one.number === wanted.issue
        ? { ...one, body: wanted.body, edits: [...one.edits, edit], updatedAt: wanted.at }
        : one,
    ),
  })
}
