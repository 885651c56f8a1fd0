// What the command line answers to right and wrong words, on every kind of terminal.

import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { cli } from '../../src/entry/cli.ts'
import type { Command } from '../../src/entry/commands/command.ts'
import { COMMANDS } from '../../src/entry/commands/index.ts'
import { ANSI, CRASH, ESCAPE, inFolder, paper, ROOT, start, type Variables } from './daypass.ts'

interface Place {
  readonly environment?: Variables
  readonly watched?: boolean
}

/** The command line in this process, in the root of this repository. */
async function say(words: readonly string[], { environment = {}, watched = false }: Place = {}) {
  const [stdout, stderr] = [paper(watched), paper(watched)]
  const code = await cli(words, { environment, stdout, stderr })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

const listed = Object.entries(COMMANDS)

const commands = await Promise.all(
  listed.map(async ([name, { load }]): Promise<readonly [string, Command]> => [name, await load()]),
)

describe('daypass', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists every command', async (word) => {
    const { code, stdout, stderr } = await say([word])
    expect([code, stderr]).toEqual([0, ''])
    for (const [name, { says }] of listed)
      expect(stdout).toMatch(new RegExp(`^ +${name} +${says.replace(/[()]/g, '\\$&')}$`, 'm'))
  })

  it('without a word says what there is, as a mistake', async () => {
    const { code, stdout, stderr } = await say([])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('Usage: daypass <command>')
  })

  it.each([['grant'], ['toString'], ['__proto__'], ['--json'], ['']])('knows no command %j', async (word) => {
    const { code, stdout, stderr } = await say([word])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`There is no command ${JSON.stringify(word)}.`)
  })
})

describe.each(commands)('daypass %s', (name, command) => {
  it('--help tells what it does and each of its options', async () => {
    const { code, stdout, stderr } = await say([name, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(command.tells)
    expect(stdout.split('\n')[0]).toBe(`daypass ${name}${command.argument === null ? '' : ` ${command.argument}`}`)
    for (const [option, { says }] of Object.entries(command.options))
      expect(stdout).toMatch(new RegExp(`--${option}\\b.* {2}${says.replace(/[()/]/g, '\\$&')}`))
    expect(stdout).toMatch(/--json .*JSON/)
  })

  it.each([['--nope'], ['--json=yes'], ['-x']])('refuses %s and shows its help', async (word) => {
    const { code, stdout, stderr } = await say([name, word])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`daypass ${name}`)
    expect(stderr).toContain(command.tells)
    expect(stderr).not.toMatch(CRASH)
  })
})

describe('a wrong option', () => {
  it.each([
    [['validate', 'config'], 'config'],
    [['plan', 'one-request'], 'one-request'],
    [['explain', 'one', 'two'], 'One argument is enough'],
    [['explain'], 'Which request?'],
    [['plan', '--base'], '--base'],
    [['plan', '--as', '--json'], '--as'],
    [['explain', 'x', '--start', 'main'], '"main"'],
    [['validate', '--directory', '../config'], '"../config"'],
    [['validate', '--directory', '/etc'], '"/etc"'],
    [['validate', '--directory', '.'], '"."'],
    [['plan', '--directory', '.git'], '".git"'],
    [['expire', '--directory', 'a//b'], '"a//b"'],
    [['validate', '--directory', ''], '""'],
  ])('%j is told by name', async (words, named) => {
    const { code, stdout, stderr } = await say(words)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(named)
    expect(stderr).not.toMatch(CRASH)
  })

  it.each([['config'], ['config/'], ['./config'], ['././config//']])(
    'is not a folder written as %s',
    async (folder) => {
      expect(await say(['validate', '--directory', folder])).toMatchObject({ code: 0, stderr: '' })
    },
  )
})

describe('colours', () => {
  it('are there where somebody watches', async () => {
    expect((await say(['validate'], { watched: true })).stdout).toContain(ANSI)
  })

  it.each([
    ['NO_COLOR is set', { environment: { NO_COLOR: '1' }, watched: true }],
    ['the terminal is dumb', { environment: { TERM: 'dumb' }, watched: true }],
    ['nobody watches', { watched: false }],
  ] satisfies readonly (readonly [string, Place])[])('are not when %s', async (_why, place) => {
    const { code, stdout } = await say(['validate'], place)
    expect([code, stdout.length > 0]).toEqual([0, true])
    expect(stdout).not.toContain(ANSI)
  })

  it('are there when NO_COLOR is empty, as no-color.org has it', async () => {
    expect((await say(['validate'], { environment: { NO_COLOR: '' }, watched: true })).stdout).toContain(ANSI)
  })

  it('are never in JSON', async () => {
    const { stdout } = await say(['validate', '--json'], { watched: true })
    expect(JSON.parse(stdout)).toMatchObject({ daypass: 1, findings: [] })
    expect(stdout).not.toContain(ANSI)
  })
})

describe('progress', () => {
  const CLEAR = `\r${ANSI}2K`

  it('is one line on the error stream that is redrawn, and gone before the answer', async () => {
    const { stdout, stderr } = await say(['validate'], { watched: true })
    expect(stderr.split(CLEAR)).toEqual(['', expect.stringMatching(/^… Reading config \(\d+\.\ds\)$/), ''])
    expect(stdout).not.toContain('…')
  })

  it('is redrawn for each stage and never left standing', async () => {
    const { stderr } = await say(['explain', 'nobody-asked'], { watched: true })
    expect(stderr.split(CLEAR).filter((part) => part.startsWith('…')).length).toBeGreaterThan(1)
    expect(stderr.endsWith(CLEAR)).toBe(true)
    expect(stderr).not.toContain('\n')
  })

  it.each([
    ['in CI', { environment: { CI: 'true' }, watched: true }],
    ['where nobody watches', { watched: false }],
  ] satisfies readonly (readonly [string, Place])[])('is silent %s', async (_where, place) => {
    expect((await say(['validate'], place)).stderr).toBe('')
  })
})

describe('a bug of ours', () => {
  it('ends as 70, with its stack, and asks to be reported', async () => {
    const stderr = paper()
    const code = await cli(['validate'], {
      environment: {},
      stdout: {
        write() {
          throw new Error(`the pen is ${ESCAPE}[2J broken`)
        },
      },
      stderr,
    })
    expect(code).toBe(70)
    expect(stderr.text()).toMatch(
      /^This is a bug of Daypass, please report it:\nError: the pen is ‹U\+001B›\[2J broken\n\s+at /,
    )
  })
})

describe('where there is nothing to work on', () => {
  it.each([
    [['validate'], 1],
    [['plan'], 3],
    [['explain', 'x'], 3],
    [['expire'], 3],
  ] as const)('%j says so in a sentence, and as JSON to a program', (words, exit) =>
    inFolder(async (folder) => {
      const said = await start(folder, words)
      expect(said.code).toBe(exit)
      expect(`${said.stdout}${said.stderr}`).toMatch(
        words[0] === 'validate' ? /reading config/ : /not a git repository/,
      )
      expect(said.stderr).not.toMatch(CRASH)
      const asked = await start(folder, [...words, '--json'])
      expect(asked.code).toBe(exit)
      expect(JSON.parse(asked.stdout)).toMatchObject({
        exit,
        error: expect.stringMatching(/config|not a git repository/),
      })
    }),
  )
})

it('goes on quietly when whoever read its output has gone', () =>
  inFolder(async (folder) => {
    const line = `"${process.execPath}" "${ROOT}src/entry/cli-main.ts" validate | true`
    const { stderr } = spawnSync('sh', ['-c', line], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', TMPDIR: folder },
    })
    expect(stderr).toBe('')
  }))
