// What GraphQL tells of pull requests, files and issues.

import { describe, expect, it } from 'vitest'
import { removeUser } from '../../src/sandbox/github/actions/people.ts'
import { editIssue, openIssue, review } from '../../src/sandbox/github/actions/reviews.ts'
import { schema } from '../../src/sandbox/github/graphql/schema.ts'
import { thePull } from '../../src/sandbox/github/records.ts'
import { ask, here, inside, merged, served } from './github-graphql-ground.ts'
import { acme, company, start } from './github-ground.ts'

const everyone = '__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId }'
const evidence = `fragment Evidence on PullRequest {
  number databaseId title state merged mergedAt createdAt isDraft mergeCommit { oid parents(first: 5) { nodes { oid } } }
  baseRefName baseRepository { databaseId } headRefOid headRefName headRepository { databaseId } isCrossRepository
  author { ${everyone} } mergedBy { ${everyone} }
  reviews(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { databaseId state submittedAt author { ${everyone} } commit { oid } } }
}`

describe('GraphQL', () => {
  it('gives all the evidence of several pull requests in one question, by alias and fragment', async () => {
    const world = merged()
    const pull = thePull(world, acme, 1)
    const { data, errors } = await ask(
      world,
      inside(
        'databaseId isPrivate defaultBranchRef { name target { oid } } first: pullRequest(number: 1) { ...Evidence } ',
        evidence,
      ),
      here,
    )
    expect(errors).toBeUndefined()
    const marta = { __typename: 'User', login: 'marta', databaseId: 101 }
    expect(data?.['repository']).toMatchObject({
      databaseId: 7001,
      isPrivate: true,
      defaultBranchRef: { name: 'main', target: { oid: pull.mergeCommit } },
      first: {
        number: 1,
        state: 'MERGED',
        merged: true,
        mergedAt: new Date((start + 40) * 1000).toISOString().replace('.000', ''),
        mergeCommit: { oid: pull.mergeCommit, parents: { nodes: [{ oid: pull.baseOid }] } },
        baseRefName: 'main',
        baseRepository: { databaseId: 7001 },
        headRefOid: pull.head.oid,
        isCrossRepository: false,
        author: marta,
        mergedBy: { databaseId: 103 },
        reviews: {
          totalCount: 3,
          nodes: [
            { state: 'COMMENTED' },
            { state: 'APPROVED', commit: { oid: pull.head.oid } },
            { state: 'CHANGES_REQUESTED' },
          ],
        },
      },
    })
  })

  it('every field of every type resolves to something', async () => {
    let world = openIssue(merged(), { repository: acme, author: 'eve', title: 'Form', body: 'x', at: start })
    world = editIssue(world, { repository: acme, issue: 2, by: 'olga', body: 'y', at: start + 1 })
    const scalars = (type: string): string =>
      Object.entries(schema[type] ?? {})
        .filter(([, shape]) => typeof shape === 'string' && schema[shape] === undefined)
        .map(([name]) => name)
        .join(' ')
    const { errors } = await ask(
      world,
      `query All { rateLimit { ${scalars('RateLimit')} } viewer { ${scalars('User')} } repository(owner: "acme", name: "access") { ${scalars('Repository')} owner { __typename ${scalars('RepositoryOwner')} }
        defaultBranchRef { ${scalars('Ref')} } issue(number: 2) { ${scalars('Issue')} userContentEdits(first: 5) { nodes { ${scalars('UserContentEdit')} editor { login } } } comments(last: 1) { nodes { ${scalars('IssueComment')} } } }
        pullRequest(number: 1) { ${scalars('PullRequest')} reviews(first: 1) { nodes { ${scalars('PullRequestReview')} } } commits(first: 1) { nodes { id commit { ${scalars('Commit')} author { ${scalars('GitActor')} user { login } } tree { ${scalars('Tree')} entries { ${scalars('TreeEntry')} object { __typename ... on Blob { ${scalars('Blob')} } } } } } } } } } }`,
    )
    expect(errors).toBeUndefined()
  })

  it('reads blobs and trees by expression or id, tells binary from text, and null from nothing', async () => {
    const world = merged()
    const oid = thePull(world, acme, 1).head.oid
    const blob = '... on Blob { oid byteSize text isBinary }'
    const { data } = await ask(
      world,
      inside(
        `text: object(expression: "${oid}:requests/ask.yaml") { __typename ${blob} } binary: object(expression: "main:bin") { ${blob} } none: object(expression: "main:none") { oid } tree: object(expression: "main:") { ... on Tree { entries { name mode type } } } commit: object(oid: "${oid}") { __typename ... on Commit { file(path: "requests/ask.yaml") { mode oid } } }`,
      ),
      here,
    )
    expect(data?.['repository']).toMatchObject({
      text: { __typename: 'Blob', text: 'for: marta\n', byteSize: 11, isBinary: false },
      binary: { text: null, byteSize: 2, isBinary: true },
      none: null,
      tree: {
        entries: [
          { name: 'README.md', mode: 0o100644, type: 'blob' },
          { name: 'bin', mode: 0o100755 },
          { name: 'requests', type: 'tree' },
        ],
      },
      commit: { __typename: 'Commit', file: { mode: 0o100644 } },
    })
  })

  it('pages by cursor to the end, however short the pages', async () => {
    const world = { github: { ...merged().github, pageSize: 2 } }
    const query = inside(
      'pullRequest(number: 1) { reviews(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { state } } }',
    ).replace('$name: String!', '$name: String!, $after: String')
    const first = await ask(world, query, here)
    expect(first.data?.['repository']).toMatchObject({
      pullRequest: {
        reviews: {
          totalCount: 3,
          pageInfo: { hasNextPage: true },
          nodes: [{ state: 'COMMENTED' }, { state: 'APPROVED' }],
        },
      },
    })
    const after = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first))?.[1]
    const second = await ask(world, query, { ...here, after })
    expect(second.data?.['repository']).toMatchObject({
      pullRequest: { reviews: { pageInfo: { hasNextPage: false }, nodes: [{ state: 'CHANGES_REQUESTED' }] } },
    })
  })

  it('knows which pull request brought a commit, and lags where told to', async () => {
    const world = merged()
    const query = inside(
      'object(expression: "main") { ... on Commit { associatedPullRequests(first: 10) { nodes { number } } } }',
    )
    expect(JSON.stringify((await ask(world, query, here)).data)).toContain('{"nodes":[{"number":1}]}')
    const lagging = { github: { ...world.github, lagging: { commitPulls: 1 } } }
    expect(JSON.stringify((await ask(lagging, query, here)).data)).toContain('{"nodes":[]}')
    expect(served?.world().github.lagging.commitPulls).toBe(0)
  })

  it('shows a ghost as null and a bot without its brackets', async () => {
    const world = removeUser(
      review(merged(), { repository: acme, pull: 1, user: 'github-actions[bot]', state: 'APPROVED', at: start + 50 }),
      { login: 'ivan' },
    )
    const { data } = await ask(
      world,
      inside('pullRequest(number: 1) { reviews(first: 9) { nodes { author { __typename login } } } }'),
      here,
    )
    const gone = { author: null }
    expect(data?.['repository']).toEqual({
      pullRequest: {
        reviews: { nodes: [gone, gone, gone, { author: { __typename: 'Bot', login: 'github-actions' } }] },
      },
    })
  })

  it('names what was changed in an issue and by whom', async () => {
    let world = openIssue(company(), { repository: acme, author: 'eve', title: 'Form', body: 'x', at: start })
    world = editIssue(world, { repository: acme, issue: 1, by: 'olga', body: 'y', at: start + 1 })
    world = editIssue(world, { repository: acme, issue: 1, by: 'eve', body: 'z', at: start + 2 })
    const { data } = await ask(
      world,
      inside(
        'issue(number: 1) { body lastEditedAt author { login } editor { login } userContentEdits(first: 10) { totalCount nodes { editor { login } } } }',
      ),
      here,
    )
    expect(data?.['repository']).toMatchObject({
      issue: {
        body: 'z',
        author: { login: 'eve' },
        editor: { login: 'eve' },
        userContentEdits: {
          totalCount: 3,
          nodes: [{ editor: { login: 'eve' } }, { editor: { login: 'olga' } }, { editor: { login: 'eve' } }],
        },
      },
    })
  })
})
