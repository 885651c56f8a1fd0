// stub while the demo is being written
import { EXIT } from '../exit.ts'
import type { Command } from './command.ts'

export const demo: Command = { says: 'play the whole story on a sandbox', tells: '', argument: null, options: {}, run: async () => EXIT.done }
