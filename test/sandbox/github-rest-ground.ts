// What the tests of the sandbox's REST share: a pull request that asks, and the client that the action uses.

import { afterEach } from 'vitest'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, company, type Served, serve, start } from './github-ground.ts'

let served: Served | null = null
afterEach(async () => served?.close())

export const here = { owner: 'acme', repo: 'access' } as const

export const asked = (world = company()): WithGithub => {
  const pushed = push(world, {
    repository: acme,
    by: 'marta',
    branch: 'ask',
    files: { 'ask.yaml': 'for: marta\n' },
    at: start + 10,
  })
  return openPull(pushed, { repository: acme, author: 'marta', head: 'ask', title: 'Ask', at: start + 20 })
}

export async function up(world: WithGithub, token?: string) {
  served = await serve(world)
  return { served, octokit: served.octokit(token) }
}

export const status = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 200,
    (problem: unknown) => (problem instanceof Error && 'status' in problem ? problem.status : problem),
  )
