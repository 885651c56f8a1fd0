// A mode whose badges bear no mark: that they are ours stands in the record alone.

import { digest } from '../../src/core/model/canonical.ts'
import { id } from '../../src/core/model/id.ts'
import type { Instant } from '../../src/core/model/time.ts'
import type { Provisioner } from '../../src/core/plan/provisioner.ts'
import { type Content, type ToyWorld, toyMode } from './toy-mode.ts'

const MODE = id<'mode'>('claimed')

/** Whose and which, without an end: the world does not know when it ends. */
const digestOf = ({ target, person, name }: Content) => digest(`${target} ${person} ${name}`)

export function toyClaimed(world: ToyWorld, targets: readonly string[], now: Instant): Provisioner<Content> {
  const toy = toyMode(world, targets, now)
  return {
    ...toy,
    mode: MODE,
    async observe(needs, recorded) {
      const seen = await toy.observe(needs, recorded)
      const observed = seen.observed.map((one) => ({
        ...one,
        mode: MODE,
        mark: null,
        digest: digestOf(one.content),
      }))
      return { ...seen, observed }
    },
    place(live, seen) {
      const { holdings, blocked } = toy.place(live, seen)
      return {
        holdings: holdings.map((one) => ({
          ...one,
          mode: MODE,
          markedBy: 'claim' as const,
          digest: digestOf(one.content),
        })),
        blocked,
      }
    },
    effectOf: () => 'prepares',
  }
}
