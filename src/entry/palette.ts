// Which palette a terminal gets.

import { COLOURED, type Palette, PLAIN } from '../core/report/palette.ts'
import type { Terminal } from './terminal.ts'

export const paletteFor = (terminal: Terminal): Palette => (terminal.colours ? COLOURED : PLAIN)
