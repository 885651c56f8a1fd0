// Which characters a file may not hold, because a reviewer cannot see them or sees something else than what is read.

/** First and last code unit of each refused range. Tab, line feed and carriage return before a line feed stay. */
const RANGES = [
  [0x00, 0x08, 'control characters'],
  [0x0b, 0x0c, 'control characters'],
  [0x0e, 0x1f, 'control characters'],
  [0x7f, 0x9f, 'control characters, and line ends that only some programs know'],
  [0xad, 0xad, 'soft hyphen'],
  [0x61c, 0x61c, 'direction mark'],
  [0x115f, 0x1160, 'letters without a shape'],
  [0x180e, 0x180e, 'separator without width'],
  [0x200b, 0x200f, 'characters without width, direction marks'],
  [0x2028, 0x202e, 'line ends that only some programs know, changes of direction'],
  [0x2060, 0x206f, 'characters without width, changes of direction'],
  [0x3164, 0x3164, 'letter without a shape'],
  [0xfeff, 0xfeff, 'byte order mark'],
  [0xfff9, 0xfffb, 'annotations'],
  [0xdb40, 0xdb40, 'tag characters and variation selectors of plane 14'],
] as const

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

const HIDDEN = new RegExp(`[${RANGES.map(([first, last]) => `${unit(first)}-${unit(last)}`).join('')}]|\\r(?!\\n)`)

/** The first character that is refused: where it stands and its name such as `U+202E`. */
export function hiddenIn(text: string): { readonly offset: number; readonly name: string } | null {
  const offset = text.search(HIDDEN)
  if (offset < 0) return null
  /* v8 ignore next -- @preserve: a character was just found there. */
  const name = `U+${(text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return { offset, name }
}
