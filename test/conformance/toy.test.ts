// The two toy modes before the suite of all modes: a badge each, and many badges on one lanyard.

import type { Entitlement } from '../../src/core/model/entitlement.ts'
import { DAY, instantOf, later } from '../../src/core/model/time.ts'
import { aBadge, NOON } from '../support/builders.ts'
import { type LanyardContent, lanyardKey, toyLanyard } from '../support/toy-lanyard.ts'
import { badgeKey, type Content, type ToyThings, toyMode } from '../support/toy-mode.ts'
import { type ToyGround, toyGround } from '../toy/ground.ts'
import { provisionerSuite } from './provisioner.suite.ts'

const TARGETS = ['prod', 'stage']
const BLUE: Entitlement = aBadge('blue')
const badge = badgeKey('prod', 'marta', 'blue')
const lanyard = lanyardKey('prod', 'marta')
const MUCH_LATER = later(NOON, 30 * DAY)

/** Things of other people, of marta herself and of other targets, which nobody may touch. */
const theirs: ToyThings = {
  badges: new Map([
    [badgeKey('prod', 'marta', 'red'), { target: 'prod', person: 'marta', name: 'red', until: MUCH_LATER, mark: null }],
    [
      badgeKey('stage', 'paul', 'blue'),
      { target: 'stage', person: 'paul', name: 'blue', until: MUCH_LATER, mark: null },
    ],
  ]),
  lanyards: new Map([
    [
      lanyardKey('prod', 'paul'),
      { target: 'prod', person: 'paul', badges: { blue: MUCH_LATER }, mark: null, expires: null },
    ],
  ]),
}

async function start(): Promise<ToyGround> {
  const ground = toyGround()
  ground.change(() => theirs)
  return ground
}

const without = <K, V>(things: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...things].filter(([one]) => one !== key))

const changed = <K, V>(things: ReadonlyMap<K, V>, key: K, edit: (value: V) => V): ReadonlyMap<K, V> =>
  new Map([...things].map(([one, value]): [K, V] => [one, one === key ? edit(value) : value]))

const shared = {
  start,
  things: ({ badges, lanyards }: ToyThings) => ({ badges: [...badges].sort(), lanyards: [...lanyards].sort() }),
  target: 'prod',
  account: '111122223333',
  blinded: ['known', 'unknown'] as const,
  blind: ({ toy }: ToyGround) => {
    toy.dark.add('prod')
  },
}

provisionerSuite<Content, ToyThings, ToyGround>({
  ...shared,
  mode: 'toy',
  open: ({ toy, clock }) => toyMode(toy, TARGETS, instantOf(clock.now())),
  examples: [
    {
      name: 'a badge',
      entitlement: BLUE,
      lapse: 'never',
      writes: 1,
      held: ({ badges }) => badges.has(badge),
      take: (world) => ({ ...world, badges: without(world.badges, badge) }),
      widen: (world) => ({ ...world, badges: changed(world.badges, badge, (one) => ({ ...one, until: MUCH_LATER })) }),
      wide: ({ badges }) => badges.get(badge)?.until === MUCH_LATER,
    },
  ],
})

provisionerSuite<LanyardContent, ToyThings, ToyGround>({
  ...shared,
  mode: 'lanyard',
  open: ({ toy, clock }) => toyLanyard(toy, TARGETS, instantOf(clock.now())),
  examples: [
    {
      name: 'a badge among others',
      entitlement: BLUE,
      lapse: 'always',
      writes: 2,
      held: ({ lanyards }, at) => (lanyards.get(lanyard)?.badges['blue'] ?? 0) > at,
      take: (world) => ({ ...world, lanyards: changed(world.lanyards, lanyard, (one) => ({ ...one, badges: {} })) }),
      widen: (world) => ({
        ...world,
        lanyards: changed(world.lanyards, lanyard, (one) => ({ ...one, badges: { ...one.badges, gold: MUCH_LATER } })),
      }),
      wide: ({ lanyards }) => lanyards.get(lanyard)?.badges['gold'] !== undefined,
    },
  ],
})
