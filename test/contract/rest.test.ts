// Whether the sandbox's GitHub answers by REST as GitHub's own description says, operation by operation.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { githubPart } from '../../src/sandbox/github/index.ts'
import { accountRoutes } from '../../src/sandbox/github/rest/repositories.ts'
import { restRoutes } from '../../src/sandbox/github/rest/routes.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { botToken, martaToken } from '../sandbox/github-ground.ts'
import { world as awsWorld } from './aws-rows.ts'
import { acme, fullGithub, start } from './github-world.ts'
import { descriptionOf, GITHUB } from './judge-rest.ts'
import { faultsOf, openDocket } from './judgement.ts'
import { type Ask, restRows } from './rest-rows.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

describe.runIf(specsAreHere)('by the description of GitHub', () => {
  const docket = openDocket()
  const { world: github, names } = fullGithub()
  const world = { ...awsWorld(), ...github }
  const rows = restRows(names)
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ world, now: start + 1000, parts: [tapped<World>(githubPart, docket)] })
  })
  beforeEach(() => sandbox.change(() => world))
  afterAll(() => sandbox.close())

  const tokens = { bot: botToken, marta: martaToken, nobody: 'ghp_wrong' } as const

  async function judged(method: string, { path, body, by = 'bot' }: Ask) {
    const before = docket.all().length
    await fetch(`${sandbox.url}/github${path}`, {
      method,
      headers: { authorization: `token ${tokens[by]}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const judgement = docket.all()[before]
    if (judgement === undefined) throw new Error(`${method} ${path} was not judged`)
    return judgement
  }

  const asks = rows.flatMap(({ what, asks }) =>
    asks.map((ask) => [`${what} as ${ask.path}: ${ask.status}`, what, ask] as const),
  )

  it.each(asks)('%s', async (_name, what, ask) => {
    const judgement = await judged(what.split(' ')[0] ?? '', ask)
    const sender = ask.status < 400 ? 'daypass' : 'a test'
    expect([judgement.what, judgement.outcome, faultsOf(judgement, sender)]).toEqual([what, String(ask.status), []])
  })

  it.each(rows.filter(({ what }) => what.includes('{repo}')).map(({ what, asks }) => [what, asks[0]] as const))(
    '%s of a repository that is not there',
    async (what, ask) => {
      if (ask === undefined) throw new Error(`${what} has no call`)
      const judgement = await judged(what.split(' ')[0] ?? '', { ...ask, path: ask.path.replace(acme, 'acme/none') })
      expect([judgement.outcome, faultsOf(judgement, 'daypass')]).toEqual(['404', []])
    },
  )

  it('every operation of the sandbox has a row, and GitHub has every one', () => {
    const served = [...accountRoutes, ...restRoutes].map(({ method, path }) => `${method} ${path}`)
    expect(rows.map(({ what }) => what).sort()).toEqual(served.sort())
    const described = new Set(descriptionOf(GITHUB).routes.map(({ what }) => what))
    expect(served.filter((what) => !described.has(what))).toEqual([])
  })

  it.each(['throttle', { status: 502, code: 'BadGateway' }] as const)(
    'words a refusal that a fault asks for: %j',
    async (fault) => {
      sandbox.faults.add({ when: { part: 'github' }, do: fault, times: 1 })
      expect(faultsOf(await judged('GET', { path: `/repos/${acme}`, status: 403 }), 'daypass')).toEqual([])
    },
  )

  it('says how much was judged', () => {
    const done = docket.all().filter(({ ok }) => ok).length
    console.log(
      `contract check: ${rows.length} operations of GitHub REST, ${done} answers and ${docket.all().length - done} refusals judged`,
    )
    expect(done).toBeGreaterThanOrEqual(rows.length)
  })
})
