// How REST shows pull requests and reviews (GitHub REST API: pull-request, pull-request-review, diff-entry).

import { merges } from '../../git/merging.ts'
import { commitsBetween, headOf, mergeBase } from '../../git/repository.ts'
import { git } from '../../git/run.ts'
import { nodeId } from '../records.ts'
import type { Pull, Repository, Review } from '../world.ts'
import { associationOf, renderAccount, renderSomeone, renderUser } from './account.ts'
import { renderLabel } from './issue.ts'
import { pageOf, renderRepository, repositoryUrl } from './repository.ts'
import { iso, type View } from './view.ts'

export function renderPull(view: View, repository: Repository, pull: Pull) {
  const base = repositoryUrl(view, repository)
  const url = `${base}/pulls/${pull.number}`
  const issue = `${base}/issues/${pull.number}`
  const page = `${pageOf(repository)}/pull/${pull.number}`
  const links = {
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    statuses: `${base}/statuses/${pull.head.oid}`,
    html: page,
    issue,
    review_comments: `${url}/comments`,
    review_comment: `${base}/pulls/comments{/number}`,
    self: url,
  }
  return {
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    comments_url: links.comments,
    commits_url: links.commits,
    statuses_url: links.statuses,
    review_comment_url: links.review_comment,
    review_comments_url: links.review_comments,
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    state: pull.state === 'open' ? 'open' : 'closed',
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: renderSomeone(view, pull.author),
    author_association: associationOf(view, repository, pull.author),
    labels: pull.labels.map((name) => renderLabel(view, repository, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    auto_merge: null,
    requested_reviewers: pull.requestedReviewers.map((id) => renderSomeone(view, id)),
    requested_teams: [],
    created_at: iso(pull.createdAt),
    updated_at: iso(pull.updatedAt),
    closed_at: iso(pull.closedAt),
    merged_at: iso(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit,
    head: renderEnd(
      view,
      view.github.repositories.find((one) => one.id === pull.head.repository) ?? null,
      pull.head.branch,
      pull.head.oid,
    ),
    base: renderEnd(view, repository, pull.base, pull.baseOid),
  }
}

function renderEnd(view: View, repository: Repository | null, branch: string, sha: string) {
  const owner = repository?.owner ?? null
  return {
    label: `${owner?.login ?? 'unknown repository'}:${branch}`,
    ref: branch,
    sha,
    user: owner === null ? null : renderAccount(view, owner),
    repo: repository === null ? null : renderRepository(view, repository),
  }
}

export function renderFullPull(view: View, repository: Repository, pull: Pull) {
  const files = changedFiles(repository, pull)
  const sum = (pick: (file: ChangedFile) => number): number => files.reduce((total, file) => total + pick(file), 0)
  const mergeable =
    pull.state === 'open' ? merges(repository, headOf(repository, pull.base) ?? pull.baseOid, pull.head.oid) : null
  return {
    ...renderPull(view, repository, pull),
    merged: pull.state === 'merged',
    merged_by: renderUser(view, pull.mergedBy),
    mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    rebaseable: null,
    maintainer_can_modify: false,
    comments: repository.comments.filter((one) => one.number === pull.number).length,
    review_comments: 0,
    commits: pull.commits.length,
    changed_files: files.length,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
  }
}

export function renderReview(view: View, repository: Repository, pull: Pull, review: Review) {
  const url = `${repositoryUrl(view, repository)}/pulls/${pull.number}`
  const page = `${pageOf(repository)}/pull/${pull.number}#pullrequestreview-${review.id}`
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: renderUser(view, review.user),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: url,
    _links: { html: { href: page }, pull_request: { href: url } },
    submitted_at: iso(review.submittedAt),
    commit_id: review.commit,
    author_association: associationOf(view, repository, review.user),
  }
}

interface ChangedFile {
  readonly status: string
  readonly path: string
  readonly oid: string
  readonly additions: number
  readonly deletions: number
}

const statuses: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', T: 'changed' }

/** What a pull request changes between its merge base and its head, renames shown as removal and addition. */
export function changedFiles(repository: Repository, pull: Pull): readonly ChangedFile[] {
  const from = mergeBase(repository, pull.baseOid, pull.head.oid)
  if (from === null || commitsBetween(repository, from, pull.head.oid).length === 0) return []
  const range = ['--no-renames', '-z', from, pull.head.oid]
  const raw = git(repository.gitDirectory, ['diff-tree', '-r', '--raw', '--abbrev=40', ...range]).split('\0')
  const counts = git(repository.gitDirectory, ['diff-tree', '-r', '--numstat', ...range]).split('\0')
  return counts.flatMap((line, index) => {
    const [additions, deletions, path] = line.split('\t')
    const [, , before = '', after = '', letter = ''] = raw[index * 2]?.split(' ') ?? []
    if (path === undefined) return []
    const oid = letter === 'D' ? before : after
    return [
      {
        status: statuses[letter] ?? 'modified',
        path,
        oid,
        additions: Number(additions) || 0,
        deletions: Number(deletions) || 0,
      },
    ]
  })
}

export function renderFile(view: View, repository: Repository, pull: Pull, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/')
  const { oid } = pull.head
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${pageOf(repository)}/blob/${oid}/${path}`,
    raw_url: `${pageOf(repository)}/raw/${oid}/${path}`,
    contents_url: `${repositoryUrl(view, repository)}/contents/${path}?ref=${oid}`,
  }
}
