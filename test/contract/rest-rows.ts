// One call of each REST operation of the sandbox that is done, and one that is refused.

import { acme, type Names } from './github-world.ts'

export interface Ask {
  /** Below the address of the API. */
  readonly path: string
  readonly body?: object
  readonly status: number
  /** Whose token: the bot's unless said otherwise. */
  readonly by?: 'bot' | 'marta' | 'nobody'
}

export interface Row {
  /** As the sandbox's table writes it. */
  readonly what: string
  readonly asks: readonly Ask[]
}

const here = `/repos/${acme}`
const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Paths below the repository. */
const ask = (path: string, status: number, body?: object, by?: Ask['by']): Ask => ({
  path: `${here}${path}`,
  status,
  ...(body === undefined ? {} : { body }),
  ...(by === undefined ? {} : { by }),
})

const repo = (what: string, ...asks: readonly Ask[]): Row => {
  const [method, path = ''] = what.split(' ')
  return { what: `${method} /repos/{owner}/{repo}${path}`, asks }
}

const accountRows: readonly Row[] = [
  {
    what: 'GET /users/{username}',
    asks: [
      { path: '/users/marta', status: 200 },
      { path: '/users/github-actions[bot]', status: 200 },
      { path: '/users/nobody', status: 404 },
    ],
  },
  {
    what: 'GET /user/{account_id}',
    asks: [
      { path: '/user/101', status: 200 },
      { path: '/user/999', status: 404 },
    ],
  },
  {
    what: 'GET /orgs/{org}/members',
    asks: [
      { path: `/orgs/${acme.split('/')[0]}/members`, status: 200 },
      { path: '/orgs/nobody/members', status: 404 },
    ],
  },
  {
    what: 'GET /rate_limit',
    asks: [
      { path: '/rate_limit', status: 200 },
      { path: '/rate_limit', status: 401, by: 'nobody' },
    ],
  },
]

const gitRows = ({ main, ask: head, tree, blob }: Names): readonly Row[] => [
  repo('GET /git/ref/{ref}', ask('/git/ref/heads/main', 200), ask('/git/ref/heads/none', 404)),
  repo('GET /git/matching-refs/{ref}', ask('/git/matching-refs/heads/', 200)),
  repo(
    'POST /git/refs',
    ask('/git/refs', 201, { ref: 'refs/heads/made', sha: main }),
    ask('/git/refs', 422, { ref: 'refs/heads/main', sha: main }),
    ask('/git/refs', 422, { ref: 'main', sha: main }),
  ),
  repo(
    'PATCH /git/refs/{ref}',
    ask('/git/refs/heads/scratch', 200, { sha: main, force: true }),
    ask('/git/refs/heads/main', 422, { sha: 'f'.repeat(40) }),
  ),
  repo('DELETE /git/refs/{ref}', ask('/git/refs/heads/doomed', 204), ask('/git/refs/heads/none', 422)),
  repo('GET /git/blobs/{file_sha}', ask(`/git/blobs/${blob}`, 200), ask(`/git/blobs/${'f'.repeat(40)}`, 404)),
  repo('POST /git/blobs', ask('/git/blobs', 201, { content: base64('x'), encoding: 'base64' })),
  repo(
    'GET /git/trees/{tree_sha}',
    ask(`/git/trees/${head}`, 200),
    ask(`/git/trees/${tree}?recursive=1`, 200),
    ask('/git/trees/none', 404),
  ),
  repo(
    'POST /git/trees',
    ask('/git/trees', 201, {
      base_tree: main,
      tree: [{ path: 'new.txt', mode: '100644', type: 'blob', content: 'new\n' }],
    }),
    ask('/git/trees', 422, { tree: [{ path: 'new.txt', mode: '100644', type: 'blob', sha: 'f'.repeat(40) }] }),
  ),
  repo('GET /git/commits/{commit_sha}', ask(`/git/commits/${main}`, 200), ask(`/git/commits/${'f'.repeat(40)}`, 404)),
  repo(
    'POST /git/commits',
    ask('/git/commits', 201, {
      message: 'm',
      tree,
      parents: [main],
      author: { name: 'marta', email: 'marta@acme.test', date: '2026-11-22T08:00:00Z' },
    }),
    ask('/git/commits', 422, { message: 'm', tree: 'f'.repeat(40) }),
  ),
  repo(
    'GET /commits',
    ask('/commits', 200),
    ask('/commits?sha=ask&path=ask.yaml&per_page=1', 200),
    ask('/commits?sha=none', 404),
  ),
  repo('GET /commits/{commit_sha}/pulls', ask(`/commits/${head}/pulls`, 200), ask('/commits/none/pulls', 422)),
  repo('GET /commits/{ref}', ask('/commits/main', 200), ask(`/commits/${head}`, 200), ask('/commits/none', 422)),
]

const contentRows = ({ blob }: Names): readonly Row[] => [
  repo(
    'GET /contents/{path}',
    ask('/contents/ask.yaml?ref=ask', 200),
    ask('/contents/dir?ref=ask', 200),
    ask('/contents/dir/link?ref=ask', 200),
    ask('/contents/dir/out?ref=ask', 200),
    ask('/contents/', 200),
    ask('/contents/none', 404),
  ),
  repo(
    'PUT /contents/{path}',
    ask('/contents/new.txt', 201, { message: 'm', content: base64('new'), branch: 'scratch' }),
    ask('/contents/ask.yaml', 409, { message: 'm', content: base64('new'), branch: 'ask', sha: 'f'.repeat(40) }),
    ask('/contents/ask.yaml', 422, { message: 'm', content: base64('new'), branch: 'ask' }),
    ask('/contents/ask.yaml', 404, { message: 'm', content: base64('new'), branch: 'none' }),
  ),
  repo(
    'DELETE /contents/{path}',
    ask('/contents/ask.yaml', 200, { message: 'm', sha: blob, branch: 'ask' }),
    ask('/contents/ask.yaml', 409, { message: 'm', sha: 'f'.repeat(40), branch: 'ask' }),
  ),
]

const pullRows = ({ ask: head, review }: Names): readonly Row[] => [
  repo('GET /pulls', ask('/pulls?state=all', 200), ask('/pulls?state=open&base=main&head=acme:ask&per_page=1', 200)),
  repo(
    'POST /pulls',
    ask('/pulls', 201, { title: 'Fresh', head: 'fresh', base: 'main', body: 'please' }),
    ask('/pulls', 422, { title: 'Twice', head: 'ask', base: 'main' }),
  ),
  repo(
    'GET /pulls/{pull_number}',
    ask('/pulls/1', 200),
    ask('/pulls/2', 200),
    ask('/pulls/4', 200),
    ask('/pulls/99', 404),
  ),
  repo(
    'PATCH /pulls/{pull_number}',
    ask('/pulls/1', 200, { title: 'Other', state: 'closed' }),
    ask('/pulls/1', 422, { base: 'none' }),
  ),
  repo('GET /pulls/{pull_number}/commits', ask('/pulls/1/commits', 200), ask('/pulls/99/commits', 404)),
  repo('GET /pulls/{pull_number}/files', ask('/pulls/1/files', 200), ask('/pulls/99/files', 404)),
  repo(
    'PUT /pulls/{pull_number}/merge',
    ask('/pulls/3/merge', 200, { merge_method: 'squash', commit_title: 'third' }),
    ask('/pulls/1/merge', 409, { sha: 'f'.repeat(40) }),
    ask('/pulls/2/merge', 405),
  ),
  repo(
    'GET /pulls/{pull_number}/requested_reviewers',
    ask('/pulls/1/requested_reviewers', 200),
    ask('/pulls/99/requested_reviewers', 404),
  ),
  repo(
    'POST /pulls/{pull_number}/requested_reviewers',
    ask('/pulls/1/requested_reviewers', 201, { reviewers: ['ivan'] }),
    ask('/pulls/1/requested_reviewers', 422, { reviewers: ['nobody'] }),
  ),
  repo('GET /pulls/{pull_number}/reviews', ask('/pulls/1/reviews', 200), ask('/pulls/99/reviews', 404)),
  repo(
    'POST /pulls/{pull_number}/reviews',
    ask('/pulls/1/reviews', 200, { event: 'APPROVE', commit_id: head, body: 'fine' }),
    ask('/pulls/1/reviews', 422, { event: 'APPROVE' }, 'marta'),
  ),
  repo(
    'GET /pulls/{pull_number}/reviews/{review_id}',
    ask(`/pulls/1/reviews/${review}`, 200),
    ask('/pulls/1/reviews/99', 404),
  ),
  repo(
    'PUT /pulls/{pull_number}/reviews/{review_id}/dismissals',
    ask(`/pulls/1/reviews/${review}/dismissals`, 200, { message: 'stale' }),
    ask('/pulls/1/reviews/99/dismissals', 404, { message: 'stale' }),
  ),
]

const issueRows = ({ comment, issueComment }: Names): readonly Row[] => [
  repo('GET /issues', ask('/issues?state=all&labels=daypass', 200)),
  repo(
    'POST /issues',
    ask('/issues', 201, { title: 'New', body: 'b', labels: ['daypass'] }),
    ask('/issues', 422, { title: '' }),
  ),
  repo('GET /issues/{issue_number}', ask('/issues/5', 200), ask('/issues/1', 200), ask('/issues/99', 404)),
  repo(
    'PATCH /issues/{issue_number}',
    ask('/issues/5', 200, { body: 'three', state: 'closed' }),
    ask('/issues/99', 404, { body: 'x' }),
  ),
  repo('GET /issues/{issue_number}/labels', ask('/issues/5/labels', 200), ask('/issues/99/labels', 404)),
  repo(
    'POST /issues/{issue_number}/labels',
    ask('/issues/5/labels', 200, { labels: ['alarm'] }),
    ask('/issues/99/labels', 404, { labels: ['alarm'] }),
  ),
  repo(
    'DELETE /issues/{issue_number}/labels/{name}',
    ask('/issues/5/labels/daypass', 200),
    ask('/issues/5/labels/none', 404),
  ),
  repo(
    'GET /issues/{issue_number}/comments',
    ask('/issues/1/comments', 200),
    ask('/issues/5/comments', 200),
    ask('/issues/99/comments', 404),
  ),
  repo(
    'POST /issues/{issue_number}/comments',
    ask('/issues/1/comments', 201, { body: 'hello' }),
    ask('/issues/1/comments', 422, { body: 'x'.repeat(65_537) }),
  ),
  repo('GET /issues/comments', ask('/issues/comments?per_page=1', 200)),
  repo(
    'GET /issues/comments/{comment_id}',
    ask(`/issues/comments/${comment}`, 200),
    ask(`/issues/comments/${issueComment}`, 200),
    ask('/issues/comments/99', 404),
  ),
  repo(
    'PATCH /issues/comments/{comment_id}',
    ask(`/issues/comments/${comment}`, 200, { body: 'other' }),
    ask('/issues/comments/99', 404, { body: 'other' }),
  ),
  repo(
    'DELETE /issues/comments/{comment_id}',
    ask(`/issues/comments/${comment}`, 204),
    ask('/issues/comments/99', 404),
  ),
  repo(
    'GET /issues/comments/{comment_id}/reactions',
    ask(`/issues/comments/${comment}/reactions`, 200),
    ask('/issues/comments/99/reactions', 404),
  ),
  repo(
    'POST /issues/comments/{comment_id}/reactions',
    ask(`/issues/comments/${comment}/reactions`, 201, { content: 'rocket' }),
    ask('/issues/comments/99/reactions', 404, { content: 'rocket' }),
  ),
  repo('GET /issues/{issue_number}/reactions', ask('/issues/5/reactions', 200), ask('/issues/99/reactions', 404)),
  repo(
    'POST /issues/{issue_number}/reactions',
    ask('/issues/5/reactions', 201, { content: 'heart' }),
    ask('/issues/99/reactions', 404, { content: 'heart' }),
  ),
]

const otherRows = ({ main, ask: head, checkRun }: Names): readonly Row[] => [
  repo('GET ', ask('', 200)),
  repo('GET /branches', ask('/branches', 200)),
  repo('GET /branches/{branch}', ask('/branches/main', 200), ask('/branches/none', 404)),
  repo(
    'GET /collaborators/{username}/permission',
    ask('/collaborators/marta/permission', 200),
    ask('/collaborators/olga/permission', 200),
    ask('/collaborators/nobody/permission', 404),
  ),
  repo('GET /collaborators', ask('/collaborators', 200)),
  repo('GET /rules/branches/{branch}', ask('/rules/branches/main', 200)),
  repo('GET /rulesets/{ruleset_id}', ask('/rulesets/55', 200), ask('/rulesets/99', 404)),
  repo(
    'GET /branches/{branch}/protection',
    ask('/branches/main/protection', 200),
    ask('/branches/target/protection', 404),
  ),
  repo('GET /environments', ask('/environments', 200)),
  repo(
    'GET /environments/{environment_name}/deployment-branch-policies',
    ask('/environments/daypass-apply/deployment-branch-policies', 200),
    ask('/environments/open/deployment-branch-policies', 404),
  ),
  repo('GET /actions/secrets', ask('/actions/secrets', 200), ask('/actions/secrets', 403, undefined, 'marta')),
  repo(
    'GET /actions/permissions',
    ask('/actions/permissions', 200),
    ask('/actions/permissions', 403, undefined, 'marta'),
  ),
  repo(
    'GET /actions/permissions/workflow',
    ask('/actions/permissions/workflow', 200),
    ask('/actions/permissions/workflow', 403, undefined, 'marta'),
  ),
  repo('GET /actions/workflows', ask('/actions/workflows', 200)),
  repo(
    'POST /actions/workflows/{workflow_id}/dispatches',
    ask('/actions/workflows/apply.yml/dispatches', 204, { ref: 'main', inputs: { why: 'x' } }),
    ask('/actions/workflows/apply.yml/dispatches', 422, { ref: 'none' }),
  ),
  repo(
    'POST /check-runs',
    ask('/check-runs', 201, { name: 'Daypass', head_sha: main, status: 'in_progress' }),
    ask('/check-runs', 403, { name: 'Daypass', head_sha: main }, 'marta'),
  ),
  repo('GET /check-runs/{check_run_id}', ask(`/check-runs/${checkRun}`, 200), ask('/check-runs/99', 404)),
  repo(
    'PATCH /check-runs/{check_run_id}',
    ask(`/check-runs/${checkRun}`, 200, {
      conclusion: 'failure',
      output: {
        title: 't',
        summary: 's',
        annotations: [{ path: 'ask.yaml', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' }],
      },
    }),
    ask('/check-runs/99', 404, { conclusion: 'failure' }),
  ),
  repo(
    'GET /commits/{ref}/check-runs',
    ask(`/commits/${head}/check-runs?check_name=Daypass`, 200),
    ask('/commits/none/check-runs', 422),
  ),
]

export const restRows = (names: Names): readonly Row[] => [
  ...accountRows,
  ...otherRows(names),
  ...gitRows(names),
  ...pullRows(names),
  ...issueRows(names),
  ...contentRows(names),
]
