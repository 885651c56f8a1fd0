// What a reader of one document has at hand while it turns a shape into the model, and what it collects.

import type { Finding, FindingCode } from '../model/finding.ts'
import type { Pattern } from '../model/pattern.ts'
import type { Located, Place } from '../model/place.ts'
import { HOUR, type Instant, later, readDuration, readInstant, writeInstant } from '../model/time.ts'
import { parsePattern } from '../policy/pattern.ts'
import type { Path, Tree } from './yaml.ts'

/** A name that some other file must define. */
export interface Mention {
  readonly of: 'person' | 'group' | 'account' | 'target' | 'bundle' | 'request'
  readonly name: string
  readonly at: Place
}

export interface Reader {
  readonly tree: Tree
  readonly findings: Finding[]
  readonly mentions: Mention[]
}

export const readerOf = (tree: Tree): Reader => ({ tree, findings: [], mentions: [] })

export function complain(reader: Reader, code: FindingCode, at: Place, message: string, cure: string): void {
  reader.findings.push({ code, at, message, cure })
}

/** A name and where it stands, noted as mentioned. */
export function mention<Name extends string>(
  reader: Reader,
  of: Mention['of'],
  name: string,
  path: Path,
  brand: (name: string) => Name,
): Located<Name> {
  const at = reader.tree.place(path)
  reader.mentions.push({ of, name, at })
  return { value: brand(name), at }
}

/** Names in a list, each of which may stand there once. */
export function mentions<Name extends string>(
  reader: Reader,
  of: Mention['of'],
  names: readonly string[],
  path: Path,
  brand: (name: string) => Name,
): readonly Located<Name>[] {
  const seen = new Set<string>()
  return names.map((name, index) => {
    const located = mention(reader, of, name, [...path, index], brand)
    if (seen.has(name))
      complain(reader, 'duplicate-entry', located.at, `\`${name}\` is listed twice.`, 'Keep one of them.')
    seen.add(name)
    return located
  })
}

/** Seconds. A text that is no duration becomes a finding and null. */
export function durationAt(reader: Reader, text: string, path: Path): number | null {
  const seconds = readDuration(text)
  if (seconds === null)
    complain(
      reader,
      'duration-impossible',
      reader.tree.place(path),
      `\`${text}\` is not a duration.`,
      'Write a whole number above zero with m, h, d or w, such as 2h.',
    )
  return seconds
}

/** A text that is not one certain instant becomes a finding and null. */
export function instantAt(reader: Reader, text: string, path: Path): Instant | null {
  const read = readInstant(text)
  if (read.is === 'instant') return read.instant
  const at = reader.tree.place(path)
  if (read.is === 'impossible') {
    complain(
      reader,
      'time-impossible',
      at,
      `\`${text}\` is not a date and time.`,
      'Write year-month-day, T, hours:minutes and Z or an offset, such as 2026-12-01T09:00:00+01:00.',
    )
    return null
  }
  const utc = writeInstant(read.asUtc)
  const berlin = writeInstant(later(read.asUtc, -HOUR))
  complain(
    reader,
    'time-local',
    at,
    `\`${text}\` has no offset: in London's winter it means ${utc}, in Berlin's ${berlin}.`,
    `Write ${utc} if you mean UTC, or ${utc.replace('Z', '+01:00')} for a clock one hour ahead of it.`,
  )
  return null
}

/** A text that is no pattern becomes a finding and is left out. */
export function patternsAt(reader: Reader, texts: string | readonly string[], path: Path): readonly Pattern[] {
  const several = typeof texts !== 'string'
  const list = several ? texts : [texts]
  return list.flatMap((text, index) => {
    const read = parsePattern(text)
    if ('pattern' in read) return [read.pattern]
    complain(
      reader,
      'pattern-syntax',
      reader.tree.place(several ? [...path, index] : path),
      `\`${text.slice(0, 80)}\` is not a pattern: ${read.problem}.`,
      'Use * and ? for any text and any character, or a regular expression between slashes.',
    )
    return []
  })
}
