// What the files of the default branch would be once a pull request's own changes landed on them.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { PathChange, SourceFile } from '../../core/model/history.ts'
import type { BlobId } from '../../core/model/id.ts'
import { type FileEntry, textsOf } from './files.ts'
import { blobSizes } from './objects.ts'
import type { GitRepository } from './repository.ts'

const isBelow = (path: string, directory: string): boolean => directory === '' || path.startsWith(`${directory}/`)

/** What each change brings under the directory; submodules are files without text, as everywhere. */
const broughtBy = (changes: readonly PathChange[], directory: string): readonly Omit<FileEntry, 'bytes'>[] =>
  changes.flatMap(({ path, after }) =>
    after === null || !isBelow(path, directory)
      ? []
      : [{ path, mode: after.mode, blob: after.blob, type: after.mode === '160000' ? 'commit' : 'blob' } as const],
  )

/**
 * For each list of changes the files as they would lie under `directory`, sorted by path; all texts are read in one go.
 * Files that stay as they are are the very same values as in `base`.
 */
export async function overlaid(
  repository: GitRepository,
  base: readonly SourceFile[],
  all: readonly (readonly PathChange[])[],
  directory: string,
): Promise<Answer<readonly (readonly SourceFile[])[]>> {
  const brought = all.map((changes) => broughtBy(changes, directory))
  const blobs = brought.flat().flatMap(({ type, blob }): BlobId[] => (type === 'blob' ? [blob] : []))
  const sizes = await blobSizes(repository, blobs)
  if (sizes.is === 'unknown') return sizes
  const entries = brought.map((some) => some.map((one) => ({ ...one, bytes: sizes.value.get(one.blob) ?? 0 })))
  const read = await textsOf(repository, entries.flat())
  if (read.is === 'unknown') return read
  return known(
    all.map((changes, at) => {
      const files = new Map(base.map((file) => [file.path, file]))
      for (const { path } of changes) files.delete(path)
      for (const { path, mode, blob, bytes } of entries[at] ?? [])
        files.set(path, { path, mode, blob, bytes, text: read.value.get(blob) ?? null })
      return [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
    }),
  )
}
