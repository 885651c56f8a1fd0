// Whatever happened before: of two runs one after the other, the second does nothing and writes nothing.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stories } from '../support/toy-events.ts'
import { apply, clearSky, playAll } from '../support/toy-story.ts'

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

it('settles', () =>
  fc.assert(
    fc.asyncProperty(stories(ALL), async (events) => {
      const story = clearSky(await playAll(events))
      await apply(story)
      const { journal } = story.scene.world
      const [calls, lines] = [journal.length, story.scene.lines.length]
      const again = await apply(story)
      expect(again.plan.steps).toEqual([])
      expect([journal.length, story.scene.lines.length]).toEqual([calls, lines])
    }),
    { numRuns: 200 },
  ))
