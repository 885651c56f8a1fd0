// Which blobs lie where at a commit, and what is in them: lists of trees and batches of objects.

import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import { type BlobId, type CommitId, id } from '../../core/model/id.ts'
import { readParts } from './raw-changes.ts'
import { type GitRepository, isObjectName } from './repository.ts'
import { git, gitError } from './run.ts'

export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: 'blob' | 'commit'
  readonly blob: BlobId
  /** Size of the blob; 0 for a submodule. */
  readonly bytes: number
}

const ENTRY = /^(\d{6}) (blob|commit) ([0-9a-f]{40,64}) +(\d+|-)\t([\s\S]+)$/

const garbage = (call: string, said: string): { is: 'unknown'; because: EdgeError } =>
  unknown({ kind: 'garbage', call: `git: ${call}`, said })

/** Everything under `directory` (empty = the whole tree) at a commit, sorted by path as git sorts; a missing directory is empty. */
export async function treeAt(
  repository: GitRepository,
  commit: CommitId,
  directory: string,
): Promise<Answer<readonly TreeEntry[]>> {
  const answer = await git(
    ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', ...(directory === '' ? [] : [directory])],
    { directory: repository.directory },
  )
  if (answer.code !== 0) return unknown(gitError(`ls-tree ${commit}`, answer))
  const parts = readParts(answer.stdout)
  const entries: TreeEntry[] = []
  const seen = new Set<string>()
  for (const part of parts) {
    if (part === '') continue
    const found = ENTRY.exec(part)
    if (found === null) return garbage('ls-tree', `unexpected: ${part.slice(0, 100)}`)
    const [, mode = '', type = '', blob = '', bytes = '', path = ''] = found
    // A hand-made tree can name a path twice; nobody could say which of the two was reviewed.
    if (seen.has(path)) return garbage('ls-tree', `${path} is there twice`)
    seen.add(path)
    entries.push({
      path,
      mode,
      type: type === 'commit' ? 'commit' : 'blob',
      blob: id<'blob'>(blob),
      bytes: bytes === '-' ? 0 : Number(bytes),
    })
  }
  return known(entries)
}

/** The bytes of many blobs in one batch; every one asked for is in the answer, or the answer is unknown. */
export async function readBlobs(
  repository: GitRepository,
  blobs: Iterable<BlobId>,
): Promise<Answer<ReadonlyMap<BlobId, Buffer>>> {
  const wanted = [...new Set(blobs)]
  const found = new Map<BlobId, Buffer>()
  if (wanted.length === 0) return known(found)
  const answer = await git(['cat-file', '--batch', '--buffer'], {
    directory: repository.directory,
    input: `${wanted.join('\n')}\n`,
  })
  if (answer.code !== 0) return unknown(gitError('cat-file', answer))
  let at = 0
  for (const blob of wanted) {
    const line = answer.stdout.indexOf(10, at)
    const header = answer.stdout.toString('latin1', at, Math.max(line, at))
    const size = new RegExp(`^${blob} blob (\\d+)$`).exec(header)?.[1]
    const end = line + 1 + Number(size)
    if (line < 0 || size === undefined || end >= answer.stdout.length)
      return garbage('cat-file', `unexpected: ${header.slice(0, 100)}`)
    found.set(blob, answer.stdout.subarray(line + 1, end))
    at = end + 1
  }
  return known(found)
}

/** Bytes of each blob that is on disk, by one run of git. */
export async function blobSizes(
  repository: GitRepository,
  blobs: readonly BlobId[],
): Promise<Answer<ReadonlyMap<BlobId, number>>> {
  const wanted = [...new Set(blobs)]
  if (wanted.length === 0) return known(new Map())
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)', '--buffer'], {
    directory: repository.directory,
    input: `${wanted.join('\n')}\n`,
  })
  if (answer.code !== 0) return unknown(gitError('cat-file', answer))
  const sizes = new Map<BlobId, number>()
  for (const line of answer.stdout.toString().split('\n')) {
    const [name = '', type, size] = line.split(' ')
    if (type === 'blob') sizes.set(id<'blob'>(name), Number(size))
  }
  return known(sizes)
}

/** Which of the commits are on disk. */
export async function presentCommits(
  repository: GitRepository,
  commits: Iterable<CommitId>,
): Promise<Answer<ReadonlySet<CommitId>>> {
  const wanted = [...new Set(commits)].filter(isObjectName)
  if (wanted.length === 0) return known(new Set())
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype)', '--buffer'], {
    directory: repository.directory,
    input: `${wanted.join('\n')}\n`,
  })
  if (answer.code !== 0) return unknown(gitError('cat-file', answer))
  const lines = answer.stdout.toString().split('\n')
  if (lines.length !== wanted.length + 1) return garbage('cat-file', 'not one line for each object')
  return known(new Set(wanted.filter((commit, line) => lines[line] === `${commit} commit`)))
}

/** A path at a commit, as asked in a batch. */
export interface Spot {
  readonly commit: CommitId
  readonly path: string
}

/**
 * The blob at each spot, in the order asked: null = nothing (or no blob) there, unknown = the commit is not on disk or
 * the path cannot be asked for. One run of git for all.
 */
export async function blobsAt(
  repository: GitRepository,
  spots: readonly Spot[],
): Promise<readonly Answer<BlobId | null>[]> {
  const present = await presentCommits(repository, new Set(spots.map((spot) => spot.commit)))
  if (present.is === 'unknown') return spots.map(() => present)
  const askable = (spot: Spot): boolean =>
    present.value.has(spot.commit) && !/[\n\0]/.test(spot.path) && spot.path !== ''
  const asked = spots.filter(askable)
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype)', '--buffer'], {
    directory: repository.directory,
    input: asked.map((spot) => `${spot.commit}:${spot.path}\n`).join(''),
  })
  if (answer.code !== 0) return spots.map(() => unknown(gitError('cat-file', answer)))
  const lines = answer.stdout.toString().split('\n')
  if (lines.length !== asked.length + 1) return spots.map(() => garbage('cat-file', 'not one line for each object'))
  const found = new Map<Spot, Answer<BlobId | null>>(asked.map((spot, line) => [spot, readCheck(lines[line] ?? '')]))
  return spots.map(
    (spot) =>
      found.get(spot) ?? unknown({ kind: 'not-found', call: 'git: cat-file', said: `${spot.commit} is not here` }),
  )
}

function readCheck(line: string): Answer<BlobId | null> {
  const found = /^([0-9a-f]{40,64}) (blob|tree|commit)$/.exec(line)
  if (found !== null) return known(found[2] === 'blob' && found[1] !== undefined ? id<'blob'>(found[1]) : null)
  return line.endsWith(' missing') ? known(null) : garbage('cat-file', `unexpected: ${line.slice(0, 100)}`)
}
