// What can happen in a story: what people, responders, insiders and runs do, generated.

import fc from 'fast-check'
import { id } from '../../src/core/model/id.ts'
import type { Hold } from '../../src/core/model/settings.ts'
import type { ToyWorld } from './toy-mode.ts'
import type { Scene } from './toy-run.ts'

export const TARGETS = ['prod', 'stage', 'lab'] as const
export const PEOPLE = ['marta', 'paul'] as const
export const BADGES = ['blue', 'red', 'amber'] as const

export type Standpoint = 'proved' | 'refused' | 'unknown'

export type Event =
  | {
      readonly is: 'land'
      readonly person: string
      readonly targets: readonly string[]
      readonly badges: readonly string[]
      readonly minutes: number
      readonly in: number
      readonly as: Standpoint
    }
  | { readonly is: 'delete'; readonly which: number }
  | { readonly is: 'wait'; readonly minutes: number }
  | { readonly is: 'hold'; readonly what: Hold['what'] | { readonly is: 'nth'; readonly which: number } }
  | { readonly is: 'lift' }
  | { readonly is: 'deny'; readonly badge: string | null }
  | { readonly is: 'judge'; readonly which: number; readonly as: Standpoint }
  | { readonly is: 'remove' | 'cut' | 'prolong' | 'unmark'; readonly which: number }
  | { readonly is: 'dark'; readonly targets: readonly string[] }
  | { readonly is: 'ledger'; readonly as: Scene['ledger'] }
  | { readonly is: 'run'; readonly job: 'apply' | 'expire'; readonly fault: ToyWorld['fault']; readonly dies: boolean }

export type Kind = Event['is']

const minutes = fc.integer({ min: 1, max: 600 })
const which = fc.nat({ max: 5 })
const target = fc.constantFrom(...TARGETS)
const person = fc.constantFrom(...PEOPLE)
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })

const EVENTS: { readonly [K in Kind]: fc.Arbitrary<Event> } = {
  land: fc.record({
    is: fc.constant('land' as const),
    person,
    targets: some(TARGETS),
    badges: some(BADGES),
    minutes: fc.integer({ min: 3, max: 900 }),
    in: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: minutes }),
    as: fc.oneof(
      { weight: 5, arbitrary: fc.constant('proved' as const) },
      fc.constantFrom('refused' as const, 'unknown' as const),
    ),
  }),
  delete: fc.record({ is: fc.constant('delete' as const), which }),
  wait: fc.record({
    is: fc.constant('wait' as const),
    minutes: fc.oneof(minutes, fc.integer({ min: 1200, max: 1700 })),
  }),
  hold: fc.record({
    is: fc.constant('hold' as const),
    what: fc.oneof(
      fc.constant({ is: 'everything' as const }),
      person.map((one) => ({ is: 'person' as const, person: id<'person'>(one) })),
      target.map((one) => ({ is: 'target' as const, target: id<'target'>(one) })),
      which.map((one) => ({ is: 'nth' as const, which: one })),
    ),
  }),
  lift: fc.constant({ is: 'lift' as const }),
  deny: fc.record({
    is: fc.constant('deny' as const),
    badge: fc.option(fc.constantFrom<string>(...BADGES), { nil: null }),
  }),
  judge: fc.record({
    is: fc.constant('judge' as const),
    which,
    as: fc.constantFrom('proved' as const, 'refused' as const, 'unknown' as const),
  }),
  remove: fc.record({ is: fc.constant('remove' as const), which }),
  cut: fc.record({ is: fc.constant('cut' as const), which }),
  prolong: fc.record({ is: fc.constant('prolong' as const), which }),
  unmark: fc.record({ is: fc.constant('unmark' as const), which }),
  dark: fc.record({ is: fc.constant('dark' as const), targets: fc.subarray([...TARGETS]) }),
  ledger: fc.record({
    is: fc.constant('ledger' as const),
    as: fc.constantFrom('readable' as const, 'unreadable' as const, 'not writable' as const),
  }),
  run: fc.record({
    is: fc.constant('run' as const),
    job: fc.oneof(
      { weight: 3, arbitrary: fc.constant('apply' as const) },
      { weight: 1, arbitrary: fc.constant('expire' as const) },
    ),
    fault: fc.option(
      fc.record({
        call: fc.integer({ min: 1, max: 6 }),
        when: fc.constantFrom('before' as const, 'after' as const),
        dies: fc.boolean(),
      }),
      { freq: 3, nil: null },
    ),
    dies: fc.boolean(),
  }),
}

/** Runs in between, without faults. */
export const CALM: Event = { is: 'run', job: 'apply', fault: null, dies: false }

/** Stories made of these kinds of events; `calm` runs are clean applies. */
export const stories = (kinds: readonly Kind[], maxLength = 14): fc.Arbitrary<readonly Event[]> =>
  fc.array(
    fc.oneof(...kinds.map((kind) => ({ weight: kind === 'land' ? 3 : 1, arbitrary: EVENTS[kind] })), {
      weight: 3,
      arbitrary: fc.constant(CALM),
    }),
    { maxLength, minLength: 2 },
  )

export const eventOf = (kind: Kind): fc.Arbitrary<Event> => EVENTS[kind]
