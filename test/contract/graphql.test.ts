// Whether the sandbox's GitHub answers by GraphQL as GitHub's own schema says, and whether Daypass asks as it says.

import { parse, validate } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as pullQueries from '../../src/edges/github/queries.ts'
import * as threadQueries from '../../src/edges/github/thread-queries.ts'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { schema } from '../../src/sandbox/github/graphql/schema.ts'
import { githubPart } from '../../src/sandbox/github/index.ts'
import { must, nodeId } from '../../src/sandbox/github/records.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { botToken } from '../sandbox/github-ground.ts'
import { world as awsWorld } from './aws-rows.ts'
import { acme, fullGithub, start } from './github-world.ts'
import { mutationRows } from './graphql-mutations.ts'
import { everyField } from './graphql-questions.ts'
import { githubSchema } from './judge-graphql.ts'
import { faultsOf, openDocket } from './judgement.ts'
import { fieldsAt, isFields } from './specs.ts'
import { tapped } from './tap.ts'

/** What the sandbox has no way to fill: no branch demands reviews, and nobody is a mannequin. */
const onlyNull = ['PullRequest_reviewDecision']

describe('the questions of Daypass', () => {
  const questions = Object.entries({ ...pullQueries, ...threadQueries }).flatMap(
    ([name, query]): (readonly [string, string])[] => {
      if (typeof query === 'function') return [1, 2, 40].map((count) => [`${name} of ${count}`, query(count)])
      return typeof query === 'string' && query.startsWith('query') ? [[name, query]] : []
    },
  )

  it.each(questions)('%s is one by the schema of GitHub', (_name, query) => {
    expect(validate(githubSchema(), parse(query)).map(({ message }) => message)).toEqual([])
  })

  it('are questions and numbers, nothing else', () => {
    const others = Object.values({ ...pullQueries, ...threadQueries }).filter(
      (one) => !['string', 'function', 'number'].includes(typeof one),
    )
    expect([others, questions.length > 10]).toEqual([[], true])
  })
})

describe('by the schema of GitHub', () => {
  const docket = openDocket()
  const { world: github, names } = fullGithub()
  const world = { ...awsWorld(), ...github }
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ world, now: start + 1000, parts: [tapped<World>(githubPart, docket)] })
  })
  beforeEach(() => sandbox.change(() => world))
  afterAll(() => sandbox.close())

  async function judged(query: string, variables: object = {}, token = botToken) {
    const before = docket.all().length
    const answer = await fetch(`${sandbox.url}/github/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    })
    const body: unknown = await answer.json()
    const judgement = docket.all()[before]
    if (judgement === undefined) throw new Error('the question was not judged')
    return { judgement, body }
  }

  const [owner = '', name = ''] = acme.split('/')
  const [repository] = github.github.repositories
  const pullIds = repository?.pulls.map(({ id }) => nodeId('PullRequest', id)) ?? []
  const issueId = nodeId('Issue', repository?.issues[0]?.id ?? 0)
  const ids = [
    nodeId('User', 101),
    nodeId('Repository', 7001),
    ...pullIds,
    issueId,
    nodeId('IssueComment', names.comment),
  ]
  const things = { owner, name, issue: 5, path: 'README.md', login: 'marta', ids }

  /** Names of fields that some answer filled. */
  const filled = new Set<string>()
  const fill = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) fill(item)
    if (!isFields(value)) return
    for (const [key, one] of Object.entries(value)) {
      if (one !== null && !(Array.isArray(one) && one.length === 0)) filled.add(key)
      fill(one)
    }
  }

  it.each([1, 2, 4])('every field of every type is what the schema says, from pull request %i', async (pull) => {
    const { judgement, body } = await judged(everyField({ ...things, pull }))
    expect(faultsOf(judgement, 'daypass')).toEqual([])
    expect([judgement.outcome, Object.keys(fieldsAt(body, 'data')).sort()]).toEqual([
      '200',
      Object.keys(schema['Query'] ?? {})
        .map((field) => `Query_${field}`)
        .sort(),
    ])
    fill(body)
  })

  it('and no field was judged by nulls alone', () => {
    const all = Object.entries(schema).flatMap(([type, fields]) =>
      Object.keys(fields).map((field) => `${type}_${field}`),
    )
    const rest = all.filter((field) => !filled.has(field) && !/^(Mutation|Query|CheckRun)_|Payload_|Edge_/.test(field))
    expect(rest).toEqual(onlyNull)
  })

  const scratch = headOf(must(repository, 'repository'), 'scratch') ?? ''
  const mutations = mutationRows(github, names, scratch)

  it.each(mutations)(
    '$field is done, and refused where nothing can be done',
    async ({ field, type, back, input, amiss }) => {
      // A branch on disk moves with what was done before.
      const oid = headOf(must(repository, 'repository'), 'scratch')
      const wanted = 'expectedHeadOid' in input && 'branch' in input ? { ...input, expectedHeadOid: oid } : input
      const mutation = `mutation M($input: ${type}!) { ${field}(input: $input) { ${back} } }`
      const refused = await judged(mutation, { input: amiss })
      expect([refused.judgement.outcome, faultsOf(refused.judgement, 'daypass')]).toEqual(['errors', []])
      const done = await judged(mutation, { input: wanted })
      expect([done.judgement.outcome, faultsOf(done.judgement, 'daypass')]).toEqual(['200', []])
      fill(done.body)
    },
  )

  it('every mutation of the sandbox has a row', () => {
    expect(mutations.map(({ field }) => field).sort()).toEqual(Object.keys(schema['Mutation'] ?? {}).sort())
  })

  const inside = (fields: string): string => `{ repository(owner: "${owner}", name: "${name}") { ${fields} } }`
  it.each([
    ['a repository that is not there', '{ repository(owner: "acme", name: "none") { id } }'],
    [
      'a pull request that is not there',
      inside('name a0: pullRequest(number: 99) { number } a1: pullRequest(number: 1) { number }'),
    ],
    ['an issue that is not there', inside('issue(number: 99) { number }')],
    ['a node that is not there', '{ node(id: "none") { id } }'],
    ['a user who is not there', '{ user(login: "nobody") { id } }'],
    ['a list without bounds', inside('pullRequest(number: 1) { number reviews { totalCount } }')],
    ['a cursor that is none', inside('pullRequest(number: 1) { reviews(first: 1, after: "none") { totalCount } }')],
  ])('%s is told by an error where the data is null', async (_what, query) => {
    const { judgement } = await judged(query)
    expect([judgement.outcome, faultsOf(judgement, 'daypass')]).toEqual(['errors', []])
  })

  it('says how much was judged', () => {
    const fields = Object.values(schema).reduce((sum, type) => sum + Object.keys(type).length, 0)
    const done = docket.all().filter(({ outcome }) => outcome === '200').length
    console.log(
      `contract check: ${fields} fields of GitHub GraphQL, ${done} answers and ${docket.all().length - done} refusals judged`,
    )
    expect(done).toBeGreaterThan(0)
  })
})
