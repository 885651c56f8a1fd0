// How a proposal becomes an open pull request: a branch of ours, one commit on it, the request itself; found again the next time.

import type { Proposal, Proposed } from '../../core/conversation/proposal.ts'
import type { NodeId } from '../../core/conversation/thread.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { CommitId } from '../../core/model/id.ts'
import type { Where } from './batches.ts'
import { type Mutation, send } from './gestures.ts'
import { aboutRepository } from './query-parts.ts'
import { commitIn, countOf, fieldsOf, listOf, textOf } from './shapes.ts'

export const BRANCH_QUERY = aboutRepository(
  'DaypassBranch',
  ', $ref: String!, $branch: String!',
  `    id
    defaultBranchRef { name }
    ref(qualifiedName: $ref) { id target { oid } }
    pullRequests(first: 5, states: OPEN, headRefName: $branch) {
      nodes { id number headRefOid baseRefName headRepository { databaseId } }
    }`,
  [],
)

interface Branch {
  readonly repository: NodeId
  readonly defaultBranch: string
  /** null: there is no such branch. */
  readonly ref: { readonly node: NodeId; readonly head: CommitId } | null
  readonly pull: Proposed | null
}

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub GraphQL branch', said })

async function branchOf(where: Where, branch: string): Promise<Answer<Branch>> {
  const variables = { owner: where.owner, name: where.name, ref: `refs/heads/${branch}`, branch }
  const reply = await where.client.graphql('branch', BRANCH_QUERY, variables)
  if (reply.is === 'unknown') return reply
  const fields = fieldsOf(fieldsOf(reply.value.data)?.['repository'])
  const repository = textOf(fields?.['id'])
  const defaultBranch = textOf(fieldsOf(fields?.['defaultBranchRef'])?.['name'])
  const pulls = listOf(fieldsOf(fields?.['pullRequests'])?.['nodes'])
  if (repository === null || defaultBranch === null || pulls === null) return garbage('a repository of another shape')
  const ref = fieldsOf(fields?.['ref'])
  const [node, head] = [textOf(ref?.['id']), commitIn(ref?.['target'])]
  const ours = pulls.map(fieldsOf).find((one) => {
    const from = countOf(fieldsOf(one?.['headRepository'])?.['databaseId'])
    return one?.['baseRefName'] === defaultBranch && from === countOf(fields?.['databaseId'])
  })
  const [pull, number, at] = [
    textOf(ours?.['id']),
    countOf(ours?.['number']),
    commitIn({ oid: textOf(ours?.['headRefOid']) }),
  ]
  return known({
    repository,
    defaultBranch,
    ref: node === null || head === null ? null : { node, head },
    pull: pull === null || number === null || at === null ? null : { node: pull, number, head: at },
  })
}

async function once(where: Where, call: string, mutation: Mutation): Promise<Answer<unknown>> {
  const [sent] = await send(where, call, [mutation])
  if (sent === undefined) return garbage('no answer')
  return sent.made.is === 'unknown' ? sent.made : known(sent.back)
}

/** A branch that is there already, whoever made it, begins anew where no pull request of ours is open on it. */
async function branchAt(where: Where, there: Branch, { branch, base }: Proposal): Promise<Answer<CommitId>> {
  if (there.pull !== null && there.ref !== null) return known(there.ref.head)
  const made =
    there.ref === null
      ? await once(where, 'branch', {
          field: 'createRef',
          input: 'CreateRefInput',
          given: { repositoryId: there.repository, name: `refs/heads/${branch}`, oid: base },
          back: 'clientMutationId',
        })
      : await once(where, 'branch', {
          field: 'updateRef',
          input: 'UpdateRefInput',
          given: { refId: there.ref.node, oid: base, force: true },
          back: 'clientMutationId',
        })
  return made.is === 'unknown' ? made : known(base)
}

async function commitOn(where: Where, head: CommitId, proposal: Proposal): Promise<Answer<CommitId>> {
  const files = [...proposal.files]
  const made = await once(where, 'commit', {
    field: 'createCommitOnBranch',
    input: 'CreateCommitOnBranchInput',
    given: {
      branch: { repositoryNameWithOwner: `${where.owner}/${where.name}`, branchName: proposal.branch },
      expectedHeadOid: head,
      message: { headline: proposal.title },
      fileChanges: {
        additions: files.flatMap(([path, text]) =>
          text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }],
        ),
        deletions: files.flatMap(([path, text]) => (text === null ? [{ path }] : [])),
      },
    },
    back: 'commit { oid }',
  })
  if (made.is === 'unknown') return made
  const commit = commitIn(fieldsOf(made.value)?.['commit'])
  return commit === null ? garbage('a commit without a name') : known(commit)
}

async function pullFor(
  where: Where,
  there: Branch,
  head: CommitId,
  { branch, title, body }: Proposal,
): Promise<Answer<Proposed>> {
  if (there.pull !== null) return known({ ...there.pull, head })
  const opened = await once(where, 'pull request', {
    field: 'createPullRequest',
    input: 'CreatePullRequestInput',
    given: { repositoryId: there.repository, baseRefName: there.defaultBranch, headRefName: branch, title, body },
    back: 'pullRequest { id number }',
  })
  if (opened.is === 'unknown') return opened
  const fields = fieldsOf(fieldsOf(opened.value)?.['pullRequest'])
  const [node, number] = [textOf(fields?.['id']), countOf(fields?.['number'])]
  return node === null || number === null ? garbage('a pull request of another shape') : known({ node, number, head })
}

/** `isThere`: whether the files lie at that commit already as they should, so that no commit is made. */
export async function propose(
  where: Where,
  proposal: Proposal,
  isThere: (head: CommitId) => Promise<boolean>,
): Promise<Answer<Proposed>> {
  const there = await branchOf(where, proposal.branch)
  if (there.is === 'unknown') return there
  const before = await branchAt(where, there.value, proposal)
  if (before.is === 'unknown') return before
  const same = there.value.pull !== null && (await isThere(before.value))
  const head = same ? before : await commitOn(where, before.value, proposal)
  return head.is === 'unknown' ? head : pullFor(where, there.value, head.value, proposal)
}
