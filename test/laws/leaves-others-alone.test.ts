// What somebody else hung up stays byte by byte as it was, whatever is asked for, held, ended or forged around it.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { id } from '../../src/core/model/id.ts'
import { DAY, later } from '../../src/core/model/time.ts'
import { NOON } from '../support/builders.ts'
import { BADGES, PEOPLE, stories } from '../support/toy-events.ts'
import { lanyardKey } from '../support/toy-lanyard.ts'
import { badgeKey } from '../support/toy-mode.ts'
import { openStory, play } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge', 'dark', 'ledger', 'run'] as const

const theirs = fc.record({
  badges: fc.array(
    fc.record({
      target: fc.constantFrom('prod', 'stage'),
      person: fc.constantFrom(...PEOPLE),
      name: fc.constantFrom(...BADGES),
    }),
  ),
  lanyards: fc.array(fc.record({ person: fc.constantFrom(...PEOPLE), name: fc.constantFrom(...BADGES) })),
  days: fc.integer({ min: -1, max: 3 }),
})

it('leaves others alone', () =>
  fc.assert(
    fc.asyncProperty(theirs, stories(KINDS), async ({ badges, lanyards, days }, events) => {
      const story = openStory()
      const { world } = story.scene
      const until = later(NOON, days * DAY)
      world.badges = new Map(
        badges.map((one) => [badgeKey(one.target, one.person, one.name), { ...one, until, mark: null }]),
      )
      world.lanyards = new Map(
        lanyards.map(({ person, name }) => [
          lanyardKey('lab', person),
          { target: id<'target'>('lab'), person, badges: { [name]: until }, mark: null, expires: null },
        ]),
      )
      const before = [...world.badges, ...world.lanyards]
      for (const event of events) await play(story, event)
      const after = new Map<string, unknown>([...world.badges, ...world.lanyards])
      for (const [key, thing] of before) expect(after.get(key)).toBe(thing)
    }),
    { numRuns: 120 },
  ))
