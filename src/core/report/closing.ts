// What is left to write down when a run died: that it ended, and what it had done by then.

import type { Entry, RecordLine } from './record.ts'

/** null: the run never opened the record, or closed it. Only lines of its own count: others may be at work. */
export function closingOf(lines: readonly RecordLine[], run: string): Entry | null {
  const own = lines.filter((line) => line.run === run)
  const opened = own.findLastIndex(({ entry }) => entry.is === 'opened')
  if (opened < 0) return null
  const since = own.slice(opened + 1).map(({ entry }) => entry.is)
  if (since.includes('closed')) return null
  const count = (...kinds: readonly Entry['is'][]): number => since.filter((is) => kinds.includes(is)).length
  return { is: 'closed', exit: 3, done: count('granted', 'ended'), failed: count('failed'), skipped: 0 }
}
