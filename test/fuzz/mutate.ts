// How a text that is kept becomes many that are nearly it.

import fc from 'fast-check'

const EDITS = ['drop', 'put', 'over', 'twice', 'drop line', 'twice line', 'indent line', 'cut off', 'splice'] as const

interface Edit {
  readonly does: (typeof EDITS)[number]
  /** Where, in ten-thousandths of the text. */
  readonly at: number
  readonly length: number
  readonly piece: string
}

const SCALE = 10_000

function lineAround(text: string, at: number): readonly [number, number] {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return [from, end < 0 ? text.length : end + 1]
}

function edited(text: string, { does, at: where, length, piece }: Edit): string {
  const at = Math.floor((where / SCALE) * text.length)
  const [from, end] = lineAround(text, at)
  const line = text.slice(from, end)
  const around = (middle: string, before = from, after = end): string =>
    `${text.slice(0, before)}${middle}${text.slice(after)}`
  switch (does) {
    case 'drop':
      return around('', at, at + length)
    case 'put':
      return around(piece, at, at)
    case 'over':
      return around(piece, at, at + length)
    case 'twice':
      return around(text.slice(at, at + length).repeat(2), at, at + length)
    case 'drop line':
      return around('')
    case 'twice line':
      return around(`${line}${line}`)
    case 'indent line':
      return around(`${' '.repeat(length % 4)}${line}`)
    case 'cut off':
      return text.slice(0, at)
    case 'splice':
      return around(piece, at)
  }
}

/** What to do to a text; nothing, where it shrinks to that. */
export const edits = (pieces: readonly string[]): fc.Arbitrary<(text: string) => string> =>
  fc
    .array(
      fc.record({
        does: fc.constantFrom(...EDITS),
        at: fc.nat({ max: SCALE }),
        length: fc.integer({ min: 1, max: 12 }),
        piece: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...pieces) },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
        ),
      }),
      { maxLength: 4 },
    )
    .map((all) => (text: string) => all.reduce(edited, text))
