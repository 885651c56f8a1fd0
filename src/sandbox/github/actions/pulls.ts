// What people do with pull requests short of merging: open, retarget, close, reopen, forget a fork.

import { headOf } from '../../git/repository.ts'
import { must, nextNumber, takeId, thePull, theRepository, theUser, withPull, withRepository } from '../records.ts'
import type { Pull, PullEvent, WithGithub } from '../world.ts'
import { bring, newHead } from './following.ts'

export interface NewPull {
  /** `owner/name` of the base. */
  readonly repository: string
  /** Login. */
  readonly author: string
  readonly title: string
  readonly body?: string
  /** Branch whose changes are proposed; it must exist. */
  readonly head: string
  /** Branch of the base; without it the default branch. */
  readonly base?: string
  /** `owner/name` of the fork that has the head; without it the same repository. */
  readonly fork?: string
  readonly draft?: boolean
  /** Seconds since the epoch, UTC. */
  readonly at: number
}

/** Opens a pull request; `newestPull` finds it. */
export function openPull<W extends WithGithub>(world: W, wanted: NewPull): W {
  const repository = theRepository(world, wanted.repository)
  const source = theRepository(world, wanted.fork ?? wanted.repository)
  const base = wanted.base ?? repository.defaultBranch
  const number = nextNumber(repository)
  const taken = takeId(world)
  const oid = bring(repository, source, number, must(headOf(source, wanted.head), `branch ${wanted.head}`))
  const head = { repository: source.id, branch: wanted.head, oid }
  const pull: Pull = {
    id: taken.id,
    number,
    title: wanted.title,
    body: wanted.body ?? '',
    author: theUser(world, wanted.author).id,
    draft: wanted.draft ?? false,
    state: 'open',
    base,
    ...newHead(repository, { base, head, baseOid: must(headOf(repository, base), `branch ${base}`) }, oid),
    landed: [],
    createdAt: wanted.at,
    updatedAt: wanted.at,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommit: null,
    reviews: [],
    requestedReviewers: [],
    labels: [],
    events: [],
  }
  return withRepository(taken.world, repository.id, { pulls: [...repository.pulls, pull] })
}

export interface OnPull {
  readonly repository: string
  readonly pull: number
  /** Seconds since the epoch, UTC. */
  readonly at: number
}

export function closePull<W extends WithGithub>(world: W, on: OnPull): W {
  return changePull(world, on, { state: 'closed', closedAt: on.at, events: withEvent(world, on, 'closed') })
}

export function reopenPull<W extends WithGithub>(world: W, on: OnPull): W {
  return changePull(world, on, { state: 'open', closedAt: null, events: withEvent(world, on, 'reopened') })
}

export function readyForReview<W extends WithGithub>(world: W, on: OnPull): W {
  return changePull(world, on, { draft: false, events: withEvent(world, on, 'ready') })
}

const withEvent = (world: WithGithub, on: OnPull, is: PullEvent['is']): readonly PullEvent[] => [
  ...thePull(world, on.repository, on.pull).events,
  { is, at: on.at },
]

/** Another base branch for an open pull request. */
export function retarget<W extends WithGithub>(world: W, on: OnPull & { readonly base: string }): W {
  const repository = theRepository(world, on.repository)
  const pull = thePull(world, on.repository, on.pull)
  return changePull(world, on, { base: on.base, ...newHead(repository, { ...pull, base: on.base }, pull.head.oid) })
}

/** The fork behind a pull request is deleted: the head stays, its repository is null. */
export function forgetFork<W extends WithGithub>(world: W, on: OnPull): W {
  return changePull(world, on, { head: { ...thePull(world, on.repository, on.pull).head, repository: null } })
}

export function changePull<W extends WithGithub>(world: W, on: OnPull, change: Partial<Pull>): W {
  thePull(world, on.repository, on.pull)
  return withPull(world, theRepository(world, on.repository).id, on.pull, { ...change, updatedAt: on.at })
}
