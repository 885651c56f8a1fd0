// Mutations of pull requests: opened, asked about, closed, merged.
import { headOf } from '../../../git/repository.ts'
import { roleOf } from '../../access.ts'
import { tryMerge } from '../../actions/merging.ts'
import { changePull, closePull, openPull } from '../../actions/pulls.ts'
import { fullName, newestPull, nodeId } from '../../records.ts'
import type { MergeMethod, Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { pullNode } from '../pulls.ts'
import { demand, type Session } from '../session.ts'
import { type PullThere, payload, pullBy, repositoryBy, text, texts } from './input.ts'

const refused = (message: string): FieldProblem => new FieldProblem('UNPROCESSABLE', message)

/** The same pull request after a change. */
const after = (session: Session, repository: Repository, number: number): Node | null => {
  const now = session.github().repositories.find((one) => one.id === repository.id)
  const pull = now?.pulls.find((one) => one.number === number)
  return now === undefined || pull === undefined ? null : pullNode(session, now, pull)
}

const on = (session: Session, { repository, pull }: PullThere) => ({
  repository: fullName(repository),
  pull: pull.number,
  at: session.now,
})

export function createPullRequest(session: Session, input: Given): Node {
  const repository = repositoryBy(session, text(input, 'repositoryId'))
  demand(session, repository, 'pull-requests', 'write')
  const [base, head, title] = [text(input, 'baseRefName'), text(input, 'headRefName'), text(input, 'title')]
  const [baseOid, headOid] = [headOf(repository, base), headOf(repository, head)]
  if (baseOid === null || headOid === null || title === '') throw refused('Head sha or base sha is blank')
  if (baseOid === headOid) throw refused(`No commits between ${base} and ${head}`)
  const twin = repository.pulls.find((one) => one.state === 'open' && one.base === base && one.head.branch === head)
  if (twin !== undefined) throw refused(`A pull request already exists for ${repository.owner.login}:${head}.`)
  const next = openPull(
    { github: session.github() },
    {
      repository: fullName(repository),
      author: session.actor.login,
      title,
      body: text(input, 'body'),
      head,
      base,
      draft: input['draft'] === true,
      at: session.now,
    },
  )
  session.change(next.github)
  const { number } = newestPull(next, fullName(repository))
  return payload('CreatePullRequestPayload', input, { pullRequest: () => after(session, repository, number) })
}

export function updatePullRequest(session: Session, input: Given): Node {
  const there = pullBy(session, text(input, 'pullRequestId'))
  demand(session, there.repository, 'pull-requests', 'write')
  const title = text(input, 'title') === '' ? there.pull.title : text(input, 'title')
  const body = typeof input['body'] === 'string' ? input['body'] : there.pull.body
  session.change(changePull({ github: session.github() }, on(session, there), { title, body }).github)
  return payload('UpdatePullRequestPayload', input, {
    pullRequest: () => after(session, there.repository, there.pull.number),
  })
}

export function closePullRequest(session: Session, input: Given): Node {
  const there = pullBy(session, text(input, 'pullRequestId'))
  demand(session, there.repository, 'pull-requests', 'write')
  if (there.pull.state === 'merged') throw refused('Pull request is already merged')
  if (there.pull.state === 'open') session.change(closePull({ github: session.github() }, on(session, there)).github)
  return payload('ClosePullRequestPayload', input, {
    pullRequest: () => after(session, there.repository, there.pull.number),
  })
}

/** Refused as a whole when one of them cannot be asked, as on GitHub. */
export function requestReviews(session: Session, input: Given): Node {
  const there = pullBy(session, text(input, 'pullRequestId'))
  const { repository, pull } = there
  demand(session, repository, 'pull-requests', 'write')
  const ids = texts(input, 'userIds').map((id) => {
    const user = session.github().users.find((one) => nodeId(one.type, one.id) === id)
    if (user === undefined)
      throw new FieldProblem('NOT_FOUND', `Could not resolve to User node with the global id of '${id}'.`)
    if (user.id === pull.author) throw refused('Review cannot be requested from pull request author.')
    if (roleOf(repository, user.id) === null)
      throw refused('Reviews may only be requested from collaborators. One or more of the users is not a collaborator.')
    return user.id
  })
  const before = input['union'] === true ? pull.requestedReviewers : []
  const requestedReviewers = [...new Set([...before, ...ids])]
  session.change(changePull({ github: session.github() }, on(session, there), { requestedReviewers }).github)
  return payload('RequestReviewsPayload', input, { pullRequest: () => after(session, repository, pull.number) })
}

const METHODS: Readonly<Record<string, MergeMethod>> = { MERGE: 'merge', SQUASH: 'squash', REBASE: 'rebase' }

export function mergePullRequest(session: Session, input: Given): Node {
  const there = pullBy(session, text(input, 'pullRequestId'))
  const { repository, pull } = there
  demand(session, repository, 'contents', 'write')
  demand(session, repository, 'pull-requests', 'write')
  const expected = text(input, 'expectedHeadOid')
  if (expected !== '' && expected !== pull.head.oid)
    throw refused('Head branch was modified. Review and try the merge again.')
  if (pull.state === 'merged') throw refused('Pull request already merged')
  if (pull.state === 'closed') throw refused('Pull request is closed')
  if (pull.draft) throw refused('Pull Request is still a draft')
  if (repository.blocksMerges)
    throw refused('Repository rule violations found: at least 1 approving review is required')
  const method = METHODS[text(input, 'mergeMethod') === '' ? 'MERGE' : text(input, 'mergeMethod')] ?? 'merge'
  const headline = text(input, 'commitHeadline')
  const body = text(input, 'commitBody')
  const message = headline === '' ? {} : { message: body === '' ? headline : `${headline}\n\n${body}` }
  const next = tryMerge(
    { github: session.github() },
    { ...on(session, there), by: session.actor.login, method, ...message },
  )
  if (next === null) throw refused('Pull Request has merge conflicts')
  session.change(next.github)
  return payload('MergePullRequestPayload', input, { pullRequest: () => after(session, repository, pull.number) })
}
