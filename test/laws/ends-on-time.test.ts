// Nothing of ours is open longer than the longest promise that was ever proved for it, nor found after a run at its end.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Instant } from '../../src/core/model/time.ts'
import { type Access, accessOf, promised } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { openStory, play, type Story } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'judge', 'remove', 'cut', 'dark', 'ledger', 'run'] as const

/** The latest end that anything ever proved gives. */
function longest(story: Story, proved: ReadonlySet<string>): Access {
  const ends = new Map<string, Instant>()
  for (const one of story.landed)
    if (proved.has(one.version.id))
      for (const [what, until] of promised(one)) if (until > (ends.get(what) ?? 0)) ends.set(what, until)
  return ends
}

it('ends on time', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS), async (events) => {
      const story = openStory()
      const proved = new Set<string>()
      for (const event of events) {
        for (const [version, as] of story.verdicts) if (as === 'proved') proved.add(version)
        await play(story, event)
        const most = longest(story, proved)
        for (const [what, until] of accessOf(story)) expect(until, what).toBeLessThanOrEqual(most.get(what) ?? 0)
        // What a later request would renew, were the record writable, is left as it is for now: that request is proved.
        const { ledger, world } = story.scene
        const clear = event.is === 'run' && event.fault === null && world.dark.size === 0 && ledger !== 'not writable'
        if (clear) for (const [what, until] of accessOf(story)) expect(until, what).toBeGreaterThan(story.scene.now)
      }
    }),
    { numRuns: 200 },
  ))
