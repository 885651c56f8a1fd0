import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { headOf } from '../../src/sandbox/git/repository.ts'
import { addToken, fork } from '../../src/sandbox/github/actions/people.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { thePull, theRepository } from '../../src/sandbox/github/records.ts'
import {
  acme,
  asToken,
  botToken,
  client,
  company,
  freshFolder,
  martaToken,
  type Served,
  serve,
  start,
} from './github-ground.ts'

let served: Served | null = null
afterEach(async () => served?.close())

async function up(
  world = company(),
): Promise<{ readonly address: string; readonly folder: string; readonly served: Served }> {
  served = await serve(world)
  const folder = freshFolder()
  await client(folder, 'init', '--quiet', '--initial-branch=main')
  return { address: `${served.url}/git/${acme}.git`, folder, served }
}

const withAsk = () => {
  const world = push(company(), {
    repository: acme,
    by: 'marta',
    branch: 'ask',
    files: { 'ask.yaml': 'for: marta\n' },
    at: start + 10,
  })
  return openPull(world, { repository: acme, author: 'marta', head: 'ask', title: 'Ask', at: start + 20 })
}

async function commitIn(folder: string, name: string): Promise<void> {
  writeFileSync(join(folder, name), `${name}\n`)
  await client(folder, 'add', '.')
  await client(folder, 'commit', '--quiet', '-m', name)
}

describe('git over HTTP', () => {
  it.each(['0', '2'])('fetches a branch and the head of a pull request with protocol %s', async (version) => {
    const { address, folder, served } = await up(withAsk())
    await client(
      folder,
      '-c',
      `protocol.version=${version}`,
      ...asToken(botToken),
      'fetch',
      '--quiet',
      address,
      'main:refs/heads/base',
      'refs/pull/1/head:refs/heads/head',
    )
    const { head, baseOid } = thePull(served.world(), acme, 1)
    expect(await client(folder, 'rev-parse', 'base', 'head')).toBe(`${baseOid}\n${head.oid}`)
    expect(await client(folder, 'show', 'head:ask.yaml')).toBe('for: marta')
    expect(served.calls().filter((call) => call.op === 'upload-pack')).toHaveLength(1)
  })

  it('gives any object by its id, and leaves out blobs where a filter asks so', async () => {
    const { address, folder, served } = await up(withAsk())
    const { oid } = thePull(served.world(), acme, 1).head
    await client(folder, ...asToken(botToken), 'fetch', '--quiet', '--depth=1', '--filter=blob:none', address, oid)
    expect(await client(folder, 'rev-parse', 'FETCH_HEAD')).toBe(oid)
    await expect(client(folder, 'cat-file', '-e', `${oid}:ask.yaml`)).rejects.toThrow()
  })

  it('demands a token for a private repository and none for a public one', async () => {
    const closed = await up(company('private'))
    await expect(client(closed.folder, 'fetch', closed.address, 'main')).rejects.toThrow('could not read Username')
    await expect(client(closed.folder, ...asToken('ghp_wrong'), 'fetch', closed.address, 'main')).rejects.toThrow()
    await closed.served.close()
    const open = await up(company('public'))
    expect(await client(open.folder, 'fetch', '--quiet', open.address, 'main')).toBe('')
  })

  it('takes a push of a new branch and of a pull request, whose head follows', async () => {
    const { address, folder, served } = await up(withAsk())
    await client(folder, ...asToken(martaToken), 'fetch', '--quiet', address, 'ask')
    await client(folder, 'checkout', '--quiet', '-B', 'ask', 'FETCH_HEAD')
    await commitIn(folder, 'more.yaml')
    await client(folder, ...asToken(martaToken), 'push', '--quiet', address, 'ask', 'ask:refs/heads/ledger')
    const oid = await client(folder, 'rev-parse', 'HEAD')
    const repository = theRepository(served.world(), acme)
    expect(headOf(repository, 'ledger')).toBe(oid)
    expect(thePull(served.world(), acme, 1)).toMatchObject({ state: 'open', head: { oid }, updatedAt: start + 1000 })
    expect(await client(folder, ...asToken(martaToken), 'ls-remote', address, 'refs/pull/1/head')).toBe(
      `${oid}\trefs/pull/1/head`,
    )
    expect(served.calls().find((call) => call.writes)).toMatchObject({ part: 'git', op: 'receive-pack', where: acme })
    expect(repository.refUpdates).toBeGreaterThan(theRepository(withAsk(), acme).refUpdates)
  })

  it('marks a pull request merged that is merged by hand and pushed, reviewed or not', async () => {
    const { address, folder, served } = await up(withAsk())
    await client(
      folder,
      ...asToken(martaToken),
      'fetch',
      '--quiet',
      address,
      'main:main',
      'ask:ask',
      '--update-head-ok',
    )
    await client(folder, 'reset', '--quiet', '--hard', 'main')
    await client(folder, 'merge', '--quiet', '--no-ff', '-m', 'by hand', 'ask')
    await client(folder, ...asToken(martaToken), 'push', '--quiet', address, 'main')
    const mergeCommit = await client(folder, 'rev-parse', 'HEAD')
    expect(thePull(served.world(), acme, 1)).toMatchObject({ state: 'merged', mergeCommit, mergedBy: 101, reviews: [] })
  })

  it('refuses a push that would lose commits, one without the right, and any to refs/pull', async () => {
    const readOnly = addToken(withAsk(), { token: 'ghs_read', permissions: { contents: 'read' } })
    const { address, folder, served } = await up(readOnly)
    await commitIn(folder, 'unrelated.yaml')
    const before = headOf(theRepository(served.world(), acme), 'main')
    await expect(client(folder, ...asToken(martaToken), 'push', address, 'HEAD:main')).rejects.toThrow('rejected')
    await expect(client(folder, ...asToken('ghs_read'), 'push', address, 'HEAD:other')).rejects.toThrow('403')
    await expect(client(folder, ...asToken(martaToken), 'push', address, 'HEAD:refs/pull/1/head')).rejects.toThrow(
      'deny updating a hidden ref',
    )
    expect(headOf(theRepository(served.world(), acme), 'main')).toBe(before)
    expect(headOf(theRepository(served.world(), acme), 'other')).toBeNull()
  })

  it('serves the head of a fork from the base repository', async () => {
    let world = fork(company(), {
      repository: acme,
      by: 'eve',
      gitDirectory: join(freshFolder(), 'fork.git'),
      at: start,
    })
    world = push(world, {
      repository: 'eve/access',
      by: 'eve',
      branch: 'mine',
      files: { 'eve.yaml': 'for: eve\n' },
      at: start + 5,
    })
    world = openPull(world, {
      repository: acme,
      author: 'eve',
      head: 'mine',
      fork: 'eve/access',
      title: 'Mine',
      at: start + 6,
    })
    const { address, folder } = await up(world)
    await client(folder, ...asToken(botToken), 'fetch', '--quiet', address, 'refs/pull/1/head')
    expect(await client(folder, 'show', 'FETCH_HEAD:eve.yaml')).toBe('for: eve')
  })
})
