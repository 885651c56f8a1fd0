// How the inventory lies on its branch: one compressed file of lines a place, and what it says of itself.

import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { type Contents, readContents } from '../../core/inventory/contents.ts'
import { type LinesRead, readLines } from '../../core/inventory/read-lines.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Snapshot } from '../../edges/git/data.ts'

export const INDEX = 'index.json'
export const SUMMARY = 'README.md'

/** What AWS itself keeps, the same for every account. */
export const AWS_PLACE = '@aws'

export const fileOf = (place: string): string => `places/${place}.jsonl.gz`

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Bytes of one place when unpacked: what is larger is no inventory of ours. */
const MOST_BYTES = 536_870_912

/** The same text always gives the same bytes: no time, no name in the header. */
export const packed = (text: string): Promise<Buffer> => pack(text, { level: constants.Z_BEST_SPEED + 2 })

export async function unpacked(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await unpack(bytes, { maxOutputLength: MOST_BYTES })).toString('utf8')
  } catch (error) {
    // Whoever may push could have put anything there.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

export async function contentsIn(snapshot: Snapshot | null): Promise<Answer<Contents | null>> {
  if (snapshot === null || !snapshot.files.has(INDEX)) return known(null)
  const read = await snapshot.read([INDEX])
  if (read.is === 'unknown') return read
  return known(readContents(read.value.get(INDEX)?.toString('utf8') ?? ''))
}

/** Lines of one place; `strange` counts what is not ours. */
export async function linesIn(snapshot: Snapshot, place: string): Promise<Answer<LinesRead>> {
  const path = fileOf(place)
  if (!snapshot.files.has(path)) return known({ lines: [], strange: 0 })
  const read = await snapshot.read([path])
  if (read.is === 'unknown') return read
  const text = await unpacked(read.value.get(path) ?? new Uint8Array())
  return text === null
    ? unknown({ kind: 'garbage', call: `reading ${path}`, said: 'it is not packed as the inventory packs' })
    : known(readLines(text))
}
