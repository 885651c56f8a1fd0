// REST: what protects a repository. Who bypasses rules is shown to those alone who may change them.

import { git } from '../../git/run.ts'
import { callerOf, may } from '../access.ts'
import { repositoryUrl } from '../render/repository.ts'
import type { Environment, Ruleset } from '../safety.ts'
import { type AskedOfRepository, found, notFound, numberIn, paged, type Route, refused } from './asked.ts'

const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

const covers = (ruleset: Ruleset, branch: string, main: string): boolean =>
  ruleset.branches.some((name) => name === branch || (name === '~DEFAULT_BRANCH' && branch === main))

const parametersOf = (ruleset: Ruleset, type: string): object =>
  type === 'pull_request'
    ? {
        parameters: {
          required_approving_review_count: ruleset.approvals,
          dismiss_stale_reviews_on_push: false,
          require_code_owner_review: false,
          require_last_push_approval: false,
          required_review_thread_resolution: false,
        },
      }
    : {}

const rulesFor = ({ repository, parameters }: AskedOfRepository) =>
  repository.safety.rulesets
    .filter((one) => one.enforcement === 'active' && covers(one, parameters['branch'] ?? '', repository.defaultBranch))
    .flatMap((one) =>
      one.rules.map((type) => ({
        type,
        ...parametersOf(one, type),
        ruleset_source_type: 'Repository',
        ruleset_source: `${repository.owner.login}/${repository.name}`,
        ruleset_id: one.id,
      })),
    )

function rulesetShown({ repository, view }: AskedOfRepository, one: Ruleset, seesBypass: boolean): object {
  const url = `${repositoryUrl(view, repository)}/rulesets/${one.id}`
  return {
    id: one.id,
    name: one.name,
    target: 'branch',
    source_type: 'Repository',
    source: `${repository.owner.login}/${repository.name}`,
    enforcement: one.enforcement,
    conditions: {
      ref_name: {
        include: one.branches.map((name) => (name.startsWith('~') ? name : `refs/heads/${name}`)),
        exclude: [],
      },
    },
    rules: one.rules.map((type) => ({ type, ...parametersOf(one, type) })),
    ...(seesBypass
      ? {
          bypass_actors: one.bypass.map(({ type, id, mode }) => ({
            actor_id: id,
            actor_type: type,
            bypass_mode: mode,
          })),
        }
      : {}),
    current_user_can_bypass: 'never',
    node_id: `RRS_${one.id}`,
    created_at: stamp(repository.createdAt),
    updated_at: stamp(repository.createdAt),
    _links: { self: { href: url }, html: { href: url } },
  }
}

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
    created_at: stamp(repository.createdAt),
    updated_at: stamp(repository.createdAt),
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
    path: '/repos/{owner}/{repo}/rules/branches/{branch}',
    needs: [['metadata', 'read']],
    answer: (asked) => paged(asked, rulesFor(asked), (one) => one),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rulesets/{ruleset_id}',
    needs: [['metadata', 'read']],
    answer: (asked) => {
      const one = asked.repository.safety.rulesets.find(({ id }) => id === numberIn(asked, 'ruleset_id'))
      const caller = callerOf(asked.github, asked.headers)
      return one === undefined
        ? notFound
        : found(rulesetShown(asked, one, may(asked.github, caller, asked.repository, 'administration', 'write')))
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch}/protection',
    needs: [['administration', 'read']],
    answer: ({ repository, parameters, view }) => {
      const branch = parameters['branch'] ?? ''
      const one = Object.hasOwn(repository.safety.protection, branch) ? repository.safety.protection[branch] : undefined
      if (one === undefined) return refused(404, 'Branch not protected')
      const url = `${repositoryUrl(view, repository)}/branches/${branch}/protection`
      return found({
        url,
        enforce_admins: { url: `${url}/enforce_admins`, enabled: one.admins },
        ...(one.approvals === null
          ? {}
          : {
              required_pull_request_reviews: {
                url: `${url}/required_pull_request_reviews`,
                dismiss_stale_reviews: false,
                require_code_owner_reviews: false,
                required_approving_review_count: one.approvals,
                require_last_push_approval: false,
              },
            }),
        allow_force_pushes: { enabled: false },
        allow_deletions: { enabled: false },
      })
    },
  },
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
          created_at: stamp(asked.repository.createdAt),
          updated_at: stamp(asked.repository.createdAt),
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
            created_at: stamp(repository.createdAt),
            updated_at: stamp(repository.createdAt),
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
