// When a thing that several grants share is to work, and which version gives each end.

import type { VersionId } from '../../core/model/id.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Resolved } from '../../core/plan/provisioner.ts'

export interface Span {
  readonly from: Instant
  readonly until: Instant
  /** The version with the latest end in this span. */
  readonly version: VersionId
}

/** Overlapping and touching windows become one; a gap between two stays a gap. Sorted, at least one for any grant. */
export function unite(holders: readonly Resolved[]): readonly Span[] {
  const windows = holders
    .map(({ grant }) => ({ from: grant.from, until: grant.until, version: grant.version }))
    .sort((a, b) => a.from - b.from)
  const spans: Span[] = []
  for (const window of windows) {
    const open = spans.at(-1)
    if (open === undefined || window.from > open.until) spans.push(window)
    else if (window.until > open.until || (window.until === open.until && window.version < open.version))
      spans[spans.length - 1] = { ...window, from: open.from }
  }
  return spans
}

/** The end of the last span, and whose it is. */
export function lastOf(holders: readonly Resolved[]): Span {
  const last = unite(holders).at(-1)
  if (last === undefined) throw new Error('nobody holds it')
  return last
}
