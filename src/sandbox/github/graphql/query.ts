// Where a GraphQL query starts: a repository, a node by its global id, the rate limit.
import { visible } from '../access.ts'
import { nodeId, userNamed } from '../records.ts'
import { iso } from '../render/view.ts'
import { actorNode, userNode } from './actors.ts'
import { FieldProblem, type Node } from './execute.ts'
import { issueNode } from './issues.ts'
import { commentNode, pullNode } from './pulls.ts'
import { repositoryNode } from './repositories.ts'
import type { Session } from './session.ts'

export const queryNode = (session: Session): Node => ({
  type: 'Query',
  fields: {
    rateLimit: () => rateNode(session),
    repository: ({ owner, name }) => {
      const full = `${String(owner)}/${String(name)}`
      const repository = visible(session.github(), session.caller, full)
      if (repository === null)
        throw new FieldProblem('NOT_FOUND', `Could not resolve to a Repository with the name '${full}'.`)
      return repositoryNode(session, repository)
    },
    node: ({ id }) => byGlobalId(session, String(id)),
    nodes: ({ ids }) => (Array.isArray(ids) ? ids.map((id) => byGlobalId(session, String(id))) : []),
    viewer: () => userNode({ ...session.actor, type: 'User' }),
    user: ({ login }) => {
      const user = userNamed(session.github(), String(login))
      if (user?.type !== 'User')
        throw new FieldProblem('NOT_FOUND', `Could not resolve to a User with the login of '${String(login)}'.`)
      return userNode(user)
    },
  },
})

function byGlobalId(session: Session, id: string): Node {
  const github = session.github()
  const user = github.users.find((one) => nodeId(one.type, one.id) === id)
  const inside = github.repositories.flatMap((repository) => {
    if (visible(github, session.caller, `${repository.owner.login}/${repository.name}`) === null) return []
    return [
      ...(nodeId('Repository', repository.id) === id ? [repositoryNode(session, repository)] : []),
      ...repository.pulls
        .filter((one) => nodeId('PullRequest', one.id) === id)
        .map((one) => pullNode(session, repository, one)),
      ...repository.issues
        .filter((one) => nodeId('Issue', one.id) === id)
        .map((one) => issueNode(session, repository, one)),
      ...repository.comments
        .filter((one) => nodeId('IssueComment', one.id) === id)
        .map((one) => commentNode(session, one)),
    ]
  })[0]
  const found = inside ?? actorNode(session, user?.id ?? null)
  if (found === null) throw new FieldProblem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  return found
}

function rateNode(session: Session): Node {
  const { limit, remaining, reset } = session.github().rateLimit
  return {
    type: 'RateLimit',
    fields: {
      limit: () => limit,
      remaining: () => remaining,
      used: () => limit - remaining,
      cost: () => 1,
      nodeCount: () => 0,
      resetAt: () => iso(reset),
    },
  }
}
