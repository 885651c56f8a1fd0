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
  /** Takes a call out of what is left: 0, or the seconds to wait before asking again. */
  take(path: string, now: number): number
  /** A call that was taken has ended without an answer. */
  lost(path: string): void
  /** A call that was taken was answered; `now` is the answer's Date, in seconds. */
  note(path: string, headers: Headers, now: number): void
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
  /** Calls under way, by bucket: an answer that is sent before they arrive does not count them. */
  const flying = new Map<string, number>()
  const fly = (bucket: string, more: number): number => {
    const all = Math.max(0, (flying.get(bucket) ?? 0) + more)
    flying.set(bucket, all)
    return all
  }
  return {
    take(path, now) {
      const bucket = bucketOf(path)
      const room = rooms.get(bucket)
      if (room !== undefined && now < room.until) {
        if (room.left === 0) return Math.min(LONGEST, room.until - now + 1)
        rooms.set(bucket, { ...room, left: room.left - 1 })
      }
      fly(bucket, 1)
      return 0
    },
    lost(path) {
      fly(bucketOf(path), -1)
    },
    note(path, headers, now) {
      const bucket = bucketOf(path)
      const others = fly(bucket, -1)
      const left = numberIn(headers, 'x-rate-limit-remaining')
      const until = numberIn(headers, 'x-rate-limit-reset')
      // A limit of 0 tells of calls under way, not of calls a minute (the same documentation, concurrency).
      if (left === null || until === null || until < now || numberIn(headers, 'x-rate-limit-limit') === 0) return
      const room = rooms.get(bucket)
      const mine = Math.max(0, left - others)
      // Answers may come in another order than they were sent: the least that any of one window said holds.
      rooms.set(bucket, { until, left: room?.until === until ? Math.min(room.left, mine) : mine })
    },
  }
}
