// REST: which rules protect a branch. Who bypasses them is shown to those alone who may change them.

import { callerOf, may } from '../access.ts'
import { repositoryUrl } from '../render/repository.ts'
import { iso } from '../render/view.ts'
import type { Ruleset } from '../safety.ts'
import { type AskedOfRepository, found, notFound, numberIn, paged, type Route, refused } from './asked.ts'

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
    created_at: iso(repository.createdAt),
    updated_at: iso(repository.createdAt),
    _links: { self: { href: url }, html: { href: url } },
  }
}

export const ruleRoutes: readonly Route[] = [
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
]
