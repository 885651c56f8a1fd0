// Taking a request away never adds access; proving one more never removes any.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accessOf, beyond } from '../support/toy-access.ts'
import { type Event, stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, play, playAll } from '../support/toy-story.ts'

/**
 * Nothing is cut or prolonged by hand, and proofs once known stay known: what a hand left of a holding goes when a newer
 * request takes it over, and a newer request waits while an older one on the same holding cannot be proved.
 */
const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'remove', 'run'] as const

/** So long after the last write that what is there can be told for sure. */
const LOOK_SURELY: Event = { is: 'wait', minutes: 6 }

it('is monotone', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS), fc.nat(), async (events, which) => {
      const story = clearSky(await playAll(events))
      await play(story, LOOK_SURELY)
      const { standing } = story.scene
      const one = standing[which % Math.max(1, standing.length)]
      if (one === undefined) return
      const [all, fewer, less, more] = [branch(story), branch(story), branch(story), branch(story)]
      await apply(all)
      fewer.scene.standing = standing.filter((other) => other !== one)
      await apply(fewer)
      expect(beyond(accessOf(fewer), accessOf(all))).toEqual([])
      less.verdicts.set(one.version.id, 'unknown')
      more.verdicts.set(one.version.id, 'proved')
      await apply(less)
      await apply(more)
      expect(beyond(accessOf(less), accessOf(more))).toEqual([])
    }),
    { numRuns: 120 },
  ))
