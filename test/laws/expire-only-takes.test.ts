// The expire job makes no call that gives, and takes every whole holding that apply would take.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accessOf, beyond } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, play, playAll } from '../support/toy-story.ts'

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
  'run',
] as const

it('only takes, and all that has to go', () =>
  fc.assert(
    fc.asyncProperty(stories(ALL), async (events) => {
      const story = clearSky(await playAll(events))
      const [whole, only] = [branch(story), branch(story)]
      const before = accessOf(only)
      const asked = only.scene.asked
      const { run } = await play(only, { is: 'run', job: 'expire', fault: null, dies: false })
      const meant = await apply(whole)
      expect(only.scene.asked).toBe(asked)
      for (const step of run?.plan.steps ?? []) expect([step.do, step.effect]).toEqual(['revoke', 'takes'])
      expect(only.scene.world.journal.filter((call) => call.effect === 'gives')).toEqual([])
      expect(beyond(accessOf(only), before)).toEqual([])
      const unproved = new Set(
        [...meant.verdicts].filter(([, verdict]) => verdict.is === 'refused').map(([version]) => version),
      )
      const taken = meant.plan.steps
        .filter((step) => step.do === 'revoke' && step.because !== 'refused')
        .map((step) => step.holding)
      if (unproved.size === 0)
        expect(run?.plan.steps.map((step) => step.holding)).toEqual(expect.arrayContaining(taken))
    }),
    { numRuns: 100 },
  ))
