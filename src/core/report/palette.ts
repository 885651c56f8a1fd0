// Which colours a terminal's report has: a value that is passed in, so that no renderer asks its surroundings.

export interface Palette {
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
  readonly good: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const as = (text: string): string => text

/** For NO_COLOR, pipes and logs. */
export const PLAIN: Palette = { bad: as, warn: as, good: as, strong: as, faint: as }

/** ECMA-48, Select Graphic Rendition; `0` ends every colour. */
const inColour =
  (number: string) =>
  (text: string): string =>
    `\u001b[${number}m${text}\u001b[0m`

export const COLOURED: Palette = {
  bad: inColour('1;31'),
  warn: inColour('33'),
  good: inColour('32'),
  strong: inColour('1'),
  faint: inColour('2'),
}
