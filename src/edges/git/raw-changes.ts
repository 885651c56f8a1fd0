// What git's raw, NUL-separated lists of changes say: one path with its blob and mode before and after.

import type { PathChange } from '../../core/model/history.ts'
import { id } from '../../core/model/id.ts'

type Side = PathChange['before']

const RAW = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ADMT])$/

const side = (mode: string, blob: string): Side => (mode === '000000' ? null : { blob: id<'blob'>(blob), mode })

/** One entry such as `:100644 100644 <old> <new> M` with its path; null where it is of another shape. */
export function readRawChange(entry: string, path: string): PathChange | null {
  const found = RAW.exec(entry)
  if (found === null || path === '') return null
  const [, oldMode = '', newMode = '', oldBlob = '', newBlob = ''] = found
  return { path, before: side(oldMode, oldBlob), after: side(newMode, newBlob) }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The NUL-separated parts of an answer, or null where its bytes are not UTF-8 (a path nobody could write down). */
export function readParts(answer: Buffer): readonly string[] | null {
  try {
    return decoder.decode(answer).split('\0')
  } catch {
    return null
  }
}
