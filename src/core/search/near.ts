// What somebody may have meant whose search finds nothing: names that differ in a few letters.

import { nearest } from '../policy/nearest.ts'
import { type Entry, nameOf } from './entry.ts'
import type { Term } from './query.ts'

/** Of shorter words nearly every short name is near. */
const SHORTEST = 3

/** Of the first term that fits nothing alone; expressions and what is negated have no near names. */
export function nearNames(entries: readonly Entry[], terms: readonly Term[]): readonly string[] {
  for (const { compared, negated } of terms) {
    const word = compared.text.replace(/^"|"$/g, '')
    if (negated || word.startsWith('/') || word.length < SHORTEST) continue
    if (entries.some(({ hay, place }) => hay.includes(word.toLowerCase()) || place.includes(word))) continue
    const names = new Set(entries.flatMap(({ line, place }) => [nameOf(line), place]))
    const found = nearest(word, [...names])
    if (found.length > 0) return found
  }
  return []
}
