import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { craftedMerge, type Merge, mergeCommit, merges, rebase, squash } from '../../src/sandbox/git/merging.ts'
import { entryAt, readCommit, readObject, readTree } from '../../src/sandbox/git/objects.ts'
import {
  commit,
  commitAll,
  commitsBetween,
  makeRepository,
  mergeBase,
  setRef,
} from '../../src/sandbox/git/repository.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { freshFolder } from './github-ground.ts'

const author = { name: 'Marta Ölig', email: 'marta@example.com' }
const fresh = () => makeRepository(join(freshFolder(), 'one.git'))

/** main: one, then two on top; ask: three and four, started at one. */
function forked() {
  const repository = fresh()
  const [one = '', two = '', three = '', four = ''] = commitAll(repository, [
    { branch: 'main', files: { 'a.txt': 'a\n' }, message: 'one', author, at: 100 },
    { branch: 'main', files: { 'b.txt': 'b\n' }, message: 'two', author, at: 200 },
  ]).concat(
    commitAll(repository, [
      {
        branch: 'ask',
        parents: [git(repository.gitDirectory, ['rev-parse', 'main~1'])],
        files: { 'c.txt': 'c\n' },
        message: 'three',
        author,
        at: 300,
      },
      { branch: 'ask', files: { 'd.txt': 'd\n', 'c.txt': 'c2\n' }, message: 'four', author, at: 400 },
    ]),
  )
  return { repository, one, two, three, four }
}

const names = (repository: { readonly gitDirectory: string }, oid: string) =>
  readTree(repository.gitDirectory, oid).map((entry) => entry.name)

describe('a repository made without a work tree', () => {
  it('dates author and committer as told and names the commit as git itself does', () => {
    const repository = fresh()
    const oid = commit(repository, {
      branch: 'main',
      files: { 'a/b.txt': 'hello\n' },
      message: 'First\n\nBody',
      author,
      at: 1_700_000_000,
    })
    expect(git(repository.gitDirectory, ['rev-parse', 'refs/heads/main'])).toBe(oid)
    expect(git(repository.gitDirectory, ['log', '-1', '--format=%an <%ae> %at %ct %B', 'main'])).toBe(
      'Marta Ölig <marta@example.com> 1700000000 1700000000 First\n\nBody',
    )
    expect(git(repository.gitDirectory, ['show', 'main:a/b.txt'])).toBe('hello')
    expect(git(repository.gitDirectory, ['fsck', '--strict'])).toBe('')
  })

  it('gives the same ids for the same story', () => {
    expect(forked().four).toBe(forked().four)
  })

  it('holds every mode, odd names and bytes, and drops what is deleted', () => {
    const repository = fresh()
    const bytes = Uint8Array.from([0, 255, 10, 13])
    commit(repository, { branch: 'main', files: { gone: 'x', kept: 'y' }, message: 'one', author, at: 1 })
    const { one } = { one: git(repository.gitDirectory, ['rev-parse', 'main']) }
    const oid = commit(repository, {
      branch: 'main',
      files: {
        gone: null,
        'quote " back \\ ü.yaml': 'q',
        link: { mode: '120000', bytes: '../kept' },
        run: { mode: '100755', bytes },
        sub: { mode: '160000', oid: one },
      },
      message: 'two',
      author,
      at: 2,
    })
    const seen = Object.fromEntries(readTree(repository.gitDirectory, oid).map((entry) => [entry.name, entry.mode]))
    expect(seen).toEqual({
      kept: '100644',
      link: '120000',
      'quote " back \\ ü.yaml': '100644',
      run: '100755',
      sub: '160000',
    })
    expect(readObject(repository.gitDirectory, entryAt(repository.gitDirectory, oid, 'run')?.oid ?? '')?.bytes).toEqual(
      Buffer.from(bytes),
    )
  })

  it('takes thousands of files in one commit', () => {
    const repository = fresh()
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`requests/${index}.yaml`, `for: p${index}\n`]),
    )
    const oid = commit(repository, { branch: 'main', files, message: 'many', author, at: 1 })
    expect(
      readTree(repository.gitDirectory, entryAt(repository.gitDirectory, oid, 'requests')?.oid ?? ''),
    ).toHaveLength(3000)
    expect(entryAt(repository.gitDirectory, oid, 'requests/2999.yaml')?.mode).toBe('100644')
    expect(entryAt(repository.gitDirectory, oid, 'requests/3000.yaml')).toBeNull()
  })
})

describe('merging as GitHub merges', () => {
  const who = { name: 'GitHub', email: 'noreply@github.com', at: 500 }
  const merge = (how: Merge) => {
    const { repository, two, four } = forked()
    const oid = how(repository, { base: two, head: four, message: 'Bring in', author: who, committer: who }) ?? ''
    return { repository, oid, two, four }
  }

  it.each([
    ['a merge commit has base and head as parents', mergeCommit, (two: string, four: string) => [two, four], 3],
    ['a squash has the base only', squash, (two: string) => [two], 1],
  ])('%s', (_sentence, how, parents, count) => {
    const { repository, oid, two, four } = merge(how)
    expect(readCommit(repository.gitDirectory, oid)?.parents).toEqual(parents(two, four))
    expect(names(repository, oid)).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt'])
    expect(commitsBetween(repository, two, oid)).toHaveLength(count)
  })

  it('a rebase repeats each commit on the base, with author kept and committer new', () => {
    const { repository, oid, two } = merge(rebase)
    const [first = '', last = ''] = commitsBetween(repository, two, oid)
    expect(last).toBe(oid)
    expect(readCommit(repository.gitDirectory, first)).toMatchObject({
      parents: [two],
      message: 'three',
      author: { at: 300 },
      committer: who,
    })
    expect(readCommit(repository.gitDirectory, last)).toMatchObject({ parents: [first], message: 'four' })
    expect(names(repository, first)).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect(names(repository, last)).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt'])
  })

  it.each([mergeCommit, squash, rebase])('a conflict gives nothing (%#)', (how) => {
    const { repository, one, two } = forked()
    const other = commit(repository, {
      branch: 'clash',
      parents: [one],
      files: { 'b.txt': 'other\n' },
      message: 'clash',
      author,
      at: 300,
    })
    expect(how(repository, { base: two, head: other, message: 'no', author: who, committer: who })).toBeNull()
    expect(merges(repository, two, other)).toBe(false)
  })

  it('a crafted merge has two parents and whatever tree its maker wanted', () => {
    const { repository, two, four } = forked()
    const wanted = { base: two, head: four, message: 'Merge', author: who, committer: who }
    const oid = craftedMerge(repository, wanted, { 'evil.yaml': 'for: eve\n', 'a.txt': null })
    expect(readCommit(repository.gitDirectory, oid)?.parents).toEqual([two, four])
    expect(names(repository, oid)).toEqual(['b.txt', 'c.txt', 'd.txt', 'evil.yaml'])
    expect(git(repository.gitDirectory, ['for-each-ref', 'refs/sandbox'])).toBe('')
  })

  it('knows merge bases, and that unrelated histories have none', () => {
    const { repository, one, two, four } = forked()
    const alone = commit(repository, {
      branch: 'alone',
      parents: [],
      files: { x: 'x' },
      message: 'alone',
      author,
      at: 1,
    })
    expect(mergeBase(repository, two, four)).toBe(one)
    expect(mergeBase(repository, two, alone)).toBeNull()
    setRef(repository, 'alone', null)
    expect(git(repository.gitDirectory, ['for-each-ref', 'refs/heads/alone'])).toBe('')
  })
})
