// A run that dies before or after any of its calls harms nobody: never more than approved, and the next run ends alike.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accessOf, beyond, tellWorld } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, play, playAll } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge', 'prolong', 'unmark'] as const

it('survives a crash at any call', () =>
  fc.assert(
    fc.asyncProperty(
      stories(KINDS, 10),
      fc.constantFrom('before' as const, 'after' as const),
      fc.boolean(),
      async (events, when, dies) => {
        const story = clearSky(await playAll(events))
        const before = accessOf(story)
        const whole = branch(story)
        await apply(whole)
        const calls = whole.scene.world.journal.length
        for (let call = 1; call <= calls; call += 1) {
          const broken = branch(story)
          await play(broken, { is: 'run', job: 'apply', fault: { call, when, dies }, dies })
          expect(beyond(accessOf(broken), before, accessOf(whole)), `call ${call}`).toEqual([])
          await apply(broken)
          expect(tellWorld(broken), `call ${call}`).toBe(tellWorld(whole))
        }
      },
    ),
    { numRuns: 60 },
  ))
