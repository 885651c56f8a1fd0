// Mutations of issues: opened, changed, closed, opened again.
import { editIssue, openIssue } from '../../actions/reviews.ts'
import { fullName, newestIssue, nodeId, withRepository } from '../../records.ts'
import type { Issue, Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { issueNode } from '../issues.ts'
import { demand, type Session } from '../session.ts'
import { notResolved, payload, repositoryBy, text, texts } from './input.ts'
import { namesOf } from './labels.ts'

interface There {
  readonly repository: Repository
  readonly issue: Issue
}

function issueBy(session: Session, id: string): There {
  for (const repository of session.github().repositories) {
    const issue = repository.issues.find((one) => nodeId('Issue', one.id) === id)
    if (issue !== undefined) return { repository, issue }
  }
  throw notResolved(id)
}

const shown = (session: Session, { repository, issue }: There): Node | null => {
  const now = session.github().repositories.find((one) => one.id === repository.id)
  const found = now?.issues.find((one) => one.id === issue.id)
  return now === undefined || found === undefined ? null : issueNode(session, now, found)
}

export function createIssue(session: Session, input: Given): Node {
  const repository = repositoryBy(session, text(input, 'repositoryId'))
  demand(session, repository, 'issues', 'write')
  const title = text(input, 'title')
  if (title === '') throw new FieldProblem('UNPROCESSABLE', "Title can't be blank")
  const wanted = {
    repository: fullName(repository),
    author: session.actor.login,
    title,
    body: text(input, 'body'),
    labels: namesOf(repository, texts(input, 'labelIds')),
    at: session.now,
  }
  const next = openIssue({ github: session.github() }, wanted)
  session.change(next.github)
  const issue = newestIssue(next, fullName(repository))
  return payload('CreateIssuePayload', input, { issue: () => shown(session, { repository, issue }) })
}

function changed(session: Session, { repository, issue }: There, change: Partial<Issue>): void {
  const now = session.github().repositories.find((one) => one.id === repository.id) ?? repository
  const issues = now.issues.map((one) => (one.id === issue.id ? { ...one, ...change, updatedAt: session.now } : one))
  session.change(withRepository({ github: session.github() }, repository.id, { issues }).github)
}

export function updateIssue(session: Session, input: Given): Node {
  const there = issueBy(session, text(input, 'id'))
  const { repository, issue } = there
  demand(session, repository, 'issues', 'write')
  if (typeof input['body'] === 'string' && input['body'] !== issue.body) {
    const wanted = {
      repository: fullName(repository),
      issue: issue.number,
      by: session.actor.login,
      body: input['body'],
      at: session.now,
    }
    session.change(editIssue({ github: session.github() }, wanted).github)
  }
  const title = text(input, 'title')
  if (title !== '') changed(session, there, { title })
  return payload('UpdateIssuePayload', input, { issue: () => shown(session, there) })
}

const stateOf = (session: Session, state: Issue['state']): Partial<Issue> => ({
  state,
  closedAt: state === 'closed' ? session.now : null,
})

export function closeIssue(session: Session, input: Given): Node {
  const there = issueBy(session, text(input, 'issueId'))
  demand(session, there.repository, 'issues', 'write')
  changed(session, there, stateOf(session, 'closed'))
  return payload('CloseIssuePayload', input, { issue: () => shown(session, there) })
}

export function reopenIssue(session: Session, input: Given): Node {
  const there = issueBy(session, text(input, 'issueId'))
  demand(session, there.repository, 'issues', 'write')
  changed(session, there, stateOf(session, 'open'))
  return payload('ReopenIssuePayload', input, { issue: () => shown(session, there) })
}
