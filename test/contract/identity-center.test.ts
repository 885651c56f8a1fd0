// Whether the mode of Identity Center asks AWS as AWS's own models say, in every operation that it may make.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { later } from '../../src/core/model/time.ts'
import type { Change, Observation, Provisioner } from '../../src/core/plan/provisioner.ts'
import { OPERATIONS } from '../../src/modes/identity-center/calls.ts'
import type { Content } from '../../src/modes/identity-center/content.ts'
import { awsPart } from '../../src/sandbox/aws/index.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import { HUB, STAGE } from '../conformance/ground.ts'
import { centerAws } from '../conformance/identity-center-ground.ts'
import { actions, aGrant, give, look, managed, named, open, perform, placed } from '../modes/identity-center/support.ts'
import { hours, NOON } from '../support/builders.ts'
import { openDocket } from './judgement.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

const ASKED = [
  aGrant(actions('dynamodb:GetItem'), { letter: 'a' }),
  aGrant(managed('AmazonSQSReadOnlyAccess'), { letter: 'b' }),
  aGrant(managed('requeue'), { letter: 'c' }),
  aGrant(named('role', 'orders-admin'), { letter: 'd' }),
  aGrant(named('permissionSet', 'OrdersReadOnly'), { letter: 'e' }),
]

async function revokeAll(mode: Provisioner<Content>, seen: Observation<Content>): Promise<readonly string[]> {
  const outcomes: string[] = []
  for (const have of seen.observed) {
    const change: Change<Content> = { do: 'revoke', have, because: 'expired' }
    outcomes.push(...(await perform(mode, change, seen)).outcomes.map(({ is }) => is))
  }
  return outcomes
}

describe.runIf(specsAreHere)('the mode of Identity Center', () => {
  const docket = openDocket()
  let sandbox: Sandbox
  const begin = async (aws: ReturnType<typeof centerAws>): Promise<void> => {
    sandbox = await startSandbox({
      world: { aws, github: emptyGithub(NOON) },
      now: NOON,
      parts: [tapped(awsPart, docket)],
    })
  }
  beforeAll(() => begin({ ...centerAws(), pageSize: 2 }))
  afterAll(() => sandbox.close())

  it('gives, renews and takes before the end as the models say', async () => {
    const recorded = await give(open(sandbox), ...ASKED)
    const longer = aGrant(actions('dynamodb:GetItem'), { letter: 'f', until: later(NOON, hours(5)) })
    const mode = open(sandbox)
    const seen = await look(mode, [...ASKED, longer], recorded)
    for (const want of placed(mode, [...ASKED, longer], seen).holdings) {
      const have = seen.observed.find(({ key }) => key === want.key)
      if (have !== undefined) await perform(mode, { do: 'adjust', have, want, effect: 'gives' }, seen)
    }
    const after = open(sandbox)
    expect(await revokeAll(after, await look(after, [], recorded))).not.toContain('failed')
    expect(docket.faults('daypass')).toEqual([])
  })

  it('takes after the end, and what a dead run left', async () => {
    const recorded = await give(open(sandbox), ...ASKED)
    sandbox.clock.set(later(NOON, hours(3)))
    const mode = open(sandbox)
    expect(await revokeAll(mode, await look(mode, [], recorded))).not.toContain('failed')
    expect(docket.faults('daypass')).toEqual([])
  })

  it('asks otherwise from a delegated administrator', async () => {
    await sandbox.close()
    await begin(centerAws({ management: STAGE, delegated: [HUB] }))
    const recorded = await give(open(sandbox), ...ASKED)
    const mode = open(sandbox)
    const seen = await look(mode, ASKED, recorded)
    expect(seen.observed).toHaveLength(ASKED.length)
    // An account that cannot be read leaves the sets themselves to be asked.
    sandbox.faults.add({ when: { op: 'GetAccountAuthorizationDetails' }, do: { status: 403, code: 'AccessDenied' } })
    expect((await look(open(sandbox), [], recorded)).observed).toHaveLength(ASKED.length)
    sandbox.faults.clear()
    // Without the record every set must say itself whose it is.
    expect((await look(open(sandbox), [])).observed).toHaveLength(ASKED.length - 1)
    expect(docket.faults('daypass')).toEqual([])
  })

  it('sees what is under way', async () => {
    sandbox.change((world) => {
      const center = world.aws.identityCenter
      const [first] = center?.assignments ?? []
      if (center === undefined || first === undefined) return world
      const job = { born: NOON, calls: 0, state: 'IN_PROGRESS' as const, assignment: first }
      const jobs = [
        { ...job, id: '11111111-1111-4111-8111-111111111111', does: 'creation' as const },
        { ...job, id: '22222222-2222-4222-8222-222222222222', does: 'deletion' as const },
      ]
      return { ...world, aws: { ...world.aws, identityCenter: { ...center, jobs, settles: { seconds: 600 } } } }
    })
    await look(open(sandbox), [])
    expect(docket.faults('daypass')).toEqual([])
  })

  it('in every operation that it may make, and in no other', () => {
    const done = new Set(docket.all().map(({ what }) => what))
    for (const sts of ['AssumeRole', 'GetCallerIdentity']) done.delete(sts)
    expect([...done].sort()).toEqual(Object.keys(OPERATIONS).sort())
    console.log(`contract check: ${docket.all().length} calls of the mode identity-center to AWS judged`)
  })
})
