// How REST shows issues and what hangs on them (GitHub REST API: issue, issue-comment, label, reaction).
import { nodeId, userOf } from '../records.ts'
import type { Comment, Issue, Pull, Reaction, Repository } from '../world.ts'
import { associationOf, renderAccount, renderUser } from './account.ts'
import { pageOf, repositoryUrl } from './repository.ts'
import { iso, type View } from './view.ts'

const contents = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'eyes', 'rocket'] as const

function rollup(repository: Repository, kind: Reaction['on']['kind'], id: number, url: string) {
  const on = repository.reactions.filter((one) => one.on.kind === kind && one.on.id === id)
  const counted = contents.map((content) => [content, on.filter((one) => one.content === content).length])
  return { url: `${url}/reactions`, total_count: on.length, ...Object.fromEntries(counted) }
}

/** An issue, or a pull request as the issue that it also is. */
export function renderIssue(view: View, repository: Repository, issue: Issue | Pull) {
  const base = repositoryUrl(view, repository)
  const url = `${base}/issues/${issue.number}`
  const pulls = 'head' in issue
  const page = `${pageOf(repository)}/${pulls ? 'pull' : 'issues'}/${issue.number}`
  const pull = `${base}/pulls/${issue.number}`
  const pull_request = {
    url: pull,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: pulls ? iso(issue.mergedAt) : null,
  }
  return {
    id: issue.id,
    node_id: nodeId(pulls ? 'PullRequest' : 'Issue', issue.id),
    number: issue.number,
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    title: issue.title,
    body: issue.body,
    user: renderUser(view, issue.author),
    labels: issue.labels.map((name) => renderLabel(view, repository, name)),
    state: issue.state === 'open' ? 'open' : 'closed',
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: repository.comments.filter((one) => one.number === issue.number).length,
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    closed_at: iso(issue.closedAt),
    author_association: associationOf(view, repository, issue.author),
    reactions: rollup(repository, 'issue', issue.number, url),
    ...(pulls ? { pull_request, draft: issue.draft } : {}),
  }
}

export function renderComment(view: View, repository: Repository, comment: Comment) {
  const base = repositoryUrl(view, repository)
  const url = `${base}/issues/comments/${comment.id}`
  const app = userOf(view.github, comment.author)?.login === 'github-actions[bot]' ? 'github-actions' : null
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${pageOf(repository)}/issues/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${base}/issues/${comment.number}`,
    user: renderUser(view, comment.author),
    body: comment.body,
    created_at: iso(comment.createdAt),
    updated_at: iso(comment.updatedAt),
    author_association: associationOf(view, repository, comment.author),
    performed_via_github_app: app === null ? null : renderApp(view, app),
    reactions: rollup(repository, 'comment', comment.id, url),
  }
}

export function renderLabel(view: View, repository: Repository, name: string) {
  return {
    id: 5_000_000 + Math.max(0, repository.labels.indexOf(name)),
    node_id: nodeId('Label', name),
    url: `${repositoryUrl(view, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  }
}

export function renderReaction(view: View, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id),
    user: renderUser(view, reaction.user),
    content: reaction.content,
    created_at: iso(reaction.createdAt),
  }
}

/** The GitHub App behind a bot (GitHub REST API: integration). */
export function renderApp(view: View, slug: string) {
  const at = '2018-07-30T09:30:17Z'
  return {
    id: 15368,
    slug,
    node_id: nodeId('App', 15368),
    client_id: 'Iv1.sandbox',
    owner: renderAccount(view, { login: 'github', id: 9919, type: 'Organization' }),
    name: 'GitHub Actions',
    description: null,
    external_url: 'https://help.github.com/en/actions',
    html_url: `https://github.com/apps/${slug}`,
    created_at: at,
    updated_at: at,
    permissions: { checks: 'write', contents: 'write', issues: 'write', metadata: 'read', pull_requests: 'write' },
    events: [],
  }
}
