import { schema as published } from '@octokit/graphql-schema'
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { removeUser } from '../../src/sandbox/github/actions/people.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { editIssue, openIssue, review } from '../../src/sandbox/github/actions/reviews.ts'
import { behind, schema } from '../../src/sandbox/github/graphql/schema.ts'
import { thePull, theRepository } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, botToken, company, type Served, serve, start } from './github-ground.ts'

const theirs = buildSchema(published.idl, { assumeValid: true })

let served: Served | null = null
afterEach(async () => {
  await served?.close()
  served = null
})

const merged = (): WithGithub => {
  let world = push(company(), {
    repository: acme,
    by: 'marta',
    branch: 'ask',
    files: { 'requests/ask.yaml': 'for: marta\n', bin: { mode: '100755', bytes: Buffer.from([0, 1]) } },
    at: start + 10,
  })
  world = openPull(world, { repository: acme, author: 'marta', head: 'ask', title: 'Ask', at: start + 20 })
  for (const state of ['COMMENTED', 'APPROVED', 'CHANGES_REQUESTED'] as const)
    world = review(world, { repository: acme, pull: 1, user: 'ivan', state, at: start + 30 })
  return mergePull(world, { repository: acme, pull: 1, method: 'squash', by: 'olga', at: start + 40 })
}

interface Answered {
  readonly data?: Readonly<Record<string, unknown>>
  readonly errors?: readonly { readonly type?: string; readonly message: string; readonly path?: readonly unknown[] }[]
}

/** Asks, after making sure that GitHub's own schema has everything that is asked. */
async function ask(world: WithGithub, query: string, variables: object = {}, token = botToken): Promise<Answered> {
  expect(validate(theirs, parse(query))).toEqual([])
  return raw(world, query, variables, token)
}

async function raw(world: WithGithub, query: string, variables: object = {}, token = botToken): Promise<Answered> {
  await served?.close()
  served = await serve(world)
  const body = JSON.stringify({ query, variables })
  const answer = await fetch(`${served.url}/github/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body,
  })
  const parsed: Answered = JSON.parse(await answer.text())
  return parsed
}

const here = { owner: 'acme', name: 'access' }
const inside = (fields: string, more = ''): string =>
  `query Ask($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } } ${more}`

const everyone = '__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId }'
const evidence = `fragment Evidence on PullRequest {
  number databaseId title state merged mergedAt createdAt isDraft mergeCommit { oid parents(first: 5) { nodes { oid } } }
  baseRefName baseRepository { databaseId } headRefOid headRefName headRepository { databaseId } isCrossRepository
  author { ${everyone} } mergedBy { ${everyone} }
  reviews(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { databaseId state submittedAt author { ${everyone} } commit { oid } } }
}`

describe('the sandbox against GitHub own schema', () => {
  it.each(Object.entries(schema).filter(([type]) => type !== 'Query' && type !== 'Mutation'))(
    '%s exists with these fields, their types and arguments',
    (type, fields) => {
      const known = theirs.getType(type)
      if (isUnionType(known)) return expect(fields).toEqual({})
      if (!isObjectType(known) && !isInterfaceType(known)) throw new Error(`GitHub has no type ${type}`)
      check(fields, known.getFields())
    },
  )

  it('the same for where queries and mutations start', () => {
    check(schema['Query'] ?? {}, theirs.getQueryType()?.getFields() ?? {})
    check(schema['Mutation'] ?? {}, theirs.getMutationType()?.getFields() ?? {})
  })

  it.each(Object.entries(behind))('what stands behind %s does so at GitHub', (name, types) => {
    const known = theirs.getType(name)
    if (!isAbstractType(known)) throw new Error(`${name} stands for nothing`)
    const possible = theirs.getPossibleTypes(known).map((type) => type.name)
    expect(types.filter((type) => !possible.includes(type))).toEqual([])
  })

  function check(
    fields: (typeof schema)[string],
    known: Readonly<
      Record<
        string,
        { readonly type: Parameters<typeof getNamedType>[0]; readonly args: readonly { readonly name: string }[] }
      >
    >,
  ): void {
    for (const [name, shape] of Object.entries(fields)) {
      const [type, values] = typeof shape === 'string' ? [shape, ''] : shape
      expect([name, getNamedType(known[name]?.type)?.name]).toEqual([name, type])
      const accepted = known[name]?.args.map((one) => one.name) ?? []
      expect(values.split(' ').filter((one) => one !== '' && !accepted.includes(one))).toEqual([])
    }
  }
})

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

  it.each([
    ['reviews { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['reviews(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
    ['reviews(first: 1, after: "nonsense") { totalCount }', 'INVALID_CURSOR_ARGUMENTS'],
  ])('refuses %s', async (field, type) => {
    const { data, errors } = await ask(merged(), inside(`pullRequest(number: 1) { number ${field} }`), here)
    expect(errors).toMatchObject([{ type, path: ['repository', 'pullRequest', 'reviews'] }])
    expect(data?.['repository']).toEqual({ pullRequest: { number: 1, reviews: null } })
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

  it.each([
    [
      'an unknown field',
      '{ repository(owner: "acme", name: "access") { stars } }',
      "Field 'stars' doesn't exist on type 'Repository'",
    ],
    [
      'an unknown field of an empty list',
      inside('pullRequests(first: 1) { nodes { nope } }'),
      "Field 'nope' doesn't exist on type 'PullRequest'",
    ],
    ['an unknown argument', '{ repository(owner: "acme", nam: "access") { name } }', "doesn't accept argument 'nam'"],
    [
      'a missing variable',
      'query A($n: Int!) { repository(owner: "acme", name: "access") { pullRequest(number: $n) { number } } }',
      'Variable $n',
    ],
    [
      'an undeclared variable',
      '{ repository(owner: "acme", name: $n) { name } }',
      'Variable $n is used but not declared',
    ],
    [
      'an impossible fragment',
      '{ repository(owner: "acme", name: "access") { ... on User { login } } }',
      "Fragment on User can't be spread inside Repository",
    ],
    [
      'a missing fragment',
      '{ repository(owner: "acme", name: "access") { ...Gone } }',
      'Fragment Gone was used, but not defined',
    ],
    [
      'a fragment in itself',
      '{ repository(owner: "acme", name: "access") { ...A } } fragment A on Repository { ...A }',
      'infinite loop',
    ],
    ['no fields of an object', '{ repository(owner: "acme", name: "access") }', 'Field must have selections'],
    ['no GraphQL', '{ repository(', 'Parse error'],
  ])('refuses %s, and names it', async (_sentence, query, message) => {
    const { errors, data } = await raw(company(), query, here)
    expect(errors?.map((error) => error.message).join('\n')).toContain(message)
    expect(data).toBeUndefined()
  })

  it('an unknown repository or number is null with NOT_FOUND; what a token may not read is FORBIDDEN', async () => {
    expect(await ask(merged(), inside('name'), { owner: 'acme', name: 'none' })).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    })
    expect(await ask(merged(), inside('pullRequest(number: 99) { number }'), here)).toMatchObject({
      data: { repository: { pullRequest: null } },
      errors: [{ type: 'NOT_FOUND' }],
    })
    const weak = merged()
    const tokens = [
      { token: 'ghs_weak', actor: 41898282, permissions: { contents: 'read' }, repositories: 'all' },
    ] as const
    const answer = await ask(
      { github: { ...weak.github, tokens } },
      inside('defaultBranchRef { name } pullRequest(number: 1) { number }'),
      here,
      'ghs_weak',
    )
    expect(answer).toMatchObject({
      data: { repository: { defaultBranchRef: { name: 'main' }, pullRequest: null } },
      errors: [{ type: 'FORBIDDEN' }],
    })
  })

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
