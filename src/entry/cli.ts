// Which command a command line means, and how its end becomes an exit code.

import { parseArgs } from 'node:util'
import { terminal as harmless } from '../core/report/escape.ts'
import type { Command, Invocation, Option } from './commands/command.ts'
import { COMMANDS, type CommandName } from './commands/index.ts'
import { readDirectory } from './directory.ts'
import { EXIT, type Exit } from './exit.ts'
import { openTerminal, type Surroundings } from './terminal.ts'

const EVERYWHERE: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', says: 'print JSON on standard output' },
  help: { type: 'boolean', says: 'print this' },
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word)

export function usage(): string {
  const names = Object.keys(COMMANDS)
  const width = Math.max(...names.map((name) => name.length))
  return [
    'daypass: time-bound, least-privilege access to AWS by pull request',
    '',
    'Usage: daypass <command> [options]',
    '',
    ...Object.entries(COMMANDS).map(([name, command]) => `  ${name.padEnd(width)}  ${command.says}`),
    '',
    'daypass <command> --help tells more. Every command knows --json; NO_COLOR is honoured.',
    'Exit: 0 done or waiting, 1 findings, 2 blocked, 3 a call failed, 70 our bug.',
  ].join('\n')
}

function help(name: CommandName, command: Command): string {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...EVERYWHERE }
  const rows = Object.entries(options).map(([option, { type, says }]): [string, string] => [
    `--${option}${type === 'string' ? ' <value>' : ''}`,
    says,
  ])
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    `daypass ${name}${command.argument === null ? '' : ` ${command.argument}`}`,
    '',
    command.tells,
    '',
    ...rows.map(([left, says]) => `  ${left.padEnd(width)}  ${says}`),
  ].join('\n')
}

/** What options and arguments together cannot mean; null = nothing wrong with them. */
function misuse({ directory }: Invocation['values'], positionals: readonly string[]): string | null {
  if (positionals.length > 1) return `One argument is enough; there are ${positionals.length}: ${positionals.join(' ')}`
  if (typeof directory !== 'string' || readDirectory(directory) !== null) return null
  return `--directory wants a folder inside the repository, written like config or access/config, not ${JSON.stringify(directory)}`
}

/** Shells complete folders with a slash. */
const plainly = (values: Invocation['values']): Invocation['values'] =>
  typeof values['directory'] === 'string' ? { ...values, directory: readDirectory(values['directory']) ?? '' } : values

/** Never throws for what a user typed; our own bugs end as 70 with a stack. */
export async function cli(words: readonly string[], around: Surroundings): Promise<Exit> {
  const terminal = openTerminal(around)
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name === undefined) terminal.note(usage())
    else terminal.out(usage())
    return name === undefined ? EXIT.findings : EXIT.done
  }
  if (!isCommand(name)) {
    terminal.note(`There is no command ${JSON.stringify(name)}.\n\n${usage()}`)
    return EXIT.findings
  }
  const command: Command = await COMMANDS[name].load()
  try {
    const options = Object.fromEntries(
      Object.entries({ ...command.options, ...EVERYWHERE }).map(([option, { type }]) => [option, { type }]),
    )
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: command.argument !== null })
    if (values['help'] === true) {
      terminal.out(help(name, command))
      return EXIT.done
    }
    const wrong = misuse(values, positionals)
    if (wrong !== null) {
      terminal.note(`${wrong}\n\n${help(name, command)}`)
      return EXIT.findings
    }
    return await command.run({ values: plainly(values), positionals, terminal, environment: around.environment })
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      terminal.note(`${error.message}\n\n${help(name, command)}`)
      return EXIT.findings
    }
    // What others wrote may stand in it.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const lines = stack.split('\n').map((line) => `${/^ */.exec(line)?.[0] ?? ''}${harmless(line, 500)}`)
    terminal.note(`This is a bug of Daypass, please report it:\n${lines.join('\n')}`)
    return EXIT.bug
  } finally {
    terminal.done()
  }
}
