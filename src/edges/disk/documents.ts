// The documents as they lie on the author's own disk: for `validate`, which also judges what is not committed yet.

import { hash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { SourceFile } from '../../core/model/history.ts'
import { id } from '../../core/model/id.ts'

const MAX_BYTES = 1_048_576

/** The name Git would give these bytes (SHA-1 of `blob <length>\0<bytes>`, Git's object format). */
const blobOf = (bytes: Buffer): string =>
  hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), 'hex')

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const textOf = (bytes: Buffer): string | null => {
  try {
    return decoder.decode(bytes)
  } catch {
    return null // not UTF-8: the reader of documents makes the finding
  }
}

/** Thousands of small files are read several times faster one after the other than by turns of the event loop. */
function readOne(root: string, path: string): SourceFile {
  const full = join(root, path)
  const stat = lstatSync(full)
  if (stat.isSymbolicLink()) {
    const bytes = Buffer.from(readlinkSync(full))
    return { path, mode: '120000', blob: id(blobOf(bytes)), bytes: bytes.length, text: null }
  }
  // A pipe would be waited for for ever; anything but a plain file is told by its mode and found wrong by the reader.
  if (!stat.isFile())
    return { path, mode: (stat.mode >>> 0).toString(8), blob: id('0'.repeat(40)), bytes: 0, text: null }
  const mode = (stat.mode & 0o111) === 0 ? '100644' : '100755'
  if (stat.size > MAX_BYTES) return { path, mode, blob: id('0'.repeat(40)), bytes: stat.size, text: null }
  const bytes = readFileSync(full)
  return { path, mode, blob: id(blobOf(bytes)), bytes: bytes.length, text: textOf(bytes) }
}

const pathsBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? pathsBelow(root, path) : [path]
  })

/** Everything under `directory` of `root`, sorted by path; links are told, never followed. */
export async function documentsOnDisk(root: string, directory: string): Promise<Answer<readonly SourceFile[]>> {
  try {
    return known([...pathsBelow(root, directory)].sort().map((path) => readOne(root, path)))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const kind = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'not-found' : 'denied'
    return unknown({ kind, call: `reading ${directory}`, said })
  }
}
