// A target that cannot be read is neither given to nor taken from, is told in red, and stops no other target.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exitOf } from '../../src/flow.ts'
import { tellWorld } from '../support/toy-access.ts'
import { stories, TARGETS } from '../support/toy-events.ts'
import { apply, branch, clearSky, playAll, type Story } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge', 'remove', 'cut', 'prolong', 'run'] as const

const inTarget = (story: Story, target: string): string => {
  const { badges, lanyards } = story.scene.world
  return JSON.stringify(
    [...badges, ...lanyards].filter(([, one]) => one.target === target).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

it('does not take blindness for emptiness', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS), fc.constantFrom(...TARGETS), async (events, target) => {
      const story = clearSky(await playAll(events))
      const before = inTarget(story, target)
      const [light, dark] = [branch(story), branch(story)]
      await apply(light)
      dark.scene.world.dark.add(target)
      const ran = await apply(dark)
      expect(inTarget(dark, target)).toBe(before)
      for (const other of TARGETS) if (other !== target) expect(inTarget(dark, other)).toBe(inTarget(light, other))
      expect(ran.plan.unread.map((one) => one.target)).toEqual([target])
      expect(exitOf(ran)).toBe(2)
      dark.scene.world.dark.clear()
      await apply(dark)
      expect(tellWorld(dark)).toBe(tellWorld(light))
    }),
    { numRuns: 100 },
  ))
