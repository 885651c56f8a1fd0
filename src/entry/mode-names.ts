// Names of all modes, for readers of settings that call no cloud.

import { MODES } from '../modes/index.ts'

export const MODE_NAMES: readonly string[] = Object.keys(MODES)
