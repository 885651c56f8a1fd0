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

/** Bytes that are no UTF-8 become lone surrogates, which no UTF-8 becomes: different names stay different. */
function textOf(bytes: Buffer): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)))
  }
}

/**
 * The NUL-separated parts of an answer. A path may be any bytes: one that nobody can write down must not hide the others,
 * nor, standing in old commits, stop every later run.
 */
export function readParts(answer: Buffer): readonly string[] {
  try {
    return decoder.decode(answer).split('\0')
  } catch {
    const parts: string[] = []
    for (let at = 0; at <= answer.length; ) {
      const end = answer.indexOf(0, at)
      const stop = end < 0 ? answer.length : end
      parts.push(textOf(answer.subarray(at, stop)))
      at = stop + 1
    }
    return parts
  }
}
