// What the tests of the sandbox's GitHub and git stand on: a small company's repository, served over HTTP.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getOctokit } from '@actions/github'
import { afterAll } from 'vitest'
import { awsWorld } from '../../src/sandbox/aws/build.ts'
import type { Faults } from '../../src/sandbox/faults.ts'
import { gitEnvironment } from '../../src/sandbox/git/run.ts'
import { addRepository, addToken, addUser } from '../../src/sandbox/github/actions/people.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { emptyGithub, type WithGithub } from '../../src/sandbox/github/world.ts'
import type { JournalEntry } from '../../src/sandbox/journal.ts'
import { startSandbox } from '../../src/sandbox/server.ts'

export const start = 1_796_000_000
export const acme = 'acme/access'
export const botToken = 'ghs_bot'
export const martaToken = 'ghp_marta'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone when the tests are. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daypass-github-test-'))
  made.push(folder)
  return folder
}

/** marta and ivan write, olga administers, eve only reads; `main` holds one file. */
export function company(visibility: 'public' | 'private' = 'private'): WithGithub {
  let world: WithGithub = { github: emptyGithub(start) }
  for (const [index, login] of ['marta', 'ivan', 'olga', 'eve'].entries())
    world = addUser(world, { id: 101 + index, login })
  const collaborators = { marta: 'write', ivan: 'write', olga: 'admin', eve: 'read' } as const
  const gitDirectory = join(freshFolder(), 'access.git')
  world = addRepository(world, {
    name: acme,
    id: 7001,
    ownerId: 9001,
    gitDirectory,
    visibility,
    collaborators,
    at: start,
  })
  const all = {
    contents: 'write',
    'pull-requests': 'write',
    issues: 'write',
    checks: 'write',
    actions: 'write',
  } as const
  world = addToken(world, { token: botToken, permissions: { ...all, administration: 'write', secrets: 'read' } })
  world = addToken(world, { token: martaToken, actor: 'marta', permissions: all })
  return push(world, { repository: acme, by: 'olga', branch: 'main', files: { 'README.md': 'Access\n' }, at: start })
}

export interface Served {
  readonly url: string
  world(): WithGithub
  change(edit: (world: WithGithub) => WithGithub): void
  calls(): readonly JournalEntry[]
  readonly faults: Faults
  octokit(token?: string): ReturnType<typeof getOctokit>
  close(): Promise<void>
}

/** Serves a world; the clock stands at `start + 1000`. */
export async function serve(world: WithGithub): Promise<Served> {
  const sandbox = await startSandbox({ world: { ...world, aws: awsWorld({ accounts: [] }) }, now: start + 1000 })
  return {
    url: sandbox.url,
    world: sandbox.world,
    change: (edit) => sandbox.change((whole) => ({ ...whole, ...edit(whole) })),
    calls: sandbox.journal.entries,
    faults: sandbox.faults,
    octokit: (token = botToken) => getOctokit(token, { baseUrl: `${sandbox.url}/github` }),
    close: sandbox.close,
  }
}

/** Runs a git client without blocking the server in this process; rejects with git's own words. */
export async function client(folder: string, ...args: readonly string[]): Promise<string> {
  const done = await promisify(execFile)('git', [...args], { cwd: folder, env: gitEnvironment })
  return done.stdout.trim()
}

/** Settings that make a git client send a token, as actions/checkout does. */
export const asToken = (token: string): readonly string[] => [
  '-c',
  `http.extraHeader=AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
]
