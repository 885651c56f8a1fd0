// How much of Okta's limits is left: what its answers said of each bucket of calls.

/** Everything below one app shares the bucket of all apps (Okta developer documentation, rate limits). */
export function bucketOf(path: string): string {
  const [, , , kind = '', id, below] = path.split('/')
  if (kind === 'apps') return id === undefined || below !== undefined ? 'apps' : 'app'
  if (below !== undefined) return 'rest'
  return id === undefined ? kind : `${kind}/id`
}

interface Room {
  readonly left: number
  /** Seconds since the epoch, by Okta's clock. */
  readonly until: number
}

export interface Rooms {
  /** Notes what an answer says; `now` is its Date, in seconds. */
  note(path: string, headers: Headers, now: number): void
  /** Takes a call out of what is left: 0, or the seconds to wait before asking again. */
  take(path: string, now: number): number
}

const numberIn = (headers: Headers, name: string): number | null => {
  const text = headers.get(name)
  return text === null || !/^\d+$/.test(text) ? null : Number(text)
}

/** Windows last a minute; one second more, since a header has whole seconds. */
const LONGEST = 61

/** Seconds from an answer to the end of its window; null where it does not say. */
export function waitIn(headers: Headers, now: number): number | null {
  const reset = numberIn(headers, 'x-rate-limit-reset')
  return reset === null ? null : Math.min(LONGEST, Math.max(1, reset - now + 1))
}

export function openRooms(): Rooms {
  const rooms = new Map<string, Room>()
  return {
    note(path, headers, now) {
      const left = numberIn(headers, 'x-rate-limit-remaining')
      const until = numberIn(headers, 'x-rate-limit-reset')
      // A limit of 0 tells of calls under way, not of calls a minute (the same documentation, concurrency).
      if (left === null || until === null || until < now || numberIn(headers, 'x-rate-limit-limit') === 0) return
      rooms.set(bucketOf(path), { left, until })
    },
    take(path, now) {
      const bucket = bucketOf(path)
      const room = rooms.get(bucket)
      if (room === undefined || now >= room.until) return 0
      if (room.left === 0) return Math.min(LONGEST, room.until - now + 1)
      rooms.set(bucket, { ...room, left: room.left - 1 })
      return 0
    },
  }
}
