// The same files, world, record, proofs and time give the same plan, calls and record, byte by byte.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tellWorld } from '../support/toy-access.ts'
import { eventOf, stories } from '../support/toy-events.ts'
import { branch, play, playAll } from '../support/toy-story.ts'

const ALL = [
  'land',
  'delete',
  'wait',
  'hold',
  'lift',
  'deny',
  'judge',
  'remove',
  'cut',
  'prolong',
  'unmark',
  'dark',
  'ledger',
  'run',
] as const

it('is deterministic', () =>
  fc.assert(
    fc.asyncProperty(stories(ALL), eventOf('run'), async (events, last) => {
      const one = await playAll(events)
      const other = branch(one)
      const before = one.scene.world.journal.length
      const [first, second] = [await play(one, last), await play(other, last)]
      expect(JSON.stringify(second.run?.plan)).toBe(JSON.stringify(first.run?.plan))
      expect(other.scene.world.journal).toEqual(one.scene.world.journal.slice(before))
      expect(other.scene.lines).toEqual(one.scene.lines)
      expect(tellWorld(other)).toBe(tellWorld(one))
    }),
    { numRuns: 100 },
  ))
