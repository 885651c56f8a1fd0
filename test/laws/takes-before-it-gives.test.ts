// In every lane all taking comes before any giving, also where calls fail on the way.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Step } from '../../src/core/plan/provisioner.ts'
import { stories } from '../support/toy-events.ts'
import { clearSky, play, playAll } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge', 'prolong', 'run'] as const

it('takes before it gives', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS), fc.integer({ min: 1, max: 5 }), async (events, call) => {
      const story = clearSky(await playAll(events))
      const { journal } = story.scene.world
      const before = journal.length
      const { run } = await play(story, { is: 'run', job: 'apply', fault: { call, when: 'before' }, dies: false })
      const steps = run?.plan.steps ?? []
      const stepOf = new Map<string, Step>(steps.map((step) => [step.holding, step]))
      const lanes = Map.groupBy(journal.slice(before), ({ key }) => stepOf.get(key)?.lane)
      for (const [lane, calls] of lanes) {
        const effects = calls.map(({ key }) => (stepOf.get(key)?.effect === 'takes' ? 'takes' : 'gives'))
        expect(effects, lane).toEqual([...effects].sort().reverse())
      }
      for (const outcome of run?.outcomes ?? []) expect(outcome.is).not.toBe('skipped')
    }),
    { numRuns: 120 },
  ))
