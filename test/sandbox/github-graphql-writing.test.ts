// What GraphQL writes: commits and comments.

import { describe, expect, it } from 'vitest'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { theRepository } from '../../src/sandbox/github/records.ts'
import { ask, here, inside, merged, served } from './github-graphql-ground.ts'
import { acme, company } from './github-ground.ts'

describe('GraphQL', () => {
  it('commits on a branch only at the head that the caller expects', async () => {
    const world = company()
    const head = headOf(theRepository(world, acme), 'main')
    const mutation = `mutation Append($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { clientMutationId commit { oid committedDate } ref { name } } }`
    const input = (expectedHeadOid: string | null) => ({
      input: {
        clientMutationId: 'm1',
        branch: { repositoryNameWithOwner: acme, branchName: 'main' },
        expectedHeadOid,
        message: { headline: 'Ledger', body: 'more' },
        fileChanges: {
          additions: [{ path: 'ledger.jsonl', contents: Buffer.from('{}\n').toString('base64') }],
          deletions: [{ path: 'README.md' }],
        },
      },
    })
    const stale = await ask(world, mutation, input('0'.repeat(40)))
    expect(stale).toMatchObject({ data: { createCommitOnBranch: null }, errors: [{ type: 'STALE_DATA' }] })
    const done = await ask(world, mutation, input(head))
    const after = headOf(theRepository(served?.world() ?? world, acme), 'main')
    expect(done).toMatchObject({
      data: { createCommitOnBranch: { clientMutationId: 'm1', commit: { oid: after }, ref: { name: 'main' } } },
    })
    expect(after).not.toBe(head)
    expect(served?.calls().at(-1)).toMatchObject({ part: 'github', op: 'Append', writes: true, where: acme })
  })

  it('says and changes a comment by global id', async () => {
    const world = merged()
    const { data } = await ask(world, inside('pullRequest(number: 1) { id }'), here)
    const subject = /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1]
    const said = await ask(
      world,
      'mutation Say($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id body author { login } } } } }',
      { input: { subjectId: subject, body: 'hello' } },
    )
    expect(said.data).toMatchObject({
      addComment: { commentEdge: { node: { body: 'hello', author: { login: 'github-actions' } } } },
    })
    const id = /"id":"([^"]+)"/.exec(JSON.stringify(said.data))?.[1]
    const changed = await ask(
      served?.world() ?? world,
      'mutation Edit($input: UpdateIssueCommentInput!) { updateIssueComment(input: $input) { issueComment { body } } }',
      { input: { id, body: 'bye' } },
    )
    expect(changed.data).toEqual({ updateIssueComment: { issueComment: { body: 'bye' } } })
    expect(
      await ask(
        served?.world() ?? world,
        'query One($id: ID!) { node(id: $id) { __typename ... on IssueComment { body } } }',
        { id },
      ),
    ).toEqual({ data: { node: { __typename: 'IssueComment', body: 'bye' } } })
  })
})
