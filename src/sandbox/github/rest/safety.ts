// REST: what Actions may in a repository: environments, secrets, permissions, workflows.

import { git } from '../../git/run.ts'
import { repositoryUrl } from '../render/repository.ts'
import { iso } from '../render/view.ts'
import type { Environment } from '../safety.ts'
import { type AskedOfRepository, found, notFound, paged, type Route } from './asked.ts'

const policyOf = ({ branches }: Environment): object | null => {
  if (branches === 'every') return null
  return { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' }
}

function environmentShown({ repository, view }: AskedOfRepository, one: Environment): object {
  const url = `${repositoryUrl(view, repository)}/environments/${encodeURIComponent(one.name)}`
  const policy = policyOf(one)
  return {
    id: one.id,
    node_id: `EN_${one.id}`,
    name: one.name,
    url,
    html_url: url,
    created_at: iso(repository.createdAt),
    updated_at: iso(repository.createdAt),
    protection_rules: [
      ...(one.reviewers
        ? [
            {
              id: one.id + 1,
              node_id: `GA_${one.id + 1}`,
              type: 'required_reviewers',
              prevent_self_review: false,
              reviewers: [],
            },
          ]
        : []),
      ...(policy === null ? [] : [{ id: one.id + 2, node_id: `GA_${one.id + 2}`, type: 'branch_policy' }]),
    ],
    deployment_branch_policy: policy,
  }
}

/** Files below .github/workflows on the default branch. */
function workflowsIn({ repository }: AskedOfRepository): readonly string[] {
  const { gitDirectory, defaultBranch } = repository
  const heads = git(gitDirectory, ['for-each-ref', '--format=%(refname)', `refs/heads/${defaultBranch}`])
  if (heads.trim() === '') return []
  const listed = git(gitDirectory, ['ls-tree', '-r', '--name-only', `refs/heads/${defaultBranch}`, '.github/workflows'])
  return listed.split('\n').filter((path) => /\.ya?ml$/.test(path))
}

export const safetyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/environments',
    needs: [['actions', 'read']],
    answer: (asked) =>
      paged(
        asked,
        asked.repository.safety.environments,
        (one) => environmentShown(asked, one),
        (environments, total_count) => ({ total_count, environments }),
      ),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    needs: [['actions', 'read']],
    answer: (asked) => {
      const name = asked.parameters['environment_name'] ?? ''
      const one = asked.repository.safety.environments.find((environment) => environment.name === name)
      if (one === undefined || typeof one.branches === 'string') return notFound
      return paged(
        asked,
        [...one.branches.entries()],
        ([index, branch]) => ({
          id: one.id * 10 + index,
          node_id: `DBP_${one.id * 10 + index}`,
          name: branch,
          type: 'branch',
        }),
        (branch_policies, total_count) => ({ total_count, branch_policies }),
      )
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/secrets',
    needs: [['secrets', 'read']],
    answer: (asked) =>
      paged(
        asked,
        asked.repository.safety.secrets,
        (name) => ({
          name,
          created_at: iso(asked.repository.createdAt),
          updated_at: iso(asked.repository.createdAt),
        }),
        (secrets, total_count) => ({ total_count, secrets }),
      ),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/permissions',
    needs: [['administration', 'read']],
    answer: ({ repository }) =>
      found({ enabled: true, allowed_actions: 'all', sha_pinning_required: repository.safety.actions.pinned }),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/permissions/workflow',
    needs: [['administration', 'read']],
    answer: ({ repository }) =>
      found({
        default_workflow_permissions: repository.safety.actions.token,
        can_approve_pull_request_reviews: repository.safety.actions.approves,
      }),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/workflows',
    needs: [['actions', 'read']],
    answer: (asked) => {
      const { repository, view } = asked
      return paged(
        asked,
        [...workflowsIn(asked).entries()],
        ([index, path]) => {
          const url = `${repositoryUrl(view, repository)}/actions/workflows/${index + 1}`
          return {
            id: index + 1,
            node_id: `W_${index + 1}`,
            name: path,
            path,
            state: repository.safety.disabled[path] ?? 'active',
            created_at: iso(repository.createdAt),
            updated_at: iso(repository.createdAt),
            url,
            html_url: url,
            badge_url: url,
          }
        },
        (workflows, total_count) => ({ total_count, workflows }),
      )
    },
  },
]
