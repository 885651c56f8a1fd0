// Mutations of comments: one said, one changed, one reacted to.
import { comment as say } from '../../actions/reviews.ts'
import { fullName, nodeId, takeId, withRepository } from '../../records.ts'
import type { Comment, Reaction, Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { commentNode } from '../pulls.ts'
import type { Session } from '../session.ts'
import { demandSome, notResolved, payload, text } from './input.ts'

/** GitHub's own limit on the text of a comment, in characters. */
const LONGEST = 65_536

function bodyOf(input: Given): string {
  const body = text(input, 'body')
  if (body.trim() === '') throw new FieldProblem('UNPROCESSABLE', "Body can't be blank")
  if (body.length > LONGEST)
    throw new FieldProblem('UNPROCESSABLE', `Body is too long (maximum is ${LONGEST} characters)`)
  return body
}

export function addComment(session: Session, input: Given): Node {
  const id = text(input, 'subjectId')
  const there = session.github().repositories.flatMap((repository) => {
    const pull = repository.pulls.filter((one) => nodeId('PullRequest', one.id) === id)
    const issue = repository.issues.filter((one) => nodeId('Issue', one.id) === id)
    return [...pull, ...issue].map(({ number }) => ({ repository, number }))
  })[0]
  if (there === undefined) throw notResolved(id)
  demandSome(session, there.repository)
  const author = session.actor.login
  const wanted = {
    repository: fullName(there.repository),
    number: there.number,
    author,
    body: bodyOf(input),
    at: session.now,
  }
  const { github } = say({ github: session.github() }, wanted)
  session.change(github)
  const written = github.repositories.find((one) => one.id === there.repository.id)?.comments.at(-1)
  if (written === undefined) throw notResolved(id)
  return payload('AddCommentPayload', input, {
    commentEdge: () => ({ type: 'IssueCommentEdge', fields: { node: () => commentNode(session, written) } }),
  })
}

export function updateComment(session: Session, input: Given): Node {
  const id = text(input, 'id')
  const holds = (comment: Comment): boolean => nodeId('IssueComment', comment.id) === id
  const repository = session.github().repositories.find((one) => one.comments.some(holds))
  const before = repository?.comments.find(holds)
  if (repository === undefined || before === undefined) throw notResolved(id)
  demandSome(session, repository)
  const after = { ...before, body: bodyOf(input), updatedAt: session.now }
  const comments = repository.comments.map((one) => (holds(one) ? after : one))
  session.change(withRepository({ github: session.github() }, repository.id, { comments }).github)
  return payload('UpdateIssueCommentPayload', input, { issueComment: () => commentNode(session, after) })
}

interface There {
  readonly repository: Repository
  readonly on: Reaction['on']
}

function reactedOn(session: Session, id: string): There {
  for (const repository of session.github().repositories) {
    const comment = repository.comments.find((one) => nodeId('IssueComment', one.id) === id)
    if (comment !== undefined) return { repository, on: { kind: 'comment', id: comment.id } }
    const issue = repository.issues.find((one) => nodeId('Issue', one.id) === id)
    if (issue !== undefined) return { repository, on: { kind: 'issue', id: issue.number } }
  }
  throw notResolved(id)
}

const REACTIONS: Readonly<Record<string, string>> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
}

export function addReaction(session: Session, input: Given): Node {
  const { repository, on } = reactedOn(session, text(input, 'subjectId'))
  demandSome(session, repository)
  const content = REACTIONS[text(input, 'content')]
  if (content === undefined) throw new FieldProblem('UNPROCESSABLE', 'No such reaction')
  const user = session.actor.id
  const same = (one: Reaction): boolean =>
    one.user === user && one.content === content && one.on.kind === on.kind && one.on.id === on.id
  if (!repository.reactions.some(same)) {
    const taken = takeId({ github: session.github() })
    const reaction = { id: taken.id, on, user, content, createdAt: session.now }
    const reactions = [...repository.reactions, reaction]
    session.change(withRepository(taken.world, repository.id, { reactions }).github)
  }
  return payload('AddReactionPayload', input, {})
}
