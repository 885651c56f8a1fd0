// What GraphQL mutations do: a commit on a branch, a comment said, a comment changed.
import { commit, type FileChange, headOf } from '../../git/repository.ts'
import { visible } from '../access.ts'
import { afterPush } from '../actions/following.ts'
import { comment as say } from '../actions/reviews.ts'
import { fullName, nodeId, withRepository } from '../records.ts'
import type { Comment, Repository } from '../world.ts'
import { FieldProblem, type Given, type Node } from './execute.ts'
import { objectNode, refNode } from './git-objects.ts'
import { commentNode } from './pulls.ts'
import { demand, type Session } from './session.ts'

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const part = (given: Given, name: string): Given => (isObject(given[name]) ? given[name] : {})
const parts = (given: Given, name: string): readonly Given[] => {
  const value = given[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}
const text = (given: Given, name: string): string => (typeof given[name] === 'string' ? given[name] : '')

export const mutationNode = (session: Session): Node => ({
  type: 'Mutation',
  fields: {
    createCommitOnBranch: (given) => createCommit(session, part(given, 'input')),
    addComment: (given) => addComment(session, part(given, 'input')),
    updateIssueComment: (given) => updateComment(session, part(given, 'input')),
  },
})

/** A payload; the caller's own id of the mutation comes back in it. */
const payload = (type: string, input: Given, fields: Node['fields']): Node => ({
  type,
  fields: {
    ...fields,
    clientMutationId: () => (typeof input['clientMutationId'] === 'string' ? input['clientMutationId'] : null),
  },
})

function createCommit(session: Session, input: Given): Node {
  const branch = text(part(input, 'branch'), 'branchName').replace(/^refs\/heads\//, '')
  const name = text(part(input, 'branch'), 'repositoryNameWithOwner')
  const repository = visible(session.github(), session.caller, name)
  if (repository === null)
    throw new FieldProblem('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`)
  demand(session, repository, 'contents', 'write')
  const before = headOf(repository, branch)
  if (before === null) throw new FieldProblem('NOT_FOUND', `No such branch: ${branch}`)
  const expected = text(input, 'expectedHeadOid')
  if (before !== expected)
    throw new FieldProblem(
      'STALE_DATA',
      `Expected branch to point to "${expected}" but it did not. Pull and try again.`,
    )
  const { headline, body } = part(input, 'message')
  const message = typeof body === 'string' && body !== '' ? `${String(headline)}\n\n${body}` : String(headline)
  const { name: author, email } = session.actor
  const files = changesOf(part(input, 'fileChanges'))
  const after = commit(repository, {
    branch,
    parents: [before],
    files,
    message,
    author: { name: author, email },
    at: session.now,
  })
  const moved = afterPush(
    { github: session.github() },
    repository.id,
    [{ ref: `refs/heads/${branch}`, before, after }],
    session.actor,
    session.now,
  )
  session.change(moved.github)
  return payload('CreateCommitOnBranchPayload', input, {
    commit: () => objectNode(session, repository, after),
    ref: () => refNode(session, repository, branch),
  })
}

function changesOf(changes: Given): Readonly<Record<string, FileChange>> {
  const deletions = parts(changes, 'deletions').map((one): [string, FileChange] => [text(one, 'path'), null])
  const additions = parts(changes, 'additions').map((one): [string, FileChange] => {
    return [text(one, 'path'), { mode: '100644', bytes: Buffer.from(text(one, 'contents'), 'base64') }]
  })
  return Object.fromEntries([...deletions, ...additions])
}

function addComment(session: Session, input: Given): Node {
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
    body: text(input, 'body'),
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

function updateComment(session: Session, input: Given): Node {
  const id = text(input, 'id')
  const holds = (comment: Comment): boolean => nodeId('IssueComment', comment.id) === id
  const repository = session.github().repositories.find((one) => one.comments.some(holds))
  const before = repository?.comments.find(holds)
  if (repository === undefined || before === undefined) throw notResolved(id)
  demandSome(session, repository)
  const after = { ...before, body: text(input, 'body'), updatedAt: session.now }
  const comments = repository.comments.map((one) => (holds(one) ? after : one))
  session.change(withRepository({ github: session.github() }, repository.id, { comments }).github)
  return payload('UpdateIssueCommentPayload', input, { issueComment: () => commentNode(session, after) })
}

// Comments are written with either permission, as in REST.
function demandSome(session: Session, repository: Repository): void {
  try {
    demand(session, repository, 'issues', 'write')
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem
    demand(session, repository, 'pull-requests', 'write')
  }
}

const notResolved = (id: string): FieldProblem =>
  new FieldProblem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`)
