// How calls to Identity Center are made and followed: what AWS does in its own time, refuses, or lies about.

import { afterEach, describe, expect, it } from 'vitest'
import type { CallOutcome } from '../../../src/core/plan/provisioner.ts'
import { callOf } from '../../../src/modes/identity-center/calls.ts'
import { identityCenter } from '../../../src/modes/identity-center/provisioner.ts'
import { openLimit } from '../../../src/modes/identity-center/under-way.ts'
import { assignmentsIn, inSet, userIdOf } from '../../../src/sandbox/aws/identity-center/build.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import type { Heard } from '../../conformance/ground.ts'
import { awsFor, PROD, startGround } from '../../conformance/ground.ts'
import {
  type CenterGround,
  centerAws,
  centerSettings,
  isOurs,
  MARTA,
} from '../../conformance/identity-center-ground.ts'
import { actions, aGrant, give, look, managed, NO_NAMES, open, perform, placed } from './support.ts'

const READ = actions('dynamodb:GetItem')
const MARTA_IN_PROD = { in: PROD, type: 'USER', id: userIdOf(MARTA) }

let sandbox: Sandbox
const start = async (ground: CenterGround = {}): Promise<Sandbox> => {
  sandbox = await startGround(centerAws(ground))
  return sandbox
}
afterEach(() => sandbox.close())

const made = (op: string): number => sandbox.journal.entries().filter((entry) => entry.op === op).length

/** Looks, and then makes the first step that is wanted. */
async function give1(heard?: Heard): Promise<readonly CallOutcome[]> {
  const mode = open(sandbox, centerSettings(), NO_NAMES, heard)
  const seen = await look(mode, [aGrant(READ)])
  const [want] = placed(mode, [aGrant(READ)], seen).holdings
  if (want === undefined) throw new Error('nothing is wanted')
  return (await perform(mode, { do: 'grant', want }, seen)).outcomes
}

describe('an assignment', () => {
  it('is followed until AWS is done, ever more patiently', async () => {
    await start({ center: { settles: { calls: 4 }, assignments: [], users: { [MARTA]: {} } } })
    const heard: Heard = { secrets: [], slept: [] }
    expect((await give1(heard)).at(-1)).toEqual({ is: 'done' })
    // Shorter pauses are the limiter's.
    expect(heard.slept.filter((pause) => pause >= 1000)).toEqual([1000, 1500, 2250, 3375])
  })

  it('that AWS fails is failed, with its reason', async () => {
    await start()
    const mode = open(sandbox)
    await look(mode, [aGrant(READ)])
    const call = callOf('CreateAccountAssignment', PROD, { set: 'OrdersReadOnly', ...MARTA_IN_PROD })
    sandbox.change((world) => ({
      ...world,
      aws: inSet(
        world.aws,
        (name) => name === 'OrdersReadOnly',
        (set) => ({ ...set, roles: {}, customer: [{ name: 'gone', path: '/' }] }),
      ),
    }))
    const outcome = await mode.perform(call)
    expect(outcome).toMatchObject({ is: 'failed', error: { call: 'sso:CreateAccountAssignment' } })
    expect(outcome.is === 'failed' && outcome.error.said).toMatch(/policy\/gone does not exist/)
  })

  it('that never ends is left for the next run', async () => {
    await start({ center: { settles: {}, assignments: [], users: { [MARTA]: {} } } })
    const outcome = (await give1()).at(-1)
    expect(outcome).toMatchObject({ is: 'failed', error: { kind: 'unreachable' } })
    const [seen] = (await look(open(sandbox), [aGrant(READ)])).observed
    expect(seen?.state).toBe('pending')
  })

  it('meets ten others at most', async () => {
    await start()
    const limit = openLimit(10)
    let [now, most] = [0, 0]
    const work = async (): Promise<void> => {
      now += 1
      most = Math.max(most, now)
      await new Promise((go) => setTimeout(go, 1))
      now -= 1
    }
    await Promise.all(Array.from({ length: 35 }, () => limit(work)))
    expect([now, most]).toEqual([0, 10])
  })

  it('lets the next one begin when it throws', async () => {
    await start()
    const limit = openLimit(1)
    const failing = limit(async () => Promise.reject(new Error('ours')))
    const next = limit(async () => 'done')
    await expect(failing).rejects.toThrow('ours')
    expect(await next).toBe('done')
  })

  it('that is gone already is no failure to take away', async () => {
    await start()
    const mode = open(sandbox)
    await look(mode, [aGrant(READ)])
    const call = callOf('DeleteAccountAssignment', PROD, { set: 'OrdersReadOnly', ...MARTA_IN_PROD })
    expect(await mode.perform(call)).toEqual({ is: 'already' })
  })

  it('of a set that is gone is no failure to take away either', async () => {
    await start()
    const mode = open(sandbox)
    await look(mode, [aGrant(READ)])
    const call = callOf('DeleteAccountAssignment', PROD, { set: 'Nothing', ...MARTA_IN_PROD })
    expect(await mode.perform(call)).toEqual({ is: 'already' })
  })
})

describe('a name that is taken', () => {
  it('by what a dead run left is gone on with', async () => {
    await start()
    sandbox.faults.add({ when: { op: 'CreatePermissionSet', nth: 1 }, do: 'fail-after' })
    expect((await give1()).map(({ is }) => is)).toEqual(['already', 'done', 'done'])
  })

  it('by a set without our tags is not touched', async () => {
    await start()
    await give(open(sandbox), aGrant(READ))
    sandbox.change((world) => ({ ...world, aws: inSet(world.aws, isOurs, (set) => ({ ...set, tags: {} })) }))
    const before = sandbox.world().aws.identityCenter?.sets
    const [outcome] = await give1()
    expect(outcome).toMatchObject({ is: 'failed', error: { kind: 'conflict' } })
    expect(sandbox.world().aws.identityCenter?.sets).toEqual(before)
  })

  it('by a set of ours that something is attached to is not gone on with', async () => {
    await start()
    sandbox.faults.add({ when: { op: 'CreatePermissionSet', nth: 1 }, do: 'fail-after' })
    sandbox.faults.add({
      when: { op: 'CreatePermissionSet', nth: 2 },
      do: { status: 503, code: 'InternalServerException' },
    })
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(READ)])
    const [want] = placed(mode, [aGrant(READ)], seen).holdings
    const [create] = want === undefined ? [] : mode.compile({ do: 'grant', want }, seen)
    if (create === undefined) throw new Error('nothing is wanted')
    await mode.perform(create)
    const attached = ['arn:aws:iam::aws:policy/AdministratorAccess']
    sandbox.change((world) => ({ ...world, aws: inSet(world.aws, isOurs, (set) => ({ ...set, managed: attached })) }))
    const other = open(sandbox)
    await look(other, [])
    expect(await other.perform(create)).toMatchObject({ is: 'failed', error: { kind: 'conflict' } })
  })

  it('by a set of ours that somebody is in is not gone on with', async () => {
    await start()
    await give(open(sandbox), aGrant(READ))
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(READ)])
    const [want] = placed(mode, [aGrant(READ)], seen).holdings
    if (want === undefined) throw new Error('nothing is wanted')
    const { outcomes } = await perform(mode, { do: 'grant', want }, seen)
    expect(outcomes).toMatchObject([{ is: 'failed', error: { kind: 'conflict' } }])
  })
})

describe('writes that AWS is not ready for', () => {
  it('are made again after a conflict', async () => {
    await start({ center: { conflicts: 2, assignments: [], users: { [MARTA]: {} } } })
    const outcomes = await give1()
    expect(outcomes.every(({ is }) => is === 'done')).toBe(true)
  })

  it('are made again when they are throttled', async () => {
    await start()
    sandbox.faults.add({ when: { part: 'sso', every: 3 }, do: 'throttle' })
    expect((await give1()).every(({ is }) => is === 'done')).toBe(true)
  })

  it('fail at once where a quota is full', async () => {
    await start({ center: { limits: { sets: 2 } } })
    const outcomes = await give1()
    expect(outcomes).toMatchObject([{ is: 'failed', error: { kind: 'quota' } }])
    expect(made('CreatePermissionSet')).toBe(1)
  })
})

it('a policy that is attached already is no conflict', async () => {
  await start()
  sandbox.faults.add({ when: { op: 'AttachManagedPolicyToPermissionSet', nth: 1 }, do: 'fail-after' })
  await give(open(sandbox), aGrant(managed('AmazonSQSReadOnlyAccess')))
  expect(assignmentsIn(sandbox.world().aws)).toHaveLength(2)
})

it('a full quota of sets is told before anything is written, and what is there keeps its place', async () => {
  await start()
  const settings = centerSettings()
  const full = identityCenter({ settings, aws: awsFor(sandbox, settings), names: NO_NAMES, quotas: { sets: 3 } })
  const other = aGrant(actions('dynamodb:Query'), { letter: 'b' })
  const recorded = await give(open(sandbox), aGrant(READ))
  const { holdings, blocked } = placed(full, [aGrant(READ), other], await look(full, [aGrant(READ), other], recorded))
  expect(holdings.map(({ key }) => key)).toEqual([...recorded.keys()])
  expect(blocked).toEqual(['Identity Center can have 3 permission sets, and all are taken'])
})
