// Who may call REST, how often, and what is told of each call.

import { describe, expect, it } from 'vitest'
import { addToken } from '../../src/sandbox/github/actions/people.ts'
import { review } from '../../src/sandbox/github/actions/reviews.ts'
import { theRepository } from '../../src/sandbox/github/records.ts'
import { restRoutes } from '../../src/sandbox/github/rest/routes.ts'
import { acme, botToken, company, start } from './github-ground.ts'
import { asked, here, status, up } from './github-rest-ground.ts'

describe('who may call', () => {
  it.each([
    ['no such token', 'ghp_wrong', 401],
    ['no token and a private repository', null, 404],
    ['a token for another repository', 'ghs_other', 404],
    ['a token that may only read', 'ghs_read', 403],
    ['a token that may write', botToken, 201],
  ])('%s', async (_sentence, token, expected) => {
    let world = addToken(asked(), { token: 'ghs_read', permissions: { contents: 'read', 'pull-requests': 'read' } })
    world = addToken(world, { token: 'ghs_other', permissions: { issues: 'write' }, repositories: ['acme/other'] })
    const { served } = await up(world)
    const headers: Record<string, string> = token === null ? {} : { authorization: `bearer ${token}` }
    const answer = await fetch(`${served.url}/github/repos/${acme}/issues/1/comments`, {
      method: 'POST',
      headers,
      body: '{"body":"hi"}',
    })
    expect(answer.status).toBe(expected)
    expect(theRepository(served.world(), acme).comments).toHaveLength(expected === 201 ? 1 : 0)
  })

  it('an operation that the sandbox does not know is loud', async () => {
    const { served } = await up(company())
    const answer = await fetch(`${served.url}/github/repos/${acme}/releases`, {
      headers: { authorization: `token ${botToken}` },
    })
    expect(answer.status).toBe(501)
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining(`GET /repos/${acme}/releases`) })
  })

  it('says what is left of the rate, and refuses when nothing is', async () => {
    const { octokit, served } = await up(company())
    served.change(({ github }) => ({
      github: { ...github, rateLimit: { limit: 1000, remaining: 1, reset: start + 60 } },
    }))
    expect((await octokit.rest.repos.get(here)).headers).toMatchObject({
      'x-ratelimit-remaining': '1',
      'x-ratelimit-limit': '1000',
    })
    served.change(({ github }) => ({
      github: { ...github, rateLimit: { limit: 1000, remaining: 0, reset: start + 60 } },
    }))
    expect(await status(octokit.rest.repos.get(here))).toBe(403)
    expect((await octokit.rest.rateLimit.get()).data.rate).toMatchObject({ remaining: 0, reset: start + 60 })
  })

  it('words a throttled call as GitHub does, and fails the page that it is told to', async () => {
    let world = asked()
    for (const user of ['ivan', 'olga', 'eve'])
      world = review(world, { repository: acme, pull: 1, user, state: 'APPROVED', at: start + 30 })
    const { octokit, served } = await up(world)
    const op = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
    const reviews = () => octokit.paginate(octokit.rest.pulls.listReviews, { ...here, pull_number: 1, per_page: 2 })
    expect(await reviews()).toHaveLength(3)
    served.faults.add({ when: { op, nth: 2 }, do: { status: 502, code: 'BadGateway', message: 'Server Error' } })
    expect(await status(reviews())).toBe(502)
    served.faults.clear()
    served.faults.add({ when: { part: 'github' }, do: 'throttle', times: 1 })
    const problem = await octokit.rest.repos.get(here).catch((error: unknown) => error)
    expect(problem).toMatchObject({ status: 403, response: { headers: { 'retry-after': '1' } } })
    expect(await status(octokit.rest.repos.get(here))).toBe(200)
  })

  it('answers 304 to what the caller has already', async () => {
    const { octokit } = await up(company())
    const { headers } = await octokit.rest.repos.get(here)
    expect(
      await status(
        octokit.request('GET /repos/{owner}/{repo}', { ...here, headers: { 'if-none-match': headers.etag ?? '' } }),
      ),
    ).toBe(304)
  })

  it('describes every call by its operation, and reads do not write', async () => {
    const { octokit, served } = await up(asked())
    await octokit.rest.pulls.get({ ...here, pull_number: 1 })
    await octokit.rest.issues.createComment({ ...here, issue_number: 1, body: 'x' })
    expect(served.calls()).toMatchObject([
      {
        part: 'github',
        op: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        writes: false,
        where: acme,
        input: { pull_number: '1' },
      },
      {
        part: 'github',
        op: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        writes: true,
        where: acme,
        input: { body: 'x' },
      },
    ])
    expect(new Set(restRoutes.map((route) => `${route.method} ${route.path}`)).size).toBe(restRoutes.length)
  })
})
