// The order of files never changes a byte of the plan, of the calls or of the record.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tellWorld } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, playAll } from '../support/toy-story.ts'

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
  'run',
] as const

it('does not depend on the order of files', () =>
  fc.assert(
    fc.asyncProperty(stories(ALL), fc.infiniteStream(fc.nat()), async (events, order) => {
      const story = clearSky(await playAll(events))
      const shuffled = branch(story)
      const keyed = story.scene.standing.map((one) => ({ one, at: order.next().value ?? 0 }))
      shuffled.scene.standing = keyed.sort((a, b) => a.at - b.at).map(({ one }) => one)
      const { world } = shuffled.scene
      world.badges = new Map([...world.badges].reverse())
      world.lanyards = new Map([...world.lanyards].reverse())
      const [one, other] = [await apply(story), await apply(shuffled)]
      expect(JSON.stringify(other.plan)).toBe(JSON.stringify(one.plan))
      expect(shuffled.scene.lines).toEqual(story.scene.lines)
      expect(tellWorld(shuffled)).toBe(tellWorld(story))
    }),
    { numRuns: 120 },
  ))
