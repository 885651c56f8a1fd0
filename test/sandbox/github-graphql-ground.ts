// What the tests of the sandbox's GraphQL share: a merged pull request, and questions that GitHub's own schema has.

import { schema as published } from '@octokit/graphql-schema'
import { buildSchema, parse, validate } from 'graphql'
import { afterEach, expect } from 'vitest'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { review } from '../../src/sandbox/github/actions/reviews.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, botToken, company, type Served, serve, start } from './github-ground.ts'

export const theirs = buildSchema(published.idl, { assumeValid: true })

/** What was served last; each question is put to a world of its own. */
export let served: Served | null = null
afterEach(async () => {
  await served?.close()
  served = null
})

export const merged = (): WithGithub => {
  let world = push(company(), {
    repository: acme,
    by: 'marta',
    branch: 'ask',
    files: { 'requests/ask.yaml': 'for: marta\n', bin: { mode: '100755', bytes: Buffer.from([0, 1]) } },
    at: start + 10,
  })
  world = openPull(world, { repository: acme, author: 'marta', head: 'ask', title: 'Ask', at: start + 20 })
  for (const state of ['COMMENTED', 'APPROVED', 'CHANGES_REQUESTED'] as const)
    world = review(world, { repository: acme, pull: 1, user: 'ivan', state, at: start + 30 })
  return mergePull(world, { repository: acme, pull: 1, method: 'squash', by: 'olga', at: start + 40 })
}

interface Answered {
  readonly data?: Readonly<Record<string, unknown>>
  readonly errors?: readonly { readonly type?: string; readonly message: string; readonly path?: readonly unknown[] }[]
}

/** Asks, after making sure that GitHub's own schema has everything that is asked. */
export async function ask(
  world: WithGithub,
  query: string,
  variables: object = {},
  token = botToken,
): Promise<Answered> {
  expect(validate(theirs, parse(query))).toEqual([])
  return raw(world, query, variables, token)
}

export async function raw(
  world: WithGithub,
  query: string,
  variables: object = {},
  token = botToken,
): Promise<Answered> {
  await served?.close()
  served = await serve(world)
  const body = JSON.stringify({ query, variables })
  const answer = await fetch(`${served.url}/github/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body,
  })
  const parsed: Answered = JSON.parse(await answer.text())
  return parsed
}

export const here = { owner: 'acme', name: 'access' }
export const inside = (fields: string, more = ''): string =>
  `query Ask($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } } ${more}`
