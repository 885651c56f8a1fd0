// What GitHub and git say about landings, asked of the sandbox over HTTP.

import { createServer, type Server } from 'node:http'
import { schema as idl } from '@octokit/graphql-schema'
import { buildSchema, parse, validate } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import type { EvidenceAsked } from '../../src/core/approval/evidence.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { githubClient } from '../../src/edges/github/client.ts'
import {
  blobsQuery,
  issuesQuery,
  landingsQuery,
  REPOSITORY,
  reviewsQuery,
  treesQuery,
} from '../../src/edges/github/queries.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { editIssue, openIssue, review } from '../../src/sandbox/github/actions/reviews.ts'
import { withGithub } from '../../src/sandbox/github/records.ts'
import { acme, asking, landed, manyLanded, type Opened, opened, start, value, withSettings } from './github-story.ts'

const REQUEST = 'config/requests/r1.yaml'
const open: Opened[] = []
const servers: Server[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.served.close()
  for (const one of servers.splice(0)) one.close()
})

const on = async (...given: Parameters<typeof opened>): Promise<Opened> => {
  const one = await opened(...given)
  open.push(one)
  return one
}

/** Landed just before the sandbox's clock stopped. */
const fresh = (asked: EvidenceAsked): EvidenceAsked => ({ ...asked, at: instantOf(start + 990) })

describe('the questions to GitHub', () => {
  const schema = buildSchema(idl.idl, { assumeValidSDL: true })
  it.each([
    ['repository', REPOSITORY],
    ['landings', landingsQuery(2)],
    ['reviews', reviewsQuery(2)],
    ['objects', blobsQuery(2)],
    ['folders', treesQuery(2)],
    ['issues', issuesQuery(2)],
  ])('%s is valid by GitHub’s own schema', (_name, query) => {
    expect(validate(schema, parse(query)).map((error) => error.message)).toEqual([])
  })
})

describe('evidence', () => {
  it('tells the repository, its default branch and head', async () => {
    const { evidence, repository } = await on(withSettings())
    expect(value(await evidence.repository())).toEqual({ id: 7001, defaultBranch: 'main', head: repository.head })
  })

  it.each(['squash', 'merge', 'rebase'] as const)(
    'binds a %s to its pull request with the same changes',
    async (method) => {
      const { evidence, history } = await on(
        landed(withSettings(), { branch: 'r1', files: { [REQUEST]: 'for: marta\n' }, method }),
      )
      const asked = asking(history, REQUEST)
      const found = value((await evidence.landings([asked])).get(asked.landing))
      const [pull] = value(found.pulls)
      expect(pull).toMatchObject({
        number: 1,
        baseRef: 'main',
        baseRepository: 7001,
        merged: true,
        mergedAt: start + 60,
        mergeCommit: asked.landing,
      })
      expect(pull?.author).toEqual({ type: 'User', id: 101, login: 'marta' })
      expect(pull === undefined ? null : value(pull.changes).paths).toEqual(value(found.changes))
      const blob = value(found.changes)[0]?.after?.blob
      expect(pull === undefined ? null : value(pull.headBlobs).get(REQUEST)).toBe(blob)
      const [said] = pull === undefined ? [] : value(pull.reviews)
      expect(said).toMatchObject({ state: 'APPROVED', author: { id: 102 }, submittedAt: start + 30 })
      expect(said === undefined ? null : value(said.blobs).get(REQUEST)).toBe(blob)
    },
  )

  it('knows no pull request for a push, and asks again before it believes that', async () => {
    const world = push(withSettings(), {
      repository: acme,
      by: 'marta',
      branch: 'main',
      files: { [REQUEST]: 'for: marta\n' },
      at: start + 5,
    })
    const { evidence, history, calls } = await on(world)
    const asked = fresh(asking(history, REQUEST))
    expect(value(value((await evidence.landings([asked])).get(asked.landing)).pulls)).toEqual([])
    expect(calls()).toBe(3)
  })

  it('finds a pull request that GitHub ties to its commit a little late', async () => {
    const world = landed(withSettings(), { branch: 'r1', files: { [REQUEST]: 'for: marta\n' } })
    const { evidence, history } = await on(withGithub(world, { lagging: { commitPulls: 1 } }))
    const asked = fresh(asking(history, REQUEST))
    expect(value(value((await evidence.landings([asked])).get(asked.landing)).pulls)).toHaveLength(1)
  })

  it('asks GitHub for the bytes of reviewed commits that a force push took away', async () => {
    let world = push(withSettings(), {
      repository: acme,
      by: 'marta',
      branch: 'r1',
      files: { [REQUEST]: 'for: ivan\n', 'config/rules/all.yaml': 'rules: [x]\n' },
      at: start + 10,
    })
    world = openPull(world, { repository: acme, author: 'marta', title: 'r1', head: 'r1', at: start + 20 })
    world = review(world, { repository: acme, pull: 1, user: 'ivan', state: 'APPROVED', at: start + 30 })
    const main = world.github.repositories[0]?.pulls[0]?.baseOid ?? ''
    world = forcePush(world, { repository: acme, by: 'marta', branch: 'r1', to: main, at: start + 35 })
    world = push(world, {
      repository: acme,
      by: 'marta',
      branch: 'r1',
      files: { [REQUEST]: 'for: marta\n' },
      at: start + 40,
    })
    if (world.github.repositories[0]?.pulls[0]?.state !== 'open')
      world = openPull(world, { repository: acme, author: 'marta', title: 'again', head: 'r1', at: start + 45 })
    const number = world.github.repositories[0]?.pulls.at(-1)?.number ?? 0
    if (number !== 1)
      world = review(world, {
        repository: acme,
        pull: number,
        user: 'ivan',
        state: 'APPROVED',
        at: start + 50,
        commit: world.github.repositories[0]?.pulls[0]?.reviews[0]?.commit ?? null,
      })
    world = mergePull(world, { repository: acme, pull: number, method: 'squash', by: 'olga', at: start + 60 })
    const { evidence, history } = await on(world)
    const asked = asking(history, REQUEST, 'config')
    const found = value((await evidence.landings([asked])).get(asked.landing))
    const [pull] = value(found.pulls)
    const said = pull === undefined ? undefined : value(pull.reviews)[0]
    const landedBlobs = new Map(found.settings === null ? [] : value(found.settings))
    const reviewed = said === undefined ? new Map() : value(said.blobs)
    expect([...landedBlobs.keys()].sort()).toEqual(['config/daypass.yaml', 'config/rules/all.yaml'])
    expect([...reviewed.keys()].sort()).toEqual(['config/daypass.yaml', REQUEST, 'config/rules/all.yaml'].sort())
    expect(reviewed.get('config/daypass.yaml')).toBe(landedBlobs.get('config/daypass.yaml'))
    expect(reviewed.get('config/rules/all.yaml')).not.toBe(landedBlobs.get('config/rules/all.yaml'))
    expect(reviewed.get(REQUEST)).not.toBe(pull === undefined ? '' : value(pull.headBlobs).get(REQUEST))
  })

  it('reads every page of reviews, whatever the size of a page', async () => {
    let world = push(withSettings(), {
      repository: acme,
      by: 'marta',
      branch: 'r1',
      files: { [REQUEST]: 'for: marta\n' },
      at: start + 10,
    })
    world = openPull(world, { repository: acme, author: 'marta', title: 'r1', head: 'r1', at: start + 20 })
    for (let nth = 0; nth < 101; nth += 1)
      world = review(world, {
        repository: acme,
        pull: 1,
        user: 'ivan',
        state: nth === 100 ? 'CHANGES_REQUESTED' : 'APPROVED',
        at: start + 30,
      })
    world = mergePull(world, { repository: acme, pull: 1, method: 'squash', by: 'olga', at: start + 60 })
    const { evidence, history } = await on(withGithub(world, { pageSize: 30 }))
    const asked = asking(history, REQUEST)
    const [pull] = value(value((await evidence.landings([asked])).get(asked.landing)).pulls)
    const reviews = pull === undefined ? [] : value(pull.reviews)
    expect(reviews).toHaveLength(101)
    expect(reviews.at(-1)?.state).toBe('CHANGES_REQUESTED')
  })

  it('tells who edited an issue', async () => {
    let world = openIssue(withSettings(), {
      repository: acme,
      author: 'marta',
      title: 'please',
      body: 'one',
      at: start + 5,
    })
    world = editIssue(world, { repository: acme, issue: 1, by: 'ivan', body: 'two', at: start + 9 })
    const { evidence } = await on(world)
    const issues = await evidence.issues([1, 99])
    const issue = value(issues.get(1))
    expect(issue).toMatchObject({ number: 1, body: 'two', author: { id: 101 } })
    expect(issue.editors.map((editor) => editor?.id)).toContain(102)
    expect(issues.get(99)?.is).toBe('unknown')
  })

  it('answers 200 new requests with at most 25 calls and one fetch of all heads', async () => {
    const { evidence, history, calls, served } = await on(manyLanded(withSettings(), 200))
    const before = served.calls().length
    await evidence.repository()
    const asked = Array.from({ length: 200 }, (_, nth) => asking(history, `config/requests/r${nth}.yaml`))
    const found = await evidence.landings(asked)
    const whole = [...found.values()].filter((one) => {
      const [pull] = value(value(one).pulls)
      return pull?.changes.is === 'known' && pull.headBlobs.is === 'known' && pull.reviews.is === 'known'
    })
    expect(whole).toHaveLength(200)
    expect(calls()).toBeLessThanOrEqual(25)
    // One fetch lists refs once (two requests of the protocol) and negotiates in a round or two.
    const git = served
      .calls()
      .slice(before)
      .filter((call) => call.part === 'git')
    expect(git.filter((call) => call.op === 'fetch-refs')).toHaveLength(2)
    expect(git.filter((call) => call.op === 'upload-pack').length).toBeLessThanOrEqual(2)
  })

  it('is unknown without a token, never empty', async () => {
    const { evidence, history, served } = await on(
      landed(withSettings(), { branch: 'r1', files: { [REQUEST]: 'for: marta\n' } }),
    )
    served.change((world) => withGithub(world, { tokens: [] }))
    const asked = asking(history, REQUEST)
    const found = value((await evidence.landings([asked])).get(asked.landing))
    expect(found.pulls).toMatchObject({ is: 'unknown', because: { kind: 'denied' } })
    expect(await evidence.repository()).toMatchObject({ is: 'unknown' })
  })
})

/** A server that answers from a list, then hangs up. */
async function answering(
  replies: readonly { readonly status: number; readonly headers?: Record<string, string>; readonly body: string }[],
): Promise<string> {
  const left = [...replies]
  const server = createServer((request, response) => {
    request.resume()
    const reply = left.shift()
    if (reply === undefined) response.destroy()
    else response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/graphql` : ''
}

const GOOD = { status: 200, headers: { date: 'Sun, 22 Nov 2026 08:00:00 GMT' }, body: '{"data":{"repository":{}}}' }

describe('the client', () => {
  const asked = async (graphqlUrl: string) => {
    const waits: number[] = []
    const client = githubClient({
      token: 't',
      graphqlUrl,
      apiUrl: graphqlUrl,
      pause: async (milliseconds) => waits.push(milliseconds),
    })
    return { answer: await client.graphql('test', 'query { x }', {}), waits, client }
  }

  it('tells the server’s time of its first answer and counts its calls', async () => {
    const { client, answer } = await asked(await answering([GOOD]))
    expect(answer.is).toBe('known')
    expect([client.calls(), client.serverTime()]).toEqual([1, 1_795_334_400])
  })

  it('tries again after an error of the server, after garbage and after a lost connection', async () => {
    const { answer, client } = await asked(
      await answering([{ status: 502, body: 'bad' }, { status: 200, body: '<html>' }, GOOD]),
    )
    expect([answer.is, client.calls()]).toEqual(['known', 3])
    expect((await asked(await answering([]))).answer).toMatchObject({ because: { kind: 'unreachable' } })
  })

  it('waits as long as a limit says, and gives up where that is too long', async () => {
    const slow = {
      status: 403,
      headers: { 'retry-after': '7' },
      body: '{"message":"You have exceeded a secondary rate limit"}',
    }
    const { answer, waits } = await asked(await answering([slow, GOOD]))
    expect([answer.is, waits]).toEqual(['known', [7000]])
    const far = {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795338000', date: GOOD.headers.date },
      body: '{"message":"API rate limit exceeded"}',
    }
    const given = await asked(await answering([far, GOOD]))
    expect([given.answer, given.waits]).toMatchObject([{ is: 'unknown', because: { kind: 'throttled' } }, []])
  })

  it.each([
    [401, 'denied'],
    [403, 'denied'],
    [404, 'not-found'],
    [422, 'invalid'],
  ])('does not repeat a refusal of %i: %s', async (status, kind) => {
    const { answer, client } = await asked(await answering([{ status, body: '{"message":"no"}' }, GOOD]))
    expect(answer).toMatchObject({ is: 'unknown', because: { kind } })
    expect(client.calls()).toBe(1)
  })

  it.each(['http://api.example.com/graphql', 'ftp://127.0.0.1/graphql', 'nonsense', 'http://127.0.0.1.example.com/'])(
    'sends no token to %s',
    async (url) => {
      const { answer, client } = await asked(url)
      expect(answer).toMatchObject({ is: 'unknown', because: { kind: 'invalid' } })
      expect(client.calls()).toBe(0)
    },
  )

  it('follows no redirect with the token', async () => {
    const target = await answering([GOOD])
    const { answer } = await asked(
      await answering(Array.from({ length: 4 }, () => ({ status: 302, headers: { location: target }, body: '' }))),
    )
    expect(answer.is).toBe('unknown')
  })
})
