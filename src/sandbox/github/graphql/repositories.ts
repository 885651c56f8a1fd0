// How GraphQL shows a repository, and what is found in it.
import { fullName, nodeId } from '../records.ts'
import { pageOf } from '../render/repository.ts'
import type { Pull, Repository } from '../world.ts'
import { ownerNode } from './actors.ts'
import { connection } from './connection.ts'
import { FieldProblem, type Given, type Node } from './execute.ts'
import { expressionNode, objectNode, refNode } from './git-objects.ts'
import { issueNode } from './issues.ts'
import { labelsOf } from './labels.ts'
import { pullNode } from './pulls.ts'
import { demand, type Session } from './session.ts'

export function repositoryNode(session: Session, repository: Repository): Node {
  return {
    type: 'Repository',
    fields: {
      id: () => nodeId('Repository', repository.id),
      databaseId: () => repository.id,
      name: () => repository.name,
      nameWithOwner: () => fullName(repository),
      owner: () => ownerNode(session, repository),
      isPrivate: () => repository.private,
      isFork: () => repository.forkOf !== null,
      url: () => pageOf(repository),
      defaultBranchRef: () =>
        readable(session, repository, () => refNode(session, repository, repository.defaultBranch)),
      ref: ({ qualifiedName }) =>
        readable(session, repository, () => refNode(session, repository, String(qualifiedName))),
      object: ({ oid, expression }) =>
        readable(session, repository, () =>
          typeof oid === 'string'
            ? objectNode(session, repository, oid)
            : expressionNode(session, repository, String(expression ?? 'HEAD')),
        ),
      pullRequest: ({ number }) => {
        demand(session, repository, 'pull-requests', 'read')
        const pull = repository.pulls.find((one) => one.number === number)
        if (pull === undefined)
          throw new FieldProblem(
            'NOT_FOUND',
            `Could not resolve to a PullRequest with the number of ${String(number)}.`,
          )
        return pullNode(session, repository, pull)
      },
      pullRequests: (given) => {
        demand(session, repository, 'pull-requests', 'read')
        return connection('PullRequest', chosen(repository.pulls, given), given, session.github().pageSize, (pull) =>
          pullNode(session, repository, pull),
        )
      },
      labels: (given) => labelsOf(session, repository, repository.labels, given),
      issues: (given) => {
        demand(session, repository, 'issues', 'read')
        const { states, labels } = given
        const wanted = repository.issues.filter(
          (one) =>
            isAmong(states, one.state.toUpperCase()) &&
            (labels === undefined || one.labels.some((label) => isAmong(labels, label))),
        )
        return connection('Issue', wanted, given, session.github().pageSize, (one) =>
          issueNode(session, repository, one),
        )
      },
      issue: ({ number }) => {
        demand(session, repository, 'issues', 'read')
        const issue = repository.issues.find((one) => one.number === number)
        if (issue === undefined)
          throw new FieldProblem('NOT_FOUND', `Could not resolve to an Issue with the number of ${String(number)}.`)
        return issueNode(session, repository, issue)
      },
    },
  }
}

function readable(session: Session, repository: Repository, read: () => Node | null): Node | null {
  demand(session, repository, 'contents', 'read')
  return read()
}

/** A value that is no list stands for a list of one (GraphQL, input coercion); none is no filter. */
const isAmong = (wanted: unknown, value: string): boolean =>
  wanted === undefined || wanted === null || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value)

function chosen(pulls: readonly Pull[], given: Given): readonly Pull[] {
  const { states, baseRefName, headRefName, orderBy } = given
  const newestFirst = Reflect.get(Object(orderBy), 'direction') === 'DESC'
  return (newestFirst ? pulls.toReversed() : pulls).filter((pull) => {
    if (!isAmong(states, pull.state.toUpperCase())) return false
    if (typeof baseRefName === 'string' && pull.base !== baseRefName) return false
    return typeof headRefName !== 'string' || pull.head.branch === headRefName
  })
}
