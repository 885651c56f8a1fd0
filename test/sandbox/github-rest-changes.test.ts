// How files and pull requests are changed by REST.

import { describe, expect, it } from 'vitest'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { removeUser } from '../../src/sandbox/github/actions/people.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { review } from '../../src/sandbox/github/actions/reviews.ts'
import { theRepository } from '../../src/sandbox/github/records.ts'
import { acme, botToken, company, martaToken, start } from './github-ground.ts'
import { asked, here, status, up } from './github-rest-ground.ts'

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
})
