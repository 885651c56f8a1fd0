// REST: comments on issues and pull requests, and reactions to either.
import { comment as say } from '../actions/reviews.ts'
import { fullName, repositoryNamed, takeId, withRepository } from '../records.ts'
import { renderComment, renderReaction } from '../render/issue.ts'
import { actionsBot, type Comment, type Issue, type Pull, type Reaction } from '../world.ts'
import {
  type Answer,
  type AskedOfRepository,
  changed,
  created,
  found,
  invalid,
  notFound,
  nothing,
  numberIn,
  paged,
  type Route,
  textOf,
} from './asked.ts'
import { onIssue, readsIssues, writesIssues } from './issues.ts'

/** GitHub's own limit on the text of a comment, in characters. */
const longest = 65_536

const onComment =
  (answer: (asked: AskedOfRepository, comment: Comment) => Answer) =>
  (asked: AskedOfRepository): Answer => {
    const comment = asked.repository.comments.find((one) => one.id === numberIn(asked, 'comment_id'))
    return comment === undefined ? notFound : answer(asked, comment)
  }

function createComment(asked: AskedOfRepository, issue: Issue | Pull): Answer {
  const body = textOf(asked.body, 'body')
  if (body === null || body === '') return invalid('Body cannot be blank')
  if (body.length > longest) return invalid(`Body is too long (maximum is ${longest} characters)`)
  const repository = fullName(asked.repository)
  const author = (asked.actor ?? actionsBot).login
  const { github } = say({ github: asked.github }, { repository, number: issue.number, author, body, at: asked.now })
  const after = repositoryNamed(github, repository)
  const written = after?.comments.at(-1)
  return after === null || written === undefined
    ? notFound
    : created(github, renderComment({ ...asked.view, github }, after, written))
}

function updateComment(asked: AskedOfRepository, comment: Comment): Answer {
  const body = textOf(asked.body, 'body')
  if (body === null || body.length > longest)
    return invalid(`Body is missing or too long (maximum is ${longest} characters)`)
  const after = { ...comment, body, updatedAt: asked.now }
  const comments = asked.repository.comments.map((one) => (one.id === comment.id ? after : one))
  const { github } = withRepository({ github: asked.github }, asked.repository.id, { comments })
  return changed(github, renderComment(asked.view, asked.repository, after))
}

function deleteComment(asked: AskedOfRepository, comment: Comment): Answer {
  const comments = asked.repository.comments.filter((one) => one.id !== comment.id)
  return nothing(withRepository({ github: asked.github }, asked.repository.id, { comments }).github)
}

function react(asked: AskedOfRepository, on: Reaction['on']): Answer {
  const user = (asked.actor ?? actionsBot).id
  const content = textOf(asked.body, 'content') ?? ''
  const same = (one: Reaction): boolean =>
    one.user === user && one.content === content && one.on.kind === on.kind && one.on.id === on.id
  const before = asked.repository.reactions.find(same)
  if (before !== undefined) return found(renderReaction(asked.view, before))
  const taken = takeId({ github: asked.github })
  const reaction = { id: taken.id, on, user, content, createdAt: asked.now }
  const reactions = [...asked.repository.reactions, reaction]
  return created(
    withRepository(taken.world, asked.repository.id, { reactions }).github,
    renderReaction(asked.view, reaction),
  )
}

function listReactions(asked: AskedOfRepository, on: Reaction['on']): Answer {
  const given = asked.repository.reactions.filter((one) => one.on.kind === on.kind && one.on.id === on.id)
  return paged(asked, given, (one) => renderReaction(asked.view, one))
}

const issues = '/repos/{owner}/{repo}/issues'
const onNumber = `${issues}/{issue_number}/comments`
const one = `${issues}/comments/{comment_id}`

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: onNumber,
    needs: readsIssues,
    answer: onIssue((asked, issue) =>
      paged(
        asked,
        asked.repository.comments.filter((said) => said.number === issue.number),
        (said) => renderComment(asked.view, asked.repository, said),
      ),
    ),
  },
  { method: 'POST', path: onNumber, needs: writesIssues, answer: onIssue(createComment) },
  {
    method: 'GET',
    path: `${issues}/comments`,
    needs: readsIssues,
    answer: (asked) =>
      paged(asked, asked.repository.comments, (said) => renderComment(asked.view, asked.repository, said)),
  },
  {
    method: 'GET',
    path: one,
    needs: readsIssues,
    answer: onComment((asked, said) => found(renderComment(asked.view, asked.repository, said))),
  },
  { method: 'PATCH', path: one, needs: writesIssues, answer: onComment(updateComment) },
  { method: 'DELETE', path: one, needs: writesIssues, answer: onComment(deleteComment) },
  {
    method: 'GET',
    path: `${one}/reactions`,
    needs: readsIssues,
    answer: onComment((asked, said) => listReactions(asked, { kind: 'comment', id: said.id })),
  },
  {
    method: 'POST',
    path: `${one}/reactions`,
    needs: writesIssues,
    answer: onComment((asked, said) => react(asked, { kind: 'comment', id: said.id })),
  },
  {
    method: 'GET',
    path: `${issues}/{issue_number}/reactions`,
    needs: readsIssues,
    answer: onIssue((asked, issue) => listReactions(asked, { kind: 'issue', id: issue.number })),
  },
  {
    method: 'POST',
    path: `${issues}/{issue_number}/reactions`,
    needs: writesIssues,
    answer: onIssue((asked, issue) => react(asked, { kind: 'issue', id: issue.number })),
  },
]
