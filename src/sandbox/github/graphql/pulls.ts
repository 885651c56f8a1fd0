// How GraphQL shows pull requests, their reviews and their comments.
import { roleOf } from '../access.ts'
import { nodeId } from '../records.ts'
import { pageOf } from '../render/repository.ts'
import { iso } from '../render/view.ts'
import type { Comment, Pull, PullEvent, Repository, Review } from '../world.ts'
import { actorNode } from './actors.ts'
import { connection } from './connection.ts'
import type { Given, Node } from './execute.ts'
import { objectNode } from './git-objects.ts'
import { labelsOf } from './labels.ts'
import { repositoryNode } from './repositories.ts'
import type { Session } from './session.ts'

export function pullNode(session: Session, repository: Repository, pull: Pull): Node {
  const { pageSize, repositories } = session.github()
  const source = repositories.find((one) => one.id === pull.head.repository) ?? null
  return {
    type: 'PullRequest',
    fields: {
      ...datesOf(pull),
      id: () => nodeId('PullRequest', pull.id),
      number: () => pull.number,
      databaseId: () => pull.id,
      fullDatabaseId: () => String(pull.id),
      title: () => pull.title,
      body: () => pull.body,
      url: () => `${pageOf(repository)}/pull/${pull.number}`,
      state: () => pull.state.toUpperCase(),
      isDraft: () => pull.draft,
      closed: () => pull.state !== 'open',
      merged: () => pull.state === 'merged',
      mergedBy: () => actorNode(session, pull.mergedBy),
      mergeCommit: () => (pull.mergeCommit === null ? null : objectNode(session, repository, pull.mergeCommit)),
      baseRefName: () => pull.base,
      baseRefOid: () => pull.baseOid,
      baseRepository: () => repositoryNode(session, repository),
      headRefName: () => pull.head.branch,
      headRefOid: () => pull.head.oid,
      headRepository: () => (source === null ? null : repositoryNode(session, source)),
      isCrossRepository: () => pull.head.repository !== repository.id,
      author: () => actorNode(session, pull.author),
      reviewDecision: () => null, // null where no rule demands a review, as on every sandbox branch
      reviews: (given) =>
        connection('PullRequestReview', chosen(pull.reviews, given, session), given, pageSize, (one) =>
          reviewNode(session, repository, one),
        ),
      comments: (given) => commentsOf(session, repository, pull.number, given),
      labels: (given) => labelsOf(session, repository, pull.labels, given),
      reviewRequests: (given) =>
        connection('ReviewRequest', pull.requestedReviewers, given, pageSize, (user) => ({
          type: 'ReviewRequest',
          fields: { requestedReviewer: () => actorNode(session, user) },
        })),
      timelineItems: (given) =>
        connection('PullRequestTimelineItems', eventsOf(pull, given), given, pageSize, (event) =>
          eventNode(pull, event),
        ),
      commits: (given) =>
        connection('PullRequestCommit', pull.commits, given, pageSize, (oid) => ({
          type: 'PullRequestCommit',
          fields: { id: () => nodeId('PullRequestCommit', oid), commit: () => objectNode(session, repository, oid) },
        })),
    },
  }
}

const EVENTS: Readonly<Record<PullEvent['is'], { readonly type: string; readonly item: string }>> = {
  reopened: { type: 'ReopenedEvent', item: 'REOPENED_EVENT' },
  ready: { type: 'ReadyForReviewEvent', item: 'READY_FOR_REVIEW_EVENT' },
  closed: { type: 'ClosedEvent', item: 'CLOSED_EVENT' },
}

const eventsOf = ({ events }: Pull, { itemTypes }: Given): readonly PullEvent[] =>
  events.filter(({ is }) => !Array.isArray(itemTypes) || itemTypes.includes(EVENTS[is].item))

const eventNode = (pull: Pull, { is, at }: PullEvent): Node => ({
  type: EVENTS[is].type,
  fields: { id: () => nodeId(EVENTS[is].type, `${pull.id}:${at}`), createdAt: () => iso(at) },
})

const datesOf = (pull: Pull): Node['fields'] => ({
  createdAt: () => iso(pull.createdAt),
  updatedAt: () => iso(pull.updatedAt),
  closedAt: () => iso(pull.closedAt),
  mergedAt: () => iso(pull.mergedAt),
})

function chosen(reviews: readonly Review[], given: Given, session: Session): readonly Review[] {
  const states = given['states']
  const author = session.github().users.find((user) => user.login === given['author'])
  return reviews.filter((one) => {
    if (Array.isArray(states) && !states.includes(one.state)) return false
    return typeof given['author'] !== 'string' || one.user === author?.id
  })
}

function reviewNode(session: Session, repository: Repository, review: Review): Node {
  const role = roleOf(repository, review.user)
  return {
    type: 'PullRequestReview',
    fields: {
      id: () => nodeId('PullRequestReview', review.id),
      databaseId: () => review.id,
      fullDatabaseId: () => String(review.id),
      state: () => review.state,
      body: () => review.body,
      submittedAt: () => iso(review.submittedAt),
      author: () => actorNode(session, review.user),
      viewerDidAuthor: () => review.user === session.actor.id,
      authorCanPushToRepository: () => role === 'write' || role === 'maintain' || role === 'admin',
      commit: () => (review.commit === null ? null : objectNode(session, repository, review.commit)),
    },
  }
}

export function commentsOf(session: Session, repository: Repository, number: number, given: Given): Node {
  const said = repository.comments.filter((one) => one.number === number)
  return connection('IssueComment', said, given, session.github().pageSize, (one) => commentNode(session, one))
}

export function commentNode(session: Session, comment: Comment): Node {
  return {
    type: 'IssueComment',
    fields: {
      id: () => nodeId('IssueComment', comment.id),
      databaseId: () => comment.id,
      fullDatabaseId: () => String(comment.id),
      body: () => comment.body,
      author: () => actorNode(session, comment.author),
      viewerDidAuthor: () => comment.author === session.actor.id,
      createdAt: () => iso(comment.createdAt),
      updatedAt: () => iso(comment.updatedAt),
      lastEditedAt: () => iso(comment.updatedAt === comment.createdAt ? null : comment.updatedAt),
    },
  }
}
