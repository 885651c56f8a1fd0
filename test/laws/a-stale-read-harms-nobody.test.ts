// A read that still tells what was there before our last write costs nobody anything once reads are true again.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { later } from '../../src/core/model/time.ts'
import { accessOf, beyond, tellAccess } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, play, playAll } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge'] as const

it('survives reads that are too early', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS), fc.integer({ min: 0, max: 250 }), fc.boolean(), async (events, seconds, dies) => {
      const story = clearSky(await playAll(events))
      const { badges, lanyards } = story.scene.world
      await apply(story)
      const calm = branch(story)
      for (const one of [calm, story]) one.scene.now = later(one.scene.now, seconds)
      const before = accessOf(story)
      await apply(calm)
      story.scene.world.stale = { badges, lanyards }
      await play(story, { is: 'run', job: 'apply', fault: null, dies })
      expect(beyond(accessOf(story), before, accessOf(calm))).toEqual([])
      story.scene.world.stale = null
      for (const one of [calm, story]) {
        one.scene.now = later(one.scene.now, 900)
        await apply(one)
      }
      expect(tellAccess(accessOf(story))).toEqual(tellAccess(accessOf(calm)))
    }),
    { numRuns: 100 },
  ))
