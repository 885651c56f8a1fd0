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
    /* v8 ignore next -- @preserve: only lines that are there are asked for. */
    const start = (line: number): number => starts?.[line] ?? 0
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (start(middle) <= offset) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: offset - start(low) + 1 }
  }
}
