// The table of commands.

import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { expire } from './expire.ts'
import { explain } from './explain.ts'
import { plan } from './plan.ts'
import { validate } from './validate.ts'

export const COMMANDS = { validate, plan, explain, expire, demo } as const satisfies Readonly<Record<string, Command>>

export type CommandName = keyof typeof COMMANDS
