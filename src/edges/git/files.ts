// What the files of a directory say at a commit, read from git objects and never from a work tree.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { SourceFile } from '../../core/model/history.ts'
import type { CommitId } from '../../core/model/id.ts'
import { readBlobs, treeAt } from './objects.ts'
import type { GitRepository } from './repository.ts'

/** Text of larger files is not read. */
export const MAX_FILE_BYTES = 1_048_576
/** A commit whose files hold more than this is not read at all. */
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

/**
 * All files under `directory` at a commit, sorted by path. A symlink's text is where it points, a submodule's is null:
 * the mode tells. Text is null where the bytes are not UTF-8 or more than MAX_FILE_BYTES.
 */
export async function filesAt(
  repository: GitRepository,
  commit: CommitId,
  directory: string,
): Promise<Answer<readonly SourceFile[]>> {
  const entries = await treeAt(repository, commit, directory)
  if (entries.is === 'unknown') return entries
  const readable = entries.value.filter((entry) => entry.type === 'blob' && entry.bytes <= MAX_FILE_BYTES)
  const total = readable.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > MAX_TOTAL_BYTES)
    return unknown({
      kind: 'quota',
      call: `git: files at ${commit}`,
      said: `${total} bytes under ${directory} are too many`,
    })
  const blobs = await readBlobs(
    repository,
    readable.map((entry) => entry.blob),
  )
  if (blobs.is === 'unknown') return blobs
  const readableBlobs = new Set(readable.map((entry) => entry.blob))
  return known(
    entries.value.map(({ path, mode, blob, bytes }) => ({
      path,
      mode,
      blob,
      bytes,
      text: readableBlobs.has(blob) ? readText(blobs.value.get(blob)) : null,
    })),
  )
}
