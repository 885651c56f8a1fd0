// One call of each mutation that is done, and one that is refused.

import { labelId } from '../../src/sandbox/github/graphql/labels.ts'
import { must, nodeId } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, type Names } from './github-world.ts'

type Input = Readonly<Record<string, unknown>>

export interface Mutation {
  readonly field: string
  readonly type: string
  readonly back: string
  readonly input: Input
  readonly amiss: Input
}

const none = nodeId('IssueComment', 1)

/** `scratch`: the commit that branch is at. */
export function mutationRows({ github }: WithGithub, names: Names, scratch: string): readonly Mutation[] {
  const repository = must(github.repositories[0], 'repository')
  const [open, merged] = repository.pulls.map(({ id }) => nodeId('PullRequest', id))
  const issue = nodeId('Issue', must(repository.issues[0], 'issue').id)
  const repositoryId = nodeId('Repository', repository.id)
  const label = labelId(repository, must(repository.labels[0], 'label'))
  const comment = nodeId('IssueComment', names.comment)
  const head = must(repository.pulls[0], 'pull request').head.oid
  const commit = {
    branch: { repositoryNameWithOwner: acme, branchName: 'scratch' },
    expectedHeadOid: scratch,
    message: { headline: 'Ledger' },
    fileChanges: { additions: [{ path: 'ledger.jsonl', contents: Buffer.from('{}\n').toString('base64') }] },
    clientMutationId: 'm1',
  }
  const check = {
    repositoryId,
    headSha: head,
    name: 'daypass',
    status: 'COMPLETED',
    conclusion: 'FAILURE',
    output: {
      title: 'One finding',
      summary: 'x',
      annotations: [
        {
          path: 'ask.yaml',
          location: { startLine: 1, endLine: 1, startColumn: 1, endColumn: 2 },
          annotationLevel: 'FAILURE',
          message: 'wrong',
        },
      ],
    },
  }
  const doomed = nodeId('Ref', `${repository.id}:refs/heads/doomed`)
  const row = (field: string, type: string, back: string, input: Input, amiss: Input): Mutation => ({
    field,
    type: `${type}Input`,
    back,
    input,
    amiss,
  })
  return [
    row(
      'createCommitOnBranch',
      'CreateCommitOnBranch',
      'clientMutationId commit { oid committedDate } ref { name target { oid } }',
      commit,
      { ...commit, expectedHeadOid: 'f'.repeat(40) },
    ),
    row(
      'addComment',
      'AddComment',
      'clientMutationId commentEdge { node { id body viewerDidAuthor author { __typename login } } }',
      { subjectId: open, body: 'hello' },
      { subjectId: none, body: 'x' },
    ),
    row(
      'updateIssueComment',
      'UpdateIssueComment',
      'issueComment { id body updatedAt lastEditedAt }',
      { id: comment, body: 'other' },
      { id: comment, body: 'x'.repeat(65_537) },
    ),
    row(
      'addReaction',
      'AddReaction',
      'clientMutationId',
      { subjectId: comment, content: 'EYES' },
      { subjectId: none, content: 'EYES' },
    ),
    row(
      'createRef',
      'CreateRef',
      'ref { id name target { oid } }',
      { repositoryId, name: 'refs/heads/new', oid: head },
      { repositoryId, name: 'refs/heads/scratch', oid: head },
    ),
    row(
      'updateRef',
      'UpdateRef',
      'ref { name }',
      { refId: doomed, oid: head, force: true },
      { refId: none, oid: head },
    ),
    row('deleteRef', 'DeleteRef', 'clientMutationId', { refId: doomed }, { refId: none }),
    row('createCheckRun', 'CreateCheckRun', 'checkRun { id databaseId name status conclusion }', check, {
      ...check,
      headSha: 'f'.repeat(40),
    }),
    row(
      'updateCheckRun',
      'UpdateCheckRun',
      'checkRun { id status conclusion }',
      { repositoryId, checkRunId: nodeId('CheckRun', names.checkRun), conclusion: 'SUCCESS' },
      { repositoryId, checkRunId: none },
    ),
    row(
      'createLabel',
      'CreateLabel',
      'label { id name }',
      { repositoryId, name: 'new', color: 'ededed' },
      { repositoryId, name: repository.labels[0], color: 'ededed' },
    ),
    row(
      'addLabelsToLabelable',
      'AddLabelsToLabelable',
      'clientMutationId',
      { labelableId: open, labelIds: [label] },
      { labelableId: open, labelIds: [none] },
    ),
    row(
      'removeLabelsFromLabelable',
      'RemoveLabelsFromLabelable',
      'clientMutationId',
      { labelableId: issue, labelIds: [label] },
      { labelableId: none, labelIds: [label] },
    ),
    row(
      'createPullRequest',
      'CreatePullRequest',
      'pullRequest { number url }',
      { repositoryId, baseRefName: 'main', headRefName: 'fresh', title: 'Fresh' },
      { repositoryId, baseRefName: 'main', headRefName: 'none', title: 'None' },
    ),
    row(
      'updatePullRequest',
      'UpdatePullRequest',
      'pullRequest { number title body }',
      { pullRequestId: open, body: 'New' },
      { pullRequestId: none },
    ),
    row(
      'closePullRequest',
      'ClosePullRequest',
      'pullRequest { number state }',
      { pullRequestId: open },
      { pullRequestId: merged },
    ),
    row(
      'requestReviews',
      'RequestReviews',
      'pullRequest { reviewRequests(first: 5) { nodes { requestedReviewer { __typename ... on User { databaseId } } } } }',
      { pullRequestId: open, userIds: [nodeId('User', 102)], union: true },
      { pullRequestId: open, userIds: [nodeId('User', repository.pulls[0]?.author ?? 0)] },
    ),
    row(
      'mergePullRequest',
      'MergePullRequest',
      'pullRequest { number merged mergeCommit { oid } }',
      { pullRequestId: open, expectedHeadOid: head, mergeMethod: 'SQUASH', commitHeadline: 'Ask (#1)' },
      { pullRequestId: open, expectedHeadOid: 'f'.repeat(40) },
    ),
    row(
      'createIssue',
      'CreateIssue',
      'issue { id number title }',
      { repositoryId, title: 'Alarm', body: 'x', labelIds: [label] },
      { repositoryId, title: 'x', labelIds: [none] },
    ),
    row('updateIssue', 'UpdateIssue', 'issue { title body }', { id: issue, title: 'Other', body: 'y' }, { id: none }),
    row('closeIssue', 'CloseIssue', 'issue { state }', { issueId: issue }, { issueId: none }),
    row('reopenIssue', 'ReopenIssue', 'issue { state }', { issueId: issue }, { issueId: none }),
  ]
}
