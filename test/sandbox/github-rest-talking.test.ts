// What is said by REST: comments, labels, checks, roles and dispatches.

import { describe, expect, it } from 'vitest'
import { comment, openIssue } from '../../src/sandbox/github/actions/reviews.ts'
import { thePull, theRepository } from '../../src/sandbox/github/records.ts'
import { acme, martaToken, start } from './github-ground.ts'
import { asked, here, status, up } from './github-rest-ground.ts'

describe('REST, by the client that the action uses', () => {
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
