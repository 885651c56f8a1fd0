// Where git's objects come from: a bare repository filled by one transfer for the default branch and one for all pull
// request heads, or a clone that is already there.

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import { type GitOptions, git, gitError } from './run.ts'

/** Objects on disk and the commit that everything is read from. */
export interface GitRepository {
  /** The bare repository, or a clone's `.git`. */
  readonly directory: string
  readonly head: CommitId
}

/** Where to fetch from: https, or http on a loopback address; `file` lets tests fetch from a path. */
export interface Remote {
  readonly url: string
  readonly token: string | null
  readonly protocols?: 'network' | 'file'
}

const OBJECT = /^([0-9a-f]{40}|[0-9a-f]{64})$/
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const isObjectName = (text: string): boolean => OBJECT.test(text)

const invalid = (call: string, said: string): EdgeError => ({ kind: 'invalid', call: `git: ${call}`, said })

function originOf(remote: Remote): Answer<string | null> {
  if (remote.protocols === 'file' && !/^https?:/.test(remote.url)) return known(null)
  const url = URL.canParse(remote.url) ? new URL(remote.url) : null
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  if (url === null || !safe || url.username !== '' || url.password !== '')
    return unknown(invalid('fetch', `${url?.host ?? 'the address'} is neither https nor a loopback address`))
  return known(url.origin)
}

function optionsOf(remote: Remote, origin: string | null, directory: string): GitOptions {
  return {
    directory,
    protocols: remote.protocols ?? 'network',
    ...(remote.token === null || origin === null ? {} : { token: { origin, secret: remote.token } }),
  }
}

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--force',
  '--end-of-options',
]

/**
 * Fetches the whole history of one commit in one transfer, without tags. `what` is a branch's full name
 * (`refs/heads/main`), `HEAD`, or a commit id (GitHub's head as its API tells it). `directory` is made a bare repository
 * when it is not one; null: a new folder under the system's temporary folder, which the caller may delete.
 */
export async function fetchDefaultBranch(
  remote: Remote,
  what: string,
  directory: string | null,
): Promise<Answer<GitRepository>> {
  const origin = originOf(remote)
  if (origin.is === 'unknown') return origin
  if (!isObjectName(what) && what !== 'HEAD' && !/^refs\/heads\/[^\s:^~?*[\\]+$/.test(what))
    return unknown(invalid('fetch', 'not the name of a branch or commit'))
  const bare = directory ?? (await mkdtemp(join(tmpdir(), 'daypass-')))
  const made = await git(['init', '--quiet', '--bare', '--end-of-options', bare], { directory: null })
  if (made.code !== 0) return unknown(gitError('init', made))
  const options = optionsOf(remote, origin.value, bare)
  const fetched = await git([...FETCH, remote.url, `+${what}:refs/daypass/head`], options)
  if (fetched.code !== 0) return unknown(gitError(`fetch ${what}`, fetched))
  return headOf(bare, 'refs/daypass/head')
}

async function headOf(directory: string, name: string): Promise<Answer<GitRepository>> {
  const shallow = await git(['rev-parse', '--is-shallow-repository'], { directory })
  if (shallow.code !== 0) return unknown(gitError('open', shallow))
  // A cut history would make an old file look newly landed.
  if (shallow.stdout.toString().trim() !== 'false')
    return unknown(
      invalid('open', 'the clone is shallow: its history is cut off (fetch-depth: 0, or git fetch --unshallow)'),
    )
  const head = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], { directory })
  const commit = head.stdout.toString().trim()
  if (head.code !== 0 || !isObjectName(commit))
    return unknown({ kind: 'not-found', call: `git: resolve ${name}`, said: 'there is no such commit' })
  return known({ directory, head: id<'commit'>(commit) })
}

/** Opens a clone that is already there, work tree or bare; `name` is any name of a commit (`HEAD`, `origin/main`, an id). */
export async function openRepository(folder: string, name: string): Promise<Answer<GitRepository>> {
  const found = await git(['-C', folder, 'rev-parse', '--absolute-git-dir'], { directory: null })
  if (found.code !== 0) return unknown(gitError('open', found))
  return headOf(found.stdout.toString().replace(/\n$/, ''), name)
}

const MISSING = /couldn't find remote ref refs\/pull\/(\d+)\/head/

/**
 * Fetches `refs/pull/N/head` of all numbers in one transfer; answers the heads that came. A pull request without that
 * ref is left out and the others are fetched again without it, at most a few times.
 */
export async function fetchPullHeads(
  repository: GitRepository,
  remote: Remote,
  numbers: readonly number[],
): Promise<Answer<ReadonlyMap<number, CommitId>>> {
  const origin = originOf(remote)
  if (origin.is === 'unknown') return origin
  const left = new Set(numbers.filter((number) => Number.isSafeInteger(number) && number > 0))
  const options = optionsOf(remote, origin.value, repository.directory)
  for (let round = 0; left.size > 0; round += 1) {
    const specs = [...left]
      .sort((a, b) => a - b)
      .map((number) => `+refs/pull/${number}/head:refs/daypass/pull/${number}`)
    const parameters = [...FETCH.slice(0, -1), '--stdin', '--end-of-options', remote.url]
    const fetched = await git(parameters, { ...options, input: `${specs.join('\n')}\n` })
    if (fetched.code === 0) break
    const missing = MISSING.exec(fetched.stderr)?.[1]
    if (missing === undefined || round === 8) return unknown(gitError('fetch of pull request heads', fetched))
    left.delete(Number(missing))
  }
  return headsOf(repository, left)
}

async function headsOf(
  repository: GitRepository,
  numbers: ReadonlySet<number>,
): Promise<Answer<ReadonlyMap<number, CommitId>>> {
  const listed = await git(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/daypass/pull/'], {
    directory: repository.directory,
  })
  if (listed.code !== 0) return unknown(gitError('list of pull request heads', listed))
  const heads = new Map<number, CommitId>()
  for (const line of listed.stdout.toString().split('\n')) {
    const found = /^([0-9a-f]+) refs\/daypass\/pull\/(\d+)$/.exec(line)
    const number = Number(found?.[2])
    if (found?.[1] !== undefined && numbers.has(number)) heads.set(number, id<'commit'>(found[1]))
  }
  return known(heads)
}
