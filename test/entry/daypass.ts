// The command line as people use it, in a folder of its own: in this process, or started from source as a child.

import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cli } from '../../src/entry/cli.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CLI = join(ROOT, 'src/entry/cli-main.ts')

export interface Said {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export type Variables = Readonly<Record<string, string>>

/** A stream that remembers what was written to it. */
export function paper(isTTY = false) {
  const parts: string[] = []
  return { isTTY, write: (text: string) => parts.push(text) > 0, text: () => parts.join('') }
}

/** In this process, which stands in the folder meanwhile: much faster than a child, for tests that run one after the other. */
export async function daypass(folder: string, words: readonly string[], environment: Variables = {}): Promise<Said> {
  const before = process.cwd()
  const [stdout, stderr] = [paper(), paper()]
  process.chdir(folder)
  try {
    const code = await cli(words, { environment, stdout, stderr })
    return { code, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    process.chdir(before)
  }
}

/** As a child process. `user`: the numeric id of whoever starts it; null for oneself. */
export async function start(
  folder: string,
  words: readonly string[],
  environment: Variables = {},
  user: number | null = null,
): Promise<Said> {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    ...(user === null ? {} : { uid: user, gid: user }),
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status ?? 137))
  })
  return { code, stdout, stderr }
}

const AUTHOR = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@x', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@x' }

/** Git in a folder, without anybody's configuration; gives what it printed. */
export const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'protocol.file.allow=always', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...AUTHOR },
  })

/** A folder that is gone, whatever its modes, when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'daypass-entry-'))
  try {
    return await work(folder)
  } finally {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
      if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The example of this repository, without its requests. */
export function putSettings(folder: string): void {
  cpSync(join(ROOT, 'config'), join(folder, 'config'), { recursive: true })
  rmSync(join(folder, 'config/requests'), { recursive: true })
}

export const ESCAPE = String.fromCharCode(27)

/** How every sequence begins that a terminal acts on. */
export const ANSI = `${ESCAPE}[`

/** A stack's line, or words that only a crash says. */
export const CRASH = /\n\s+at \S+ \(?(file|node):|UnhandledPromise|This is a bug/
