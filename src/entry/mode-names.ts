// Names of the modes that an account can have, for readers of settings that call no cloud.

import { READY } from '../modes/index.ts'

export const MODE_NAMES: readonly string[] = Object.keys(READY)
