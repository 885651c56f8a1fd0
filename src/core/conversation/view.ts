// What one pull request should look like, and the gestures that make it look so.

import { canonicalJson, digest } from '../model/canonical.ts'
import type { CheckShown, Gesture } from './gesture.ts'
import { labelChanges } from './labels.ts'
import { NOTHING_TOLD, readTold, saysTheSame, type Told, writeSticky } from './sticky.ts'
import type { Thread } from './thread.ts'

export interface Reviewer {
  /** GitHub's numeric id. */
  readonly id: number
  readonly login: string
}

/** Said once, in a comment of its own, because somebody must be called. */
export interface Line {
  /** `reminder:1796115600`: said again only under another key. */
  readonly key: string
  readonly body: string
}

export interface View {
  /** Markdown of the comment, its marker first; null: nothing is said. */
  readonly words: string | null
  readonly by: Told['by']
  /** null: the one that is there stays. */
  readonly check: CheckShown | null
  readonly labels: readonly string[]
  readonly ask: readonly Reviewer[]
  readonly lines: readonly Line[]
  readonly close: boolean
}

/** A gesture, and what may be remembered once it is made. */
export interface Meant {
  readonly gesture: Gesture
  readonly learn: (told: Told) => Told
}

const nothingLearnt = (told: Told): Told => told

export const toldIn = ({ sticky }: Thread): Told => (sticky === null ? NOTHING_TOLD : readTold(sticky.body))

function checkMeant(thread: Thread, told: Told, shown: CheckShown): readonly Meant[] {
  const name = digest(canonicalJson([thread.head, JSON.stringify(shown)]))
  if (told.check === name) return []
  return [{ gesture: { do: 'check', head: thread.head, shown }, learn: (before) => ({ ...before, check: name }) }]
}

/** A push makes earlier approvals worthless, so that their givers are asked again. */
function askMeant(thread: Thread, told: Told, ask: readonly Reviewer[]): readonly Meant[] {
  const before = new Set(told.head === thread.head ? [...told.asked, ...thread.asked] : thread.asked)
  const people = ask.filter(({ id }) => !before.has(id))
  if (people.length === 0) return []
  return [
    {
      gesture: { do: 'ask', on: thread.node, people },
      learn: (then) => ({
        ...then,
        head: thread.head,
        asked: [...(then.head === thread.head ? then.asked : []), ...people.map(({ id }) => id)],
      }),
    },
  ]
}

/** Everything but the words themselves, which are written last and remember what was done. */
export function deedsFor(thread: Thread, view: View): readonly Meant[] {
  const told = toldIn(thread)
  const { add, remove } = labelChanges(thread.labels, view.labels)
  return [
    ...(view.check === null ? [] : checkMeant(thread, told, view.check)),
    ...(add.length === 0
      ? []
      : [{ gesture: { do: 'label', on: thread.node, names: add } as const, learn: nothingLearnt }]),
    ...(remove.length === 0
      ? []
      : [{ gesture: { do: 'unlabel', on: thread.node, labels: remove } as const, learn: nothingLearnt }]),
    ...askMeant(thread, told, view.ask),
    ...view.lines
      .filter(({ key }) => !told.lines.includes(key))
      .map(
        ({ key, body }): Meant => ({
          gesture: { do: 'comment', on: thread.node, body },
          learn: (before) => ({ ...before, lines: [...before.lines, key] }),
        }),
      ),
    ...(view.close && thread.state === 'open'
      ? [{ gesture: { do: 'close', pull: thread.node } as const, learn: nothingLearnt }]
      : []),
  ]
}

/** The comment as it should stand, with what is remembered; null: it stands so. */
export function wordsFor(thread: Thread, view: View, told: Told): Gesture | null {
  if (view.words === null) return null
  const body = writeSticky(view.words, { ...told, by: view.by })
  if (thread.sticky === null) return { do: 'comment', on: thread.node, body }
  return saysTheSame(thread.sticky.body, body) ? null : { do: 'rewrite', comment: thread.sticky.node, body }
}
