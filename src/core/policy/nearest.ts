// Which known words somebody may have meant by a word that is not known.

const LONGEST = 128
const MOST = 3

/** Levenshtein distance, ignoring case. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const [swap = 0, above = 0, left = 0] = [row[j], row[j + 1], next[j]]
      next.push(Math.min(a[i] === b[j] ? swap : swap + 1, above + 1, left + 1))
    }
    row = next
  }
  /* v8 ignore next -- @preserve: a row has one place more than the word has letters. */
  return row[b.length] ?? 0
}

/** At most three of `words`, closest first; none that differs in more than a third of the word (one letter at least). */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  if (word.length > LONGEST) return []
  const most = Math.max(1, Math.floor(word.length / 3))
  const folded = word.toLowerCase()
  return words
    .filter((known) => Math.abs(known.length - word.length) <= most)
    .map((known) => ({ known, far: distance(folded, known.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1))
    .slice(0, MOST)
    .map(({ known }) => known)
}
