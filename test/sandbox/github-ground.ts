// What the tests of the sandbox's GitHub and git stand on: a small company's repository, served over HTTP.
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getOctokit } from '@actions/github'
import { gitPart } from '../../src/sandbox/git/index.ts'
import { gitEnvironment } from '../../src/sandbox/git/run.ts'
import { addRepository, addToken, addUser } from '../../src/sandbox/github/actions/people.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { githubPart } from '../../src/sandbox/github/index.ts'
import { emptyGithub, type WithGithub } from '../../src/sandbox/github/world.ts'
import type { Arrival, Call } from '../../src/sandbox/protocol.ts'

export const start = 1_796_000_000
export const acme = 'acme/access'
export const botToken = 'ghs_bot'
export const martaToken = 'ghp_marta'

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'daypass-sandbox-'))

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
  world = addToken(world, { token: botToken, permissions: all })
  world = addToken(world, { token: martaToken, actor: 'marta', permissions: all })
  return push(world, { repository: acme, by: 'olga', branch: 'main', files: { 'README.md': 'Access\n' }, at: start })
}

export interface Served {
  readonly url: string
  world(): WithGithub
  change(edit: (world: WithGithub) => WithGithub): void
  readonly calls: readonly Call[]
  octokit(token?: string): ReturnType<typeof getOctokit>
  close(): Promise<void>
}

/** Serves a world one request at a time; the clock stands at `start + 1000`. */
export async function serve(first: WithGithub): Promise<Served> {
  let world = first
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
    const arrival: Arrival = { method: request.method ?? 'GET', url, headers, body: Buffer.concat(chunks) }
    const part = [githubPart, gitPart].find((one) => url.pathname.startsWith(`${one.prefix}/`))
    if (part === undefined) throw new Error(`nothing at ${url.pathname}`)
    calls.push(part.describe(world, arrival))
    const handled = await part.handle(world, arrival, start + 1000)
    world = handled.world
    response.writeHead(handled.reply.status, handled.reply.headers).end(handled.reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = `http://127.0.0.1:${address.port}`
  return {
    url,
    world: () => world,
    change: (edit) => {
      world = edit(world)
    },
    calls,
    octokit: (token = botToken) => getOctokit(token, { baseUrl: `${url}/github` }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
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
