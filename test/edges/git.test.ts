// What git says about real repositories, and that what cannot be read is unknown and never empty.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/model/edge-error.ts'
import { id } from '../../src/core/model/id.ts'
import { changesOf, mergeBases } from '../../src/edges/git/changes.ts'
import { filesAt, MAX_FILE_BYTES } from '../../src/edges/git/files.ts'
import { historyOf } from '../../src/edges/git/history.ts'
import { blobsAt, treeAt } from '../../src/edges/git/objects.ts'
import {
  fetchDefaultBranch,
  fetchPullHeads,
  type GitRepository,
  openRepository,
  type Remote,
} from '../../src/edges/git/repository.ts'
import { git, gitError } from '../../src/edges/git/run.ts'
import {
  type BareRepository,
  commitAll,
  type FileChange,
  makeRepository,
  commit as write,
} from '../../src/sandbox/git/repository.ts'
import { git as sandboxGit } from '../../src/sandbox/git/run.ts'
import { freshFolder } from '../sandbox/github-ground.ts'

const ME = { name: 'marta', email: 'marta@example.com' }
const servers: { close(): void }[] = []
afterEach(() => {
  for (const one of servers.splice(0)) one.close()
})

const value = <T>(answer: Answer<T> | undefined): T => {
  if (answer?.is !== 'known') throw new Error(`unknown: ${JSON.stringify(answer?.because)}`)
  return answer.value
}

const said = (answer: Answer<unknown> | undefined): string => (answer?.is === 'unknown' ? answer.because.kind : 'known')

interface Ground {
  readonly bare: BareRepository
  readonly remote: Remote
  add(branch: string, files: Readonly<Record<string, FileChange>>, parents?: readonly string[]): string
  fetched(): Promise<GitRepository>
}

function ground(): Ground {
  const bare = makeRepository(join(freshFolder(), 'r.git'))
  const remote: Remote = { url: bare.gitDirectory, token: null, protocols: 'file' }
  let at = 1_800_000_000
  return {
    bare,
    remote,
    add: (branch, files, parents) => {
      at += 10
      return write(bare, {
        branch,
        files,
        message: 'x',
        author: ME,
        at,
        ...(parents === undefined ? {} : { parents }),
      })
    },
    fetched: async () => value(await fetchDefaultBranch(remote, 'refs/heads/main', null)),
  }
}

describe('the history of a directory', () => {
  it('follows first parents only, with each commit against its first parent', async () => {
    const { add, fetched } = ground()
    const root = add('main', { 'config/a.yaml': '1', 'README.md': 'x' })
    const side = add('side', { 'config/b.yaml': '1' }, [root])
    add('main', { 'README.md': 'y' })
    const two = add('main', { 'config/a.yaml': '2' })
    const merge = add('main', { 'config/b.yaml': '1' }, [two, side])
    const { landings } = value(await historyOf(await fetched(), 'config'))
    expect(
      landings.map((one) => [
        one.commit,
        one.changes.map(
          ({ path, before, after }) => `${path} ${before === null ? '-' : 'b'}${after === null ? '-' : 'a'}`,
        ),
      ]),
    ).toEqual([
      [merge, ['config/b.yaml -a']],
      [two, ['config/a.yaml ba']],
      [root, ['config/a.yaml -a']],
    ])
    expect(landings[0]?.parent).toBe(two)
    expect(landings.at(-1)?.parent).toBeNull()
  })

  it('tells a merge whose tree is that of its second parent', async () => {
    const { add, fetched } = ground()
    const root = add('main', { 'config/a.yaml': '1' })
    const side = add('side', { 'config/b.yaml': '1' }, [root])
    const merge = add('main', { 'config/b.yaml': '1' }, [root, side])
    expect(value(await historyOf(await fetched(), 'config')).landings.map((one) => one.commit)).toEqual([merge, root])
  })

  it('tells deletions, modes and strange names, and no renames', async () => {
    const { add, fetched } = ground()
    add('main', { 'config/a.yaml': 'same', 'config/ü b"c\\d.yaml': '1', 'config/x.yaml': '1' })
    add('main', { 'config/a.yaml': null, 'config/b.yaml': 'same', 'config/x.yaml': { mode: '100755', bytes: '1' } })
    const { landings } = value(await historyOf(await fetched(), 'config'))
    expect(landings[0]?.changes.map((one) => [one.path, one.before?.mode, one.after?.mode])).toEqual([
      ['config/a.yaml', '100644', undefined],
      ['config/b.yaml', undefined, '100644'],
      ['config/x.yaml', '100644', '100755'],
    ])
    expect(landings[1]?.changes.map((one) => one.path)).toContain('config/ü b"c\\d.yaml')
  })

  it('takes a directory by its name and never as a pattern', async () => {
    const { add, fetched } = ground()
    add('main', { 'config/a.yaml': '1', 'conf*/a.yaml': '1' })
    expect(value(await historyOf(await fetched(), 'conf*')).landings[0]?.changes.map((one) => one.path)).toEqual([
      'conf*/a.yaml',
    ])
  })

  it('tells every path, also one that is not UTF-8, and no two alike', async () => {
    const { bare, add, fetched } = ground()
    add('main', { 'config/a.yaml': '1' })
    const named = (...bytes: readonly number[]): Buffer =>
      Buffer.concat([Buffer.from('M 100644 inline config/'), Buffer.from(bytes), Buffer.from('\ndata 1\ny\n')])
    const start = 'commit refs/heads/main\ncommitter a <a@b> 1800000100 +0000\ndata 1\nx\nfrom refs/heads/main^0\n'
    const stream = Buffer.concat([Buffer.from(start), named(0xff, 0xfe), named(0xff, 0xfd), named(0xc3, 0xbf)])
    sandboxGit(bare.gitDirectory, ['fast-import', '--quiet'], stream)
    const repository = await fetched()
    const odd = ['config/a.yaml', 'config/ÿ', 'config/\udcff\udcfd', 'config/\udcff\udcfe']
    const changed = value(await historyOf(repository, 'config')).landings.flatMap((one) => one.changes)
    expect(changed.map(({ path }) => path).sort()).toEqual(odd)
    expect(
      value(await filesAt(repository, repository.head, 'config'))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(odd)
  })

  it('of 10,000 landings is read in one run', async () => {
    const { bare, fetched } = ground()
    commitAll(
      bare,
      Array.from({ length: 10_000 }, (_, nth) => ({
        branch: 'main',
        files: { [`config/requests/t${nth % 100}/r${nth}.yaml`]: `for: marta ${nth}\n` },
        message: 'x',
        author: ME,
        at: 1_800_000_000 + nth,
      })),
    )
    const repository = await fetched()
    const { landings } = value(await historyOf(repository, 'config'))
    const files = value(await filesAt(repository, repository.head, 'config'))
    expect([landings.length, files.length, landings[0]?.at]).toEqual([10_000, 10_000, 1_800_009_999])
  })
})

describe('files', () => {
  it('come as they are stored: text, bytes, links and submodules apart', async () => {
    const { add, fetched } = ground()
    add('main', {
      'config/a.yaml': 'a: ü\n',
      'config/bom.yaml': '\ufeffa: 1\n',
      'config/empty.yaml': '',
      'config/latin.yaml': { mode: '100644', bytes: Buffer.from([0x61, 0xe4, 0x0a]) },
      'config/link.yaml': { mode: '120000', bytes: '/etc/passwd' },
      'config/run.yaml': { mode: '100755', bytes: 'x' },
      'config/sub': { mode: '160000', oid: '1'.repeat(40) },
      'config/large.yaml': 'x'.repeat(MAX_FILE_BYTES + 1),
      'config/limit.yaml': 'y'.repeat(MAX_FILE_BYTES),
      'other.yaml': 'x',
    })
    const repository = await fetched()
    const files = value(await filesAt(repository, repository.head, 'config'))
    expect(
      files.map((one) => [one.path.slice(7), one.mode, one.bytes, one.text === null ? null : one.text.slice(0, 12)]),
    ).toEqual([
      ['a.yaml', '100644', 6, 'a: ü\n'],
      ['bom.yaml', '100644', 8, '\ufeffa: 1\n'],
      ['empty.yaml', '100644', 0, ''],
      ['large.yaml', '100644', MAX_FILE_BYTES + 1, null],
      ['latin.yaml', '100644', 3, null],
      ['limit.yaml', '100644', MAX_FILE_BYTES, 'yyyyyyyyyyyy'],
      ['link.yaml', '120000', 11, '/etc/passwd'],
      ['run.yaml', '100755', 1, 'x'],
      ['sub', '160000', 0, null],
    ])
  })

  it('of a directory that is not there are none, of a commit that is not there are unknown', async () => {
    const { add, fetched } = ground()
    add('main', { 'config/a.yaml': '1' })
    const repository = await fetched()
    expect(value(await filesAt(repository, repository.head, 'nowhere'))).toEqual([])
    expect(said(await filesAt(repository, id<'commit'>('1'.repeat(40)), 'config'))).toBe('not-found')
  })

  it('are unknown where a hand-made tree names one twice', async () => {
    const { bare, add, fetched } = ground()
    add('main', { 'config/a.yaml': '1' })
    const blob = sandboxGit(bare.gitDirectory, ['hash-object', '-w', '--stdin'], 'evil')
    const entry = Buffer.concat([Buffer.from('100644 a.yaml\0'), Buffer.from(blob, 'hex')])
    const tree = sandboxGit(
      bare.gitDirectory,
      ['hash-object', '-w', '-t', 'tree', '--literally', '--stdin'],
      Buffer.concat([entry, entry]),
    )
    const top = sandboxGit(bare.gitDirectory, ['mktree'], `040000 tree ${tree}\tconfig\n`)
    const made = sandboxGit(bare.gitDirectory, ['commit-tree', top, '-m', 'x'])
    sandboxGit(bare.gitDirectory, ['update-ref', 'refs/heads/main', made])
    const repository = await fetched()
    expect(said(await treeAt(repository, repository.head, 'config'))).toBe('garbage')
  })
})

describe('changes and merge bases', () => {
  it('are told for many spans at once; those without their commits are unknown and the others are not', async () => {
    const { add, fetched } = ground()
    const root = add('main', { 'a.txt': '1' })
    const next = add('main', { 'b.txt': '1' })
    const repository = await fetched()
    const [r, n, gone] = [id<'commit'>(root), id<'commit'>(next), id<'commit'>('1'.repeat(40))]
    const answers = await changesOf(repository, [
      { from: r, to: n },
      { from: null, to: r },
      { from: n, to: n },
      { from: gone, to: n },
      { from: r, to: n },
    ])
    expect(
      answers.map((one) => (one.is === 'known' ? one.value.map((change) => change.path) : one.because.kind)),
    ).toEqual([['b.txt'], ['a.txt'], [], 'not-found', ['b.txt']])
  })

  it('tell none for strangers and several for histories that crossed', async () => {
    const { add, fetched } = ground()
    const root = add('main', { 'a.txt': '1' })
    const [left, right] = [add('left', { 'l.txt': '1' }, [root]), add('right', { 'r.txt': '1' }, [root])]
    const [one, other] = [add('one', { 'r.txt': '1' }, [left, right]), add('other', { 'l.txt': '1' }, [right, left])]
    const stranger = add('stranger', { 's.txt': '1' }, [])
    add('main', { 'z.txt': '1' }, [root, one, other, stranger])
    const repository = await fetched()
    const answers = await mergeBases(repository, [
      [id(left), id(right)],
      [id(one), id(other)],
      [id(one), id(stranger)],
      [id(one), id('1'.repeat(40))],
    ])
    expect(answers.map((answer) => (answer.is === 'known' ? answer.value : answer.because.kind))).toEqual([
      [root],
      [left, right].sort(),
      [],
      'not-found',
    ])
  })
})

describe('blobs at commits', () => {
  it('are told apart: there, absent, a folder, a commit that is not here, a name that cannot be asked', async () => {
    const { add, fetched } = ground()
    add('main', { 'config/a b.yaml': '1' })
    const repository = await fetched()
    const gone = id<'commit'>('1'.repeat(40))
    const at = (path: string, commit = repository.head) => ({ commit, path })
    const answers = await blobsAt(repository, [
      at('config/a b.yaml'),
      at('config/x missing'),
      at('config'),
      at('config/a b.yaml', gone),
      at('a\nb'),
    ])
    expect(answers.map((one) => (one.is === 'known' ? one.value : one.because.kind))).toEqual([
      '56a6051ca2b02b04ef92d5150c9ef600403cb1de',
      null,
      null,
      'not-found',
      'not-found',
    ])
  })
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
