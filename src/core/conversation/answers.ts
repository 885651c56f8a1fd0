// How one answer of ours stands on an issue or pull request: found by its marker and its author, rewritten in place.

import type { Gesture } from './gesture.ts'
import type { NodeId } from './thread.ts'

export interface Said {
  readonly node: NodeId
  readonly body: string
}

/** `mine`: comments of our own, oldest first. null: it stands there as it should. */
export function answerGesture(on: NodeId, mine: readonly Said[], marker: string, text: string): Gesture | null {
  const body = `${marker}\n${text}\n`
  const before = mine.find((one) => one.body.startsWith(marker))
  if (before === undefined) return { do: 'comment', on, body }
  return before.body.trim() === body.trim() ? null : { do: 'rewrite', comment: before.node, body }
}
