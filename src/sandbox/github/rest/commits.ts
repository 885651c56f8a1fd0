// REST: commits of a branch or path, one commit, and the pull requests behind it.
import { commitOid, readCommit } from '../../git/objects.ts'
import { git } from '../../git/run.ts'
import { associatedPulls } from '../associated.ts'
import { renderCommit } from '../render/git.ts'
import { renderPull } from '../render/pull.ts'
import { type Answer, type AskedOfRepository, changed, found, paged, type Route, refused } from './asked.ts'

const noCommit = (name: string): Answer => refused(422, `No commit found for SHA: ${name}`)

function listCommits(asked: AskedOfRepository): Answer {
  const { repository, url, view } = asked
  const name = url.searchParams.get('sha') ?? repository.defaultBranch
  const oid = commitOid(repository.gitDirectory, name)
  if (oid === null) return refused(404, 'Not Found')
  const path = url.searchParams.get('path')
  const out = git(repository.gitDirectory, ['rev-list', oid, '--', ...(path === null || path === '' ? [] : [path])])
  const oids = out.split('\n').filter((line) => line !== '')
  return paged(asked, oids, (one) => {
    const commit = readCommit(repository.gitDirectory, one)
    return commit === null ? null : renderCommit(view, repository, commit)
  })
}

function getCommit(asked: AskedOfRepository): Answer {
  const { repository, parameters, view } = asked
  const oid = commitOid(repository.gitDirectory, parameters['ref'] ?? '')
  const commit = oid === null ? null : readCommit(repository.gitDirectory, oid)
  return commit === null ? noCommit(parameters['ref'] ?? '') : found(renderCommit(view, repository, commit))
}

function pullsOfCommit(asked: AskedOfRepository): Answer {
  const { repository, parameters, view } = asked
  const oid = commitOid(repository.gitDirectory, parameters['commit_sha'] ?? '')
  if (oid === null) return noCommit(parameters['commit_sha'] ?? '')
  const { pulls, github } = associatedPulls(asked.github, repository, oid)
  const answer = paged(asked, pulls, (pull) => renderPull(view, repository, pull))
  return github === asked.github ? answer : { ...answer, ...changed(github, answer.body) }
}

export const commitRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/commits', needs: [['contents', 'read']], answer: listCommits },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    needs: [
      ['contents', 'read'],
      ['pull-requests', 'read'],
    ],
    answer: pullsOfCommit,
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}', needs: [['contents', 'read']], answer: getCommit },
]
