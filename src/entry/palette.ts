// Which palette a terminal gets.

import { COLOURED, PLAIN, type Palette } from '../core/report/palette.ts'
import type { Terminal } from './terminal.ts'

export const paletteFor = (terminal: Terminal): Palette => (terminal.colours ? COLOURED : PLAIN)
