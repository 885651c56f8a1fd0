// Whether the sandbox's IAM and STS answer as AWS's own models say, operation by operation.

import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { iamOperations } from '../../src/sandbox/aws/iam/index.ts'
import { awsPart } from '../../src/sandbox/aws/index.ts'
import { stsOperations } from '../../src/sandbox/aws/sts/index.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import { admin, iamRows, ivan, nobody, type Row, start, stsRows, world } from './aws-rows.ts'
import { faultsOf, openDocket } from './judgement.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

type Credentials = typeof admin

interface Sends {
  send(command: unknown): Promise<unknown>
}

const services = { iam: [iam, iam.IAMClient], sts: [sts, sts.STSClient] } as const

if (!specsAreHere) console.log('contract check skipped: ../shared/specs is not here')

describe.runIf(specsAreHere)('by the models of AWS', () => {
  const docket = openDocket()
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ world: world(), now: start, parts: [tapped(awsPart, docket)] })
  })
  beforeEach(() => sandbox.change(() => world()))
  afterAll(() => sandbox.close())

  /** Sends by the SDK and tells the judgement of that one call. */
  async function judged(service: 'iam' | 'sts', op: string, input: object, credentials: Credentials) {
    const [module, Client] = services[service]
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

  const rows = [...iamRows.map((row) => ['iam', row] as const), ...stsRows.map((row) => ['sts', row] as const)]
  const named = rows.map(([service, row]) => [`${service}:${row.op}`, service, row] as const)

  it.each(named)('%s is done', async (_name, service, { op, input }: Row) => {
    const judgement = await judged(service, op, input, admin)
    expect([judgement.what, judgement.outcome, faultsOf(judgement, 'daypass')]).toEqual([op, '200', []])
  })

  it.each(named)('%s is refused', async (_name, service, { op, input, refused, code }: Row) => {
    const by: Readonly<Record<string, Credentials>> = { ivan, nobody }
    const judgement =
      typeof refused === 'string'
        ? await judged(service, op, input, by[refused] ?? admin)
        : await judged(service, op, refused, admin)
    expect([judgement.what, judgement.outcome, faultsOf(judgement, 'a test')]).toEqual([op, code, []])
  })

  it.each(['iam', 'sts'] as const)('every operation of %s has a row', (service) => {
    const served = Object.keys(service === 'iam' ? iamOperations : stsOperations)
    const told = (service === 'iam' ? iamRows : stsRows).map(({ op }) => op)
    expect([...told].sort()).toEqual([...served].sort())
  })

  it.each(['iam', 'sts'] as const)('words every refusal that a fault asks of %s', async (service) => {
    const [op, call] = service === 'iam' ? ['GetUser', { UserName: 'marta' }] : ['GetCallerIdentity', {}]
    for (const fault of [
      'throttle',
      { status: 403, code: 'AccessDenied' },
      { status: 503, code: 'ServiceUnavailable' },
    ] as const) {
      sandbox.faults.clear()
      sandbox.faults.add({ when: { part: service }, do: fault })
      const judgement = await judged(service, op, call, admin)
      expect([judgement.ok, faultsOf(judgement, 'daypass')]).toEqual([false, []])
    }
    sandbox.faults.clear()
  })

  it('says how much was judged', () => {
    const done = docket.all().filter(({ ok }) => ok).length
    console.log(
      `contract check: ${rows.length} operations of AWS, ${done} answers and ${docket.all().length - done} refusals judged`,
    )
    expect(done).toBeGreaterThanOrEqual(rows.length)
  })
})
