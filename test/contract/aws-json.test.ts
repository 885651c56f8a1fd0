// Whether the sandbox's Identity Center, identity store and Organizations answer as AWS's own models say, row by row.

import * as identitystore from '@aws-sdk/client-identitystore'
import * as organizations from '@aws-sdk/client-organizations'
import * as explorer from '@aws-sdk/client-resource-explorer-2'
import * as ssoAdmin from '@aws-sdk/client-sso-admin'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sso } from '../../src/sandbox/aws/identity-center/index.ts'
import { identityStore } from '../../src/sandbox/aws/identity-store/index.ts'
import { awsPart } from '../../src/sandbox/aws/index.ts'
import { organizations as organizationsService } from '../../src/sandbox/aws/organizations/index.ts'
import { resourceExplorer } from '../../src/sandbox/aws/resource-explorer/index.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import { identityStoreRows, organizationsRows, resourceExplorerRows, ssoAdminRows } from './aws-json-rows.ts'
import { admin, ground, ivan, VIEW, world } from './aws-json-world.ts'
import { nobody, type Row, start } from './aws-rows.ts'
import { faultsOf, openDocket } from './judgement.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

type Credentials = typeof admin

const services = {
  'sso-admin': { module: ssoAdmin, Client: ssoAdmin.SSOAdminClient, rows: ssoAdminRows(ground()), served: sso },
  identitystore: {
    module: identitystore,
    Client: identitystore.IdentitystoreClient,
    rows: identityStoreRows(ground()),
    served: identityStore,
  },
  'resource-explorer-2': {
    module: explorer,
    Client: explorer.ResourceExplorer2Client,
    rows: resourceExplorerRows(VIEW),
    served: resourceExplorer,
  },
  organizations: {
    module: organizations,
    Client: organizations.OrganizationsClient,
    rows: organizationsRows,
    served: organizationsService,
  },
} as const

type Name = keyof typeof services
const NAMES = ['sso-admin', 'identitystore', 'organizations', 'resource-explorer-2'] as const satisfies readonly Name[]

interface Sends {
  send(command: unknown): Promise<unknown>
}

describe.runIf(specsAreHere)('by the models of AWS in JSON 1.1', () => {
  const docket = openDocket()
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ world: world(), now: start, parts: [tapped(awsPart, docket)] })
  })
  beforeEach(() => sandbox.change(() => world()))
  afterAll(() => sandbox.close())

  /** Sends by the SDK and tells the judgement of that one call. */
  async function judged(name: Name, op: string, input: object, credentials: Credentials) {
    const { module, Client } = services[name]
    // The SDK's commands are found by name here, as the table's rows are.
    const Command: new (input: object) => unknown = Reflect.get(module, `${op}Command`)
    const client = new Client({
      endpoint: `${sandbox.url}/aws`,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    }) as unknown as Sends
    const before = docket.all().length
    await client.send(new Command(input)).catch(() => null) // what was refused is judged, too
    const [judgement, ...more] = docket.all().slice(before)
    if (judgement === undefined || more.length > 0) throw new Error(`${op} was not judged once`)
    return judgement
  }

  const named = NAMES.flatMap((name) =>
    services[name].rows.map((row): [string, Name, Row] => [`${name}:${row.op}`, name, row]),
  )

  it.each(named)('%s is done', async (_name, service, { op, input }) => {
    const judgement = await judged(service, op, input, admin)
    expect([judgement.what, judgement.outcome, faultsOf(judgement, 'daypass')]).toEqual([op, '200', []])
  })

  it.each(named)('%s is refused', async (_name, service, { op, input, refused, code }) => {
    const by: Readonly<Record<string, Credentials>> = { ivan, nobody }
    const judgement =
      typeof refused === 'string'
        ? await judged(service, op, input, by[refused] ?? admin)
        : await judged(service, op, refused, admin)
    expect([judgement.what, judgement.outcome, faultsOf(judgement, 'a test')]).toEqual([op, code, []])
  })

  it.each(NAMES)('every operation of %s has a row', (name) => {
    const told = services[name].rows.map(({ op }) => op)
    expect([...told].sort()).toEqual(Object.keys(services[name].served.operations).sort())
  })

  it.each(NAMES)('words every refusal that a fault asks of %s', async (name) => {
    const [row] = services[name].rows
    if (row === undefined) throw new Error('no row')
    for (const fault of ['throttle', { status: 403, code: 'AccessDeniedException' }] as const) {
      sandbox.faults.clear()
      sandbox.faults.add({ when: { part: services[name].served.name }, do: fault })
      const judgement = await judged(name, row.op, row.input, admin)
      expect([judgement.ok, faultsOf(judgement, 'daypass')]).toEqual([false, []])
    }
    sandbox.faults.clear()
  })

  it('says how much was judged', () => {
    const done = docket.all().filter(({ ok }) => ok).length
    console.log(
      `contract check: ${named.length} operations of AWS in JSON, ${done} answers and ${docket.all().length - done} refusals judged`,
    )
    expect(done).toBeGreaterThanOrEqual(named.length)
  })
})
