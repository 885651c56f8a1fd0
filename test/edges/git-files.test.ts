// What git says of files, changes and blobs, and that what cannot be read is unknown and never empty.

import { describe, expect, it } from 'vitest'
import { id } from '../../src/core/model/id.ts'
import { changesOf, mergeBases } from '../../src/edges/git/changes.ts'
import { filesAt, MAX_FILE_BYTES } from '../../src/edges/git/files.ts'
import { blobsAt, treeAt } from '../../src/edges/git/objects.ts'
import { git as sandboxGit } from '../../src/sandbox/git/run.ts'
import { ground, said, value } from './git-ground.ts'

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
