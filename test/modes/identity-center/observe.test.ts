// What the mode of Identity Center sees: whom it finds, what it takes for its own, and what it does not believe.

import { afterEach, describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import type { KnownNames } from '../../../src/modes/identity-center/sets.ts'
import { inAccount } from '../../../src/sandbox/aws/build.ts'
import { assignmentsIn, inSet, setArnFor, userIdOf } from '../../../src/sandbox/aws/identity-center/build.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import { HUB, PROD, STAGE, startGround } from '../../conformance/ground.ts'
import {
  type CenterGround,
  centerAws,
  centerSettings,
  inCenter,
  isOurs,
  MARTA,
  may,
  TABLE,
} from '../../conformance/identity-center-ground.ts'
import { hours, NOON } from '../../support/builders.ts'
import { actions, aGrant, give, look, managed, NOTHING, named, open, perform, placed } from './support.ts'

const READ = actions('dynamodb:GetItem')

let sandbox: Sandbox
const start = async (ground: CenterGround = {}): Promise<Sandbox> => {
  sandbox = await startGround(centerAws(ground))
  return sandbox
}
afterEach(() => sandbox.close())

const opsSince = (n: number): readonly string[] => sandbox.journal.since(n).map(({ op }) => op)
const lastCall = (): number => sandbox.journal.entries().at(-1)?.n ?? 0

describe('whom it finds', () => {
  it.each([
    ['a user name in another spelling', 'userName', { 'Marta@Example.com': {} }, []],
    ['the primary e-mail', 'email', { mk: { email: MARTA } }, []],
    ['nobody', 'userName', {}, ['the person marta@example.com does not exist in prod']],
    [
      'several with one e-mail',
      'email',
      { mk: { email: MARTA }, kowal: { email: MARTA } },
      ['marta@example.com fits several in prod: kowal, mk'],
    ],
    [
      'somebody who is disabled',
      'userName',
      { [MARTA]: { status: 'DISABLED' as const } },
      ['marta@example.com is disabled in Identity Center'],
    ],
  ] as const)('%s', async (_who, match, users, blocked) => {
    await start({ center: { users, assignments: [] } })
    const mode = open(sandbox, centerSettings([{}, {}], { match }))
    const seen = await look(mode, [aGrant(READ)])
    expect(placed(mode, [aGrant(READ)], seen).blocked).toEqual(blocked)
  })
})

describe('which accounts it gives access in', () => {
  it.each([
    ['one that is suspended', { members: { [PROD]: { status: 'SUSPENDED' } } }, /is suspended in its organisation/],
    ['the management account', { management: PROD, delegated: [HUB] }, /is the management account of its organisation/],
  ] as const)('not %s', async (_which, ground, because) => {
    await start({ center: { assignments: [] }, ...ground })
    const mode = open(sandbox)
    const { blocked } = placed(mode, [aGrant(READ)], await look(mode, [aGrant(READ)]))
    expect(blocked).toHaveLength(1)
    expect(blocked[0]).toMatch(because)
  })

  it('the management account where settings allow it, from itself', async () => {
    await start({ management: HUB })
    const mode = open(sandbox, centerSettings([{ id: HUB }, {}], { managementAccount: 'allowed' }))
    const grant = { ...aGrant(READ), account: HUB }
    expect(placed(mode, [grant], await look(mode, [grant])).blocked).toEqual([])
  })

  it('never the management account from a delegated administrator', async () => {
    await start({ management: PROD, delegated: [HUB], center: { assignments: [] } })
    const mode = open(sandbox, centerSettings([{}, {}], { managementAccount: 'allowed' }))
    const [because] = placed(mode, [aGrant(READ)], await look(mode, [aGrant(READ)])).blocked
    expect(because).toMatch(/a delegated administrator cannot give access to/)
  })

  it('none at all where the region has no Identity Center', async () => {
    await start()
    const mode = open(sandbox, centerSettings([{}, {}], { region: 'us-east-1' }))
    const seen = await look(mode, [aGrant(READ)])
    expect([...seen.scopes.values()].map(({ is }) => is)).toEqual(['unknown', 'unknown'])
    expect(placed(mode, [aGrant(READ)], seen).blocked.join()).toMatch(/correct identityCenter.region and home/)
  })
})

describe('names that were kept', () => {
  const lying = (names: ReadonlyMap<string, string>): KnownNames => ({ names, keep: () => undefined })

  it('save a call for each set', async () => {
    await start()
    let kept: ReadonlyMap<string, string> = new Map()
    const keeping: KnownNames = { names: new Map(), keep: (names) => (kept = new Map(names)) }
    await look(open(sandbox, centerSettings(), keeping), [])
    const since = lastCall()
    await look(open(sandbox, centerSettings(), lying(kept)), [])
    expect([kept.size, opsSince(since).filter((op) => op === 'DescribePermissionSet').length]).toEqual([2, 0])
  })

  it('cannot make a set of somebody else one that is taken away', async () => {
    await start()
    const recorded = await give(open(sandbox), aGrant(READ))
    const [key] = [...recorded.keys()]
    const own = key?.slice(key.lastIndexOf('/') + 1) ?? ''
    const mode = open(sandbox, centerSettings(), lying(new Map([[setArnFor('aws', 'OrdersReadOnly'), own]])))
    const seen = await look(mode, [], recorded)
    for (const have of seen.observed) await perform(mode, { do: 'revoke', have, because: 'expired' }, seen)
    expect(assignmentsIn(sandbox.world().aws)).toContain(`mario@example.com has OrdersReadOnly in ${PROD}`)
    expect(Object.values(sandbox.world().aws.identityCenter?.sets ?? {}).map(({ name }) => name)).toContain(
      'OrdersReadOnly',
    )
  })

  it('cannot hide a set of ours from its end', async () => {
    await start()
    const recorded = await give(open(sandbox), aGrant(READ))
    const sets = Object.entries(sandbox.world().aws.identityCenter?.sets ?? {})
    const hiding = new Map(sets.map(([arn, { name }]) => [arn, isOurs(name) ? 'Harmless' : name]))
    const seen = await look(open(sandbox, centerSettings(), lying(hiding)), [], recorded)
    expect(seen.observed.map(({ key, state }) => [key, state])).toEqual([[[...recorded.keys()][0], 'there']])
  })
})

describe('what it takes for its own', () => {
  it('a set that the record does not know, by its tags', async () => {
    await start()
    await give(open(sandbox), aGrant(READ))
    const [seen] = (await look(open(sandbox), [])).observed
    expect([seen?.state, seen?.mark?.version, seen?.mark?.expires]).toEqual([
      'there',
      'a'.repeat(40),
      later(NOON, hours(2)),
    ])
  })

  it('not a set of another installation that is called alike', async () => {
    await start()
    await give(open(sandbox), aGrant(READ))
    sandbox.change((world) => ({
      ...world,
      aws: inSet(world.aws, isOurs, (set) => ({ ...set, tags: { ...set.tags, 'daypass:installation': 'other' } })),
    }))
    expect((await look(open(sandbox), [])).observed).toEqual([])
  })

  it('a set that a run made and died over, by the version in its tags', async () => {
    await start()
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(READ)])
    const [want] = placed(mode, [aGrant(READ)], seen).holdings
    if (want === undefined) throw new Error('nothing is wanted')
    const [create] = mode.compile({ do: 'grant', want }, seen)
    if (create !== undefined) await mode.perform(create)
    const [left] = (await look(open(sandbox), [])).observed
    expect([left?.state, left?.mark?.version]).toEqual(['remains', 'a'.repeat(40)])
  })

  it('not an assignment that was there before, though somebody asks for the same', async () => {
    await start({
      center: { assignments: [{ account: PROD, set: 'OrdersReadOnly', user: MARTA }], users: { [MARTA]: {} } },
    })
    const [seen] = (await look(open(sandbox), [aGrant(named('permissionSet', 'OrdersReadOnly'))])).observed
    expect([seen?.state, seen?.mark]).toEqual(['there', null])
  })

  it('tells what is under way as neither there nor gone', async () => {
    await start({ center: { settles: { seconds: 60 }, assignments: [], users: { [MARTA]: {} } } })
    sandbox.change(
      inCenter((center) => ({
        ...center,
        jobs: [
          {
            id: '11111111-1111-4111-8111-111111111111',
            born: NOON,
            calls: 0,
            state: 'IN_PROGRESS',
            does: 'creation',
            assignment: {
              account: PROD,
              set: setArnFor('aws', 'OrdersReadOnly'),
              principalType: 'USER',
              principalId: userIdOf(MARTA),
            },
          },
        ],
      })),
    )
    const [seen] = (await look(open(sandbox), [aGrant(named('permissionSet', 'OrdersReadOnly'))])).observed
    expect(seen?.state).toBe('pending')
  })
})

describe('a role that is not seen', () => {
  it('leaves the set itself to say what it permits', async () => {
    await start()
    const recorded = await give(open(sandbox), aGrant(READ))
    sandbox.change((world) => ({
      ...world,
      aws: inAccount(world.aws, PROD, (account) => ({
        ...account,
        roles: Object.fromEntries(Object.entries(account.roles).filter(([name]) => !name.startsWith('AWSReservedSSO'))),
      })),
    }))
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(READ)], recorded)
    const [want] = placed(mode, [aGrant(READ)], seen).holdings
    expect(seen.observed.map(({ state, digest }) => [state, digest])).toEqual([['there', want?.digest]])
  })
})

describe('when an account cannot be read', () => {
  it('what ended there is still seen and taken away', async () => {
    await start()
    const recorded = await give(open(sandbox), aGrant(READ), aGrant(managed('AmazonSQSReadOnlyAccess')))
    sandbox.faults.add({
      when: { op: 'GetAccountAuthorizationDetails', where: PROD },
      do: { status: 403, code: 'AccessDenied' },
    })
    sandbox.clock.set(later(NOON, hours(3)))
    const mode = open(sandbox)
    const seen = await look(mode, [], recorded)
    expect(seen.observed.map(({ state }) => state)).toEqual(['there', 'there'])
    for (const have of seen.observed) await perform(mode, { do: 'revoke', have, because: 'expired' }, seen)
    expect(Object.values(sandbox.world().aws.identityCenter?.sets ?? {}).filter(({ name }) => isOurs(name))).toEqual([])
  })

  it('a policy or role there is unknown, never absent', async () => {
    await start()
    sandbox.faults.add({
      when: { op: 'GetAccountAuthorizationDetails', where: PROD },
      do: { status: 403, code: 'AccessDenied' },
    })
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(named('role', 'orders-admin'))])
    expect([...seen.facts.values()].filter(({ is }) => is === 'unknown').map(({ need }) => need.what)).toEqual(['role'])
  })
})

describe('somebody who was assigned a set of ours by hand', () => {
  const addMario = inCenter((center) => {
    const [arn] = Object.entries(center.sets).find(([, { name }]) => isOurs(name)) ?? ['']
    const mario = {
      account: PROD,
      set: arn,
      principalType: 'USER' as const,
      principalId: userIdOf('mario@example.com'),
    }
    return { ...center, assignments: [...center.assignments, mario] }
  })

  it('goes when the set goes', async () => {
    await start()
    const recorded = await give(open(sandbox), aGrant(READ))
    sandbox.change(addMario)
    sandbox.clock.set(later(NOON, hours(3)))
    const mode = open(sandbox)
    const seen = await look(mode, [], recorded)
    const [have] = seen.observed
    if (have === undefined) throw new Error('the set is not seen')
    const { outcomes } = await perform(mode, { do: 'revoke', have, because: 'expired' }, seen)
    expect(outcomes.map(({ is }) => is)).toEqual(['done', 'done'])
    expect(assignmentsIn(sandbox.world().aws)).toEqual([`mario@example.com has OrdersReadOnly in ${PROD}`])
  })

  it('goes before the set is made to last longer', async () => {
    await start()
    const recorded = await give(open(sandbox), aGrant(READ))
    sandbox.change(addMario)
    const longer = aGrant(READ, { letter: 'b', until: later(NOON, hours(5)) })
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(READ), longer], recorded)
    const [want] = placed(mode, [aGrant(READ), longer], seen).holdings
    const [have] = seen.observed
    if (have === undefined || want === undefined) throw new Error('the set is not seen')
    await perform(mode, { do: 'adjust', have, want, effect: 'gives' }, seen)
    expect(assignmentsIn(sandbox.world().aws).filter((row) => row.includes('mario'))).toHaveLength(1)
    expect(may('dynamodb:GetItem', TABLE)(sandbox.world(), later(NOON, hours(4)))).toBe(true)
  })

  it('goes at the next run from a delegated administrator, who sees everybody', async () => {
    await start({ management: STAGE, delegated: [HUB] })
    const recorded = await give(open(sandbox), aGrant(READ))
    sandbox.change(addMario)
    const mode = open(sandbox)
    const seen = await look(mode, [aGrant(READ)], recorded)
    const [want] = placed(mode, [aGrant(READ)], seen).holdings
    const [have] = seen.observed
    if (have === undefined || want === undefined) throw new Error('the set is not seen')
    expect(mode.effectOf(have.content, want.content)).toBe('takes')
    await perform(mode, { do: 'adjust', have, want, effect: 'takes' }, seen)
    expect(assignmentsIn(sandbox.world().aws).filter((row) => row.includes('mario'))).toEqual([
      `mario@example.com has OrdersReadOnly in ${PROD}`,
    ])
    expect(may('dynamodb:GetItem', TABLE)(sandbox.world(), NOON)).toBe(true)
  })
})

it('looks at nothing where no account is entered through Identity Center', async () => {
  await start()
  const since = lastCall()
  const mode = open(sandbox, centerSettings([{ mode: 'iam-user' as never }, { mode: 'iam-user' as never }]))
  expect((await look(mode, [], NOTHING)).observed).toEqual([])
  expect(opsSince(since)).toEqual([])
})
