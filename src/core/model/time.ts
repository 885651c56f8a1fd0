// What an instant, a duration and a window are, and how people write them.

declare const instant: unique symbol

/** Whole seconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instant]: true }

export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400

const FIRST = -62_135_596_800 // 0001-01-01T00:00:00Z
const LAST = 253_402_300_799 // 9999-12-31T23:59:59Z

/** What lies outside of the years that can be written (a commit may be dated as one likes) is the nearest inside. */
export const instantOf = (seconds: number): Instant => Math.min(LAST, Math.max(FIRST, Math.floor(seconds))) as Instant

/** Whether a number read from elsewhere is an instant as it stands. */
export const isInstant = (seconds: number): seconds is Instant =>
  Number.isSafeInteger(seconds) && seconds >= FIRST && seconds <= LAST

/** `from` is inside, `until` is outside. */
export interface Window {
  readonly from: Instant
  readonly until: Instant
}

/** The only test of expiry in the code. */
export const isOpen = (window: Window, now: Instant): boolean => window.from <= now && now < window.until

export const hasEnded = (window: Window, now: Instant): boolean => window.until <= now

export const later = (at: Instant, seconds: number): Instant => instantOf(at + seconds)

/** `2026-11-22T08:00:00Z`, the only spelling Daypass writes. */
export const writeInstant = (at: Instant): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`

export type InstantText =
  | { readonly is: 'instant'; readonly instant: Instant }
  /** Without an offset the same text means different instants to different readers. */
  | { readonly is: 'local'; readonly asUtc: Instant }
  | { readonly is: 'impossible' }

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::(\d\d)(?:\.\d{1,9})?)?(Z|z|[+-]\d\d:?\d\d)?$/

/** Reads `YYYY-MM-DDTHH:MM[:SS](Z|±HH:MM)`; February 30 and 25 o'clock are impossible. Fractions of a second are dropped. */
export function readInstant(text: string): InstantText {
  const found = ISO.exec(text.trim())
  if (found === null) return { is: 'impossible' }
  const [whole, seconds, zone] = found
  const part = (from: number, to: number): number => Number(whole.slice(from, to))
  const [year, month, day] = [part(0, 4), part(5, 7), part(8, 10)]
  const [hour, minute, second] = [part(11, 13), part(14, 16), Number(seconds ?? 0)]
  const utc = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(utc)
  // A month too many is another year, a day or an hour too many another day.
  const isThere = back.getUTCFullYear() === year && back.getUTCDate() === day
  if (!isThere || minute > 59 || second > 59) return { is: 'impossible' }
  if (zone === undefined) return { is: 'local', asUtc: instantOf(utc / 1000) }
  if (zone === 'Z' || zone === 'z') return { is: 'instant', instant: instantOf(utc / 1000) }
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  if (hours > 14 || minutes > 59) return { is: 'impossible' }
  const offset = (hours * HOUR + minutes * MINUTE) * (zone.startsWith('-') ? -1 : 1)
  return { is: 'instant', instant: instantOf(utc / 1000 - offset) }
}

const UNITS = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY } as const

/** `90m`, `2h`, `1d12h`, `1w` → seconds; null when it is not a positive duration. Units: m, h, d, w. */
export function readDuration(text: string): number | null {
  if (!/^(\d{1,6}[mhdw])+$/.test(text)) return null
  let seconds = 0
  for (const [part] of text.matchAll(/\d+[mhdw]/g))
    seconds += Number.parseInt(part, 10) * UNITS[part.slice(-1) as keyof typeof UNITS]
  return seconds > 0 ? seconds : null
}

/** Seconds → `1d 12h`, `45m`; under a minute `30s`; at most two units, for people. */
export function writeDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < MINUTE) return `${whole}s`
  const parts: string[] = []
  let rest = whole
  for (const [unit, size] of [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
  ] as const) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${count}${unit}`)
  }
  return parts.slice(0, 2).join(' ')
}
