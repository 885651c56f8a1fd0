// From where git fetches and which clones are read, and what is said where that fails.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { id } from '../../src/core/model/id.ts'
import { filesAt } from '../../src/edges/git/files.ts'
import { historyOf } from '../../src/edges/git/history.ts'
import { fetchDefaultBranch, fetchPullHeads, openRepository } from '../../src/edges/git/repository.ts'
import { git, gitError } from '../../src/edges/git/run.ts'
import { git as sandboxGit } from '../../src/sandbox/git/run.ts'
import { freshFolder } from '../sandbox/github-ground.ts'
import { ground, said, value } from './git-ground.ts'

const servers: { close(): void }[] = []
afterEach(() => {
  for (const one of servers.splice(0)) one.close()
})

describe('fetching', () => {
  it('brings the default branch alone, then the heads that are asked for', async () => {
    const { add, remote, fetched } = ground()
    const root = add('main', { 'a.txt': '1' })
    const head = add('refs/pull/7/head', { 'b.txt': '1' }, [root])
    add('refs/pull/8/head', { 'c.txt': '1' }, [root])
    add('refs/tags/v1', { 'd.txt': '1' }, [root])
    const repository = await fetched()
    const refs = await git(['for-each-ref', '--format=%(refname)'], { directory: repository.directory })
    expect(refs.stdout.toString().trim()).toBe('refs/daypass/head')
    expect([...value(await fetchPullHeads(repository, remote, [7, 99, 98])).entries()]).toEqual([[7, head]])
    expect(value(await fetchPullHeads(repository, remote, []))).toEqual(new Map())
  })

  it('takes HEAD, a branch or a commit, and nothing that looks like an option', async () => {
    const { add, remote } = ground()
    const root = add('main', { 'a.txt': '1' })
    for (const what of ['HEAD', 'refs/heads/main', root])
      expect(value(await fetchDefaultBranch(remote, what, null)).head).toBe(root)
    for (const what of ['--upload-pack=touch x', 'main', 'refs/heads/a:b', 'refs/heads/none'])
      expect((await fetchDefaultBranch(remote, what, null)).is).toBe('unknown')
  })

  it('goes to https and loopback alone, and to a path only where that is allowed', async () => {
    const { add, bare } = ground()
    add('main', { 'a.txt': '1' })
    const marker = join(freshFolder(), 'ran')
    for (const url of [
      'http://example.com/x.git',
      'ssh://git@github.com/x',
      bare.gitDirectory,
      `file://${bare.gitDirectory}`,
      `ext::touch ${marker}`,
      'https://user:secret@example.com/x',
      '--upload-pack=x',
    ])
      expect([url, said(await fetchDefaultBranch({ url, token: 't' }, 'HEAD', null))]).toEqual([url, 'invalid'])
    expect(existsSync(marker)).toBe(false)
  })

  it('keeps the token out of arguments and answers, and sends it to its own address alone', async () => {
    const seen: (string | undefined)[] = []
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const answer = await fetchDefaultBranch(
      { url: `http://127.0.0.1:${port}/x.git`, token: 'ghs_secret' },
      'HEAD',
      null,
    )
    expect(answer.is).toBe('unknown')
    expect(JSON.stringify(answer)).not.toContain('ghs_secret')
    expect(seen).toEqual([`Basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`])
  })
})

describe('a clone that is already there', () => {
  it('is read from its root or below, without running what it configures', async () => {
    const { add, bare } = ground()
    add('main', { 'config/a.yaml': '1' })
    const head = add('main', { 'config/a.yaml': '2' })
    const folder = join(freshFolder(), 'clone')
    const marker = join(folder, 'ran')
    sandboxGit(bare.gitDirectory, ['clone', '--quiet', bare.gitDirectory, folder])
    writeFileSync(
      join(folder, '.git', 'config'),
      `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch ${marker}\n\tpager = touch ${marker}\n[diff]\n\texternal = touch ${marker}\n[log]\n\tfollow = true\n`,
    )
    mkdirSync(join(folder, 'below'))
    const repository = value(await openRepository(join(folder, 'below'), 'HEAD'))
    expect(repository.head).toBe(head)
    expect(value(await historyOf(repository, 'config')).landings).toHaveLength(2)
    expect(value(await filesAt(repository, repository.head, 'config'))[0]?.text).toBe('2')
    expect(readdirSync(folder)).not.toContain('ran')
  })

  it('with a cut history is unknown', async () => {
    const { add, bare } = ground()
    add('main', { 'config/a.yaml': '1' })
    add('main', { 'config/a.yaml': '2' })
    const folder = join(freshFolder(), 'clone')
    sandboxGit(bare.gitDirectory, ['clone', '--quiet', '--depth=1', `file://${bare.gitDirectory}`, folder])
    expect(await openRepository(folder, 'HEAD')).toMatchObject({ is: 'unknown', because: { kind: 'invalid' } })
  })

  it('with a replaced history is read as it really is', async () => {
    const { add, bare } = ground()
    const root = add('main', { 'config/a.yaml': '1' })
    add('main', { 'config/a.yaml': '2' })
    const forged = add('forged', { 'config/a.yaml': 'forged' }, [])
    sandboxGit(bare.gitDirectory, ['replace', root, forged])
    const repository = value(await openRepository(bare.gitDirectory, 'main'))
    expect(value(await filesAt(repository, id<'commit'>(root), 'config'))[0]?.text).toBe('1')
  })

  it('that is none is unknown', async () => {
    expect((await openRepository(freshFolder(), 'HEAD')).is).toBe('unknown')
  })
})

describe('git that fails', () => {
  it('is an answer, not an exception', async () => {
    expect((await git(['cat-file', '-t', 'x'], { directory: '/nowhere' })).code).not.toBe(0)
    expect((await git(['version'], { directory: null, environment: { PATH: '/nowhere' } })).code).toBe(127)
    expect((await git(['hash-object', '--stdin'], { directory: null, timeout: 30, input: 'x' })).code).toBe(0)
  })
  it('is told in the closed list of errors, without the token', () => {
    const words: readonly (readonly [string, string])[] = [
      ["fatal: Authentication failed for 'https://github.com/x'", 'denied'],
      ['remote: Repository not found.', 'not-found'],
      ['fatal: the remote end hung up unexpectedly', 'unreachable'],
      ['error: RPC failed; HTTP 429 curl 22 The requested URL returned error: 429', 'throttled'],
    ]
    for (const [stderr, kind] of words) expect(gitError('x', { code: 128, stderr }).kind).toBe(kind)
    expect(gitError('x', { code: 128, stderr: 'Authorization: Basic c2VjcmV0' }).said).not.toContain('c2VjcmV0')
  })
})
