// Whether a text is a line of the record: the reader's half of schemas/record.schema.json.

import type { Json } from '../model/policy-document.ts'
import { isInstant } from '../model/time.ts'
import type { Because } from '../plan/provisioner.ts'
import { writeLine } from './chain.ts'
import type { Entry, RecordLine } from './record.ts'

type Check = (value: Json | undefined) => boolean
type Fields = Readonly<Record<string, Check>>

const text: Check = (value) => typeof value === 'string'
const filled: Check = (value) => typeof value === 'string' && value !== ''
const count: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const instant: Check = (value) => typeof value === 'number' && value >= 0 && isInstant(value)
const truth: Check = (value) => typeof value === 'boolean'
const hash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const object: Check = (value) => typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const among =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value)
const exactly =
  (fields: Fields): Check =>
  (value) => {
    if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) return false
    const found = new Map<string, Json>(Object.entries(value))
    const names = Object.keys(fields)
    return found.size === names.length && names.every((name) => found.has(name) && fields[name]?.(found.get(name)))
  }

const ABOUT: Fields = { holding: filled, mode: filled, target: filled, account: filled }
const BECAUSE: Readonly<Record<Because, true>> = {
  expired: true,
  withdrawn: true,
  denied: true,
  held: true,
  changed: true,
  closing: true,
  stray: true,
  refused: true,
  undone: true,
}

const ENTRIES: Readonly<Record<Entry['is'], Fields>> = {
  opened: { head: object, plan: hash, job: filled },
  proved: {
    version: filled,
    request: filled,
    blob: object,
    landing: object,
    pull: count,
    reviews: listOf(count),
    way: text,
    rule: text,
    settingsAtLanding: text,
    settingsNow: text,
  },
  refused: { version: filled, request: filled, because: filled, says: text },
  claimed: { ...ABOUT, versions: listOf(filled), existedBefore: truth },
  granted: {
    ...ABOUT,
    grants: listOf(exactly({ grant: filled, version: filled })),
    identity: text,
    content: hash,
    until: instant,
    reach: listOf(text),
    confirmed: instant,
  },
  ended: {
    ...ABOUT,
    because: among(Object.keys(BECAUSE)),
    versions: listOf(filled),
    until: orNull(instant),
    confirmed: instant,
  },
  failed: { ...ABOUT, does: among(['gives', 'takes', 'prepares']), versions: listOf(filled), says: text },
  blocked: { version: filled, request: filled, because: text, cure: text },
  had: { version: filled, request: filled, says: text },
  withdrawn: { version: filled },
  brokeGlass: { version: filled, request: filled, pull: count, by: listOf(filled), until: instant },
  reviewed: {
    version: filled,
    request: filled,
    by: filled,
    review: count,
    verdict: among(['approved', 'objected']),
  },
  told: { through: count, untold: listOf(filled) },
  closed: { exit: count, done: count, failed: count, skipped: count },
}

const CHECKS: ReadonlyMap<string, Check> = new Map(
  Object.entries(ENTRIES).map(([is, fields]) => [is, exactly({ is: among([is]), ...fields })]),
)

const isEntry: Check = (value) => {
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) return false
  const is = new Map<string, Json>(Object.entries(value)).get('is')
  return typeof is === 'string' && (CHECKS.get(is)?.(value) ?? false)
}

const LINE = exactly({ v: (value) => value === 1, at: instant, run: filled, prev: hash, entry: isEntry })

const isLine = (value: Json): value is RecordLine => LINE(value)

export type LineRead =
  | { readonly is: 'line'; readonly line: RecordLine }
  | { readonly is: 'garbage'; readonly says: string }

/** Reads one line of a record file; anything but the exact bytes Daypass writes is garbage. */
export function readLine(written: string): LineRead {
  let value: Json
  try {
    value = JSON.parse(written)
  } catch {
    return { is: 'garbage', says: 'not JSON' }
  }
  if (!isLine(value)) return { is: 'garbage', says: 'not a line of a shape this version of Daypass knows' }
  return writeLine(value) === written ? { is: 'line', line: value } : { is: 'garbage', says: 'not in canonical form' }
}
