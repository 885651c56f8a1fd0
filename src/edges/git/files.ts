// What the files of a directory say at a commit, read from git objects and never from a work tree.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { SourceFile } from '../../core/model/history.ts'
import type { BlobId, CommitId } from '../../core/model/id.ts'
import { blobSizes, readBlobs, type TreeEntry, treeAt } from './objects.ts'
import type { GitRepository } from './repository.ts'

/** Text of larger files is not read. */
export const MAX_FILE_BYTES = 1_048_576
/** Of a commit whose files hold more than this the smallest are read: a flood must not hide what has to be taken. */
export const MAX_TOTAL_BYTES = 268_435_456

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readText(bytes: Buffer | undefined): string | null {
  if (bytes === undefined) return null
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

export type FileEntry = TreeEntry

/** The blobs whose texts are read: each counts once, however many files have it. */
function withinBudget(entries: readonly TreeEntry[]): ReadonlySet<BlobId> {
  const sizes = new Map(
    entries
      .filter((entry) => entry.type === 'blob' && entry.bytes <= MAX_FILE_BYTES)
      .map((entry) => [entry.blob, entry.bytes]),
  )
  let left = MAX_TOTAL_BYTES
  const readable = new Set<BlobId>()
  for (const [blob, bytes] of [...sizes].sort(([, one], [, other]) => one - other)) {
    if (bytes > left) break
    left -= bytes
    readable.add(blob)
  }
  return readable
}

/** Texts by blob: null where the bytes are not UTF-8; too large ones are left out. */
export async function textsOf(
  repository: GitRepository,
  entries: readonly FileEntry[],
): Promise<Answer<ReadonlyMap<BlobId, string | null>>> {
  const blobs = await readBlobs(repository, withinBudget(entries))
  if (blobs.is === 'unknown') return blobs
  return known(new Map([...blobs.value].map(([blob, bytes]) => [blob, readText(bytes)])))
}

/** What one blob says; null: it is not here, too large, or no text. */
export async function textOfBlob(repository: GitRepository, blob: BlobId): Promise<string | null> {
  const sizes = await blobSizes(repository, [blob])
  const bytes = sizes.is === 'known' ? sizes.value.get(blob) : undefined
  if (bytes === undefined) return null
  const texts = await textsOf(repository, [{ path: '', mode: '100644', type: 'blob', blob, bytes }])
  return texts.is === 'known' ? (texts.value.get(blob) ?? null) : null
}

/**
 * All files under `directory` at a commit, sorted by path. A symlink's text is where it points, a submodule's is null:
 * the mode tells. Text is null where the bytes are not UTF-8, more than MAX_FILE_BYTES, or beyond MAX_TOTAL_BYTES.
 * `wanted` leaves out all other paths.
 */
export async function filesAt(
  repository: GitRepository,
  commit: CommitId,
  directory: string,
  wanted: (path: string) => boolean = () => true,
): Promise<Answer<readonly SourceFile[]>> {
  const tree = await treeAt(repository, commit, directory)
  if (tree.is === 'unknown') return tree
  const entries = tree.value.filter(({ path }) => wanted(path))
  const texts = await textsOf(repository, entries)
  if (texts.is === 'unknown') return texts
  return known(
    entries.map(({ path, mode, blob, bytes }) => ({ path, mode, blob, bytes, text: texts.value.get(blob) ?? null })),
  )
}
