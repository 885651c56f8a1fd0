// Which files a folder holds, as Git would say: for tests that read real documents.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../../../src/core/model/canonical.ts'
import type { SourceFile } from '../../../src/core/model/history.ts'
import { id } from '../../../src/core/model/id.ts'

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

export const fileOfBytes = (path: string, bytes: Uint8Array, mode = '100644'): SourceFile => {
  const text = textOf(bytes)
  return { path, mode, blob: id(digest(text ?? '').slice(0, 40)), bytes: bytes.length, text }
}

export const fileOf = (path: string, text: string, mode = '100644'): SourceFile =>
  fileOfBytes(path, new TextEncoder().encode(text), mode)

/** Every file below the folder; paths begin with `as`. */
export const filesOf = (folder: string, as: string): readonly SourceFile[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory()
        ? filesOf(path, `${as}/${name}`)
        : [fileOfBytes(`${as}/${name}`, readFileSync(path))]
    })
