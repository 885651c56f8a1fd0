// A hold ends at once all that it names and nothing else of anybody's; lifted, everything is proved again before it is given.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { later } from '../../src/core/model/time.ts'
import { hours } from '../support/builders.ts'
import { accessOf, promised, tellAccess } from '../support/toy-access.ts'
import { eventOf, stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, play, playAll, type Story } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'run'] as const

/** What requests that are not held explain. */
function unheld(story: Story): ReadonlySet<string> {
  const [hold] = story.holds
  const names = story.scene.standing.flatMap((one) =>
    hold?.what.is === 'request' && hold.what.request === one.request.id ? [] : [...promised(one).keys()],
  )
  return new Set(
    names.filter((what) => {
      const [target, person] = what.split(' ')
      if (hold?.what.is === 'person') return hold.what.person !== person
      if (hold?.what.is === 'target') return hold.what.target !== target
      return hold?.what.is !== 'everything'
    }),
  )
}

it('ends what it names at once, and gives it back only after proof', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS), eventOf('hold'), async (events, hold) => {
      const story = clearSky(await playAll(events))
      const free = branch(story)
      await apply(free)
      await play(story, hold)
      await apply(story)
      const still = unheld(story)
      for (const what of accessOf(story).keys()) expect(still).toContain(what)
      if (story.holds.every(({ what }) => what.is !== 'request'))
        for (const what of accessOf(free).keys()) if (still.has(what)) expect(accessOf(story).has(what)).toBe(true)
      await play(story, { is: 'lift' })
      const blind = branch(story)
      for (const version of blind.verdicts.keys()) blind.verdicts.set(version, 'unknown')
      const before = tellAccess(accessOf(blind))
      await apply(blind)
      expect(tellAccess(accessOf(blind))).toEqual(before)
      await apply(story)
      await apply(free)
      // What has little time left is not given again.
      const worthGiving = (of: Story) =>
        new Map([...accessOf(of)].filter(([, until]) => until >= later(of.scene.now, hours(1 / 12))))
      expect(tellAccess(worthGiving(story))).toEqual(tellAccess(worthGiving(free)))
    }),
    { numRuns: 100 },
  ))
