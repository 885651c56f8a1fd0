// Whatever happens in whatever order: nobody may ever do more than was approved, and after a whole run exactly that.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { HOUR, hasEnded, type Instant, instantOf, later } from '../../../src/core/model/time.ts'
import { poolPath, STATE } from '../../../src/modes/okta-saml/naming.ts'
import { throughOkta } from '../../../src/sandbox/access/saml.ts'
import { mayDo } from '../../../src/sandbox/access.ts'
import { inAccount } from '../../../src/sandbox/aws/build.ts'
import type { World } from '../../../src/sandbox/world.ts'
import { PROD } from '../../conformance/ground.ts'
import { inOkta, MARTA } from '../../conformance/okta-ground.ts'
import { open, start, TABLE } from '../../conformance/okta-saml-ground.ts'
import { emptyLedger, run } from '../../conformance/provisioner.suite.ts'
import { actions, aGrant, managed, named } from '../identity-center/support.ts'

const PEOPLE = [MARTA, 'mario@example.com'] as const

/** What can be asked for, what it lets one do; the last, which Mario has anyway, ends only when a run takes it. */
const THINGS = [
  { permissions: actions('dynamodb:GetItem'), action: 'dynamodb:GetItem' },
  { permissions: managed('reader'), action: 'dynamodb:Scan' },
  { permissions: named('role', 'Auditor'), action: 'dynamodb:Query' },
] as const

const who = fc.constantFrom(0 as const, 1 as const)

const events = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('ask' as const),
        person: who,
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
    { weight: 1, arbitrary: fc.record({ is: fc.constant('taken off' as const), person: who }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('lent to the other' as const), person: who }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('tagged for' as const), person: who, role: fc.nat(2) }) },
  ),
  { minLength: 4, maxLength: 14 },
)

const may = (world: World, login: string, { action }: (typeof THINGS)[number], at: Instant): boolean =>
  throughOkta(world, PROD, login, at).some((as) => mayDo(world, { as, action, resource: TABLE, at }).allowed)

const userIdOf = (world: World, login: string): string =>
  world.okta?.users.find(({ profile }) => profile['login'] === login)?.id ?? ''

const poolIn = (world: World): readonly string[] =>
  Object.entries(world.aws.accounts[PROD]?.roles ?? {})
    .flatMap(([name, { path }]) => (path === poolPath('acme') ? [name] : []))
    .sort()

/** Roles of the pool that permit anything. */
const writtenIn = (world: World): readonly string[] =>
  poolIn(world).filter((name) => Object.keys(world.aws.accounts[PROD]?.roles[name]?.inline ?? {}).length > 0)

/** Somebody takes every role of the app off the person. */
const takenOff = (person: 0 | 1) =>
  inOkta((okta) => ({
    ...okta,
    apps: okta.apps.map((app) => ({ ...app, users: app.users.filter(({ userName }) => userName !== PEOPLE[person]) })),
  }))

/** Somebody lends the roles of one to the other as well: an administrator of Okta may. */
const lent = (from: 0 | 1) =>
  inOkta((okta) => ({
    ...okta,
    apps: okta.apps.map((app) => {
      const has = app.users.find(({ userName }) => userName === PEOPLE[from])
      const other = PEOPLE[from === 0 ? 1 : 0]
      const roles: unknown = has?.profile['samlRoles']
      const names = Array.isArray(roles) ? roles.filter((one) => one !== 'Auditor') : []
      return {
        ...app,
        users: app.users.map((user) => {
          const own: unknown = user.profile['samlRoles']
          return user.userName === other
            ? {
                ...user,
                profile: { ...user.profile, samlRoles: [...new Set([...(Array.isArray(own) ? own : []), ...names])] },
              }
            : user
        }),
      }
    }),
  }))

/** Somebody who may tag roles claims one for a person. */
const tagged =
  (person: 0 | 1, role: number) =>
  (world: World): World => ({
    ...world,
    aws: inAccount(world.aws, PROD, (account) => {
      const name = poolIn(world)[role] ?? ''
      const found = account.roles[name]
      if (found === undefined) return account
      const tags = { ...found.tags, [STATE]: `bound ${userIdOf(world, PEOPLE[person])}` }
      return { ...account, roles: { ...account.roles, [name]: { ...found, tags } } }
    }),
  })

interface Asked {
  readonly grant: Grant
  readonly person: 0 | 1
  readonly thing: 0 | 1 | 2
}

const HANDS = new Set(['taken off', 'lent to the other', 'tagged for'])

it('nobody may ever do more than was approved', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (story) => {
      const sandbox = await start()
      const bench = {
        mode: 'okta-saml',
        examples: [],
        start: async () => sandbox,
        open,
        things: () => null,
        target: 'prod',
        account: PROD,
        blind: () => undefined,
        blinded: [],
      }
      const ledger = emptyLedger()
      let live: readonly Asked[] = []
      const ever: Asked[] = []
      const now = (): Instant => instantOf(sandbox.clock.now())
      const grants = () => live.map(({ grant }) => grant)
      const nothingMore = (): void => {
        for (const person of [0, 1] as const)
          for (const thing of [0, 1] as const)
            for (const at of [now(), later(now(), HOUR), later(now(), 7 * HOUR)])
              if (may(sandbox.world(), PEOPLE[person], THINGS[thing], at))
                expect(
                  ever.some((one) => one.person === person && one.thing === thing && !hasEnded(one.grant, at)),
                ).toBe(true)
      }
      try {
        for (const event of story) {
          if (event.is === 'ask') {
            const letter = 'abcdefghijklmnop'[ever.length] ?? 'z'
            const until = later(now(), event.hours * HOUR)
            const asking = { letter, email: PEOPLE[event.person], from: now(), until }
            const grant: Grant = {
              ...aGrant(THINGS[event.thing].permissions, asking),
              version: id(letter.repeat(64)),
              mode: id('okta-saml'),
            }
            ever.push({ grant, person: event.person, thing: event.thing })
            live = [...live, { grant, person: event.person, thing: event.thing }]
          }
          if (event.is === 'withdraw') live = live.filter((_, index) => index !== event.which)
          if (event.is === 'wait') sandbox.clock.set(later(now(), event.minutes * 60))
          if (event.is === 'taken off') sandbox.change(takenOff(event.person))
          if (event.is === 'lent to the other') sandbox.change(lent(event.person))
          if (event.is === 'tagged for') sandbox.change(tagged(event.person, event.role))
          if (event.is === 'run') await run(bench, sandbox, grants(), ledger, event.most)
          nothingMore()
        }
        // Whole runs settle it; what a hand took away may stay away, everything that is over is gone.
        for (const _ of [1, 2]) await run(bench, sandbox, grants(), ledger)
        nothingMore()
        for (const person of [0, 1] as const)
          for (const thing of [0, 1] as const) {
            const wanted = live.some(
              (one) => one.person === person && one.thing === thing && !hasEnded(one.grant, now()),
            )
            const has = may(sandbox.world(), PEOPLE[person], THINGS[thing], now())
            if (has) expect(wanted).toBe(true)
            if (!has && wanted) expect(story.some(({ is }) => HANDS.has(is))).toBe(true)
          }
        // Nothing is left in the pool of whoever has nothing any more.
        const holders = PEOPLE.filter((_, person) =>
          live.some((one) => one.person === person && one.thing < 2 && !hasEnded(one.grant, now())),
        )
        expect(writtenIn(sandbox.world()).length).toBeLessThanOrEqual(holders.length)
      } finally {
        await sandbox.close()
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 240_000)
