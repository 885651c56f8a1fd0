// REST: a repository, its branches, and who may do what in it.
import { commitOid } from '../../git/objects.ts'
import { headOf } from '../../git/repository.ts'
import { git } from '../../git/run.ts'
import { userNamed, userOf } from '../records.ts'
import { renderAccount, renderPermission, renderPublicUser } from '../render/account.ts'
import { renderBranch } from '../render/git.ts'
import { renderRepository, repositoryUrl } from '../render/repository.ts'
import {
  type AccountRoute,
  found,
  notFound,
  nothing,
  numberIn,
  paged,
  partOf,
  type Route,
  refused,
  textOf,
} from './asked.ts'

export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    needs: [['metadata', 'read']],
    answer: ({ view, repository }) => found(renderRepository(view, repository)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches',
    needs: [['contents', 'read']],
    answer: (asked) => {
      const lines = git(asked.repository.gitDirectory, [
        'for-each-ref',
        '--format=%(refname:lstrip=2) %(objectname)',
        'refs/heads',
      ])
      const branches = lines.split('\n').filter((line) => line !== '')
      return paged(asked, branches, (line) => {
        const [name = '', sha = ''] = line.split(' ')
        return {
          name,
          commit: { sha, url: `${repositoryUrl(asked.view, asked.repository)}/commits/${sha}` },
          protected: false,
        }
      })
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch}',
    needs: [['contents', 'read']],
    answer: ({ view, repository, parameters }) => {
      const branch = parameters['branch'] ?? ''
      const oid = headOf(repository, branch)
      return oid === null ? refused(404, 'Branch not found') : found(renderBranch(view, repository, branch, oid))
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    needs: [['metadata', 'read']],
    answer: ({ github, view, repository, parameters }) => {
      const user = userNamed(github, parameters['username'] ?? '')
      return user === null ? notFound : found(renderPermission(view, repository, user))
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators',
    needs: [['metadata', 'read']],
    answer: (asked) => {
      const known = asked.repository.collaborators.flatMap(({ user: id, role }) => {
        const user = userOf(asked.github, id)
        return user === null ? [] : [{ ...renderAccount(asked.view, user), role_name: role }]
      })
      return paged(asked, known, (one) => one)
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    needs: [['actions', 'write']],
    answer: ({ github, repository, parameters, body, actor, now }) => {
      const ref = textOf(body, 'ref')
      if (ref === null) return refused(422, 'Invalid request.\n\n"ref" wasn\'t supplied.')
      if (commitOid(repository.gitDirectory, ref) === null) return refused(422, `No ref found for: ${ref}`)
      const workflow = parameters['workflow_id'] ?? ''
      const dispatch = { workflow, ref, inputs: partOf(body, 'inputs'), by: actor?.id ?? 0, at: now }
      const changed = { ...repository, dispatches: [...repository.dispatches, dispatch] }
      return nothing({
        ...github,
        repositories: github.repositories.map((one) => (one.id === repository.id ? changed : one)),
      })
    },
  },
]

export const accountRoutes: readonly AccountRoute[] = [
  {
    method: 'GET',
    path: '/users/{username}',
    answer: ({ github, view, parameters }) => {
      const user = userNamed(github, parameters['username'] ?? '')
      return user === null ? notFound : found(renderPublicUser(view, user))
    },
  },
  {
    method: 'GET',
    path: '/user/{account_id}',
    answer: (asked) => {
      const user = userOf(asked.github, numberIn(asked, 'account_id'))
      return user === null ? notFound : found(renderPublicUser(asked.view, user))
    },
  },
  {
    method: 'GET',
    path: '/orgs/{org}/members',
    answer: (asked) => {
      const { github, parameters } = asked
      const org = (parameters['org'] ?? '').toLowerCase()
      const owned = github.repositories.filter(
        ({ owner }) => owner.type === 'Organization' && owner.login.toLowerCase() === org,
      )
      if (owned.length === 0) return notFound
      const members = new Set(owned.flatMap(({ collaborators }) => collaborators.map(({ user }) => user)))
      const known = [...members].sort((a, b) => a - b).flatMap((id) => userOf(github, id) ?? [])
      return paged(asked, known, (user) => renderAccount(asked.view, user))
    },
  },
  {
    method: 'GET',
    path: '/rate_limit',
    answer: ({ github }) => {
      const { limit, remaining, reset } = github.rateLimit
      const core = { limit, remaining, reset, used: limit - remaining, resource: 'core' }
      const search = { limit: 30, remaining: 30, reset, used: 0, resource: 'search' }
      return found({ resources: { core, graphql: { ...core, resource: 'graphql' }, search }, rate: core })
    },
  },
]
