// The toy world as ground for the suite of all modes: seen as plain data, changed by hand, calls failing on demand.

import type { Ground } from '../conformance/provisioner.suite.ts'
import { NOON } from '../support/builders.ts'
import { emptyToyWorld, type ToyThings, type ToyWorld } from '../support/toy-mode.ts'

export interface ToyGround extends Ground<ToyThings> {
  /** What the toy modes are given. */
  readonly toy: ToyWorld
}

export function toyGround(): ToyGround {
  const toy = emptyToyWorld()
  let now: number = NOON
  let read = 0
  return {
    toy,
    world: () => ({ badges: toy.badges, lanyards: toy.lanyards }),
    change(edit) {
      const { badges, lanyards } = edit({ badges: toy.badges, lanyards: toy.lanyards })
      toy.badges = badges
      toy.lanyards = lanyards
    },
    clock: {
      now: () => now,
      set: (seconds) => {
        now = seconds
      },
    },
    journal: {
      writes: () => toy.journal.slice(read),
      clear: () => {
        read = toy.journal.length
      },
    },
    faults: {
      // Every call of a toy mode writes.
      add: ({ when: { nth }, do: mishap }) => {
        toy.fault = { call: toy.calls + nth, when: mishap === 'fail-before' ? 'before' : 'after' }
      },
      clear: () => {
        toy.fault = null
      },
    },
    close: async () => undefined,
  }
}
