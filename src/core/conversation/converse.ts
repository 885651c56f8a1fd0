// How views are brought about: deeds first, then the words that remember them; what failed is looked at and tried again.

import { type EdgeError, type EdgeErrorKind, writeEdgeError } from '../model/edge-error.ts'
import type { Forum, Made } from './gesture.ts'
import type { Glance, Thread } from './thread.ts'
import { deedsFor, toldIn, type View, wordsFor } from './view.ts'

export interface Talk {
  readonly thread: Thread
  readonly view: View
}

export interface Untold {
  readonly number: number
  readonly because: EdgeError
}

/** Looks and tries; GitHub answers most of what failed once the second time. */
const ROUNDS = 3

const failureIn = (made: readonly Made[]): EdgeError | null => {
  for (const one of made) if (one.is === 'unknown') return one.because
  return null
}

/** What GitHub may well take the next time. */
const PASSES: ReadonlySet<string> = new Set<EdgeErrorKind>(['unreachable', 'throttled', 'garbage'])

/** Reviews that GitHub will not ask for, and labels that it will not set, are no reason to say nothing. */
const isGrave = (meant: string, made: Made): boolean =>
  made.is === 'unknown' && meant !== 'ask' && (meant !== 'label' || PASSES.has(made.because.kind))

async function once(forum: Forum, glance: Glance, talks: readonly Talk[]): Promise<readonly Untold[]> {
  const deeds = talks.map(({ thread, view }) => deedsFor(thread, view))
  const flat = deeds.flat()
  const made = await forum.make(
    glance,
    flat.map(({ gesture }) => gesture),
  )
  let next = 0
  const done = deeds.map((some) => some.map((meant) => ({ meant, made: made[next++] })))
  const words = talks.map(({ thread, view }, at) => {
    const mine = done[at] ?? []
    const told = mine.reduce(
      // Who cannot be asked is not asked again with every wake-up.
      (before, one) => (one.made?.is === 'known' || one.meant.gesture.do === 'ask' ? one.meant.learn(before) : before),
      toldIn(thread),
    )
    return wordsFor(thread, view, told)
  })
  const said = await forum.make(
    glance,
    words.flatMap((gesture) => gesture ?? []),
  )
  let spoken = 0
  return talks.flatMap(({ thread }, at): Untold[] => {
    const mine = (done[at] ?? []).flatMap((one) =>
      one.made !== undefined && isGrave(one.meant.gesture.do, one.made) ? [one.made] : [],
    )
    const own = words[at] === null || words[at] === undefined ? undefined : said[spoken++]
    const because = failureIn([...mine, ...(own === undefined ? [] : [own])])
    return because === null ? [] : [{ number: thread.number, because }]
  })
}

/** Makes every pull request look as its view; answers those that could not be, each with why. */
export async function converse(forum: Forum, glance: Glance, talks: readonly Talk[]): Promise<readonly Untold[]> {
  let open = talks
  let [failed, seen] = [await once(forum, glance, open), glance]
  for (let round = 1; round < ROUNDS && failed.length > 0; round += 1) {
    const numbers = failed.map(({ number }) => number)
    const again = await forum.named(numbers)
    if (again.is === 'unknown') return failed.map(({ number }) => ({ number, because: again.because }))
    const { threads } = again.value
    const lost: Untold[] = []
    open = open
      .filter(({ thread }) => numbers.includes(thread.number))
      .flatMap(({ thread, view }): Talk[] => {
        const fresh = threads.get(thread.number)
        if (fresh?.is === 'known') return [{ thread: fresh.value, view }]
        if (fresh !== undefined) lost.push({ number: thread.number, because: fresh.because })
        return []
      })
    seen = again.value.glance
    failed = [...lost, ...(await once(forum, seen, open))]
  }
  return failed
}

/** For reports: what could not be said where. */
export const untoldLine = ({ number, because }: Untold): string =>
  `Pull request #${number} could not be told: ${writeEdgeError(because)}`
