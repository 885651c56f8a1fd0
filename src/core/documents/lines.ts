// On which line and in which column of a text an offset lies.

import type { Place } from '../model/place.ts'

/** Line ends are looked for once, and only if anybody asks. Columns count UTF-16 code units from 1. */
export function linesOf(file: string, text: string): (offset: number) => Place {
  let starts: readonly number[] | null = null
  const find = (): readonly number[] => {
    const found = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1)
    return found
  }
  return (offset) => {
    starts ??= find()
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
