// How the sandbox runs git: synchronously, without the user's own configuration, and loudly when it fails.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'

/** git's own environment: no global or system configuration, no prompts, a fixed locale. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: devNull,
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'sandbox',
  GIT_AUTHOR_EMAIL: 'sandbox@localhost',
  GIT_COMMITTER_NAME: 'sandbox',
  GIT_COMMITTER_EMAIL: 'sandbox@localhost',
}

export interface GitAnswer {
  readonly status: number
  readonly out: Buffer
  readonly error: string
}

/** Runs git in a bare repository and gives its answer whatever the exit code. */
export function askGit(gitDirectory: string, args: readonly string[], input?: string | Uint8Array): GitAnswer {
  const done = spawnSync('git', ['--git-dir', gitDirectory, ...args], {
    env: gitEnvironment,
    maxBuffer: 1 << 30,
    ...(input === undefined ? {} : { input: Buffer.from(input) }),
  })
  if (done.error !== undefined) throw done.error
  return { status: done.status ?? 128, out: done.stdout, error: done.stderr.toString() }
}

/** Runs git in a bare repository; throws with git's own words when it fails. */
export function git(gitDirectory: string, args: readonly string[], input?: string | Uint8Array): string {
  const answer = askGit(gitDirectory, args, input)
  if (answer.status !== 0) throw new Error(`git ${args.join(' ')}: ${answer.error.trim()}`)
  return answer.out.toString().trim()
}

/** Makes a bare repository in `folder`, unless one lies there, that serves every object by its id, as GitHub does. */
export function initBare(folder: string, defaultBranch: string): void {
  if (existsSync(join(folder, 'HEAD'))) return
  mkdirSync(folder, { recursive: true })
  git(folder, ['init', '--quiet', '--bare', '--template=', '--object-format=sha1', `--initial-branch=${defaultBranch}`])
  appendFileSync(join(folder, 'config'), settings)
}

const settings = `[uploadpack]
\tallowAnySHA1InWant = true
\tallowFilter = true
[receive]
\tdenyDeleteCurrent = refuse
\tautogc = false
[gc]
\tauto = 0
[core]
\tlogAllRefUpdates = false
`
