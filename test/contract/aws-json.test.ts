// Whether the clients of Identity Center, its identity store and Organizations ask as AWS's models say, row by row.

import * as identitystore from '@aws-sdk/client-identitystore'
import * as organizations from '@aws-sdk/client-organizations'
import * as ssoAdmin from '@aws-sdk/client-sso-admin'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awsWorld } from '../../src/sandbox/aws/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import type { Part } from '../../src/sandbox/protocol.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { type Ground, identityStoreRows, organizationsRows, ssoAdminRows } from './aws-json-rows.ts'
import { nobody, type Row, start } from './aws-rows.ts'
import { openDocket } from './judgement.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

const clients = {
  'sso-admin': [ssoAdmin, ssoAdmin.SSOAdminClient],
  identitystore: [identitystore, identitystore.IdentitystoreClient],
  organizations: [organizations, organizations.OrganizationsClient],
} as const

const request = (digit: string): string => `${digit.repeat(8)}-1111-2222-3333-444444444444`
const ground: Ground = {
  instance: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  store: 'd-1234567890',
  home: '111122223333',
  member: '444455556666',
  marta: request('a'),
  ivan: request('b'),
  used: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef',
  spare: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-abcdef1234567890',
  creation: request('1'),
  deletion: request('2'),
  provisioning: request('3'),
}

/** Answers nothing: what is asked is all that counts here. */
const silent: Part<World> = {
  prefix: '/aws',
  describe: () => ({ part: 'aws', op: '', writes: false, where: '', input: {} }),
  handle: (world) => ({ world, reply: { status: 501, headers: {}, body: '' } }),
}

interface Sends {
  send(command: unknown): Promise<unknown>
}

describe.runIf(specsAreHere)('by the models of AWS in JSON 1.1', () => {
  const docket = openDocket()
  let sandbox: Sandbox
  beforeAll(async () => {
    const world: World = { aws: awsWorld({ accounts: [] }), github: emptyGithub(start) }
    sandbox = await startSandbox({ world, now: start, parts: [tapped(silent, docket)] })
  })
  afterAll(() => sandbox.close())

  const named = (service: keyof typeof clients, rows: readonly Row[]) =>
    rows.map((row) => [`${service}:${row.op}`, service, row] as const)
  const rows = [
    ...named('sso-admin', ssoAdminRows(ground)),
    ...named('identitystore', identityStoreRows(ground)),
    ...named('organizations', organizationsRows),
  ]

  it.each(rows)('%s is asked', async (_name, service, { op, input }) => {
    const [module, Client] = clients[service]
    // The SDK's commands are found by name here, as the table's rows are.
    const Command: new (input: object) => unknown = Reflect.get(module, `${op}Command`)
    const client = new Client({
      endpoint: `${sandbox.url}/aws`,
      region: 'us-east-1',
      credentials: nobody,
      maxAttempts: 1,
    }) as unknown as Sends
    const before = docket.all().length
    await client.send(new Command(input)).catch(() => null) // nothing is answered here
    const told = docket.all().slice(before)
    expect(told.map(({ vendor, what, request: faults }) => [vendor, what, faults])).toEqual([
      [service, op, ['is not served by the sandbox']],
    ])
  })
})
