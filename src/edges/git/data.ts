// A branch that holds data and no history: read by fetch, written as one commit without a parent in place of the one before.

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type BlobId, type CommitId, id } from '../../core/model/id.ts'
import type { Instant } from '../../core/model/time.ts'
import { readBlobs, treeAt } from './objects.ts'
import { optionsFor } from './reaching.ts'
import type { GitRepository, Remote } from './repository.ts'
import { type GitOptions, git, gitError } from './run.ts'

export const DATA_BRANCH = 'daypass-data'

export interface DataPlace {
  readonly remote: Remote
  /** A bare repository of its own, made when missing; null: a temporary folder. */
  readonly directory: string | null
}

/** What a branch holds at one time. */
export interface Snapshot {
  readonly commit: CommitId
  readonly files: ReadonlyMap<string, { readonly blob: BlobId; readonly bytes: number }>
  /** Every path asked for must be one of `files`. */
  read(paths: readonly string[]): Promise<Answer<ReadonlyMap<string, Buffer>>>
}

/** New bytes, or what is there already. */
export type Content = { readonly bytes: Uint8Array } | { readonly blob: BlobId }

export interface DataBranches {
  /** null: there is no such branch. */
  open(branch: string): Promise<Answer<Snapshot | null>>
  /** Names of branches that begin so. */
  list(prefix: string): Promise<Answer<readonly string[]>>
  /** `over`: what the branch must still hold; null: it must not exist yet. */
  replace(
    branch: string,
    over: CommitId | null,
    files: ReadonlyMap<string, Content>,
    at: Instant,
  ): Promise<Answer<CommitId>>
  remove(branches: readonly string[]): Promise<Answer<'removed'>>
}

const WHO = 'daypass <daypass@localhost>'
const NAME = /^[\w][\w.-]*$/
/** More is not read: whoever may push must not be able to swell a run beyond its memory. */
const MOST_BYTES = 1_073_741_824

/** The input of git fast-import that makes one commit of these files alone (git-fast-import documentation). */
function commitOf(ref: string, files: ReadonlyMap<string, Content>, at: Instant): Buffer {
  const message = `${files.size} files\n`
  const parts: Uint8Array[] = [
    Buffer.from(
      `reset ${ref}\ncommit ${ref}\ncommitter ${WHO} ${at} +0000\ndata ${message.length}\n${message}deleteall\n`,
    ),
  ]
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if ('blob' in content) parts.push(Buffer.from(`M 100644 ${content.blob} ${path}\n`))
    else
      parts.push(
        Buffer.from(`M 100644 inline ${path}\ndata ${content.bytes.length}\n`),
        content.bytes,
        Buffer.from('\n'),
      )
  }
  parts.push(Buffer.from('done\n'))
  return Buffer.concat(parts)
}

export async function snapshotOf(repository: GitRepository): Promise<Answer<Snapshot>> {
  const tree = await treeAt(repository, repository.head, '')
  if (tree.is === 'unknown') return tree
  const files = tree.value.filter(({ type, mode }) => type === 'blob' && mode === '100644')
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > MOST_BYTES)
    return unknown({
      kind: 'quota',
      call: 'git: read of the data',
      said: `it has ${bytes} bytes, and ${MOST_BYTES} are read`,
    })
  const byPath = new Map(files.map(({ path, blob, bytes }) => [path, { blob, bytes }]))
  return known({
    commit: repository.head,
    files: byPath,
    async read(paths) {
      const wanted = paths.flatMap((path) => byPath.get(path)?.blob ?? [])
      const blobs = await readBlobs(repository, wanted)
      if (blobs.is === 'unknown') return blobs
      return known(
        new Map(
          paths.flatMap((path): [string, Buffer][] => {
            const found = blobs.value.get(byPath.get(path)?.blob ?? id<'blob'>(''))
            return found === undefined ? [] : [[path, found]]
          }),
        ),
      )
    },
  })
}

export function dataBranches(place: DataPlace): DataBranches {
  const { url } = place.remote
  let options: GitOptions | null = null

  async function opened(): Promise<Answer<GitOptions>> {
    if (options !== null) return known(options)
    const directory = place.directory ?? (await mkdtemp(join(tmpdir(), 'daypass-data-')))
    const made = await git(['init', '--quiet', '--bare', '--end-of-options', directory], { directory: null })
    if (made.code !== 0) return unknown(gitError('init', made))
    options = optionsFor(place.remote, directory)
    return known(options)
  }

  async function rows(pattern: string): Promise<Answer<readonly (readonly [string, string])[]>> {
    const using = await opened()
    if (using.is === 'unknown') return using
    const listed = await git(['ls-remote', '--quiet', '--end-of-options', url, pattern], using.value)
    if (listed.code !== 0) return unknown(gitError('look for the data', listed))
    return known(
      listed.stdout
        .toString()
        .split('\n')
        .flatMap((line): [string, string][] => {
          const [commit, ref] = line.split('\t')
          return commit === undefined || ref === undefined ? [] : [[ref.replace(/^refs\/heads\//, ''), commit]]
        }),
    )
  }

  async function open(branch: string): Promise<Answer<Snapshot | null>> {
    const using = await opened()
    if (using.is === 'unknown') return using
    const there = await rows(`refs/heads/${branch}`)
    if (there.is === 'unknown') return there
    const tip = there.value.find(([name]) => name === branch)?.[1]
    if (tip === undefined) return known(null)
    const here = `refs/daypass/data/${branch}`
    const flags = ['--quiet', '--no-tags', '--depth=1', '--no-write-fetch-head', '--force', '--end-of-options']
    const fetched = await git(['fetch', ...flags, url, `+refs/heads/${branch}:${here}`], using.value)
    if (fetched.code !== 0) return unknown(gitError(`fetch of ${branch}`, fetched))
    const parsed = await git(['rev-parse', '--verify', '--end-of-options', `${here}^{commit}`], using.value)
    if (parsed.code !== 0) return unknown(gitError(`fetch of ${branch}`, parsed))
    return snapshotOf({ directory: using.value.directory ?? '', head: id<'commit'>(parsed.stdout.toString().trim()) })
  }

  return {
    open,
    async list(prefix) {
      if (!NAME.test(prefix))
        return unknown({ kind: 'invalid', call: 'git: ls-remote', said: `no branch begins with ${prefix}` })
      const all = await rows(`refs/heads/${prefix}*`)
      return all.is === 'unknown'
        ? all
        : known(all.value.map(([name]) => name).filter((name) => name.startsWith(prefix)))
    },
    async replace(branch, over, files, at) {
      if (!NAME.test(branch))
        return unknown({ kind: 'invalid', call: 'git: push', said: `no branch can be called ${branch}` })
      const using = await opened()
      if (using.is === 'unknown') return using
      const ref = `refs/daypass/made/${branch}`
      const imported = await git(['fast-import', '--quiet', '--done', '--force', '--date-format=raw'], {
        ...using.value,
        input: commitOf(ref, files, at),
      })
      if (imported.code !== 0) return unknown(gitError(`write of ${branch}`, imported))
      const parsed = await git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`], using.value)
      if (parsed.code !== 0) return unknown(gitError(`write of ${branch}`, parsed))
      const made = parsed.stdout.toString().trim()
      const name = `refs/heads/${branch}`
      const lease = `--force-with-lease=${name}:${over ?? ''}`
      const sent = await git(['push', '--quiet', lease, '--end-of-options', url, `${made}:${name}`], using.value)
      return sent.code === 0 ? known(id<'commit'>(made)) : unknown(gitError(`push of ${branch}`, sent))
    },
    async remove(branches) {
      const using = await opened()
      if (using.is === 'unknown') return using
      if (branches.length === 0) return known('removed')
      const names = branches.filter((branch) => NAME.test(branch)).map((branch) => `:refs/heads/${branch}`)
      const sent = await git(['push', '--quiet', '--end-of-options', url, ...names], using.value)
      return sent.code === 0 ? known('removed') : unknown(gitError('removal of parts', sent))
    },
  }
}
