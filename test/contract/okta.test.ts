// Whether the sandbox's Okta answers as Okta's own description says, operation by operation.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { awsWorld } from '../../src/sandbox/aws/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { oktaPart, oktaRoutes } from '../../src/sandbox/okta/index.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { CLIENT, clientWith, RSA, someOkta } from '../conformance/okta-ground.ts'
import { NOON } from '../support/builders.ts'
import { descriptionOf, OKTA } from './judge-rest.ts'
import { faultsOf, openDocket } from './judgement.ts'
import { APP, type Ask, notDescribed, oktaRows } from './okta-rows.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

describe.runIf(specsAreHere)('by the description of Okta', () => {
  const docket = openDocket()
  const someApp = { id: APP, roles: ['daypass-pool-01', 'Reader'], users: { 'mario@example.com': ['Reader'] } }
  const reading = clientWith(RSA.publicKey)
  const world: World = {
    aws: awsWorld({ accounts: [] }),
    github: emptyGithub(NOON),
    okta: {
      ...someOkta({ apiTokens: ['all'], clients: [reading], apps: [someApp] }),
      accessTokens: [{ value: 'reader', client: CLIENT, scopes: ['okta.groups.read'], expires: NOON + 3600 }],
    },
  }
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ world, now: NOON, parts: [tapped<World>(oktaPart, docket)] })
  })
  beforeEach(() => sandbox.change(() => world))
  afterAll(() => sandbox.close())

  async function judged(method: string, { path, by, body }: Ask) {
    const before = docket.all().length
    const authorization = by === 'nobody' ? 'SSWS wrong' : by === 'reader' ? 'Bearer reader' : 'SSWS all'
    await fetch(`${sandbox.url}/okta${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const judgement = docket.all()[before]
    if (judgement === undefined) throw new Error(`${method} ${path} was not judged`)
    return judgement
  }

  const asks = oktaRows.flatMap(({ what, asks }) =>
    asks.map((ask) => [`${what} as ${ask.path} by ${ask.by ?? 'all'}: ${ask.status}`, what, ask] as const),
  )

  it.each(asks)('%s', async (_name, what, ask) => {
    const judgement = await judged(what.split(' ')[0] ?? '', ask)
    const sender = ask.status < 400 ? 'daypass' : 'a test'
    expect([judgement.what, judgement.outcome, faultsOf(judgement, sender)]).toEqual([what, String(ask.status), []])
  })

  it('every operation of the sandbox has a row or is named as not described, and Okta has every other', () => {
    const served = oktaRoutes.map(({ method, path }) => `${method} ${path}`)
    const rows = oktaRows.map(({ what }) => what)
    expect([...rows, ...notDescribed.filter((what) => !what.endsWith('/oauth2/v1/token'))].sort()).toEqual(
      served.sort(),
    )
    const described = new Set(descriptionOf(OKTA).routes.map(({ what }) => what))
    expect(rows.filter((what) => !described.has(what))).toEqual([])
    expect(notDescribed.filter((what) => described.has(what))).toEqual([])
  })

  it.each(['throttle', { status: 503, code: 'E0000009', message: 'Internal Server Error' }] as const)(
    'words a refusal that a fault asks for: %j',
    async (fault) => {
      sandbox.faults.add({ when: { part: 'okta' }, do: fault, times: 1 })
      expect(faultsOf(await judged('GET', { path: '/api/v1/users', status: 429 }), 'daypass')).toEqual([])
    },
  )
})
