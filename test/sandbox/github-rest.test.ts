import { afterEach, describe, expect, it } from 'vitest'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { addToken, removeUser } from '../../src/sandbox/github/actions/people.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { comment, openIssue, review } from '../../src/sandbox/github/actions/reviews.ts'
import { thePull, theRepository } from '../../src/sandbox/github/records.ts'
import { restRoutes } from '../../src/sandbox/github/rest/routes.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, botToken, company, martaToken, type Served, serve, start } from './github-ground.ts'

let served: Served | null = null
afterEach(async () => served?.close())

const here = { owner: 'acme', repo: 'access' } as const

const asked = (world = company()): WithGithub => {
  const pushed = push(world, {
    repository: acme,
    by: 'marta',
    branch: 'ask',
    files: { 'ask.yaml': 'for: marta\n' },
    at: start + 10,
  })
  return openPull(pushed, { repository: acme, author: 'marta', head: 'ask', title: 'Ask', at: start + 20 })
}

async function up(world: WithGithub, token?: string) {
  served = await serve(world)
  return { served, octokit: served.octokit(token) }
}

const status = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 200,
    (problem: unknown) => (problem instanceof Error && 'status' in problem ? problem.status : problem),
  )

describe('REST, by the client that the action uses', () => {
  it('commits by blob, tree, commit and ref, and refuses a ref that is not a fast forward', async () => {
    const { octokit, served } = await up(company())
    const head = (await octokit.rest.git.getRef({ ...here, ref: 'heads/main' })).data.object.sha
    const blob = await octokit.rest.git.createBlob({
      ...here,
      content: Buffer.from('x\n').toString('base64'),
      encoding: 'base64',
    })
    const entries = [
      { path: 'ledger/a.jsonl', mode: '100644', type: 'blob', sha: blob.data.sha },
      { path: 'README.md', sha: null },
    ] as const
    const tree = await octokit.rest.git.createTree({ ...here, base_tree: head, tree: [...entries] })
    const one = await octokit.rest.git.createCommit({
      ...here,
      message: 'Record',
      tree: tree.data.sha,
      parents: [head],
    })
    await octokit.rest.git.createRef({ ...here, ref: 'refs/heads/ledger', sha: one.data.sha })
    expect(one.data.author.date).toBe(new Date((start + 1000) * 1000).toISOString().replace('.000', ''))
    const whole = await octokit.rest.git.getTree({ ...here, tree_sha: 'ledger', recursive: '1' })
    expect(whole.data.tree.map((entry) => entry.path)).toEqual(['ledger', 'ledger/a.jsonl'])
    const back = { ...here, ref: 'heads/ledger', sha: head }
    expect(await status(octokit.rest.git.updateRef(back))).toBe(422)
    expect(await status(octokit.rest.git.updateRef({ ...back, force: true }))).toBe(200)
    expect(headOf(theRepository(served.world(), acme), 'ledger')).toBe(head)
  })

  it('writes a file only over the version that the caller knows', async () => {
    const { octokit } = await up(company())
    const file = { ...here, path: 'a/b.txt', message: 'm', content: Buffer.from('one').toString('base64') }
    const first = await octokit.rest.repos.createOrUpdateFileContents(file)
    expect(await status(octokit.rest.repos.createOrUpdateFileContents(file))).toBe(422)
    expect(
      await status(octokit.rest.repos.createOrUpdateFileContents({ ...file, sha: first.data.commit.sha ?? '' })),
    ).toBe(409)
    await octokit.rest.repos.createOrUpdateFileContents({
      ...file,
      sha: first.data.content?.sha ?? '',
      content: Buffer.from('two').toString('base64'),
    })
    const { data } = await octokit.rest.repos.getContent({ ...here, path: 'a/b.txt', mediaType: { format: 'json' } })
    expect('content' in data && Buffer.from(data.content, 'base64').toString()).toBe('two')
  })

  it('follows a symlink inside the repository, as GitHub does', async () => {
    const files = {
      'real.txt': 'real',
      'dir/link': { mode: '120000', bytes: '../real.txt' },
      'dir/out': { mode: '120000', bytes: '/etc/passwd' },
    } as const
    const { octokit } = await up(push(company(), { repository: acme, by: 'marta', branch: 'main', files, at: start }))
    const kinds = await Promise.all(
      ['dir/link', 'dir/out'].map(async (path) => (await octokit.rest.repos.getContent({ ...here, path })).data),
    )
    expect(kinds).toMatchObject([
      { type: 'file', path: 'dir/link' },
      { type: 'symlink', target: '/etc/passwd' },
    ])
  })

  it('opens, reviews and merges a pull request; nobody approves an own one; a moved head stops the merge', async () => {
    const { served, octokit } = await up(
      push(company(), { repository: acme, by: 'marta', branch: 'ask', files: { 'ask.yaml': 'x' }, at: start }),
      martaToken,
    )
    const pull = await octokit.rest.pulls.create({ ...here, title: 'Ask', head: 'ask', base: 'main' })
    const on = { ...here, pull_number: pull.data.number }
    expect(pull.data).toMatchObject({
      state: 'open',
      merged: false,
      changed_files: 1,
      mergeable: true,
      user: { id: 101, login: 'marta' },
    })
    expect(await status(octokit.rest.pulls.create({ ...here, title: 'Ask', head: 'ask', base: 'main' }))).toBe(422)
    expect(await status(octokit.rest.pulls.createReview({ ...on, event: 'APPROVE' }))).toBe(422)
    await served.octokit(botToken).rest.pulls.createReview({ ...on, event: 'APPROVE' })
    expect((await octokit.rest.pulls.listReviews(on)).data).toMatchObject([
      { state: 'APPROVED', commit_id: pull.data.head.sha, user: { type: 'Bot', login: 'github-actions[bot]' } },
    ])
    expect(await status(octokit.rest.pulls.merge({ ...on, sha: 'f'.repeat(40) }))).toBe(409)
    const merged = await octokit.rest.pulls.merge({
      ...on,
      sha: pull.data.head.sha,
      merge_method: 'squash',
      commit_title: 'Ask (#1)',
    })
    expect((await octokit.rest.pulls.get(on)).data).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged.data.sha,
      merged_by: { id: 101 },
    })
    expect(
      (
        await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...here, commit_sha: merged.data.sha })
      ).data.map((one) => one.number),
    ).toEqual([1])
    expect(await status(octokit.rest.pulls.merge(on))).toBe(405)
  })

  it('shows a reviewer who is gone as null', async () => {
    const reviewed = review(asked(), { repository: acme, pull: 1, user: 'ivan', state: 'APPROVED', at: start + 30 })
    const { octokit } = await up(removeUser(reviewed, { login: 'ivan' }))
    expect((await octokit.rest.pulls.listReviews({ ...here, pull_number: 1 })).data[0]?.user).toBeNull()
  })

  it('cuts lists into pages with a Link header, and into shorter ones where the world says so', async () => {
    let world = asked()
    for (let index = 0; index < 7; index += 1)
      world = comment(world, { repository: acme, number: 1, author: 'eve', body: `c${index}`, at: start + 30 })
    const { octokit, served } = await up(world)
    const first = await octokit.rest.issues.listComments({ ...here, issue_number: 1, per_page: 3 })
    expect(first.headers.link).toMatch(/page=2>; rel="next".*page=3>; rel="last"/)
    const bodies = async (): Promise<readonly unknown[]> =>
      (await octokit.paginate(octokit.rest.issues.listComments, { ...here, issue_number: 1, per_page: 3 })).map(
        (one) => one.body,
      )
    expect(await bodies()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
    served.change(({ github }) => ({ github: { ...github, pageSize: 1 } }))
    expect((await octokit.rest.issues.listComments({ ...here, issue_number: 1 })).data).toHaveLength(1)
    expect(await bodies()).toHaveLength(7)
  })

  it('keeps one comment by id, reacts, labels, and finds issues by label', async () => {
    const { octokit } = await up(
      openIssue(asked(), { repository: acme, author: 'eve', title: 'Help', body: 'b', at: start }),
    )
    const said = await octokit.rest.issues.createComment({ ...here, issue_number: 1, body: 'first' })
    await octokit.rest.issues.updateComment({ ...here, comment_id: said.data.id, body: 'second' })
    expect((await octokit.rest.issues.getComment({ ...here, comment_id: said.data.id })).data).toMatchObject({
      body: 'second',
      user: { login: 'github-actions[bot]' },
    })
    expect(
      await status(octokit.rest.issues.createComment({ ...here, issue_number: 1, body: 'x'.repeat(65_537) })),
    ).toBe(422)
    await octokit.rest.reactions.createForIssueComment({ ...here, comment_id: said.data.id, content: 'eyes' })
    expect((await octokit.rest.reactions.listForIssueComment({ ...here, comment_id: said.data.id })).data).toHaveLength(
      1,
    )
    await octokit.rest.issues.addLabels({ ...here, issue_number: 2, labels: ['alarm'] })
    expect((await octokit.rest.issues.listForRepo({ ...here, labels: 'alarm' })).data.map((one) => one.number)).toEqual(
      [2],
    )
  })

  it('makes check runs for an app alone, fifty annotations at a time', async () => {
    const { octokit, served } = await up(asked())
    const { oid } = thePull(served.world(), acme, 1).head
    const run = await octokit.rest.checks.create({ ...here, name: 'Daypass', head_sha: oid, status: 'in_progress' })
    const annotation = {
      path: 'ask.yaml',
      start_line: 1,
      end_line: 1,
      annotation_level: 'failure',
      message: 'm',
    } as const
    const output = (count: number) => ({
      title: 't',
      summary: 's',
      annotations: Array.from({ length: count }, () => annotation),
    })
    expect(await status(octokit.rest.checks.update({ ...here, check_run_id: run.data.id, output: output(51) }))).toBe(
      422,
    )
    await octokit.rest.checks.update({ ...here, check_run_id: run.data.id, conclusion: 'failure', output: output(50) })
    const { data } = await octokit.rest.checks.listForRef({ ...here, ref: oid })
    expect(data).toMatchObject({
      total_count: 1,
      check_runs: [{ status: 'completed', conclusion: 'failure', output: { annotations_count: 50 } }],
    })
    expect(await status(served.octokit(martaToken).rest.checks.create({ ...here, name: 'n', head_sha: oid }))).toBe(403)
  })

  it('answers roles, records dispatches, and lags on purpose', async () => {
    const { octokit, served } = await up(asked())
    const roles = await Promise.all(
      ['olga', 'ivan', 'eve'].map(
        async (username) =>
          (await octokit.rest.repos.getCollaboratorPermissionLevel({ ...here, username })).data.role_name,
      ),
    )
    expect(roles).toEqual(['admin', 'write', 'read'])
    await octokit.rest.actions.createWorkflowDispatch({ ...here, workflow_id: 'apply.yml', ref: 'main' })
    expect(theRepository(served.world(), acme).dispatches).toMatchObject([
      { workflow: 'apply.yml', ref: 'main', at: start + 1000 },
    ])
    served.change(({ github }) => ({ github: { ...github, lagging: { commitPulls: 1 } } }))
    const commit_sha = thePull(served.world(), acme, 1).head.oid
    const numbers = async () =>
      (await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...here, commit_sha })).data.map(
        (one) => one.number,
      )
    expect([await numbers(), await numbers()]).toEqual([[], [1]])
  })
})

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
