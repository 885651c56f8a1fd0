// The documents as they lie on the author's own disk: for `validate`, which also judges what is not committed yet.

import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { SourceFile } from '../../core/model/history.ts'
import { id } from '../../core/model/id.ts'

const MAX_BYTES = 1_048_576
const AT_ONCE = 64

/** The name Git would give these bytes (SHA-1 of `blob <length>\0<bytes>`, Git's object format). */
const blobOf = (bytes: Buffer): string => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

const textOf = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null // not UTF-8: the reader of documents makes the finding
  }
}

async function readOne(root: string, path: string): Promise<SourceFile> {
  const full = join(root, path)
  const stat = await lstat(full)
  if (stat.isSymbolicLink()) {
    const bytes = Buffer.from(await readlink(full))
    return { path, mode: '120000', blob: id(blobOf(bytes)), bytes: bytes.length, text: null }
  }
  const mode = (stat.mode & 0o111) === 0 ? '100644' : '100755'
  if (stat.size > MAX_BYTES) return { path, mode, blob: id('0'.repeat(40)), bytes: stat.size, text: null }
  const bytes = await readFile(full)
  return { path, mode, blob: id(blobOf(bytes)), bytes: bytes.length, text: textOf(bytes) }
}

async function pathsBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  const below = await Promise.all(
    entries.map(async (entry) => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? pathsBelow(root, path) : [path]
    }),
  )
  return below.flat()
}

/** Everything under `directory` of `root`, sorted by path; links are told, never followed. */
export async function documentsOnDisk(root: string, directory: string): Promise<Answer<readonly SourceFile[]>> {
  try {
    const paths = [...(await pathsBelow(root, directory))].sort()
    const files: SourceFile[] = []
    for (let start = 0; start < paths.length; start += AT_ONCE)
      files.push(...(await Promise.all(paths.slice(start, start + AT_ONCE).map((path) => readOne(root, path)))))
    return known(files)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return unknown({ kind: 'not-found', call: `reading ${directory}`, said })
  }
}
