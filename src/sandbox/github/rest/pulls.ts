// REST: pull requests, opened, listed, changed and merged.
import { readCommit } from '../../git/objects.ts'
import { headOf } from '../../git/repository.ts'
import { tryMerge } from '../actions/merging.ts'
import { changePull, closePull, openPull, reopenPull, retarget } from '../actions/pulls.ts'
import { fullName, newestPull, repositoryNamed, thePull, userNamed } from '../records.ts'
import { renderCommit } from '../render/git.ts'
import { changedFiles, renderFile, renderFullPull, renderPull } from '../render/pull.ts'
import { actionsBot, type GithubWorld, type MergeMethod, type Pull } from '../world.ts'
import {
  type Answer,
  type AskedOfRepository,
  changed,
  created,
  found,
  invalid,
  notFound,
  numberIn,
  paged,
  type Route,
  refused,
  textOf,
  textsOf,
} from './asked.ts'

export const readsPulls = [['pull-requests', 'read']] as const
export const writesPulls = [['pull-requests', 'write']] as const

/** Answers for the pull request that the path names, or that there is none. */
export const onPull =
  (answer: (asked: AskedOfRepository, pull: Pull) => Answer) =>
  (asked: AskedOfRepository): Answer => {
    const pull = asked.repository.pulls.find((one) => one.number === numberIn(asked, 'pull_number'))
    return pull === undefined ? notFound : answer(asked, pull)
  }

/** What an action on this pull request by this caller names. */
export const actionOn = (asked: AskedOfRepository, pull: Pull) => ({
  repository: fullName(asked.repository),
  pull: pull.number,
  by: (asked.actor ?? actionsBot).login,
  at: asked.now,
})

/** The same view after a change of the world. */
export function afterwards(
  asked: AskedOfRepository,
  github: GithubWorld,
  number: number,
  full: typeof renderFullPull | typeof renderPull = renderFullPull,
): unknown {
  const name = fullName(asked.repository)
  const repository = repositoryNamed(github, name)
  return repository === null ? null : full({ ...asked.view, github }, repository, thePull({ github }, name, number))
}

function listPulls(asked: AskedOfRepository): Answer {
  const { repository, url, view } = asked
  const state = url.searchParams.get('state') ?? 'open'
  const base = url.searchParams.get('base')
  const [owner, branch] = (url.searchParams.get('head') ?? '').split(':')
  const listed = repository.pulls.filter((pull) => {
    const source = asked.github.repositories.find((one) => one.id === pull.head.repository)
    if (state !== 'all' && (pull.state === 'open' ? 'open' : 'closed') !== state) return false
    if (base !== null && pull.base !== base) return false
    return branch === undefined || (pull.head.branch === branch && source?.owner.login === owner)
  })
  const ordered = url.searchParams.get('direction') === 'asc' ? listed : listed.toReversed()
  return paged(asked, ordered, (pull) => renderPull(view, repository, pull))
}

function createPull(asked: AskedOfRepository): Answer {
  const { repository, body, github } = asked
  const [first = '', second] = (textOf(body, 'head') ?? '').split(':')
  const fork = second === undefined ? repository : repositoryNamed(github, `${first}/${repository.name}`)
  const head = second ?? first
  const base = textOf(body, 'base') ?? ''
  const title = textOf(body, 'title')
  if (title === null) return invalid('title is missing')
  if (fork === null || headOf(fork, head) === null) return invalid('head is invalid')
  const baseOid = headOf(repository, base)
  if (baseOid === null) return invalid('base is invalid')
  if (baseOid === headOf(fork, head)) return invalid(`No commits between ${base} and ${head}`)
  const twin = repository.pulls.find(
    (one) => one.state === 'open' && one.base === base && one.head.branch === head && one.head.repository === fork.id,
  )
  if (twin !== undefined) return invalid(`A pull request already exists for ${fork.owner.login}:${head}.`)
  const name = fullName(repository)
  const author = (asked.actor ?? actionsBot).login
  const next = openPull(
    { github },
    {
      repository: name,
      author,
      title,
      body: textOf(body, 'body') ?? '',
      head,
      base,
      fork: fullName(fork),
      draft: body['draft'] === true,
      at: asked.now,
    },
  )
  return created(next.github, afterwards(asked, next.github, newestPull(next, name).number))
}

function updatePull(asked: AskedOfRepository, pull: Pull): Answer {
  const on = actionOn(asked, pull)
  const [title, text, base, state] = ['title', 'body', 'base', 'state'].map((name) => textOf(asked.body, name))
  let next = changePull({ github: asked.github }, on, { title: title ?? pull.title, body: text ?? pull.body })
  if (typeof base === 'string') {
    if (headOf(asked.repository, base) === null) return invalid('base is invalid')
    next = retarget(next, { ...on, base })
  }
  if (state === 'closed' && pull.state === 'open') next = closePull(next, on)
  if (state === 'open' && pull.state === 'closed') next = reopenPull(next, on)
  return changed(next.github, afterwards(asked, next.github, pull.number))
}

const methods: readonly MergeMethod[] = ['merge', 'squash', 'rebase']

function merge(asked: AskedOfRepository, pull: Pull): Answer {
  const sha = textOf(asked.body, 'sha')
  const method = methods.find((one) => one === (textOf(asked.body, 'merge_method') ?? 'merge'))
  if (method === undefined) return invalid('merge_method is invalid')
  if (sha !== null && sha !== pull.head.oid)
    return refused(409, 'Head branch was modified. Review and try the merge again.')
  if (pull.state !== 'open' || pull.draft) return refused(405, 'Pull Request is not mergeable')
  const title = textOf(asked.body, 'commit_title')
  const text = textOf(asked.body, 'commit_message')
  const message = title === null ? {} : { message: text === null || text === '' ? title : `${title}\n\n${text}` }
  const next = tryMerge({ github: asked.github }, { ...actionOn(asked, pull), method, ...message })
  if (next === null) return refused(405, 'Merge conflict')
  const { mergeCommit } = thePull(next, fullName(asked.repository), pull.number)
  return changed(next.github, { sha: mergeCommit, merged: true, message: 'Pull Request successfully merged' })
}

function requestReviewers(asked: AskedOfRepository, pull: Pull): Answer {
  const ids = textsOf(asked.body, 'reviewers').map((login) => userNamed(asked.github, login)?.id)
  if (ids.includes(undefined)) return invalid('Could not resolve to a node with the given login')
  const asks = new Set([...pull.requestedReviewers, ...ids.filter((id) => id !== undefined)])
  const { github } = changePull({ github: asked.github }, actionOn(asked, pull), { requestedReviewers: [...asks] })
  return created(github, afterwards(asked, github, pull.number, renderPull))
}

function listRequested(asked: AskedOfRepository, pull: Pull): Answer {
  return found({ users: renderPull(asked.view, asked.repository, pull).requested_reviewers, teams: [] })
}

function listPullCommits(asked: AskedOfRepository, pull: Pull): Answer {
  return paged(asked, pull.commits.slice(0, 250), (oid) => {
    const commit = readCommit(asked.repository.gitDirectory, oid)
    return commit === null ? null : renderCommit(asked.view, asked.repository, commit)
  })
}

/** GitHub lists at most 3,000 files of a pull request (REST API, list pull requests files). */
function listFiles(asked: AskedOfRepository, pull: Pull): Answer {
  const files = changedFiles(asked.repository, pull).slice(0, 3000)
  return paged(asked, files, (file) => renderFile(asked.view, asked.repository, pull, file))
}

const one = '/repos/{owner}/{repo}/pulls/{pull_number}'

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/pulls', needs: readsPulls, answer: listPulls },
  { method: 'POST', path: '/repos/{owner}/{repo}/pulls', needs: writesPulls, answer: createPull },
  {
    method: 'GET',
    path: one,
    needs: readsPulls,
    answer: onPull((asked, pull) => found(renderFullPull(asked.view, asked.repository, pull))),
  },
  { method: 'PATCH', path: one, needs: writesPulls, answer: onPull(updatePull) },
  { method: 'GET', path: `${one}/commits`, needs: readsPulls, answer: onPull(listPullCommits) },
  { method: 'GET', path: `${one}/files`, needs: readsPulls, answer: onPull(listFiles) },
  { method: 'PUT', path: `${one}/merge`, needs: [['contents', 'write']], answer: onPull(merge) },
  { method: 'GET', path: `${one}/requested_reviewers`, needs: readsPulls, answer: onPull(listRequested) },
  { method: 'POST', path: `${one}/requested_reviewers`, needs: writesPulls, answer: onPull(requestReviewers) },
]
