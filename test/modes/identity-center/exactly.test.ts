// Whatever happens in whatever order: nobody may ever do more than was approved, and after a whole run exactly that.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { HOUR, hasEnded, type Instant, instantOf, later } from '../../../src/core/model/time.ts'
import { identityCenter } from '../../../src/modes/identity-center/provisioner.ts'
import { mayDo } from '../../../src/sandbox/access.ts'
import { inAccount } from '../../../src/sandbox/aws/build.ts'
import { userIdOf, withoutAssignments } from '../../../src/sandbox/aws/identity-center/build.ts'
import type { World } from '../../../src/sandbox/world.ts'
import { awsFor, PROD, startGround } from '../../conformance/ground.ts'
import { centerAws, centerSettings, MARTA } from '../../conformance/identity-center-ground.ts'
import { emptyLedger, run } from '../../conformance/provisioner.suite.ts'
import { actions, aGrant, managed, NO_NAMES, named } from './support.ts'

const PEOPLE = [MARTA, 'mario@example.com'] as const
const QUEUE = `arn:aws:sqs:eu-west-1:${PROD}:orders`
const TABLE = `arn:aws:dynamodb:eu-west-1:${PROD}:table/orders`

/** What can be asked for, what it lets one do, and whether AWS itself ends it. */
const THINGS = [
  { permissions: actions('dynamodb:GetItem'), action: 'dynamodb:GetItem', resource: TABLE, lapses: true },
  { permissions: managed('requeue'), action: 'sqs:SendMessage', resource: QUEUE, lapses: true },
  { permissions: named('permissionSet', 'Reader'), action: 'dynamodb:Query', resource: TABLE, lapses: false },
] as const

type Event =
  | { readonly is: 'ask'; readonly person: 0 | 1; readonly thing: 0 | 1 | 2; readonly hours: number }
  | { readonly is: 'withdraw'; readonly which: number }
  | { readonly is: 'wait'; readonly minutes: number }
  | { readonly is: 'run'; readonly most: number }
  | { readonly is: 'by hand'; readonly person: 0 | 1 }

const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('ask' as const),
        person: fc.constantFrom(0 as const, 1 as const),
        thing: fc.constantFrom(0 as const, 1 as const, 2 as const),
        hours: fc.integer({ min: 1, max: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('withdraw' as const), which: fc.nat(5) }) },
    {
      weight: 2,
      arbitrary: fc.record({ is: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 200 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ is: fc.constant('run' as const), most: fc.constantFrom(1, 2, 3, 99, 99, 99) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ is: fc.constant('by hand' as const), person: fc.constantFrom(0 as const, 1 as const) }),
    },
  ),
  { minLength: 4, maxLength: 14 },
)

const may = (world: World, email: string, { action, resource }: (typeof THINGS)[number], at: number): boolean =>
  Object.values(world.aws.identityCenter?.sets ?? {}).some(
    ({ name }) =>
      mayDo(world, { as: { account: PROD, permissionSet: name, storeUser: email }, action, resource, at }).allowed,
  )

interface Asked {
  readonly grant: Grant
  readonly person: 0 | 1
  readonly thing: 0 | 1 | 2
}

async function play(sets: 'separate' | 'merged', story: readonly Event[]): Promise<void> {
  const center = {
    users: { [MARTA]: {}, 'mario@example.com': {} },
    sets: {
      Reader: {
        tags: { 'daypass:assignable': 'acme' },
        inline: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' }] },
      },
    },
    assignments: [],
  }
  const sandbox = await startGround(centerAws({ center }))
  const settings = centerSettings([{}, {}], { sets })
  const bench = {
    mode: 'identity-center',
    examples: [],
    start: async () => sandbox,
    open: () => identityCenter({ settings, aws: awsFor(sandbox, settings), names: NO_NAMES }),
    things: () => null,
    target: 'prod',
    account: PROD,
    blind: () => undefined,
    blinded: [],
  }
  const ledger = emptyLedger()
  /** Everything that was ever approved; what was withdrawn is so for good. */
  let live: readonly Asked[] = []
  const ever: Asked[] = []
  const now = (): Instant => instantOf(sandbox.clock.now())
  const approved = (person: 0 | 1, thing: 0 | 1 | 2, at: Instant): boolean =>
    ever.some((one) => one.person === person && one.thing === thing && !hasEnded(one.grant, at))
  /** Nobody may do what was never approved for this instant; what does not lapse ends when a run comes. */
  const nothingMore = (): void => {
    for (const person of [0, 1] as const)
      for (const thing of [0, 1] as const)
        for (const at of [now(), later(now(), HOUR), later(now(), 7 * HOUR)])
          if (may(sandbox.world(), PEOPLE[person], THINGS[thing], at)) expect(approved(person, thing, at)).toBe(true)
  }
  try {
    for (const event of story) {
      if (event.is === 'ask') {
        const letter = 'abcdefghijklmnop'[ever.length] ?? 'z'
        const email = PEOPLE[event.person]
        const until = later(now(), event.hours * HOUR)
        const grant = {
          ...aGrant(THINGS[event.thing].permissions, { letter, email, from: now(), until }),
          version: id<'version'>(letter.repeat(64)),
        }
        ever.push({ grant, person: event.person, thing: event.thing })
        live = [...live, { grant, person: event.person, thing: event.thing }]
      }
      if (event.is === 'withdraw') live = live.filter((_, index) => index !== event.which)
      if (event.is === 'wait') sandbox.clock.set(later(now(), event.minutes * 60))
      if (event.is === 'by hand')
        sandbox.change((world) => ({
          ...world,
          aws: inAccount(
            withoutAssignments(world.aws, ({ principalId }) => principalId === userIdOf(PEOPLE[event.person])),
            PROD,
            (account) => account,
          ),
        }))
      if (event.is === 'run')
        await run(
          bench,
          sandbox,
          live.map(({ grant }) => grant),
          ledger,
          event.most,
        )
      nothingMore()
    }
    // Whole runs settle it; what somebody took away by hand may stay away, everything that is over is gone.
    for (const _ of [1, 2])
      await run(
        bench,
        sandbox,
        live.map(({ grant }) => grant),
        ledger,
      )
    for (const person of [0, 1] as const)
      for (const thing of [0, 1, 2] as const) {
        const wanted = live.some((one) => one.person === person && one.thing === thing && !hasEnded(one.grant, now()))
        const has = may(sandbox.world(), PEOPLE[person], THINGS[thing], now())
        if (has) expect(wanted).toBe(true)
        if (!has && wanted) expect(story.some(({ is }) => is === 'by hand')).toBe(true)
      }
  } finally {
    await sandbox.close()
  }
}

describe.each(['separate', 'merged'] as const)('with %s sets', (sets) => {
  it('nobody may ever do more than was approved', async () => {
    await fc.assert(
      fc.asyncProperty(events, (story) => play(sets, story)),
      { numRuns: 40, endOnFailure: true },
    )
  }, 240_000)
})
