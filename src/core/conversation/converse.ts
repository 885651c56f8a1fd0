// How views are brought about: deeds first, then the words that remember them; what failed is looked at and tried again.

import { type EdgeError, type EdgeErrorKind, unknown, writeEdgeError } from '../model/edge-error.ts'
import type { Forum, Gesture, Made } from './gesture.ts'
import type { Glance, Thread } from './thread.ts'
import { deedsFor, type Meant, toldIn, type View, wordsFor } from './view.ts'

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

/** What GitHub may well take the next time. */
const PASSES: ReadonlySet<string> = new Set<EdgeErrorKind>(['unreachable', 'throttled', 'garbage'])

/** Reviews that GitHub will not ask for, and labels that it will not set, are no reason to say nothing. */
const isGrave = (meant: string, made: Made): boolean =>
  made.is === 'unknown' && meant !== 'ask' && (meant !== 'label' || PASSES.has(made.because.kind))

/** A forum that answers less than it was asked. */
const UNANSWERED: Made = unknown({ kind: 'garbage', call: 'GitHub', said: 'no answer to what was asked' })

interface Asked<Whose, One> {
  readonly whose: Whose
  readonly all: readonly One[]
}

interface Done<Whose, One> {
  readonly whose: Whose
  readonly done: readonly { readonly meant: One; readonly made: Made }[]
}

/** Everything in one go, and what became of each, told apart by whose it was. */
async function doneBy<Whose, One>(
  forum: Forum,
  glance: Glance,
  asked: readonly Asked<Whose, One>[],
  gestureOf: (one: One) => Gesture,
): Promise<readonly Done<Whose, One>[]> {
  const made = await forum.make(
    glance,
    asked.flatMap(({ all }) => all.map(gestureOf)),
  )
  let next = 0
  return asked.map(({ whose, all }) => ({
    whose,
    done: all.map((meant) => ({ meant, made: made[next++] ?? UNANSWERED })),
  }))
}

function wordsAfter({ whose: { thread, view }, done }: Done<Talk, Meant>): readonly Gesture[] {
  const told = done.reduce(
    // Who cannot be asked is not asked again with every wake-up.
    (before, { meant, made: { is } }) => (is === 'known' || meant.gesture.do === 'ask' ? meant.learn(before) : before),
    toldIn(thread),
  )
  return [wordsFor(thread, view, told)].filter((gesture) => gesture !== null)
}

async function once(forum: Forum, glance: Glance, talks: readonly Talk[]): Promise<readonly Untold[]> {
  const deeds = await doneBy(
    forum,
    glance,
    talks.map((talk) => ({ whose: talk, all: deedsFor(talk.thread, talk.view) })),
    ({ gesture }) => gesture,
  )
  const words = await doneBy(
    forum,
    glance,
    deeds.map((one) => ({ whose: one, all: wordsAfter(one) })),
    (gesture) => gesture,
  )
  return words.flatMap(({ whose: { whose, done }, done: said }): Untold[] => {
    const grave = [...done.filter(({ meant, made }) => isGrave(meant.gesture.do, made)), ...said]
    const failed = grave.map(({ made }) => made).find((made) => made.is === 'unknown')
    return failed === undefined ? [] : [{ number: whose.thread.number, because: failed.because }]
  })
}

/** Makes every pull request look as its view; answers those that could not be, each with why. */
export async function converse(forum: Forum, glance: Glance, talks: readonly Talk[]): Promise<readonly Untold[]> {
  let failed = await once(forum, glance, talks)
  for (let round = 1; round < ROUNDS && failed.length > 0; round += 1) {
    const numbers = failed.map(({ number }) => number)
    const again = await forum.named(numbers)
    if (again.is === 'unknown') return failed.map(({ number }) => ({ number, because: again.because }))
    const { glance: seen, threads } = again.value
    const lost: Untold[] = []
    const open = talks.flatMap(({ thread: { number }, view }): Talk[] => {
      const fresh = numbers.includes(number) ? threads.get(number) : undefined
      if (fresh?.is === 'known') return [{ thread: fresh.value, view }]
      if (fresh !== undefined) lost.push({ number, because: fresh.because })
      return []
    })
    failed = [...lost, ...(await once(forum, seen, open))]
  }
  return failed
}

/** For reports: what could not be said where. */
export const untoldLine = ({ number, because }: Untold): string =>
  `Pull request #${number} could not be told: ${writeEdgeError(because)}`
