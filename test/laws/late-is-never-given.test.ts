// A version is never given for the first time after its time to claim, nor with less than five minutes left.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY, MINUTE } from '../../src/core/model/time.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import { grantedKey } from '../../src/core/report/record.ts'
import { promised } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { openStory, play } from '../support/toy-story.ts'

const KINDS = ['land', 'wait', 'hold', 'lift', 'judge', 'dark', 'ledger', 'run'] as const

it('gives nothing late', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS, 18), async (events) => {
      const story = openStory()
      for (const event of events) {
        const { granted } = foldLines(story.scene.lines)
        const { run } = await play(story, event)
        for (const step of run?.plan.steps.filter(({ effect }) => effect === 'gives') ?? [])
          for (const { grant, version } of step.holders) {
            const known = granted.get(grantedKey(grant, version))
            if (known?.ended === null) continue
            const one = story.landed.find((other) => other.version.id === version)
            if (one === undefined) throw new Error('given what never landed')
            const { when } = one.request
            const from = when.is === 'duration' && when.from !== null ? when.from : one.version.landedAt
            if (known === undefined) expect(story.scene.now).toBeLessThan(from + DAY)
            const until = Math.max(...promised(one).values())
            expect(story.scene.now).toBeLessThanOrEqual(until - 5 * MINUTE)
          }
      }
    }),
    { numRuns: 150 },
  ))
