// How a value becomes one exact text, and a text one short name: the same value always gives the same bytes.

import { hash } from 'node:crypto'
import { type BlobId, type Digest, id } from './id.ts'
import type { Json } from './policy-document.ts'

/** JSON without white space, object keys sorted by code unit. A number that JSON cannot hold is our own bug. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`no JSON for the number ${value}`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}

const plain = (value: Json): string => (typeof value === 'string' ? value : canonicalJson(value))

/** Lower-case hexadecimal SHA-256: of the text itself (UTF-8), or of the canonical JSON of any other value. */
export const digest = (value: Json): Digest => id<'digest'>(hash('sha256', plain(value), 'hex'))

/** The name Git gives a text, by the same hash that made `like` (Git, object format: SHA-1 has 40 digits, SHA-256 has 64). */
export function blobName(text: string, like: BlobId): BlobId {
  const bytes = Buffer.from(text)
  const whole = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes])
  return id<'blob'>(hash(like.length === 40 ? 'sha1' : 'sha256', whole, 'hex'))
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
const LONGEST = 51

/** The first `length` characters (1 to 51, 5 bits each) of the SHA-256 of a text, in `[a-z2-7]`: safe in any AWS name. */
export function shortDigest(text: string, length: number): string {
  if (!Number.isInteger(length) || length < 1 || length > LONGEST) throw new Error(`a digest has no ${length} letters`)
  let bits = 0
  let held = 0
  let letters = ''
  for (const byte of hash('sha256', text, 'buffer')) {
    bits = ((bits << 8) | byte) & 0xfff
    for (held += 8; held >= 5; held -= 5) letters += LETTERS[(bits >> (held - 5)) & 31]
  }
  return letters.slice(0, length)
}
