// What git says of the history of a directory on real repositories.

import { describe, expect, it } from 'vitest'
import { filesAt } from '../../src/edges/git/files.ts'
import { historyOf } from '../../src/edges/git/history.ts'
import { commitAll } from '../../src/sandbox/git/repository.ts'
import { git as sandboxGit } from '../../src/sandbox/git/run.ts'
import { ground, ME, value } from './git-ground.ts'

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
