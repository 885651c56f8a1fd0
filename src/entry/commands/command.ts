// What a command of the CLI is.

import { terminal as harmless, jsonLine } from '../../core/report/escape.ts'
import type { Exit } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly says: string
}

export interface Invocation {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
}

export interface Command {
  /** What `--help` tells. */
  readonly tells: string
  /** The positional argument, as help shows it; null = none. */
  readonly argument: string | null
  readonly options: Readonly<Record<string, Option>>
  run(invocation: Invocation): Promise<Exit>
}

export const textOf = (invocation: Invocation, option: string, fallback: string): string => {
  const value = invocation.values[option]
  return typeof value === 'string' && value !== '' ? value : fallback
}

/** Tells why a command came to nothing, each sentence on a line; a program that asked for JSON gets it as JSON. */
export function comeToNothing({ terminal, values }: Invocation, exit: Exit, ...says: readonly string[]): Exit {
  // What Git, AWS, Okta or GitHub said may stand in it.
  terminal.note(says.map((sentence) => harmless(sentence, 1000)).join('\n'))
  if (values['json'] === true) terminal.out(jsonLine({ exit, error: says.join('\n') }))
  return exit
}

export const NO_CLONE = 'Run this in a full clone of the repository that holds the settings.'

export const DIRECTORY: Option = { type: 'string', says: 'folder of the settings and requests (default: config)' }

export const LEDGER: Option = { type: 'string', says: 'branch that keeps the record (default: daypass-ledger)' }
